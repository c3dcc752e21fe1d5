"""The guide says what the stories do, and names no button that is gone."""

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

import callboard
from callboard.core.registry import register
from callboard.kit.pages.buttons import verb
from tests.stories.guide import CHAPTERS, COMMAND, contents

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs" / "guide"
#: The guide grows by chapters: each is read at once, each picture is loaded by itself.
MOST_A_CHAPTER, MOST_A_PICTURE = 350_000, 50_000
PACKAGE = Path(callboard.__file__).parent


def sentences(story: str) -> list[str]:
    """What a story's file says for the guide, in the order of the file."""
    tree = ast.parse((ROOT / "tests" / "stories" / story.split("::")[0]).read_text())
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "step"]
    return [ast.literal_eval(call.args[1]) for call in sorted(calls, key=lambda call: call.lineno)]


def functions(story: str) -> set[str]:
    tree = ast.parse((ROOT / "tests" / "stories" / story.split("::")[0]).read_text())
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def shown_texts() -> str:
    files = [file for kind in ("html", "py") for file in PACKAGE.rglob(f"*.{kind}") if "vendor" not in file.parts]
    return "\n".join(file.read_text() for file in files)


@pytest.mark.parametrize("story", CHAPTERS)
def test_a_chapter_says_what_its_story_does(story: str) -> None:
    assert story.split("::")[1] in functions(story)
    text = (GUIDE / f"{CHAPTERS[story][0]}.md").read_text()
    wanted = sentences(story)
    assert len(wanted) >= 2
    assert re.findall(r"^\d+\. (.+)$", text, re.M) and set(re.findall(r"^\d+\. (.+)$", text, re.M)) == set(wanted)


def test_the_guide_names_no_button_that_is_gone() -> None:
    everything = shown_texts()
    verbs = {str(verb(action)) for action in register.actions.values()}
    bold = {word for file in GUIDE.glob("*.md") for word in re.findall(r"\*\*(.+?)\*\*", file.read_text())}
    assert bold
    assert {
        word for word in bold if word not in verbs and not re.search(rf"""["'>]{re.escape(word)}["'<]""", everything)
    } == set()


def test_its_pictures_are_there_and_small_and_none_is_left_over() -> None:
    named = {name for file in GUIDE.glob("*.md") for name in re.findall(r"\]\(([\w-]+\.webp)\)", file.read_text())}
    files = {file.name: file.stat().st_size for file in GUIDE.glob("*.webp")}
    assert set(files) == named
    chapters: Counter[str] = Counter()
    for name, size in files.items():
        chapters[name.rpartition("-")[0]] += size
    assert max(files.values()) < MOST_A_PICTURE
    assert {name: size for name, size in chapters.items() if size >= MOST_A_CHAPTER} == {}


def test_it_says_how_it_is_made() -> None:
    assert (GUIDE / "README.md").read_text() == contents()
    assert COMMAND in contents()

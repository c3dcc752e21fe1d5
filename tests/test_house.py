"""The house's rules that an import linter cannot see. docs/house.md says them in words."""

import ast
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db.models import Field, Model

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "callboard"
LAYERS = (
    *("core", "kit", "team", "directory", "channels", "calendar", "work", "journal", "orders"),
    *("pipeline", "intake", "board"),
)
LONGEST_FILE = 300
BANNED_NAMES = ("Manager", "Helper", "Util", "Data", "Info", "Service", "Handler")
# Floors that must run without a web server: jobs, imports and tests call them.
WEBLESS = ("actions", "rules", "queries", "models", "jobs", "listeners")
WEB = ("django.http", "django.shortcuts", "django.views", "django.template", "django.forms", "ninja")
CLOCK_READERS = ("timezone.now", "datetime.now", "datetime.today", "date.today", "datetime.utcnow", "time.time")


def files(*patterns: str) -> Iterator[Path]:
    for pattern in patterns or ("**/*.py",):
        yield from sorted(path for path in SOURCE.glob(pattern) if "migrations" not in path.parts)


def shown(path: Path) -> str:
    return str(path.relative_to(ROOT))


def is_ours(model: type[Model]) -> bool:
    return model.__module__.startswith("callboard.") and not model._meta.proxy


def relations() -> Iterator[tuple[type[Model], "Field[object, object]", type[Model]]]:
    for model in apps.get_models(include_auto_created=True):
        if not is_ours(model):
            continue
        for field in model._meta.get_fields():
            target = field.related_model
            if getattr(field, "concrete", False) and isinstance(target, type) and is_ours(target):
                yield model, field, target


def test_every_foreign_key_points_down() -> None:
    user = settings.AUTH_USER_MODEL
    upward = [
        f"{model._meta.label}.{field.name} -> {target._meta.label}"
        for model, field, target in relations()
        if LAYERS.index(target._meta.app_label) > LAYERS.index(model._meta.app_label)
        # History tables mirror the table they stand beside; core and kit may point at the user.
        and not (model._meta.app_label in ("core", "kit") and target._meta.label == user)
    ]
    assert upward == []


def test_every_app_of_the_list_is_installed_and_no_other() -> None:
    ours = [config.label for config in apps.get_app_configs() if config.name.startswith("callboard.")]
    assert tuple(ours) == LAYERS


def test_no_file_is_longer_than_a_reader_likes() -> None:
    looked = [*files(), *sorted((ROOT / "tests").rglob("*.py")), *sorted((ROOT / "tools").glob("*.py"))]
    long = [(shown(path), lines) for path in looked if (lines := len(path.read_text().splitlines())) > LONGEST_FILE]
    assert long == []


def test_no_class_has_a_name_that_says_nothing() -> None:
    found = [
        f"{shown(path)}: {node.name}"
        for path in files()
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.ClassDef) and any(words(node.name)[-1:] == [banned] for banned in BANNED_NAMES)
    ]
    assert found == []


def words(name: str) -> list[str]:
    """The words of a camel-case name."""
    edges = [match.start() for match in re.finditer(r"[A-Z](?=[a-z])|(?<=[a-z])[A-Z]", name)]
    return [name[start:end] for start, end in pairwise([*edges, len(name)])] or [name]


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def test_what_decides_and_writes_knows_no_web() -> None:
    patterns = [pattern for floor in WEBLESS for pattern in (f"*/{floor}.py", f"*/{floor}/**/*.py")]
    found = [
        f"{shown(path)}: {name}"
        for path in files(*patterns)
        if path.relative_to(SOURCE).parts[0] not in ("kit", "config")
        for name in imported(path)
        if name.startswith(WEB)
    ]
    assert found == []


def test_the_clock_is_read_in_one_place() -> None:
    """Everywhere else `now` and `today` are passed in, so that every rule can be asked about any day."""
    found = [
        f"{shown(path)}:{node.lineno}"
        for path in files()
        if path.relative_to(SOURCE).parts[0] != "config" and shown(path) != "src/callboard/core/clock.py"
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(CLOCK_READERS)
    ]
    assert found == []


def test_a_number_from_outside_is_read_with_a_look_at_its_length() -> None:
    """`text.isdecimal()` and then `int(text)` fails over thousands of digits: core.refs.number_in does both."""
    found = [
        f"{shown(path)}:{node.lineno} {node.name}"
        for path in files()
        if shown(path) != "src/callboard/core/refs.py"
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and called(node, ("isdecimal", "isdigit", "isnumeric"))
        and called(node, ("int",))
    ]
    assert found == []


def called(tree: ast.AST, names: tuple[str, ...]) -> bool:
    """Whether something of one of these names is called in it."""
    calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return any((getattr(each, "attr", None) or getattr(each, "id", None)) in names for each in calls)


def test_no_template_has_a_style_attribute_or_an_inline_script() -> None:
    """The content security policy stops both in the browser; here it is seen before."""
    wrong = re.compile(
        r"\sstyle=[\"']|<style|<script(?![^>]*\bsrc=)(?![^>]*type=\"application/json\")|\son[a-z]+=[\"']", re.I
    )
    found = [
        f"{shown(path)}:{number}"
        for path in sorted(SOURCE.glob("*/templates/**/*.html"))
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if wrong.search(line)
    ]
    assert found == []


def test_nothing_committed_names_a_place_of_one_machine() -> None:
    place = re.compile("/" + "work/|/" + "root/|/" + "home/[a-z]|py" + r"pi\.org|npm" + r"js\.org")
    looked = [ROOT / name for name in ("Makefile", "README.md", "pyproject.toml", "package.json", ".npmrc")]
    looked += [
        *files("**/*.py", "**/*.html"),
        *sorted((ROOT / "tools").glob("*.py")),
        *sorted((ROOT / "docs").rglob("*.md")),
    ]
    found = [
        f"{shown(path)}:{number}"
        for path in looked
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if place.search(line)
    ]
    assert found == []


@pytest.mark.parametrize(
    "name", ["docs/house.md", "LICENSE", "docs/decisions/0001-processes.md", "docs/decisions/0002-dependencies.md"]
)
def test_the_pages_that_everything_refers_to_exist(name: str) -> None:
    assert (ROOT / name).read_text().strip()


def test_every_dependency_has_a_line_that_says_why() -> None:
    page = (ROOT / "docs" / "decisions" / "0002-dependencies.md").read_text().lower()
    listed = (ROOT / "requirements" / "base.in").read_text() + (ROOT / "requirements" / "dev.in").read_text()
    names = [
        re.split(r"[=\[<>]", line)[0].strip()
        for line in listed.splitlines()
        if line and not line.startswith(("-", "#"))
    ]
    names += list(re.findall(r'"(@?[\w./-]+)": "\d', (ROOT / "package.json").read_text()))
    assert [name for name in names if f"`{name.lower()}`" not in page] == []


def test_the_lock_files_name_no_address() -> None:
    locks = [*(ROOT / "requirements").iterdir(), ROOT / "package-lock.json"]
    assert [shown(path) for path in locks if "://" in path.read_text()] == []

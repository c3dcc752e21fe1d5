"""The stylesheet keeps its own rules: hexes are tokens, layers instead of !important, contrast, icons that exist."""

import re
from pathlib import Path

import pytest
from django.template.loader import get_template

import callboard
from callboard import kit
from callboard.core.registry import register

KIT = Path(kit.__file__).parent
CSS = KIT / "static" / "kit" / "css"
PACKAGE = Path(callboard.__file__).parent
SHEETS = sorted(CSS.rglob("*.css"))
TOKENS = (CSS / "tokens.css").read_text()
ICON = re.compile(r"""{%\s*icon\s+"([a-z0-9-]+)"|\bicon="([a-z0-9-]+)"|"icon":\s*"([a-z0-9-]+)\"""")


def bare(sheet: Path) -> str:
    return re.sub(r"/\*.*?\*/", "", sheet.read_text(), flags=re.S)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_a_sheet_closes_what_it_opens_and_stays_short(sheet: Path) -> None:
    text = bare(sheet)
    assert text.count("{") == text.count("}")
    assert len(sheet.read_text().splitlines()) < 300


@pytest.mark.parametrize(
    "sheet", [sheet for sheet in SHEETS if sheet.name not in ("tokens.css", "tv.css")], ids=lambda sheet: sheet.name
)
def test_a_colour_stands_only_in_the_tokens(sheet: Path) -> None:
    assert re.findall(r":[^;{}]*(#[0-9a-fA-F]{3,8})\b", bare(sheet)) == []


def test_nothing_needs_important_but_the_wish_for_stillness() -> None:
    for sheet in SHEETS:
        lines = [line for line in bare(sheet).splitlines() if "!important" in line]
        assert all("transition: none" in line for line in lines), sheet.name


def test_every_token_that_is_used_exists() -> None:
    known = set(re.findall(r"(--[\w-]+):", "".join(bare(sheet) for sheet in SHEETS)))
    used = {(sheet.name, name) for sheet in SHEETS for name in re.findall(r"var\((--[\w-]+)", bare(sheet))}
    assert {pair for pair in used if pair[1] not in known} == set()


def test_every_sheet_is_imported_or_linked() -> None:
    imported = set(re.findall(r'@import "([^"]+)"', (CSS / "kit.css").read_text()))
    linked = {"kit.css", "pages/tv.css", "pages/kit.css"}
    assert {sheet.relative_to(CSS).as_posix() for sheet in SHEETS} - linked == {
        name for name in imported if not name.startswith("..")
    }


def colours(theme: int) -> dict[str, str]:
    """Token -> hex of a theme (0 light, 1 dark)."""
    both = {
        name: (light, dark) for name, light, dark in re.findall(r"(--cb-[\w-]+): light-dark\((#\w+), (#\w+)\)", TOKENS)
    }
    one = {name: (value, value) for name, value in re.findall(r"(--cb-[\w-]+): (#\w+);", TOKENS)}
    return {name: pair[theme] for name, pair in {**one, **both}.items()}


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_text_can_be_read_on_every_ground_it_stands_on(theme: int) -> None:
    found = colours(theme)
    grounds = ["surface", "sunken", "canvas", "raised", "accent-soft", "hover"]
    pairs = [(ink, ground) for ink in ("ink", "ink-2", "ink-3", "accent") for ground in grounds]
    pairs += [(state, f"{state}-soft") for state in ("due", "over", "won", "lost", "save", "pend")]
    pairs += [
        (state, ground) for state in ("due", "over", "won", "lost", "save", "pend") for ground in ("surface", "sunken")
    ]
    pairs += [
        ("on-accent", "accent"),
        ("on-accent", "accent-h"),
        ("on-stage", "stage"),
        ("on-stage-2", "stage"),
        ("on-stage", "stage-raised"),
    ]
    pairs += [(f"av{n}-t", f"av{n}") for n in range(1, 7)] + [("on-lamp", "lamp")]
    weak = {pair: round(contrast(found[f"--cb-{pair[0]}"], found[f"--cb-{pair[1]}"]), 2) for pair in pairs}
    assert {pair: value for pair, value in weak.items() if value < 4.5} == {}
    for edge in ("field", "focus"):
        assert contrast(found[f"--cb-{edge}"], found["--cb-surface"]) >= 3


def test_every_icon_that_is_named_is_in_the_list() -> None:
    listed = {
        line.strip()
        for line in (KIT / "icons.txt").read_text().splitlines()
        if line.strip() and not line.startswith("#")
    }
    missing: dict[str, str] = {}
    for file in [*PACKAGE.rglob("*.html"), *PACKAGE.rglob("*.py")]:
        for names in ICON.findall(file.read_text()):
            name = next(filter(None, names))
            if name not in listed:
                missing[name] = file.relative_to(PACKAGE).as_posix()
    assert missing == {}


def test_every_icon_of_an_action_a_link_and_a_kind_is_in_the_list() -> None:
    listed = set((KIT / "icons.txt").read_text().split())
    entries = [*register.actions.values(), *register.nav, *register.timeline_kind, *register.task_kind]
    assert {entry.name: entry.icon for entry in entries if entry.icon and entry.icon not in listed} == {}


#: What draws: the piece of an icon and of a bar, a chart, the product's own mark.
DRAWS = {"kit/pieces/atoms.py", "kit/templates/kit/ui/chart.html", "kit/templates/kit/frame/mark.html"}


def test_an_icon_comes_from_the_sprite_and_nothing_else_draws() -> None:
    files = [file for kind in ("html", "py", "js") for file in PACKAGE.rglob(f"*.{kind}") if "vendor" not in file.parts]
    drawing = {
        file.relative_to(PACKAGE).as_posix() for file in files if re.search(r"<svg|createElementNS", file.read_text())
    }
    assert drawing == DRAWS


def test_the_list_of_icons_names_none_twice() -> None:
    listed = [line for line in (KIT / "icons.txt").read_text().splitlines() if line and not line.startswith("#")]
    assert len(listed) == len(set(listed))


@pytest.mark.parametrize("file", sorted((KIT / "templates").rglob("*.html")), ids=lambda file: file.name)
def test_a_template_compiles_and_has_neither_style_nor_script_in_it(file: Path) -> None:
    get_template(file.relative_to(KIT / "templates").as_posix())
    assert not re.search(r"\sstyle=|\son[a-z]+=\"|<style|<script(?![^>]*src=)", file.read_text())

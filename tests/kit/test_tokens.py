"""A stylesheet takes its colours, sizes, spaces, corners and weights from the tokens (docs/style.md names them)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import tinycss2

from callboard import kit

CSS = Path(kit.__file__).parent / "static" / "kit" / "css"
#: tokens.css is where they are; the TV has a unit and colours of its own, one hundredth of a wall.
SHEETS = [sheet for sheet in sorted(CSS.rglob("*.css")) if sheet.name not in ("tokens.css", "tv.css")]
#: Paper is measured in millimetres and points, and is white.
PAPER = "print.css"

TYPE = re.compile(r"--cb-t\d\d")
SPACE = re.compile(r"--cb-(s\d+|gut|h\d+)|--pane-x")
CORNER = re.compile(r"--cb-r(\d|-sheet|-full)|--cb-[sh]\d+")
HEIGHT = re.compile(r"--cb-(h\d+|ctl|ctl-s|row|top|s\d+)")
LEADING = re.compile(r"--cb-(l|l-tight|l-snug|h\d\d)")
#: Property -> the tokens that may stand in it.
FAMILIES = {
    re.compile(r"font-size"): TYPE,
    re.compile(r"(padding|margin)(-[a-z-]+)?|(row-|column-)?gap|scroll-margin-top"): SPACE,
    re.compile(r"border-([a-z]+-)*radius"): CORNER,
    re.compile(r"(min-)?height"): HEIGHT,
    re.compile(r"line-height"): LEADING,
}
#: A hairline and its half; what follows the window or the text around it.
FREE = re.compile(r"-?(0|1|1\.5|2)px|-?[\d.]+(%|vh|dvh|em|fr)")
WEIGHTS = {"450", "550", "600", "650", "inherit", "bolder"}
COLOURED = re.compile(r"(background|border|outline|box-shadow|fill|stroke|color|caret-color|accent-color)(-[a-z-]+)?")
NAMED = {"white", "black", "gray", "grey", "silver", "red", "green", "blue", "orange", "yellow", "purple", "brown"}
FUNCTIONS = {"rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color", "light-dark", "color-mix"}

#: (selector, property) -> why it stands outside the tokens.
EXCEPTIONS = {
    (".ch .ax", "font-size"): "a unit of the chart's own drawing, which is scaled to its pane",
    (".ch .lb", "font-size"): "a unit of the chart's own drawing, which is scaled to its pane",
    (".ch:not(.ch-n) .ax", "font-size"): "the same, on a phone",
    (".ch:not(.ch-n) .lb", "font-size"): "the same, on a phone",
    ("dialog.pal", "margin-top"): "where the palette hangs in the window",
    (".filter-pop[aria-busy]", "min-height"): "the room of what is being fetched, so that it does not jump",
    (".mn-d", "height"): "a day of a month: six rows fill a window of 800",
}


@dataclass(frozen=True)
class Line:
    sheet: str
    selector: str
    name: str
    value: list[Any]

    def __str__(self) -> str:
        return f"{self.sheet}: {self.selector} {{ {self.name}:{tinycss2.serialize(self.value)} }}"


def lines_of(sheet: str, text: str) -> Iterator[Line]:
    """Every declaration of a sheet, those inside @media, @layer and @supports too."""

    def inside(rules: list[Any]) -> Iterator[Line]:
        for rule in rules:
            if rule.type == "error":
                raise AssertionError(f"{sheet}:{rule.source_line}: {rule.message}")
            if rule.type == "qualified-rule":
                selector = tinycss2.serialize(rule.prelude).strip()
                for part in tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True):
                    assert part.type == "declaration", f"{sheet}:{part.source_line}: {part}"
                    yield Line(sheet, selector, part.lower_name, part.value)
            elif rule.content is not None and rule.lower_at_keyword in ("media", "layer", "supports"):
                yield from inside(tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True))

    yield from inside(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True))


def tokens_of(values: list[Any]) -> Iterator[Any]:
    """The tokens of a value, what stands in functions too; a function before what it holds."""
    for token in values:
        yield token
        if token.type == "function":
            yield from tokens_of(token.arguments)


def sizes_outside(line: Line) -> list[str]:
    """What a declaration measures with something else than the tokens of its family."""
    family = next((found for names, found in FAMILIES.items() if names.fullmatch(line.name)), None)
    if line.name.startswith("--cb-"):
        family = re.compile(r"--cb-.+")
    if family is None or (line.selector, line.name) in EXCEPTIONS:
        return []
    wrong = []
    for token in tokens_of(line.value):
        if token.type in ("dimension", "percentage"):
            written = token.representation + (token.unit if token.type == "dimension" else "%")
            if not FREE.fullmatch(written):
                wrong.append(written)
        elif token.type == "ident" and token.value.startswith("--") and not family.fullmatch(token.value):
            wrong.append(token.value)
        elif token.type == "number" and line.name == "line-height" and token.representation not in ("1", "0"):
            wrong.append(token.representation)
    return wrong


def colours_outside(line: Line) -> list[str]:
    """Colours a declaration names itself."""
    wrong = []
    for token in tokens_of(line.value):
        if token.type == "hash":
            wrong.append(f"#{token.value}")
        elif token.type == "function" and token.lower_name in FUNCTIONS:
            wrong.append(f"{token.lower_name}()")
        elif token.type == "ident" and COLOURED.fullmatch(line.name) and token.lower_value in NAMED:
            wrong.append(token.value)
    return wrong


def weights_outside(line: Line) -> list[str]:
    if line.name != "font-weight":
        return []
    return [said for said in [tinycss2.serialize(line.value).strip()] if said not in WEIGHTS]


def outside(sheet: str, text: str) -> list[str]:
    found = []
    for line in lines_of(sheet, text):
        wrong = [*colours_outside(line), *sizes_outside(line), *weights_outside(line)]
        if line.name == "font":
            wrong.append("font: write font-size, font-weight and line-height")
        if wrong:
            found.append(f"{line}  <- {', '.join(wrong)}")
    return found


@pytest.mark.parametrize(
    "text, wrong",
    [
        (".a { color: #fff }", "#fff"),
        (".a { background: light-dark(white, black) }", "light-dark()"),
        (".a { border: 1px solid gray }", "gray"),
        (".a { padding: 4px var(--cb-s8) }", "4px"),
        ("@media (max-width: 1px) { .a { gap: .5rem } }", ".5rem"),
        (".a { font-size: 15px }", "15px"),
        (".a { font-size: var(--cb-s16) }", "--cb-s16"),
        (".a { margin: calc(-1 * 5px) }", "5px"),
        (".a { border-radius: 7px 0 }", "7px"),
        (".a { min-height: 33px }", "33px"),
        (".a { line-height: 1.4 }", "1.4"),
        (".a { font-weight: 500 }", "500"),
        (".a { font: 12px/1 serif }", "font"),
        (":root { --cb-ctl: 44px }", "44px"),
    ],
)
def test_the_reader_finds_what_is_no_token(text: str, wrong: str) -> None:
    assert [wrong in found for found in outside("a.css", text)] == [True]


def test_the_reader_leaves_tokens_hairlines_and_shares_alone() -> None:
    text = ".a { padding: 1px var(--cb-s8); margin: 0 auto; height: 50vh; border-radius: 50%; color: var(--cb-ink); line-height: 1 }"
    assert outside("a.css", text) == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_a_sheet_uses_tokens_for_what_it_colours_and_measures(sheet: Path) -> None:
    text = sheet.read_text()
    if sheet.name == PAPER:
        assert [str(line) for line in lines_of(sheet.name, text) if weights_outside(line)] == []
        return
    assert outside(sheet.name, text) == []


def test_no_exception_is_left_over() -> None:
    there = {(line.selector, line.name) for sheet in SHEETS for line in lines_of(sheet.name, sheet.read_text())}
    assert set(EXCEPTIONS) - there == set()


def test_every_token_of_the_sheet_is_used() -> None:
    named = set(re.findall(r"(--cb-[\w-]+):", (CSS / "tokens.css").read_text()))
    everything = "".join(sheet.read_text() for sheet in CSS.rglob("*.css"))
    assert {name for name in named if f"var({name}" not in everything} == set()

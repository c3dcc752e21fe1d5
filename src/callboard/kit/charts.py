"""Charts as numbers: what a page says about one, and where it is drawn.  The piece ``chart`` shows it, with its table.

A chart is drawn by the server as SVG whose colours are classes: dark, paper and forced colours follow the tokens, no
script is needed and the policy stays strict (decision 9).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

STEPS = (1, 2, 4, 5, 10)
#: About so many grid lines, and so many days under the axis.
LINES, TICKS = 4, 5
#: How wide a letter is at most, and how far above a point its text stands, in units of the drawing.
LETTER, ABOVE = 7, -8
ZERO = Decimal(0)
Kind = Literal["line", "guide", "likely", "columns"]


@dataclass(frozen=True)
class Series:
    """One line, or columns: a value for each place, None where nothing is known (yet).

    kind: line (what happened, with a soft ground), guide (what it is measured against), likely (where it goes), columns.
    label says where it ends; "" says nothing.
    """

    name: str
    values: Sequence[Decimal | None]
    kind: Kind = "line"
    label: str = ""


@dataclass(frozen=True)
class Chart:
    """``name`` is the subject with its unit; ``places`` stand under the axis and in the first column of the table."""

    name: str
    place_name: str
    places: Sequence[str]
    series: Sequence[Series]
    said: Callable[[Decimal], str]
    short: Callable[[Decimal], str]
    narrow: bool = False


@dataclass(frozen=True)
class Room:
    """The size of a drawing, where in it the values lie, the height of a line of text."""

    width: int
    height: int
    left: int
    right: int
    top: int
    bottom: int
    text: int


#: A wide one is drawn small on a phone, where its letters are larger in turn (phone.css).
WIDE = Room(560, 206, 62, 550, 24, 184, 20)
NARROW = Room(250, 132, 40, 242, 20, 110, 14)


@dataclass(frozen=True)
class Said:
    """A text of the drawing.  Places are text: no locale changes them."""

    x: str
    y: str
    anchor: str
    text: str
    css: str = ""


@dataclass(frozen=True)
class Shape:
    """A line ("x,y x,y"), the ground under it, or columns ((x, y, width, height), ...); the point at the end of a line."""

    kind: Kind
    points: str
    area: str
    columns: Sequence[tuple[str, str, str, str]]
    end: tuple[str, str] | None


@dataclass(frozen=True)
class Drawing:
    """Everything the template writes down."""

    box: str
    left: str
    right: str
    edge: str
    levels: Sequence[tuple[str, str, str]]
    ticks: Sequence[Said]
    shapes: Sequence[Shape]
    labels: Sequence[Said]
    keys: Sequence[Series]
    zero: str


class Scale:
    """Where a place and a value lie."""

    def __init__(self, chart: Chart) -> None:
        self.room = NARROW if chart.narrow else WIDE
        known = [value for series in chart.series for value in series.values if value is not None]
        self.levels = levels_of(min([ZERO, *known]), max([ZERO, *known]))
        self.count = max(len(chart.places), 1)
        self.columns = any(series.kind == "columns" for series in chart.series)

    def x(self, index: int) -> float:
        wide = self.room.right - self.room.left
        if self.columns:
            return round(self.room.left + wide * (index + 0.5) / self.count, 1)
        return round(self.room.left + wide * index / max(self.count - 1, 1), 1)

    def y(self, value: Decimal) -> float:
        low, top = self.levels[0], self.levels[-1]
        return round(self.room.bottom - float((value - low) / (top - low)) * (self.room.bottom - self.room.top), 1)


def draw(chart: Chart) -> Drawing:
    """The chart as places of an SVG."""
    scale = Scale(chart)
    return Drawing(
        box=f"0 0 {scale.room.width} {scale.room.height}",
        left=str(scale.room.left),
        right=str(scale.room.right),
        edge=str(scale.room.left - 6),
        levels=[(f"{scale.y(level):g}", f"{scale.y(level) + 4:g}", chart.short(level)) for level in scale.levels],
        ticks=_ticks(chart, scale),
        shapes=[_shape(series, scale) for series in sorted(chart.series, key=lambda each: each.kind == "line")],
        labels=_labels(chart, scale),
        keys=_keys(chart),
        zero=f"{scale.y(ZERO):g}" if scale.levels[0] < 0 or scale.columns else "",
    )


def levels_of(low: Decimal, top: Decimal) -> list[Decimal]:
    """Even amounts from below the lowest to above the highest, about four of them."""
    span = max(top - low, Decimal(1))
    size = Decimal(10) ** ((span / LINES).adjusted())
    step = next((size * each for each in STEPS if size * each * LINES >= span), size * 10)
    levels = [(low / step).to_integral_value(rounding="ROUND_FLOOR") * step]
    while levels[-1] < top or len(levels) < 2:
        levels.append(levels[-1] + step)
    return levels


def spread(count: int, most: int = TICKS) -> list[int]:
    """At most so many places, the first and the last among them."""
    if count <= most:
        return list(range(count))
    return sorted({round(index * (count - 1) / (most - 1)) for index in range(most)})


def straight(count: int, start: tuple[int, Decimal], end: tuple[int, Decimal]) -> list[Decimal | None]:
    """Values on the straight way from one place to another, in cents; None outside."""
    (first, low), (last, top) = start, end
    steps = max(last - first, 1)
    way = [low + (top - low) * step / steps for step in range(last - first + 1)]
    return [None] * first + [each.quantize(Decimal("0.01")) for each in way] + [None] * (count - last - 1)


def _ticks(chart: Chart, scale: Scale) -> list[Said]:
    found = spread(len(chart.places), 3 if chart.narrow else TICKS)
    ends = {0: "start", len(chart.places) - 1: "end"} if len(chart.places) > 1 else {}
    edges = {"start": scale.room.left, "end": scale.room.right}
    y = f"{scale.room.bottom + 16}"
    said = [(ends.get(at, "middle"), at) for at in found]
    return [Said(f"{edges.get(anchor, scale.x(at)):g}", y, anchor, chart.places[at]) for anchor, at in said]


def _shape(series: Series, scale: Scale) -> Shape:
    known = [(at, value) for at, value in enumerate(series.values) if value is not None]
    points = [(scale.x(at), scale.y(value)) for at, value in known]
    zero = scale.y(ZERO)
    if series.kind == "columns":
        half = round((scale.room.right - scale.room.left) / scale.count * 0.36, 1)
        columns = [
            (f"{x - half:g}", f"{min(y, zero):g}", f"{2 * half:g}", f"{max(abs(zero - y), 0.5):g}") for x, y in points
        ]
        return Shape(series.kind, "", "", columns, None)
    area = _points([*points, (points[-1][0], zero), (points[0][0], zero)]) if points and series.kind == "line" else ""
    end = (f"{points[-1][0]:g}", f"{points[-1][1]:g}") if points and series.kind == "line" else None
    return Shape(series.kind, _points(points), area, (), end)


def _keys(chart: Chart) -> Sequence[Series]:
    """What is written over the drawing, each beside a piece of its line; () for one alone, which says it at its end.

    Lines that are measured against each other end close to each other: texts at their ends would lie on the lines.
    """
    said = [series for series in chart.series if series.label]
    return said if len(said) > 1 else ()


def _labels(chart: Chart, scale: Scale) -> list[Said]:
    """What the only line or row of columns that says something says above its last value."""
    said = [series for series in chart.series if series.label]
    known = [(at, value) for series in said for at, value in enumerate(series.values) if value is not None]
    if len(said) != 1 or not known:
        return []
    (series,), (last, value) = said, known[-1]
    x, y = scale.x(last), max(scale.y(value) + ABOVE, scale.room.text - 2)
    # At a point left of the middle there is room at its right.
    left = x - scale.room.left > len(series.label) * LETTER
    x = x - 6 if left and series.kind == "line" else x if left else x + 8
    css = "b" if series.kind == "line" else "m" if series.kind == "guide" else ""
    return [Said(f"{x:g}", f"{y:g}", "end" if left else "start", series.label, css)]


def _points(points: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{x:g},{y:g}" for x, y in points)

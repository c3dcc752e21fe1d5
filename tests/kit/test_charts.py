"""A chart is drawn from numbers, says its name, and has the same numbers as a table under it."""

import itertools
from decimal import Decimal

import pytest
from django.template import Context, Template
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from callboard.core.money import shown
from callboard.kit.charts import Chart, Drawing, Kind, Series, draw, levels_of, spread, straight
from callboard.kit.pieces.charts import short_amount

D = Decimal
KINDS: tuple[Kind, ...] = ("line", "guide", "likely")
AMOUNTS = st.decimals(-2_000_000, 2_000_000, places=2)


def chart(*series: Series, places: int = 4, narrow: bool = False) -> Chart:
    names = [f"Day {number}" for number in range(places)]
    return Chart("MRR, dollars", "Day", names, series, said=shown, short=short_amount, narrow=narrow)


def points(drawing: Drawing) -> list[tuple[float, float]]:
    found = [pair.split(",") for shape in drawing.shapes for pair in shape.points.split()]
    found += [(x, y) for shape in drawing.shapes for x, y, _width, _height in shape.columns]  # type: ignore[misc]
    return [(float(x), float(y)) for x, y in found]


@given(
    st.lists(st.one_of(st.none(), AMOUNTS), min_size=1, max_size=40),
    st.booleans(),
    st.sampled_from(["line", "columns"]),
)
def test_whatever_the_numbers_are_they_lie_inside_the_drawing(values: list[D | None], narrow: bool, kind: str) -> None:
    drawing = draw(chart(Series("MRR", values, kind, "end"), places=len(values), narrow=narrow))  # type: ignore[arg-type]
    wide, high = (float(side) for side in drawing.box.split()[2:])
    assert all(0 <= x <= wide and 0 <= y <= high for x, y in points(drawing))
    assert all(0 < float(label.y) <= high for label in drawing.labels)
    assert 2 <= len(drawing.levels) <= 8


@given(AMOUNTS, AMOUNTS)
def test_the_grid_holds_the_lowest_and_the_highest(one: D, other: D) -> None:
    low, top = sorted((one, other))
    levels = levels_of(low, top)
    assert levels[0] <= low and top <= levels[-1]
    assert len({b - a for a, b in itertools.pairwise(levels)}) <= 1


def test_one_line_says_at_its_end_where_it_ends_and_several_say_it_over_the_drawing() -> None:
    ends = [Series(f"S{n}", [D(0), D(0), D(0), D(100)], kind, f"label {n}") for n, kind in enumerate(KINDS)]
    alone, several = draw(chart(ends[0])), draw(chart(*ends))
    assert ([label.text for label in alone.labels], alone.keys) == (["label 0"], ())
    assert (several.labels, [series.label for series in several.keys]) == ([], ["label 0", "label 1", "label 2"])
    page = Template("{% load ui %}{% chart drawn %}").render(Context({"drawn": chart(*ends)}))
    keys = html.fromstring(page).xpath("//ul[@class='ch-k']/li")
    # Each beside a piece of its own line: dashes and widths tell them apart, not colours alone.
    assert [(key.xpath("string()"), key.xpath("./svg/polyline/@class")) for key in keys] == [
        (f"label {n}", [kind]) for n, kind in enumerate(KINDS)
    ]


def test_what_is_not_known_yet_is_not_drawn() -> None:
    drawing = draw(chart(Series("MRR", [D(1), D(2), None, None])))
    assert len(drawing.shapes[0].points.split()) == 2


def test_a_way_is_straight_and_its_places_are_spread() -> None:
    assert straight(4, (1, D(10)), (3, D(20))) == [None, D(10), D(15), D(20)]
    assert straight(1, (0, D(0)), (0, D(5))) == [D(0)]
    assert spread(3) == [0, 1, 2]
    assert spread(31) == [0, 8, 15, 22, 30]


@pytest.mark.parametrize(
    ("amount", "said"), [(D(400), "$400"), (D(4000), "$4k"), (D(-1_200_000), "−$1.20M"), (D(0), "$0")]
)
def test_an_amount_of_the_axis_is_short(amount: D, said: str) -> None:
    assert short_amount(amount) == said


def test_the_piece_has_a_name_no_style_and_the_same_numbers_as_a_table() -> None:
    drawn = chart(Series("MRR", [D(0), D("1200.50"), None, D(-3)]), Series("Pace", [D(1)] * 4, "guide"))
    page = Template("{% load ui %}{% chart drawn %}").render(Context({"drawn": drawn}))
    assert "style=" not in page
    tree = html.fromstring(page)
    assert tree.xpath("//svg/@role") == ["img"]
    assert tree.xpath("//svg/@aria-label")[0].startswith("MRR, dollars")
    assert tree.xpath("//details/summary")[0].text == "As a table"
    rows = [[cell.text for cell in row] for row in tree.xpath("//tbody/tr")]
    assert rows == [["Day 0", "$0", "$1"], ["Day 1", "$1,200.50", "$1"], ["Day 2", "–", "$1"], ["Day 3", "−$3", "$1"]]

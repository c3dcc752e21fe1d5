"""The chart: a drawing with its name, and the same numbers as a table under it."""

from decimal import Decimal
from typing import Any

from django import template

from callboard.core.money import shown
from callboard.kit.charts import Chart, draw

register = template.Library()


@register.inclusion_tag("kit/ui/chart.html")
def chart(chart: Chart, *, open: bool = False) -> dict[str, Any]:
    """A kit.charts.Chart drawn, and "As a table" under it, which opens by keyboard too.  open: the table is open at first."""
    rows = [
        (place, [chart.said(value) if value is not None else "" for value in values])
        for place, *values in zip(chart.places, *(series.values for series in chart.series), strict=True)
    ]
    return {"chart": chart, "drawing": draw(chart), "rows": rows, "open": open}


def short_amount(amount: Decimal) -> str:
    """An amount of the axis: $400, $4k, $1.2M."""
    for size, letter in ((1_000_000, "M"), (1_000, "k")):
        if abs(amount) >= size:
            return f"{shown(amount / size)}{letter}"
    return shown(amount)

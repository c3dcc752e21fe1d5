"""The board's line over time as points of an SVG of 560 by 206: what was done, the pace, where it lands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

LEFT, RIGHT, TOP, BOTTOM = 52, 550, 24, 184
STEPS = (1, 2, 4, 5, 10)
LINES = 4
LABELS = 5
ZERO = Decimal(0)


@dataclass(frozen=True)
class Tick:
    """A grid line or a label: where, and what it says (an amount or a day)."""

    at: float
    value: Decimal | date


@dataclass(frozen=True)
class Chart:
    """Points are "x,y x,y"; the rows are the same numbers for a table."""

    rows: list[tuple[date, Decimal]]
    done: str
    area: str
    pace: str
    pace_end: float
    landing: str
    point: tuple[float, float]
    land_at: tuple[float, float] | None
    levels: list[Tick]
    days: list[Tick]


def chart(
    days: Sequence[date], today: date, net: Mapping[date, Decimal], goal: Decimal, landing: Decimal | None
) -> Chart:
    """``days`` are the business days of the period. What was booked on a day off counts on the next of them."""
    rows = _running(days, today, net)
    top = max([goal, landing or ZERO, *(value for _day, value in rows)], default=ZERO)
    low = min([ZERO, *(value for _day, value in rows)])
    levels = _levels(low, top)
    low, top = levels[0], levels[-1]

    def x(index: int) -> float:
        return round(LEFT + (RIGHT - LEFT) * index / max(len(days) - 1, 1), 1)

    def y(value: Decimal) -> float:
        return round(BOTTOM - float((value - low) / (top - low)) * (BOTTOM - TOP), 1)

    points = [(x(index), y(value)) for index, (_day, value) in enumerate(rows)] or [(x(0), y(ZERO))]
    end = points[-1]
    last = len(days) - 1
    return Chart(
        rows=rows,
        done=_points(points),
        area=_points([*points, (end[0], y(ZERO)), (points[0][0], y(ZERO))]),
        pace=_points([(x(0), y(ZERO)), (x(last), y(goal))]) if goal else "",
        pace_end=y(goal),
        landing=_points([end, (x(last), y(landing))]) if landing is not None and len(rows) < len(days) else "",
        point=end,
        land_at=(x(last), y(landing)) if landing is not None else None,
        levels=[Tick(y(level), level) for level in levels],
        days=[Tick(x(index), days[index]) for index in _spread(len(days))],
    )


def _running(days: Sequence[date], today: date, net: Mapping[date, Decimal]) -> list[tuple[date, Decimal]]:
    rows: list[tuple[date, Decimal]] = []
    total, waiting = ZERO, sorted(net)
    for day in days:
        if day > today:
            break
        while waiting and waiting[0] <= day:
            total += net[waiting.pop(0)]
        rows.append((day, total))
    if rows and waiting and waiting[0] <= today:
        total += sum((net[day] for day in waiting if day <= today), ZERO)
        rows[-1] = (rows[-1][0], total)
    return rows


def _levels(low: Decimal, top: Decimal) -> list[Decimal]:
    """Even amounts from below the lowest to above the highest, about four of them."""
    span = max(top - low, Decimal(1))
    size = Decimal(10) ** ((span / LINES).adjusted())
    step = next((size * each for each in STEPS if size * each * LINES >= span), size * 10)
    first = (low / step).to_integral_value(rounding="ROUND_FLOOR") * step
    levels = [first]
    while levels[-1] < top or len(levels) < 2:
        levels.append(levels[-1] + step)
    return levels


def _spread(count: int) -> list[int]:
    """At most five places, the first and the last among them."""
    if count <= LABELS:
        return list(range(count))
    return sorted({round(index * (count - 1) / (LABELS - 1)) for index in range(LABELS)})


def _points(points: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{x:g},{y:g}" for x, y in points)

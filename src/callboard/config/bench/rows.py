"""What a row of the table is, and the reference machine its absolute figures are scaled by."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from callboard.config.bench.company import Company

#: INSERT+commit a second on the machine the promises were written on; a slower machine gets that much more time.
REFERENCE_INSERTS_S = 1577.0


@dataclass(frozen=True)
class Figure:
    """One measured figure.  limit: the same work by bare PostgreSQL, in the same unit; None where there is none."""

    value: float
    unit: str
    limit: float | None
    ratio: float | None
    promise: str
    ok: bool
    note: str = ""


@dataclass(frozen=True)
class Row:
    """A row: ``measure(company, speed)``; speed is this machine's inserts a second over the reference's.

    asked: measured only where it is named, because it takes minutes or changes the company for the rows after it.
    """

    name: str
    measure: "Callable[[Company, float], Figure]"
    asked: bool = False


def times_slower(rate: float, limit: float, floor: float, unit: str = "/s") -> Figure:
    """A rate promised as at most ``floor`` times slower than the limit."""
    ratio = limit / rate
    return Figure(rate, unit, limit, ratio, f"<= {floor:g}x", ratio <= floor)


def at_most(value: float, promised: float, speed: float, unit: str, limit: float | None = None) -> Figure:
    """A duration promised on the reference machine, scaled to this one."""
    allowed = promised / min(speed, 1.0)
    ratio = value / limit if limit else None
    return Figure(value, unit, limit, ratio, f"<= {allowed:.3g} {unit}", value <= allowed)


def at_least(value: float, promised: float, speed: float, unit: str) -> Figure:
    """A rate promised on the reference machine, scaled to this one."""
    asked = promised * min(speed, 1.0)
    return Figure(value, unit, None, None, f">= {asked:.3g} {unit}", value >= asked)


def percentile(values: Sequence[float], part: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]

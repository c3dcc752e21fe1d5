"""The figure of an improvement before and after, by the same query as the report of lost time."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from callboard.team.queries import company_zone
from callboard.work.models import Figure, Handoff, Improvement, ImprovementState
from callboard.work.queries.lost import Lost, added_up

TENTH = Decimal("0.1")


@dataclass(frozen=True)
class Measured:
    """A figure before and after, and how many hand-offs each counts; None where nothing was counted."""

    before: Decimal | None
    before_count: int
    after: Decimal | None
    after_count: int

    @property
    def moved(self) -> Decimal | None:
        """By how much it moved; None where one of the two is missing."""
        return self.after - self.before if self.after is not None and self.before is not None else None


def measured(improvement: Improvement, now: datetime) -> Measured:
    """Hand-offs to its department that were asked for in the weeks before its first day, and from that day on: up to its end,
    else now. By the company's days, whoever looks. Ended, it is what was kept."""
    if improvement.state == ImprovementState.ENDED:
        return Measured(
            improvement.before, improvement.before_count or 0, improvement.after, improvement.after_count or 0
        )
    begins = _begin(improvement.starts_on)
    rows = Handoff.objects.filter(
        team=improvement.team_id,
        created_at__gte=_begin(improvement.starts_on - timedelta(weeks=improvement.weeks)),
        created_at__lte=now,
    )
    found = added_up(rows, lambda handoff: handoff.created_at is not None and handoff.created_at >= begins, now)
    before, after = found.get(False), found.get(True)
    return Measured(
        figure_of(improvement.figure, before),
        before.count if before is not None else 0,
        figure_of(improvement.figure, after),
        after.count if after is not None else 0,
    )


def figure_of(figure: str, found: Lost | None) -> Decimal | None:
    """One figure of what was added up."""
    if found is None:
        return None
    if figure == Figure.RATE:
        return Decimal(found.rate).quantize(TENTH) if found.rate is not None else None
    parts = list(found.hours) if figure == Figure.ALL else [figure]
    return Decimal(str(sum(found.hours[part] for part in parts) / found.count)).quantize(TENTH)


def _begin(day: date) -> datetime:
    return datetime.combine(day, time.min, ZoneInfo(company_zone()))

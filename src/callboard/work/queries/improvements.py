"""The figure of an improvement before and after, added up as the report of lost time is, of finished hand-offs alone."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from callboard.team.queries import company_zone
from callboard.work.models import Figure, Handoff, HandoffState, Improvement, ImprovementState
from callboard.work.queries.lost import Lost, added_up

TENTH = Decimal("0.1")
#: An average of fewer hand-offs says nothing: no figure is worked out of them.
FEWEST = 5
BEFORE, AFTER, LEFT_OUT = "before", "after", "left_out"


@dataclass(frozen=True)
class Measured:
    """A figure before and after, and how many hand-offs each counts; None where they are too few. left_out: asked for in
    those days and not finished in the same time; unknown, so 0, once it ended."""

    before: Decimal | None
    before_count: int
    after: Decimal | None
    after_count: int
    left_out: int = 0

    @property
    def moved(self) -> Decimal | None:
        """By how much it moved; None where one of the two is missing."""
        return self.after - self.before if self.after is not None and self.before is not None else None


def measured(improvement: Improvement, now: datetime) -> Measured:
    """Hand-offs to its department that were asked for and finished in the weeks before its first day, and since that day: up
    to its end, else now. By the company's days, whoever looks. Ended, it is what was kept.

    What began before and ended after is in neither, for it went both ways; what is still open would count as quick.
    """
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

    def time_of(handoff: Handoff) -> str:
        if handoff.state != HandoffState.FINISHED or handoff.ended_at is None or handoff.ended_at > now:
            return LEFT_OUT
        if handoff.created_at is not None and handoff.created_at >= begins:
            return AFTER
        return BEFORE if handoff.ended_at < begins else LEFT_OUT

    found = added_up(rows, time_of, now)
    counts = {time: found[time].count if time in found else 0 for time in (BEFORE, AFTER, LEFT_OUT)}
    return Measured(
        figure_of(improvement.figure, found.get(BEFORE)),
        counts[BEFORE],
        figure_of(improvement.figure, found.get(AFTER)),
        counts[AFTER],
        counts[LEFT_OUT],
    )


def figure_of(figure: str, found: Lost | None) -> Decimal | None:
    """One figure of what was added up; None of fewer than FEWEST, and of a rate where no clock ran for as many."""
    if found is None or found.count < FEWEST:
        return None
    if figure == Figure.RATE:
        counted = found.in_time + found.late
        return Decimal(found.rate).quantize(TENTH) if found.rate is not None and counted >= FEWEST else None
    parts = list(found.hours) if figure == Figure.ALL else [figure]
    return Decimal(str(sum(found.hours[part] for part in parts) / found.count)).quantize(TENTH)


def _begin(day: date) -> datetime:
    return datetime.combine(day, time.min, ZoneInfo(company_zone()))

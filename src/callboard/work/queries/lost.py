"""Where the time of hand-offs goes: waiting for a department, being worked on, waiting for us."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeVar

from django.db.models import QuerySet

from callboard.core import clock
from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.team.models import Team
from callboard.team.queries import calendars_of_teams
from callboard.team.rules.business_time import WorkCalendar, business_time_between
from callboard.work.models import OURS, OVER, Handoff, HandoffState, HandoffStep

K = TypeVar("K", bound=Hashable)
HOUR_S = 3600
#: Whose time a state is.
WAITING, WORK, OUR_TIME = "waiting", "work", "ours"
PART = {
    HandoffState.REQUESTED.value: WAITING,
    HandoffState.ACCEPTED.value: WORK,
    **{state.value: OUR_TIME for state in OURS},
}


@dataclass
class Lost:
    """What became of the hand-offs of a department, and how many hours of its work each took on average in each part."""

    team: Team
    count: int = 0
    in_time: int = 0
    late: int = 0
    hours: dict[str, float] = field(default_factory=lambda: dict.fromkeys((WAITING, WORK, OUR_TIME), 0.0))

    def each(self, part: str) -> float:
        """Hours of work a hand-off spent in a part, on average."""
        return round(self.hours[part] / self.count, 1) if self.count else 0.0

    @property
    def most(self) -> str:
        """Where most of the time goes; "" where none was used."""
        part = max(self.hours, key=lambda name: self.hours[name])
        return part if self.hours[part] else ""

    @property
    def rate(self) -> int | None:
        """In time of those that were counted, in percent; None where none was."""
        counted = self.in_time + self.late
        return round(100 * self.in_time / counted) if counted else None


def lost(actor: Actor, since: date | None = None, until: date | None = None) -> list[Lost]:
    """By department, of the hand-offs somebody may see that were asked for on these days, by the clock of whoever looks; those
    withdrawn are left out. What is open counts up to now. Queries do not grow with hand-offs."""
    rows = visible(Handoff.objects.all(), actor)
    if since is not None:
        rows = rows.filter(created_at__date__gte=since)
    if until is not None:
        rows = rows.filter(created_at__date__lte=until)
    found = added_up(rows, lambda handoff: handoff.team_id, clock.now())
    return sorted(found.values(), key=lambda row: (-sum(row.hours.values()), row.team.name))


def added_up(rows: QuerySet[Handoff], key: Callable[[Handoff], K], now: datetime) -> dict[K, Lost]:
    """Hand-offs added up by a key under which stand those of one department alone; those withdrawn are left out. What is open
    counts up to `now`."""
    chosen = rows.exclude(state=HandoffState.WITHDRAWN).order_by().values("pk")
    steps = (
        HandoffStep.objects.filter(handoff__in=chosen).select_related("handoff__team", "handoff__resolution").order_by()
    )
    found: dict[K, Lost] = {}
    spent: list[tuple[K, HandoffStep, str]] = []
    counted: set[int] = set()
    for step in steps:
        handoff, part = step.handoff, PART.get(step.state)
        group = key(handoff)
        row = found.setdefault(group, Lost(handoff.team))
        if handoff.pk not in counted:
            counted.add(handoff.pk)
            _count(row, handoff)
        if part is not None and step.since_at < now:
            spent.append((group, step, part))
    calendars = calendars_of_teams({row.team.pk: row.team for row in found.values()}.values())
    for group, step, part in spent:
        found[group].hours[part] += _hours(calendars[step.handoff.team_id], step, now)
    return found


def _count(row: Lost, handoff: Handoff) -> None:
    row.count += 1
    clock_of = handoff.resolution
    if clock_of is not None:
        row.late += clock_of.breached_at is not None
        row.in_time += clock_of.breached_at is None and handoff.state in OVER


def _hours(calendar: WorkCalendar, step: HandoffStep, now: datetime) -> float:
    until = min(step.until_at, now) if step.until_at is not None else now
    return business_time_between(calendar, step.since_at, until).total_seconds() / HOUR_S

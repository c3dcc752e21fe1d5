"""Time blocks: those of a day, who is not to be disturbed, what one costs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Sum
from django.db.models.functions import Abs

from callboard.core.present import Present
from callboard.team.models import Person
from callboard.work.models import DueKind, Task, TimeBlock
from callboard.work.queries.weighing import Instant, late_at, midnight_of
from callboard.work.rules.due import DAY


@dataclass(frozen=True)
class Cost:
    """What a block costs: what became due while it ran and was not done by then, and what came in and waits; with the money."""

    due: int
    due_stake: Decimal | None
    came: int
    came_stake: Decimal | None


def blocks_on(person: Person, day: date, zone: tzinfo) -> list[TimeBlock]:
    """The blocks of a person that touch a day, by their start; those ended before they began are none."""
    begin, end = midnight_of(day, zone), midnight_of(day + DAY, zone)
    found = TimeBlock.objects.filter(person=person, starts_at__lt=end, ends_at__gt=begin)
    return list(found.filter(Q(ended_at=None) | Q(ended_at__gt=F("starts_at"))).order_by("starts_at"))


def running_of(blocks: Sequence[TimeBlock], now: datetime) -> TimeBlock | None:
    """The one that keeps the queue away now."""
    return next((each for each in blocks if each.starts_at <= now < each.until_at), None)


def shows_through(now: Instant, midnight: datetime, ends_at: datetime) -> Q:
    """What a running block does not keep away: what the person pinned, and what was promised to a customer and is late, or
    will be before the block ends."""
    soon = Q(due_at__lte=ends_at) & ~Q(due_kind=DueKind.DAY)
    return Q(pinned=True) | Q(promised=True) & (late_at(now, midnight) | soon)


def cost_of(block: TimeBlock, now: datetime) -> Cost:
    """What a block has cost so far, or cost when it was over. One query."""
    end = min(block.until_at, now)
    not_done = Q(done_at=None) | Q(done_at__gt=F("due_at"))
    due = not_done & ~Q(due_kind=DueKind.DAY) & Q(due_at__gte=block.starts_at, due_at__lte=end)
    came = (Q(done_at=None) | Q(done_at__gt=end)) & Q(created_at__gte=block.starts_at, created_at__lte=end)
    tasks = Task.objects.filter(due | came, owner=block.person_id).exclude(created_at__gt=end)
    found = tasks.aggregate(
        due=Count("pk", filter=due),
        due_stake=Sum(Abs("stake"), filter=due),
        came=Count("pk", filter=came),
        came_stake=Sum(Abs("stake"), filter=came),
    )
    return Cost(**found)


def blocked_now(people: Any, now: datetime | Present) -> QuerySet[TimeBlock, Any]:
    """Who of some people is not to be disturbed, and until when: what `team` asks (register.blocked)."""
    return TimeBlock.objects.running(now).filter(person__in=people).order_by().values("person", until=F("ends_at"))

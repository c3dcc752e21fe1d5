"""What counts from anchors, and the days it is due on the wall where it happens."""

from datetime import date
from typing import Any

from django.db.models import DateField, F, Func, QuerySet, Value
from django.db.models.functions import Cast, Coalesce, NullIf

from callboard.team.queries import company_zone
from callboard.team.rules.business_time import WorkCalendar
from callboard.work.models import Anchor, Deadline, TaskState
from callboard.work.rules.anchors import Counted, Verdict, judge

#: So far an anchor may stand behind the first of a chain.
MOST_LINKS = 100


def with_due_day(deadlines: QuerySet[Any]) -> QuerySet[Any]:
    """Each with `due_day`: the day its task is due, on the wall of its anchor; None for none."""
    zone = Coalesce(NullIf("anchor__zone", Value("")), Value(company_zone()))
    found: QuerySet[Any] = deadlines.annotate(
        due_day=Cast(Func(zone, F("task__due_at"), function="timezone"), DateField())
    )
    return found


def deadlines_of(anchor_ids: list[int]) -> QuerySet[Any]:
    """What counts from the anchors, the earliest first, with what a page says of it."""
    found = Deadline.objects.filter(anchor__in=anchor_ids).select_related("task__owner", "task__team", "anchor")
    return with_due_day(found).order_by("day_on", "id")


def off_its_anchor(deadline: Any) -> bool:
    """Whether it is due on another day than its anchor says: somebody moved it by hand, or let it stay."""
    return deadline.days is not None and deadline.due_day != deadline.day_on


def verdict_of(deadline: Any, anchor_on: date, calendar: WorkCalendar, today: date) -> Verdict:
    """What becomes of a deadline (one of `with_due_day`) when its anchor stands on a day."""
    counted = Counted(
        deadline.days,
        deadline.business,
        deadline.task.state == TaskState.OPEN,
        deadline.day_on,
        deadline.due_day,
        deadline.told_on is not None,
    )
    return judge(counted, anchor_on, calendar, today)


def followers_of(anchor: Anchor) -> list[Anchor]:
    """Every anchor that follows it, at any depth, each after the one it follows. A query a step of the chain."""
    found: list[Anchor] = []
    step = [anchor.pk]
    for _link in range(MOST_LINKS):
        rows = Anchor.objects.filter(after__in=step, removed_at=None).select_for_update(no_key=True).order_by("id")
        if not (next_step := list(rows)):
            break
        found += next_step
        step = [row.pk for row in next_step]
    return found


def chain_of(anchor: Anchor) -> list[Anchor]:
    """The anchor as it is now and what it follows, up to the first, each held until the end of the run."""
    chain = [Anchor.objects.select_for_update(no_key=True).get(pk=anchor.pk)]
    while chain[-1].after_id is not None and len(chain) < MOST_LINKS:
        above = Anchor.objects.select_for_update(no_key=True).get(pk=chain[-1].after_id)
        chain.append(above)
        if above.pk in {each.pk for each in chain[:-1]}:
            break
    return chain

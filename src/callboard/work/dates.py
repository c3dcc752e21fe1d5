"""What work puts into calendars: what one has to do by a day, the time one keeps for something, anchors, open deadlines."""

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext_lazy as _

from callboard.calendar.queries.showing import Dates, Shown
from callboard.core.access import allows, visible
from callboard.core.actions import Actor
from callboard.core.asking import Question
from callboard.core.links import url_at
from callboard.team.queries import company_zone
from callboard.work.models import Anchor, Deadline, DueKind, Task, TimeBlock
from callboard.work.queries.anchors import with_due_day
from callboard.work.queries.weighing import midnight_of

#: The most a stretch of days shows of each.
MOST = 500
DAY = timedelta(days=1)
VIEW = "work.view"
MOMENT = timedelta(microseconds=1)


def _tasks(actor: Actor, since: date, until: date) -> Question | None:
    if actor.person is None:
        return None
    zone = actor.person.tz
    # Deadlines stand there by themselves.
    mine = Task.objects.open().filter(
        deadline=None, owner=actor.person, due_at__gte=midnight_of(since, zone), due_at__lt=midnight_of(until, zone)
    )
    return Question("records", mine.select_related("account").order_by("due_at", "id")[:MOST])


def _task(task: Task, zone: ZoneInfo) -> Shown:
    assert task.due_at is not None
    local = task.due_at.astimezone(zone)
    return Shown(
        title=task.title,
        first=local.date(),
        last=local.date(),
        tone="d",
        url=task.get_absolute_url(),
        at=None if task.due_kind == DueKind.DAY else local.time(),
        kind="work.tasks",
        pk=task.pk,
        person=task.owner_id,
        detail=str(task.account or ""),
    )


def _blocks(actor: Actor, since: date, until: date) -> Question | None:
    if actor.person is None:
        return None
    zone = actor.person.tz
    mine = TimeBlock.objects.filter(
        person=actor.person, ended_at=None, ends_at__gt=midnight_of(since, zone), starts_at__lt=midnight_of(until, zone)
    )
    return Question("records", mine.order_by("starts_at")[:MOST])


def _block(block: TimeBlock, zone: ZoneInfo) -> Shown:
    begin, end = block.starts_at.astimezone(zone), block.ends_at.astimezone(zone)
    return Shown(
        title=block.purpose,
        first=begin.date(),
        last=(end - MOMENT).date(),
        tone="d",
        url=block.get_absolute_url(),
        at=begin.time(),
        until=end.time(),
        kind="work.blocks",
        pk=block.pk,
        person=block.person_id,
    )


def _anchors(actor: Actor, since: date, until: date) -> Question | None:
    if not allows(actor, VIEW):
        return None
    found = visible(Anchor.objects.filter(removed_at=None, day_on__gte=since, day_on__lt=until), actor)
    return Question("list", found.order_by("day_on", "id").values("pk", "name", "day_on", "place", "owner"))


def _anchor(row: Any, zone: ZoneInfo) -> Shown:
    on = row["day_on"]
    return Shown(
        row["name"], on, on, "s", url_at(Anchor, row["pk"]), kind="anchors", pk=row["pk"], person=row["owner"], detail=row["place"]
    )  # fmt: skip


def _deadlines(actor: Actor, since: date, until: date) -> Question | None:
    if not allows(actor, VIEW):
        return None
    ours = ZoneInfo(company_zone())
    # A day on another wall is at most a day away.
    window = [datetime.combine(day, time(0), ours) for day in (since - DAY, until + DAY)]
    found = visible(Deadline.objects.open(), actor).filter(task__due_at__gte=window[0], task__due_at__lt=window[1])
    rows = with_due_day(found).order_by("task__due_at", "id")
    return Question("list", rows.values("pk", "due_day", "task__title", "task__owner", "anchor__name"))


def _deadline(row: Any, zone: ZoneInfo) -> Shown:
    on = row["due_day"]
    return Shown(
        row["task__title"], on, on, "d", url_at(Deadline, row["pk"]),
        kind="deadlines", pk=row["pk"], person=row["task__owner"], detail=row["anchor__name"] or "",
    )  # fmt: skip


ANCHORS = Dates(_("Anchors"), "s", _anchors, _anchor)
DEADLINES = Dates(_("Deadlines"), "d", _deadlines, _deadline)
TASKS = Dates(_("My tasks"), "d", _tasks, _task)
BLOCKS = Dates(_("My time blocks"), "d", _blocks, _block)

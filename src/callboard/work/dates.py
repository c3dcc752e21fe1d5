"""What work gives to calendars: what one has to do by a day, and the time one keeps for something."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext_lazy as _

from callboard.calendar.queries.showing import Dates, Shown
from callboard.core.actions import Actor
from callboard.core.asking import Question
from callboard.core.registry import Part, register
from callboard.work.models import DueKind, Task, TimeBlock
from callboard.work.queries.weighing import midnight_of

#: The most a stretch of days shows of each.
MOST = 500
MOMENT = timedelta(microseconds=1)


def _tasks(actor: Actor, since: date, until: date) -> Question | None:
    if actor.person is None:
        return None
    zone = actor.person.tz
    mine = Task.objects.open().filter(
        owner=actor.person, due_at__gte=midnight_of(since, zone), due_at__lt=midnight_of(until, zone)
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


register.date_source.add(Part("work.tasks", Dates(_("My tasks"), "d", _tasks, _task)))
register.date_source.add(Part("work.blocks", Dates(_("My time blocks"), "d", _blocks, _block)))

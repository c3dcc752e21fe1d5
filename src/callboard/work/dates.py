"""What work puts into the calendar: anchors, and the deadlines that are open."""

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
from callboard.work.models import Anchor, Deadline
from callboard.work.queries.anchors import with_due_day

DAY = timedelta(days=1)
VIEW = "work.view"


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

"""Anchors and deadlines for tests."""

from datetime import date
from typing import Any

from callboard.core.actions import Actor
from callboard.core.models import Log
from callboard.work.actions import create_anchor
from callboard.work.models import Anchor, Deadline
from callboard.work.queries.anchors import with_due_day

#: A Monday far enough ahead that nothing of the tests is past.
OPENS = date(2099, 7, 6)


def shown(by: Actor, name: str = "Expo", day_on: date = OPENS, **given: Any) -> Anchor:
    return create_anchor(by=by, name=name, day_on=day_on, **given)


def due(deadline: Deadline) -> date | None:
    return with_due_day(Deadline.objects.filter(pk=deadline.pk)).values_list("due_day", flat=True).get()


def last(name: str) -> Log:
    return Log.objects.filter(action=f"work.{name}").latest("at")

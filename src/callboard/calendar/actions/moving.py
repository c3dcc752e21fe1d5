"""A time of a series taken to another day, or changed: that one, all from it on, or every one."""

import json
from datetime import date, datetime
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from callboard.calendar.actions.events import change_event, move_event, put_event_back
from callboard.calendar.actions.parts import day_said, gone, kept_of, wall_of
from callboard.calendar.actions.series import by_itself, change_one, join_parts, join_series, move_one, split_series
from callboard.calendar.models import Event
from callboard.calendar.rules.recurrence import as_time
from callboard.core.actions import Actor, Refusal, Text, action


class Which(models.TextChoices):
    """How much of a series is meant."""

    ONE = "one", _("This time only")
    LATER = "later", _("This and all later ones")
    ALL = "all", _("Every time")


@action(
    _("Moved event"),
    said=_("Moved “{event}”"),
    who="calendar.edit",
    undo="calendar.take_back_move",
    icon="calendar-event",
    preview=True,
)
def move_time(
    event: Event,
    *,
    by: Actor,
    key: str,
    which: Which,
    when: str = "",
    starts_on: date | None = None,
    starts: str | None = None,
    shown_on: date | None = None,
    shown_at: str | None = None,
) -> Event:
    """A time of a series to another day, and to another time where one is said; with it the later ones, or every one.

    when: words like "tue 9", instead of a day and a time.  shown_on, shown_at: the day it was drawn on where it was taken
    from, and its time there: a time that is said is one of whoever drew it."""
    began = _kept(event, key, which, by)
    day, at = day_said(began, by, starts_on=starts_on, starts=starts, when=when, shown_on=shown_on, shown_at=shown_at)
    if which == Which.ONE:
        return move_one(event, by=by, key=key, starts_on=day, starts=at)
    if which == Which.LATER and began != as_time(event.starts):
        return split_series(event, by=by, key=key, starts_on=day, starts=at)
    return move_event(event, by=by, starts_on=event.starts_on + (day - began.date()), starts=at)


@action(
    _("Changed times"),
    said=_("Changed “{event}”"),
    who="calendar.edit",
    undo="calendar.take_back_move",
    icon="pencil",
    preview=True,
)
def change_time(
    event: Event,
    *,
    by: Actor,
    key: str,
    which: Which,
    title: str | None = None,
    starts_on: date | None = None,
    starts: str | None = None,
    ends_on: date | None = None,
    ends: str | None = None,
    place: str | None = None,
    text: Text | None = None,
) -> Event:
    """What a time of a series says; with it the later ones, or every one. What is not said stays.

    starts_on, ends_on: days of that time; the others go as far."""
    began = _kept(event, key, which, by)
    words: dict[str, Any] = {"title": title, "starts": starts, "ends": ends, "place": place, "text": text}
    if which == Which.ONE:
        return change_one(event, by=by, key=key, starts_on=starts_on, ends_on=ends_on, **words)
    meant = event
    if which == Which.LATER and began != as_time(event.starts):
        meant = split_series(event, by=by, key=key)
    to_first = meant.starts_on - began.date()
    first, last = (day and day + to_first for day in (starts_on, ends_on))
    return change_event(meant, by=by, starts_on=first, ends_on=last, **words)


def _kept(event: Event, key: str, which: Which, by: Actor) -> datetime:
    """When that time begins; how it and its series stand is kept for the undo."""
    began = wall_of(key)
    before = by_itself(event, key) if which == Which.ONE else event
    by.undo_args(which=which, series=event, key=key, was=json.dumps(kept_of(before)) if before is not None else "")
    return began


@action(
    _("Moved event back"),
    said=_("“{event}” is where it was"),
    who="calendar.edit",
    final=_("Do it again."),
    icon="arrow-back-up",
)
def take_back_move(event: Event, *, by: Actor, which: Which, series: Event, key: str, was: Text) -> Event:
    """As it stood before. event: what the move or change made, moved or changed.  was: how it stood; "" where the move made it."""
    if event == series:
        return put_event_back(event, by=by, was=was)
    if which == Which.ONE:
        return join_series(event, by=by, was=was)
    return join_parts(event, by=by, event=series, was=was, key=key)


@move_time.can
@change_time.can
@take_back_move.can
def _may_move(event: Event, now: datetime) -> Refusal | None:
    return gone(event)

"""One time of a series, changed or left out by itself; and a series that goes on otherwise from one time on.

A time is named by its key: its start on the wall, as the series has it.
"""

import uuid
from datetime import date, datetime, timedelta

from django.utils.translation import gettext_lazy as _

from callboard.calendar.actions.parts import (
    carry,
    gone,
    keep,
    move,
    restore,
    set_times,
    show,
    stand,
    times_from,
    title_of,
    wall_of,
    warn,
)
from callboard.calendar.actions.standing import work_out
from callboard.calendar.models import Event
from callboard.calendar.queries.saying import OURS
from callboard.calendar.queries.times import on_the_wall
from callboard.calendar.rules.recurrence import ORDER, as_time, starts_of
from callboard.calendar.rules.said import Times
from callboard.core.actions import Actor, Invalid, Refusal, Refused, Text, action

SECOND = timedelta(seconds=1)
#: What a time of a series has of its series until it is changed.
SAME = (
    "calendar_id", "uid", "title", "text", "place", "url", "state", "busy", "private", "categories", "account_id",
    "organizer_id", "organizer_address", "alarms", "audience", "sequence",
)  # fmt: skip


@action(
    _("Changed one time"),
    said=_("Changed “{event}” on one day"),
    who="calendar.edit",
    undo="calendar.join_series",
    icon="pencil",
)
def change_one(
    event: Event,
    *,
    by: Actor,
    key: str,
    title: str | None = None,
    starts_on: date | None = None,
    starts: str | None = None,
    ends_on: date | None = None,
    ends: str | None = None,
    place: str | None = None,
    text: Text | None = None,
) -> Event:
    """That time alone; the others stay as they are."""
    one = _one(event, key, by)
    zone = one.zone or event.calendar.zone or "UTC"
    said = times_from(one, zone, starts_on=starts_on, starts=starts, ends_on=ends_on, ends=ends)
    for name, value in (("title", title and title_of(title)), ("place", place), ("text", text)):
        if value is not None:
            setattr(one, name, value.strip())
    set_times(one, said)
    return _instead(one, event, by)


@action(
    _("Moved one time"),
    said=_("Moved “{event}” on one day"),
    who="calendar.edit",
    undo="calendar.join_series",
    icon="calendar-event",
)
def move_one(event: Event, *, by: Actor, key: str, starts_on: date, starts: str | None = None) -> Event:
    """That time alone, to another day or time; as long as before."""
    one = _one(event, key, by)
    move(one, starts_on, starts)
    return _instead(one, event, by)


@action(
    _("Left one time out"),
    said=_("Left “{event}” out on one day"),
    who="calendar.edit",
    undo="calendar.put_event_back",
    icon="calendar-minus",
)
def leave_out(event: Event, *, by: Actor, key: str) -> Event:
    """It does not happen that once."""
    keep(event, by)
    _must_happen(event, key)
    if by_itself(event, key) is not None:
        raise Refused(Refusal("changed", _("That time was changed by itself: remove that one.")))
    event.leaves = [*event.leaves, key]
    return stand(event, by)


@action(
    _("Made it one of its series again"),
    said=_("“{event}” is as its series again"),
    who="calendar.edit",
    final=_("Change that time again."),
    icon="arrow-back-up",
)
def join_series(event: Event, *, by: Actor, was: Text | None = None) -> Event:
    """A time that was changed by itself is as the others.  was: what `keep` wrote of it, where it was changed by itself before that
    already: so it is again."""
    if was:
        restore(event, was, by)
        return stand(event, by)
    series = event.series
    event.removed_at = by.now
    stand(event, by)
    return series or event


@join_series.can
def _may_join(event: Event, now: datetime) -> Refusal | None:
    if event.series_id is None:
        return Refusal("no_time", _("It is no time of a series."))
    return gone(event)


@action(
    _("Changed it from one time on"),
    said=_("Changed “{event}” from then on"),
    who="calendar.edit",
    undo="calendar.join_parts",
    icon="calendar-event",
)
def split_series(
    event: Event,
    *,
    by: Actor,
    key: str,
    starts_on: date | None = None,
    starts: str | None = None,
    title: str | None = None,
) -> Event:
    """That time and all later ones are a series of their own, from another day, time or under another name. Times that were
    changed by themselves go with the part they belong to."""
    _must_happen(event, key)
    cut = as_time(on_the_wall(key))
    if cut == as_time(event.starts):
        raise Invalid({"key": _("It is the first time: change the whole series.")})
    rest = Event(**{name: getattr(event, name) for name in SAME}, created_at=by.now)
    rest.uid = f"{uuid.uuid4()}{OURS}"
    rest.title = title_of(title) if title else event.title
    length = as_time(event.ends) - as_time(event.starts)
    set_times(rest, _times(cut, cut + length, event))
    rest.rule, event_rule = _parted(event, cut)
    rest.adds, stays = _split(event.adds, cut)
    rest.leaves, left = _split(event.leaves, cut)
    if starts_on is not None or starts is not None:
        move(rest, starts_on or rest.starts_on, starts)
    keep(event, by, event=event, key=key)
    event.rule, event.adds, event.leaves = event_rule, stays, left
    stand(rest, by)
    _hang(event, rest, key)
    carry(rest, as_time(rest.starts) - cut)
    stand(event, by)
    work_out([rest], by.today)
    return warn(rest, by)


@action(
    _("Made one series of two"),
    said=_("“{event}” is one series again"),
    who="calendar.edit",
    final=_("Change it from that day on again."),
    icon="arrow-back-up",
)
def join_parts(rest: Event, *, by: Actor, event: Event, was: Text, key: str) -> Event:
    """A series that was parted at a time is one again, as it was before; times changed by themselves since stay with it."""
    carry(rest, wall_of(key) - as_time(rest.starts))
    rest.removed_at = by.now
    _hang(rest, event, "")
    stand(rest, by)
    restore(event, was, by)
    return stand(event, by)


@change_one.can
@move_one.can
@leave_out.can
@split_series.can
@join_parts.can
def _may_change(event: Event, now: datetime) -> Refusal | None:
    return gone(event)


def _hang(series: Event, other: Event, since: str) -> None:
    """The changed times of a series from one on belong to another one."""
    changed = Event.objects.standing().filter(series=series, recurrence_of__gte=since)
    changed.update(series=other, uid=other.uid)


def _must_happen(event: Event, key: str) -> None:
    """Refused where the series has no such time: it was left out, changed by itself, or its rule is another by now."""
    at = wall_of(key)
    adds, leaves = ([on_the_wall(each) for each in part] for part in (event.adds, event.leaves))
    if not starts_of(event.starts, event.rule, adds, leaves, since=at, until=at + SECOND):
        raise Refused(Refusal("not_there", _("It does not happen then any more. Look at the calendar again.")))


def _one(event: Event, key: str, by: Actor) -> Event:
    """The time by itself: the event that stands instead of it, or a new one as the series has it."""
    found = by_itself(event, key)
    if found is not None:
        keep(found, by)
        return found
    _must_happen(event, key)
    begin, length = as_time(on_the_wall(key)), as_time(event.ends) - as_time(event.starts)
    one = Event(**{name: getattr(event, name) for name in SAME}, series=event, recurrence_of=key, created_at=by.now)
    set_times(one, _times(begin, begin + length, event))
    return one


def by_itself(series: Event, key: str) -> Event | None:
    """What stands instead of that time of a series."""
    return Event.objects.standing().filter(series=series, recurrence_of=key).first()


def _times(begin: datetime, end: datetime, event: Event) -> Times:
    if event.all_day:
        return Times(begin.date(), None, end.date(), None, "")
    return Times(begin.date(), begin.time(), end.date(), end.time(), event.zone)


def _instead(one: Event, series: Event, by: Actor) -> Event:
    if not series.rule and not series.adds:
        raise Invalid({"key": _("It happens once: change the event itself.")})
    one.rule = ""
    show(one, by)
    return warn(stand(one, by), by)


def _parted(event: Event, cut: datetime) -> tuple[str, str]:
    """The rules of what comes from `cut` on and of what comes before; none where its days were said one by one."""
    if not event.rule:
        return "", ""
    parts = dict(part.partition("=")[::2] for part in event.rule.split(";") if part)
    last = cut - (timedelta(days=1) if event.all_day else SECOND)
    ended = f"{last:%Y%m%d}" if event.all_day else f"{last:%Y%m%dT%H%M%S}"
    before = {**{name: value for name, value in parts.items() if name != "COUNT"}, "UNTIL": ended}
    if "COUNT" in parts:
        past = starts_of(event.starts, event.rule, [], [], since=as_time(event.starts), until=cut)
        parts["COUNT"] = str(max(int(parts["COUNT"]) - len(past), 1))
    return _rule(parts), _rule(before)


def _rule(parts: dict[str, str]) -> str:
    return ";".join(f"{name}={parts[name]}" for name in sorted(parts, key=ORDER.index))


def _split(walls: list[str], cut: datetime) -> tuple[list[str], list[str]]:
    """Starts from `cut` on, and those before."""
    later = [each for each in walls if as_time(on_the_wall(each)) >= cut]
    return later, [each for each in walls if each not in later]

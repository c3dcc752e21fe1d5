"""Events put into a calendar, changed, moved, taken out and put back."""

import uuid
from collections.abc import Iterable
from datetime import date, datetime

from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from callboard.calendar.actions.calendars import own_calendar
from callboard.calendar.actions.parts import (
    audience_of,
    day_said,
    follow,
    gone,
    keep,
    move,
    names_of,
    restore,
    set_times,
    show,
    stand,
    times_from,
    title_of,
    warn,
    zone_of,
)
from callboard.calendar.actions.standing import work_out
from callboard.calendar.models import Calendar, Category, Event
from callboard.calendar.queries.asked import outside
from callboard.calendar.queries.saying import OURS
from callboard.calendar.rules.recurrence import as_time
from callboard.calendar.rules.reminding import Alarm, alarms_of
from callboard.calendar.rules.repeating import Repeats
from callboard.calendar.rules.said import rule_changed, rule_said, times_said
from callboard.core.actions import Actor, Invalid, Refusal, Refused, Text, action
from callboard.core.leavers import must_work_here
from callboard.directory.models import Account
from callboard.team.models import Person


@action(
    _("Added event"),
    said=_("Added “{result}”"),
    who="calendar.edit",
    undo="calendar.remove_event",
    icon="calendar-plus",
    preview=True,
    roots=lambda given: {given["account"].pk} if given.get("account") else set(),
)
def create_event(
    *,
    by: Actor,
    title: str,
    starts_on: date,
    starts: str = "",
    ends_on: date | None = None,
    ends: str = "",
    calendar: Calendar | None = None,
    repeats: Repeats = Repeats.NEVER,
    until: date | None = None,
    times: int | None = None,
    rule: str = "",
    place: str = "",
    text: Text | None = None,
    account: Account | None = None,
    categories: list[Category] | None = None,
    alarm: Alarm = Alarm.NONE,
    zone: str = "",
) -> Event:
    """Something with a time. Without a start it is about whole days; an end before its start is the next day's. calendar: by default
    one's own."""
    calendar = calendar or own_calendar(by)
    said = times_said(starts_on, starts, ends_on, ends, zone or calendar.zone or zone_of(by))
    event = Event(
        calendar=calendar,
        uid=f"{uuid.uuid4()}{OURS}",
        title=title_of(title),
        rule=rule_said(repeats, said, until=until, count=times, rule=rule),
        place=place.strip(),
        text=(text or "").strip(),
        account=account,
        categories=names_of(categories or []),
        alarms=alarms_of(alarm),
        organizer=by.person,
        audience=audience_of(calendar, by, private=False),
        created_at=by.now,
    )
    set_times(event, said)
    return warn(stand(event, by), by)


@action(
    _("Changed event"),
    said=_("Changed “{event}”"),
    who="calendar.edit",
    undo="calendar.put_event_back",
    icon="pencil",
    preview=True,
)
def change_event(
    event: Event,
    *,
    by: Actor,
    title: str | None = None,
    starts_on: date | None = None,
    starts: str | None = None,
    ends_on: date | None = None,
    ends: str | None = None,
    repeats: Repeats | None = None,
    until: date | None = None,
    times: int | None = None,
    place: str | None = None,
    text: Text | None = None,
    busy: bool | None = None,
    private: bool | None = None,
    categories: list[Category] | None = None,
    alarm: Alarm | None = None,
) -> Event:
    """What is not said stays. Of a series every time is changed.  times: 0 for a series without end."""
    keep(event, by)
    zone = event.zone or event.calendar.zone or zone_of(by)
    said = times_from(event, zone, starts_on=starts_on, starts=starts, ends_on=ends_on, ends=ends)
    if event.series_id is not None and repeats not in (None, Repeats.NEVER):
        raise Invalid({"repeats": _("One time of a series does not repeat by itself.")})
    if repeats is not None or until is not None or times is not None or said.starts != event.starts:
        event.rule = rule_changed(event.rule, event.starts, said, repeats=repeats, until=until, count=times)
    for name, value in (("title", title and title_of(title)), ("place", place), ("text", text)):
        if value is not None:
            setattr(event, name, value.strip())
    event.busy = event.busy if busy is None else busy
    event.private = event.private if private is None else private
    if categories is not None:
        event.categories = names_of(categories)
    if alarm is not None:
        event.alarms = alarms_of(alarm, event.alarms)
    show(event, by)
    follow(event, said)
    return warn(stand(event, by), by)


@action(
    _("Moved event"),
    said=_("Moved “{event}”"),
    who="calendar.edit",
    undo="calendar.put_event_back",
    icon="calendar-event",
    preview=True,
)
def move_event(
    event: Event,
    *,
    by: Actor,
    when: str = "",
    starts_on: date | None = None,
    starts: str | None = None,
    shown_on: date | None = None,
    shown_at: str | None = None,
) -> Event:
    """To another day, and to another time where one is said; it stays as long as it was. Of a series every time is moved.

    when: words like "tue 9", instead of a day and a time.  shown_on, shown_at: the day it was drawn on where it was taken
    from, and its time there: a time that is said is one of whoever drew it."""
    keep(event, by)
    day, at = day_said(
        as_time(event.starts), by, starts_on=starts_on, starts=starts, when=when, shown_on=shown_on, shown_at=shown_at
    )
    move(event, day, at)
    return warn(stand(event, by), by)


@action(
    _("Removed event"), said=_("Removed “{event}”"), who="calendar.edit", undo="calendar.restore_event", icon="trash"
)
def remove_event(event: Event, *, by: Actor) -> Event:
    """Taken out of its calendar, a series with all its times; it can be put back. Whoever was invited by mail is not told: call it
    off for them first."""
    if knowing := [str(guest) for guest in outside(event) if guest.told]:
        by.say(now_("They have the invitation and are not told: {who}.").format(who=", ".join(knowing)))
    _with_changed(event, by, event.changed.standing(), by.now)
    event.removed_at = by.now
    return stand(event, by)


def _with_changed(series: Event, by: Actor, changed: Iterable[Event], removed_at: datetime | None) -> None:
    """The times of a series that were changed by themselves go with it and come back with it."""
    found = list(changed)
    for each in found:
        each.removed_at, each.updated_at = removed_at, by.now
        each.save()
    work_out(found, by.today)


@action(
    _("Put event back"),
    said=_("Put “{event}” back"),
    who="calendar.edit",
    undo="calendar.remove_event",
    icon="arrow-back-up",
)
def restore_event(event: Event, *, by: Actor) -> Event:
    """Into its calendar, as it was."""
    if (
        Event.objects.standing()
        .filter(calendar=event.calendar, uid=event.uid, recurrence_of=event.recurrence_of)
        .exists()
    ):
        raise Refused(Refusal("there", _("It stands in the calendar again already.")))
    _with_changed(event, by, event.changed.filter(removed_at=event.removed_at), None)
    event.removed_at = None
    return stand(event, by)


@restore_event.can
def _may_restore(event: Event, now: datetime) -> Refusal | None:
    return None if event.removed_at is not None else Refusal("there", _("It stands in the calendar."))


@action(
    _("Put event back as it was"),
    said=_("“{event}” is as it was"),
    who="calendar.edit",
    final=_("Change it again."),
    icon="arrow-back-up",
)
def put_event_back(event: Event, *, by: Actor, was: Text) -> Event:
    """As it was before a change. was: what `keep` wrote."""
    restore(event, was, by)
    return stand(event, by)


@action(
    _("Handed event over"),
    said=_("Handed “{event}” over to {to}"),
    who="calendar.edit",
    undo="calendar.hand_over_event",
    icon="arrow-forward-up",
)
def hand_over_event(event: Event, *, by: Actor, to: Person) -> Event:
    """A colleague organizes it from now on, and sees it where it is private."""
    must_work_here(to=to)
    if event.organizer is not None:
        by.undo_args(to=event.organizer)
    event.organizer = to
    show(event, by)
    return stand(event, by)


@change_event.can
@hand_over_event.can
@move_event.can
@remove_event.can
@put_event_back.can
def _may_change(event: Event, now: datetime) -> Refusal | None:
    return gone(event)

"""What the verbs of events share: where an event stands on the wall, what an undo gives back, who sees it."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from callboard.calendar.actions.standing import work_out
from callboard.calendar.models import Calendar, Category, Event, Guest
from callboard.calendar.queries.conflicts import conflicts_of
from callboard.calendar.queries.times import on_the_wall
from callboard.calendar.rules.recurrence import Unknown, as_time, checked
from callboard.calendar.rules.said import Times, clock_said, rule_changed, times_said
from callboard.core.access import own_token
from callboard.core.actions import Actor, Invalid, Refusal
from callboard.core.given import read_json
from callboard.team.queries import company_zone
from callboard.team.reading.when import Unreadable, read_when

#: What an undo gives back, as JSON.
KEPT = (
    "calendar_id", "title", "starts_on", "starts_time", "ends_on", "ends_time", "zone", "rule", "adds", "leaves", "text", "place",
    "url", "state", "busy", "private", "categories", "account_id", "alarms",
)  # fmt: skip
#: No change of an event moves it to another calendar or account, so no undo does.
_STAYS = {"calendar_id", "account_id"}
_DAYS, _CLOCKS = {"starts_on", "ends_on"}, {"starts_time", "ends_time"}


def gone(event: Event) -> Refusal | None:
    if event.removed_at is not None:
        return Refusal("removed", _("It was taken out of its calendar."))
    if event.calendar.archived_at is not None:
        return Refusal("archived", _("Its calendar is archived."))
    return None


def keep(event: Event, by: Actor, /, **more: Any) -> None:
    """What an undo gives back, and what else it is called with."""
    by.undo_args(**more, was=json.dumps(kept_of(event)))


def kept_of(event: Event, *more: str) -> dict[str, Any]:
    """What an event says, as JSON takes it.  more: further columns."""
    return {name: _plain(getattr(event, name)) for name in (*KEPT, *more)}


def put_back(event: Event, fields: Mapping[str, Any]) -> None:
    """As `kept_of` gave it. ValueError, TypeError for what is nothing an event was."""
    for name, value in fields.items():
        setattr(event, name, _value(name, value))


def restore(event: Event, was: str, by: Actor) -> None:
    """As `keep` wrote it, times changed by themselves with it. Invalid for what is nothing an event was."""
    before = event.starts
    try:
        fields = read_json(was)
        put_back(event, {name: fields[name] for name in KEPT if name not in _STAYS})
        event.clean_fields(exclude={"title"} if event.title == "" else None)
        for each in (*event.adds, *event.leaves):
            on_the_wall(each)
        if event.rule:
            checked(event.rule, event.starts, event.zone)
        event.validate_constraints()
        if event.zone and event.zone not in available_timezones():
            raise Unknown(event.zone)
    except (ValueError, TypeError, KeyError, AttributeError, ValidationError):
        raise Invalid({"was": _("This is nothing an event was.")}) from None
    carry(event, as_time(event.starts) - as_time(before))
    show(event, by)


def times_from(
    event: Event,
    zone: str,
    *,
    starts_on: date | None,
    starts: str | None,
    ends_on: date | None = None,
    ends: str | None = None,
) -> Times:
    """When it is once some of this is said. Who says only when it begins leaves it as long as it was. Invalid."""
    day = starts_on or event.starts_on
    begin = clock_text(event.starts_time) if starts is None else starts
    if ends is None and ends_on is None and begin.strip() and not event.all_day:
        said = times_said(day, begin, None, "", zone)
        end = as_time(said.starts) + (as_time(event.ends) - as_time(event.starts))
        return replace(said, ends_on=end.date(), ends_time=end.time())
    last = ends_on or day + (event.ends_on - event.starts_on)
    end_said = clock_text(event.ends_time) if begin.strip() else ""
    return times_said(day, begin, last, end_said if ends is None else ends, zone)


def move(event: Event, starts_on: date, starts: str | None) -> None:
    """Another start on the wall, as long as before. Its rule follows it: weekly on Tuesdays becomes weekly on Wednesdays."""
    said = times_from(event, event.zone or "UTC", starts_on=starts_on, starts=starts)
    if (said.starts_time is None) != event.all_day:
        raise Invalid({"starts": _("What is about whole days has no time; change the event instead.")})
    event.rule = rule_changed(event.rule, event.starts, said, repeats=None, until=None, count=None)
    follow(event, said)


def follow(event: Event, times: Times) -> None:
    """It is at other times; further and left-out starts, and times changed by themselves, go along."""
    moved = as_time(times.starts) - as_time(event.starts)
    set_times(event, times)
    event.adds, event.leaves = (_shifted(each, moved, event.all_day) for each in (event.adds, event.leaves))
    carry(event, moved)


def carry(series: Event, moved: timedelta) -> None:
    """Times changed by themselves stand instead of the same times once their series begins otherwise."""
    if not moved or series.pk is None:
        return
    changed = Event.objects.standing().filter(series=series)
    # The one that goes first makes room for the next: a week later is where the next one still is.
    for one in changed.order_by("recurrence_of" if moved < timedelta(0) else "-recurrence_of"):
        key = _shifted([one.recurrence_of], moved, series.all_day)[0]
        Event.objects.filter(pk=one.pk).update(recurrence_of=key)


def day_said(
    began: datetime,
    by: Actor,
    *,
    starts_on: date | None,
    starts: str | None,
    when: str,
    shown_on: date | None,
    shown_at: str | None,
) -> tuple[date, str | None]:
    """Where what began then is moved to: its day on its own wall, and its time where one was said.

    when: words like "tue 9".  shown_on, shown_at: the day and the time it was drawn at where it was taken from; in another zone
    those are others, so it moves by as much as it was moved there. Invalid."""
    if when.strip():
        zone = by.person.tz if by.person is not None else ZoneInfo(company_zone())
        try:
            said = read_when(when, by.now.astimezone(zone))
        except Unreadable:
            raise Invalid({"when": _("Write a day and a time like “tue 9”, “mar 12” or “+3”.")}) from None
        return said.on, clock_text(said.at) if said.at is not None else starts
    if starts_on is None:
        raise Invalid({"starts_on": _("Say which day.")})
    if shown_on is None:
        return starts_on, starts
    try:
        if not shown_at or not starts or not starts.strip():
            return began.date() + (starts_on - shown_on), starts
        drawn = datetime.combine(shown_on, clock_said("shown_at", shown_at))
        there = began + (datetime.combine(starts_on, clock_said("starts", starts)) - drawn)
    except OverflowError:
        raise Invalid({"starts_on": _("No calendar has that day.")}) from None
    return there.date(), clock_text(there.time())


def _shifted(walls: list[str], by: timedelta, all_day: bool) -> list[str]:
    """Further and left-out starts go along with their series."""
    moved = (as_time(on_the_wall(each)) + by for each in walls)
    return [at.date().isoformat() if all_day else at.isoformat() for at in moved]


def set_times(event: Event, times: Times) -> None:
    event.starts_on, event.starts_time = times.starts_on, times.starts_time
    event.ends_on, event.ends_time, event.zone = times.ends_on, times.ends_time, times.zone


def stand(event: Event, by: Actor) -> Event:
    """Store it, and its times. Whoever sees a series sees its changed times."""
    event.updated_at = by.now
    event.save()
    for each in event.changed.standing().select_related("calendar", "series"):
        before = each.audience
        show(each, by)
        if each.audience != before:
            each.updated_at = by.now
            each.save()
    work_out([event], by.today)
    by.changed(event, topic="calendar")
    return event


def warn(event: Event, by: Actor) -> Event:
    """Tell whoever acts what speaks against its times; it stands all the same."""
    for sentence in conflicts_of(event, by, by.today):
        by.say(sentence)
    return event


def wall_of(key: str) -> datetime:
    """The start a time of a series is named by. Invalid for what is none."""
    try:
        at = on_the_wall(key)
    except ValueError:
        at = None
    if at is None or at.isoformat() != key:
        raise Invalid({"key": _("This is no time.")})
    return as_time(at)


def title_of(title: str) -> str:
    said = " ".join(title.split())[:300]
    if not said:
        raise Invalid({"title": _("Say what it is.")})
    return said


def names_of(categories: list[Category]) -> list[str]:
    """The words an event is marked with. Invalid for one that is offered no more."""
    if gone := [each for each in categories if each.retired_at is not None]:
        raise Invalid({"categories": _("“{name}” is offered no more.").format(name=gone[0].name)})
    return [each.name for each in categories]


def audience_of(
    calendar: Calendar, by: Actor, *, private: bool, organizer: int | None = None, guests: Iterable[int] = ()
) -> list[str]:
    """Whoever sees the calendar; of what stands in somebody's own, or is private, whoever organizes it and is asked to it alone."""
    person = organizer or by.person_id
    seen = [] if private and person is not None else list(calendar.audience)
    if "all" in seen:
        return seen
    return sorted({*seen, *(own_token(each) for each in (person, *guests) if each is not None)})


def show(event: Event, by: Actor) -> None:
    """Say who sees it. A time changed by itself is as private as its series, and seen by whoever is asked to that."""
    series = event.series
    private = event.private or (series is not None and series.private)
    asked = Guest.objects.filter(event__in=[event.pk, event.series_id], person__isnull=False)
    event.audience = audience_of(
        event.calendar, by, private=private, organizer=event.organizer_id, guests=asked.values_list("person", flat=True)
    )


def zone_of(by: Actor) -> str:
    return str(by.person.zone) if by.person is not None else company_zone()


def clock_text(at: time | None) -> str:
    return f"{at:%H:%M}" if at is not None else ""


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date | time) else value


def _value(name: str, kept: Any) -> Any:
    if kept is None or not isinstance(kept, str):
        return kept
    if name in _DAYS:
        return date.fromisoformat(kept)
    return time.fromisoformat(kept) if name in _CLOCKS else kept

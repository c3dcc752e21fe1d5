"""The practice company's calendars: conventions with their deadlines, the sales month, trainings, the team's week, demos."""

import random
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any, TypeVar
from uuid import UUID

from callboard.calendar.actions.standing import work_out
from callboard.calendar.models import Calendar, Category, Event, EventState, Guest, Layer
from callboard.core.access import own_token
from callboard.core.demo import World, write
from callboard.core.models import Model

DAY = timedelta(days=1)
R = TypeVar("R", bound=Model)
CHICAGO = "America/Chicago"

HOUSE = (
    ("Conventions", Layer.CONVENTIONS),
    ("Sales month", Layer.SALES),
    ("Trainings", Layer.TRAINING),
    ("Team", Layer.TEAM),
    ("Customer meetings", Layer.TEAM),
)
#: Words events are marked with, and their colour.
WORDS = (
    ("Convention", "s"),
    ("Customer", "d"),
    ("Deadline", "x"),
    ("Training", ""),
)
#: A show: name, place, the Tuesday of its month it begins on, days.
SHOWS = (
    (1, "Lone Star Agents Conference", "Austin Convention Center", 3, 3),
    (2, "Prairie Agencies Winter Meeting", "Omaha", 2, 2),
    (3, "Gulf States Expo", "New Orleans, Hall C", 4, 2),
    (4, "Rater Users Week", "Orlando", 3, 4),
    (6, "Texas Independent Agents", "San Antonio", 2, 3),
    (7, "Latin Agents Summit", "Miami", 4, 2),
    (9, "Great Lakes Big Day", "Chicago, Navy Pier", 2, 1),
    (10, "Western Agents Forum", "Las Vegas", 3, 3),
    (11, "Carolina Agents Meeting", "Charlotte", 1, 2),
)
#: The day before which each is due: what, days before the show.
DUE = (("Booth balance due", 45), ("Hotel cut-off", 30), ("Badge names due", 14))
#: One meeting: what, how it repeats, from, to.
WEEKLY = (
    ("Friday sweep", "FREQ=WEEKLY;BYDAY=FR", time(15), time(15, 45), "Room 2"),
    ("Desk stand-up", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", time(8, 45), time(9), ""),
    ("Pipeline review", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", time(13), time(14), "Room 1"),
)
MONTHLY = (
    ("Goals set", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1", None),
    ("Month close", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", None),
    ("Cut-off", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", time(17)),
)
TRAININGS = ("Rater 6.2: what is new", "Farm add-on", "Telephone: price talk", "Website offers", "New forms in Texas")
MEETINGS = (("Demo: {name}", 60), ("Review: {name}", 45), ("Quote with {name}", 30))
PRIVATE = ("Dentist", "Parents' evening", "Car to the garage")
CLOCKS = (time(9, 30), time(10), time(11), time(13), time(14), time(15, 30))
#: So many weeks back and ahead people have meetings of their own.
WEEKS = 6


def build(world: World) -> None:
    """Calendars, categories, events and who comes. Needs people; meetings with customers where there are accounts.

    It draws from a stream of its own: what the rooms above make does not change with what stands in calendars.
    """
    rng, today = random.Random(world.seed), world.now.date()
    people = {person.name: person for person in world["people"]}
    desk, lead = people["Dana Whitfield"], people["Carol Reyes"]
    write(Category, [_made(Category(name=name, tone=tone), world) for name, tone in WORDS])
    house = {
        name: calendar
        for (name, _layer), calendar in zip(
            HOUSE,
            write(Calendar, [_made(Calendar(name=name, layer=layer), world) for name, layer in HOUSE]),
            strict=True,
        )
    }
    executives = world["executives"]
    own = _own_calendars([*executives, *world["desk"]], world)
    shows = list(_shows(world, house["Conventions"], desk))
    due = [event for show in shows for event in _due(show, today)]
    trainings = [_training(number, today, house["Trainings"], lead) for number in range(-12, 8)]
    meetings = [*_meetings(world, rng, house["Customer meetings"], executives), *_private(world, rng, own)]
    plain = [*shows, *due, *_monthly(world, house["Sales month"], lead), *trainings, *meetings]
    weekly = list(_weekly(world, house["Team"], lead))
    events = write(Event, [_stored(event, world, rng) for event in [*plain, *weekly]])
    changed = write(Event, [_stored(event, world, rng) for event in _exceptions(weekly[0], today)])
    Event.objects.bulk_update(weekly[:1], ["leaves"])
    guests = [Guest(event=show, person=who) for show in shows for who in rng.sample(executives, 2)]
    guests += [Guest(event=one, person=who) for one in trainings for who in executives[:4]]
    write(Guest, [_made(guest, world) for guest in guests])
    work_out([*events, *changed], today)
    world.keep("events", events)


def _made(record: R, world: World) -> R:
    record.created_at = record.updated_at = world.since
    record.version = 1
    return record


def _stored(event: Event, world: World, rng: random.Random) -> Event:
    event.uid = event.uid or f"{UUID(int=rng.getrandbits(128))}@callboard"
    event.audience = list(event.calendar.audience)
    return _made(event, world)


def _own_calendars(people: list[Any], world: World) -> dict[int, Calendar]:
    rows = [
        _made(
            Calendar(
                name=person.name,
                layer=Layer.PERSONAL,
                owner=person,
                zone=str(person.zone),
                audience=[own_token(person.pk)],
            ),
            world,
        )
        for person in people
    ]
    return {calendar.owner_id or 0: calendar for calendar in write(Calendar, rows)}


def _shows(world: World, calendar: Calendar, by: Any) -> Iterator[Event]:
    for year in range(world.since.year, world.now.year + 2):
        for month, name, place, tuesday, days in SHOWS:
            first = date(year, month, 1)
            begins = first + DAY * ((1 - first.weekday()) % 7 + 7 * (tuesday - 1))
            show = _day(calendar, f"{name}", begins, by, ends_on=begins + (days - 1) * DAY, categories=["Convention"])
            show.place = place
            yield show


def _due(show: Event, today: date) -> Iterator[Event]:
    """What has to be done before a show that is not over."""
    if show.ends_on < today:
        return
    for what, days in DUE:
        on = show.starts_on - days * DAY
        on -= DAY * max(on.weekday() - 4, 0)
        event = _day(show.calendar, f"{what}: {show.title}", on, show.organizer, categories=["Deadline"])
        event.alarms = [24 * 60]
        yield event


def _monthly(world: World, calendar: Calendar, by: Any) -> Iterator[Event]:
    first = world.since.date().replace(day=1)
    for title, rule, at in MONTHLY:
        begins = _workday(first) if "BYSETPOS=1" in rule else _last_workday(first)
        if at is None:
            yield _day(calendar, title, begins, by, rule=rule)
        else:
            yield _timed(calendar, title, begins, at, at, by, rule=rule)


def _weekly(world: World, calendar: Calendar, by: Any) -> Iterator[Event]:
    monday = world.since.date() - DAY * world.since.weekday()
    for title, rule, begins, ends, place in WEEKLY:
        day = monday + DAY * (4 if "BYDAY=FR" in rule else 1 if "BYDAY=TU" in rule else 0)
        event = _timed(calendar, title, day, begins, ends, by, rule=rule)
        event.place = place
        yield event


def _exceptions(sweep: Event, today: date) -> list[Event]:
    """The sweep is left out once, and once it is on a Thursday."""
    friday = today + DAY * ((4 - today.weekday()) % 7)
    left, moved = (datetime.combine(friday + weeks * 7 * DAY, time(15)).isoformat() for weeks in (2, 1))
    sweep.leaves = [left]
    one = _timed(sweep.calendar, sweep.title, friday + 6 * DAY, time(14), time(14, 45), sweep.organizer)
    one.uid, one.series, one.recurrence_of, one.place = sweep.uid, sweep, moved, "Room 1"
    return [one]


def _training(number: int, today: date, calendar: Calendar, by: Any) -> Event:
    on = today + DAY * ((2 - today.weekday()) % 7 + 14 * number)
    title = f"Training: {TRAININGS[number % len(TRAININGS)]}"
    event = _timed(calendar, title, on, time(9), time(10, 30), by, categories=["Training"])
    event.alarms = [30]
    return event


def _meetings(world: World, rng: random.Random, calendar: Calendar, people: list[Any]) -> Iterator[Event]:
    """Demos, reviews and quotes of executives, two days a week each."""
    accounts = world.made.get("accounts", [])
    if not accounts:
        return
    of: dict[int, list[Any]] = {}
    for account in accounts:
        of.setdefault(account.owner_id, []).append(account)
    monday = world.now.date() - DAY * world.now.weekday()
    for week in range(-WEEKS, WEEKS):
        for person in people:
            for weekday in rng.sample(range(5), 2):
                account = rng.choice(of.get(person.pk) or accounts)
                title, minutes = rng.choice(MEETINGS)
                day, begins = monday + DAY * (7 * week + weekday), rng.choice(CLOCKS)
                ends = (datetime.combine(day, begins) + timedelta(minutes=minutes)).time()
                event = _timed(calendar, title.format(name=account.name)[:300], day, begins, ends, person)
                event.account, event.zone, event.categories = account, str(person.zone), ["Customer"]
                event.state = EventState.TENTATIVE if rng.random() < 0.1 else EventState.CONFIRMED
                yield event


def _private(world: World, rng: random.Random, own: dict[int, Calendar]) -> Iterator[Event]:
    """What is nobody else's business."""
    for calendar in own.values():
        on = world.now.date() + DAY * rng.randrange(-20, 20)
        ends = datetime.combine(on, time(17)).time()
        yield _timed(calendar, rng.choice(PRIVATE), on, time(16), ends, calendar.owner)


def _day(calendar: Calendar, title: str, on: date, by: Any, **more: Any) -> Event:
    return Event(**{"calendar": calendar, "title": title, "starts_on": on, "ends_on": on, "organizer": by, **more})


def _timed(calendar: Calendar, title: str, on: date, begins: time, ends: time, by: Any, **more: Any) -> Event:
    return _day(calendar, title, on, by, starts_time=begins, ends_time=ends, zone=CHICAGO, **more)


def _workday(day: date) -> date:
    while day.weekday() > 4:
        day += DAY
    return day


def _last_workday(first: date) -> date:
    day = (first + 31 * DAY).replace(day=1) - DAY
    while day.weekday() > 4:
        day -= DAY
    return day

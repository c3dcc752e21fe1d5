"""Who is here, who is free, who stands in for whom."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import QuerySet

from callboard.core.asking import Question, answers
from callboard.core.present import Present
from callboard.core.registry import register
from callboard.team.models import Absence, Person, Team, WorkHours
from callboard.team.queries.company import company_calendar, holidays_of, settings_on
from callboard.team.reading.hours import read_week
from callboard.team.rules.business_time import Stretch, WorkCalendar, office_week
from callboard.team.rules.free import Free, Presence, reason_not_free

#: A local day is at most a day away from the day in UTC.
DAY = timedelta(days=1)
#: How the answers of register.blocked are named among the others.
BLOCKED = "blocked:"


def calendar_of(person: Person) -> WorkCalendar:
    """When a person works: their hours, else the company's, less the holidays of their region, else the company's."""
    return calendars_of([person])[person.pk]


def calendars_of(people: Iterable[Person]) -> dict[int, WorkCalendar]:
    """The calendars of several people in two queries, by person id."""
    people = list(people)
    return calendars_from(people, WorkHours.objects.filter(person__in=people))


def calendars_from(people: Iterable[Person], hours: Iterable[WorkHours]) -> dict[int, WorkCalendar]:
    """The same from the hours of these people. One query, for the company's."""
    people = list(people)
    company = settings_on(["company.day_starts", "company.day_ends", "company.region"])
    usual = office_week(company["company.day_starts"], company["company.day_ends"])
    weeks: dict[int, dict[int, tuple[Stretch, ...]]] = {}
    for row in hours:
        week = weeks.setdefault(row.person_id, {})
        week[row.weekday] = (*week.get(row.weekday, ()), (row.starts, row.ends))
    place = {person.pk: person.region or company["company.region"] for person in people}
    holidays = holidays_of(sorted(set(place.values())))
    return {
        person.pk: WorkCalendar(person.zone, weeks.get(person.pk, usual), holidays[place[person.pk]])
        for person in people
    }


def calendars_of_teams(teams: Iterable[Team]) -> dict[int, WorkCalendar]:
    """When teams work: their hours, zone and holidays, else the company's, by team id. One query."""
    company, usual = settings_on(["company.region"]), company_calendar()
    found = {}
    for team in teams:
        week: dict[int, tuple[Stretch, ...]] = {}
        for day, starts, ends in read_week(team.hours):
            week[day] = (*week.get(day, ()), (starts, ends))
        region = team.region or company["company.region"]
        found[team.pk] = WorkCalendar(team.zone or usual.zone, week or usual.week, holidays_of([region])[region])
    return found


def available(now: datetime, people: Iterable[Person] | None = None) -> dict[int, Free]:
    """Whether each person (by default everyone who works here) is free, with the reason when not. Five queries."""
    chosen = list(Person.objects.active() if people is None else people)
    found = {
        "people": chosen,
        "hours": WorkHours.objects.filter(person__in=chosen),
        "absences": _near(now, Absence.objects.filter(person__in=chosen)),
        **answers(_blocked_asked([person.pk for person in chosen], now)),
    }
    return available_from(found, now)


def available_asked(people: QuerySet[Person], now: datetime) -> dict[str, Question]:
    """What `available_from` needs to know of some people."""
    chosen = people.order_by().values("pk")
    return {
        "people": Question("records", people),
        "hours": Question("records", WorkHours.objects.filter(person__in=chosen)),
        "absences": Question("records", _near(now, Absence.objects.filter(person__in=chosen))),
        # A page may keep the question for later: it asks of the moment it is asked in.
        **_blocked_asked(chosen, Present()),
    }


def _blocked_asked(people: Any, now: datetime | Present) -> dict[str, Question]:
    """What the rooms above know of who is not to be disturbed (register.blocked)."""
    return {f"{BLOCKED}{part.name}": Question("list", part.value(people, now)) for part in register.blocked}


def available_from(found: Mapping[str, Any], now: datetime) -> dict[int, Free]:
    """Whether each of the people found is free, with the reason when not. One query, for the company's hours."""
    people = found["people"]
    calendars = calendars_from(people, found["hours"])
    until = {absence.person_id: absence.ends_on for absence in _holding(found["absences"], now)}
    blocked = {row["person"]: row["until"] for name, rows in found.items() if name.startswith(BLOCKED) for row in rows}
    return {
        person.pk: _free(person, calendars[person.pk], until.get(person.pk), blocked.get(person.pk), now)
        for person in people
    }


def free_people(now: datetime, people: Iterable[Person] | None = None) -> list[Person]:
    """Those who are free now, by name."""
    chosen = list(Person.objects.active() if people is None else people)
    answers = available(now, chosen)
    return [person for person in chosen if answers[person.pk].free]


def covered_by(person: Person | int, now: datetime) -> frozenset[int]:
    """Ids of the people whom a person stands in for now. A stand-in who is absent still holds it; cover does not chain."""
    pk = person if isinstance(person, int) else person.pk
    return frozenset(absence.person_id for absence in _absences(now, Absence.objects.filter(cover=pk)))


def covering(person: Person, now: datetime) -> list[Absence]:
    """The absences a person stands in for now, with the absent person loaded."""
    return _absences(now, Absence.objects.filter(cover=person).order_by("ends_on"))


def cover_of(person: Person | int, now: datetime) -> int | None:
    """Id of who stands in for a person now; None when they are here or nobody does."""
    pk = person if isinstance(person, int) else person.pk
    return next((absence.cover_id for absence in _absences(now, Absence.objects.filter(person=pk))), None)


def _absences(now: datetime, rows: QuerySet[Absence]) -> list[Absence]:
    """Those of `rows` that hold at an instant, each by the day in the absent person's own zone."""
    return _holding(_near(now, rows), now)


def _near(now: datetime, rows: QuerySet[Absence]) -> QuerySet[Absence]:
    """Those of `rows` that may hold at an instant, with the absent person loaded."""
    today = now.date()
    near = rows.filter(withdrawn_at__isnull=True, starts_on__lte=today + DAY, ends_on__gte=today - DAY)
    return near.select_related("person")


def _holding(rows: Iterable[Absence], now: datetime) -> list[Absence]:
    return [row for row in rows if row.starts_on <= _day(row.person, now) <= row.ends_on]


def _day(person: Person, now: datetime) -> date:
    return now.astimezone(person.tz).date()


def _free(
    person: Person, calendar: WorkCalendar, absent_until: date | None, blocked_until: datetime | None, now: datetime
) -> Free:
    presence = Presence(person.is_active, person.status, calendar, absent_until, blocked_until)
    return Free(person.pk, reason_not_free(presence, now), absent_until, blocked_until)

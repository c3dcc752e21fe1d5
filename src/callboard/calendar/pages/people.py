"""The calendar as people by days: who is where this week."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from callboard.calendar.pages.placing import Place
from callboard.calendar.queries.people import absent, who_is_where
from callboard.calendar.queries.showing import Known, Shown
from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.core.asking import Question, answers
from callboard.core.refs import number_in
from callboard.team.models import Person, Team, WorkHours
from callboard.team.queries import calendars_from, company_zone


@dataclass(frozen=True)
class Cell:
    """A person's day. works: it is one of theirs."""

    entries: list[Shown]
    works: bool
    today: bool


@dataclass(frozen=True)
class Row:
    person: Person
    cells: list[Cell]


def people_drawn(
    place: Place, today: date, query: Mapping[str, Any], actor: Actor, known: Known, category: str
) -> dict[str, Any]:
    """Rows of people with their days, in the order of teams. query: `team`, the id of one; by default everybody. Five
    queries beside what stands in the calendar."""
    wanted = number_in(str(query.get("team", "")))
    people = visible(Person.objects.active(), actor).order_by("team__name", "name")
    people = people.filter(team=wanted) if wanted is not None else people
    found = answers(
        {
            "teams": Question("records", visible(Team.objects.all(), actor).order_by("name")),
            "people": Question("records", people.select_related("team")),
            "hours": Question("records", WorkHours.objects.filter(person__in=people.order_by().values("pk"))),
            "away": Question("records", absent(actor, place.since, place.until)),
        }
    )
    zone = actor.person.tz if actor.person is not None else ZoneInfo(company_zone())
    ids = {each.pk for each in found["people"]}
    where = who_is_where(
        actor, ids, place.since, place.until, zone, absences=found["away"], known=known, category=category
    )
    works, days = calendars_from(found["people"], found["hours"]), place.days[0]
    return {
        "days": days,
        "teams": found["teams"],
        "team": wanted,
        "people": [
            Row(one, [Cell(where.get((one.pk, day), []), works[one.pk].works_on(day), day == today) for day in days])
            for one in found["people"]
        ],
    }

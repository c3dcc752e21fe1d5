"""Whose tasks a person's day holds."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from callboard.team.models import Person
from callboard.work.models import Task
from callboard.work.queries.weighing import Instant, late_at, midnight_of


def of_people(person: Person, people: frozenset[int]) -> QuerySet[Task]:
    """The open tasks of these people, and of the person's department what nobody has taken."""
    wanted = Q(owner__in=people)
    if person.team_id is not None:
        wanted |= Q(owner=None, team=person.team_id)
    return Task.objects.open().filter(wanted)


def day_topics(person: Person, people: Iterable[int]) -> list[str]:
    """The topics of the changes that may move a person's day: their own, of whom they cover, of their department."""
    return [*(f"person:{pk}" for pk in sorted(people)), *([f"team:{person.team_id}"] if person.team_id else [])]


def awake_at(now: Instant) -> Q:
    """Not snoozed at an instant."""
    return Q(snoozed_until_at=None) | Q(snoozed_until_at__lte=now)


def overdue(person: Person, now: Instant, today: date, people: frozenset[int]) -> QuerySet[Task]:
    """A person's tasks that are late: the badge of My Day. `today`: in their zone; `people`: they and whom they cover."""
    return of_people(person, people).filter(awake_at(now), late_at(now, midnight_of(today, person.tz)))

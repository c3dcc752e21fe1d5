"""Which rules hold for what is asked, and who may say yes by each."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import Count, Q

from callboard.team.models import Person, Role
from callboard.team.queries import available, cover_of
from callboard.work.models import ApprovalRule, ApprovalState, Approver


def rules_for(kind: str, amount: Decimal, on: date) -> list[ApprovalRule]:
    """The rules an amount has to pass on a day, one a step, in order: of each step the one of the highest amount reached."""
    rows = ApprovalRule.objects.filter(
        Q(ends_on=None) | Q(ends_on__gt=on), kind=kind, over__lte=amount, starts_on__lte=on
    )
    found: dict[int, ApprovalRule] = {}
    for rule in rows.select_related("person", "backup").order_by("step", "over", "starts_on", "id"):
        found[rule.step] = rule
    return [found[step] for step in sorted(found)]


def candidates(rule: ApprovalRule, asker: Person, without: Iterable[int], now: datetime) -> list[Person]:
    """Who may say yes by a rule, whoever should be asked first in front; never whoever asks, nor who has left.

    The rule's own choice, its backup, then the administrators. Who is away with nobody in their place comes after those
    who are here.
    """
    out = {asker.pk, *without}
    chosen = [*_named(rule, asker, now), *([rule.backup] if rule.backup is not None else []), *administrators()]
    found = {person.pk: person for person in reversed(chosen) if person.is_active and person.pk not in out}
    return [found[pk] for pk in dict.fromkeys(person.pk for person in chosen) if pk in found]


def _named(rule: ApprovalRule, asker: Person, now: datetime) -> list[Person]:
    if rule.who == Approver.PERSON and rule.person is not None:
        return [rule.person]
    if rule.who == Approver.ROLE:
        waiting = Count("tasks", filter=Q(tasks__approval__state=ApprovalState.OPEN))
        people: list[Any] = list(Person.objects.active().with_role(rule.role).annotate(waiting=waiting))
        return sorted(people, key=lambda person: (_nobody_here(person, now), person.waiting, person.pk))
    return managers_of(asker)


def _nobody_here(person: Person, now: datetime) -> bool:
    """Whether somebody is away and nobody stands in for them."""
    free = available(now, [person])[person.pk]
    return free.until is not None and cover_of(person, now) is None


def managers_of(person: Person) -> list[Person]:
    """Whoever manages their team, then whoever manages that one's, and so on up; nobody twice."""
    found: list[Person] = []
    at: Person | None = person
    while at is not None and at.team_id is not None:
        manager = Person.objects.filter(managed_teams=at.team_id).select_related("team").first()
        if manager is None or manager in found:
            break
        if manager.pk != person.pk:
            found.append(manager)
        at = manager if manager.team_id != at.team_id else None
    return found


def administrators() -> list[Person]:
    """Who sees to it that nothing is lost."""
    return list(Person.objects.active().with_role(Role.ADMINISTRATOR).order_by("pk"))

"""Which rules hold for what is asked, and who may say yes by each."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import Count, Q, QuerySet

from callboard.team.models import Person, PersonRole, Role
from callboard.team.queries import available, cover_of
from callboard.work.models import ApprovalRule, ApprovalState, Approver


def rules_reached(kind: str, amount: Decimal, on: date) -> QuerySet[ApprovalRule]:
    """The rules that hold on a day and whose amount is reached, by step; the last of a step is the one that counts."""
    holds = Q(ends_on=None) | Q(ends_on__gt=on)
    rows = ApprovalRule.objects.filter(holds, kind=kind, over__lte=amount, starts_on__lte=on)
    return rows.select_related("person", "backup").order_by("step", "over", "starts_on", "id")


def rules_for(kind: str, amount: Decimal, on: date) -> list[ApprovalRule]:
    """The rules an amount has to pass on a day, one a step, in order: of each step the one of the highest amount reached."""
    return one_a_step(rules_reached(kind, amount, on))


def one_a_step(rules: Iterable[ApprovalRule]) -> list[ApprovalRule]:
    """Of rules in the order of `rules_reached` the one that holds of each step."""
    return list({rule.step: rule for rule in rules}.values())


def roles_asked(kind: str) -> QuerySet[PersonRole]:
    """Who has the roles that rules of a kind name, and who is an administrator."""
    named = ApprovalRule.objects.filter(kind=kind, who=Approver.ROLE).values("role")
    rows = PersonRole.objects.filter(Q(role=Role.ADMINISTRATOR) | Q(role__in=named), person__is_active=True)
    return rows.select_related("person").order_by("person")


def next_words(rule: ApprovalRule, asker: Person, without: Iterable[int], roles: Iterable[PersonRole]) -> str:
    """Whom a rule will ask, in words: a name where it can be but one, else the role. Its backup and the administrators stand
    in where that is nobody.  roles: of `roles_asked`."""
    out, held = {asker.pk, *without}, list(roles)
    if rule.who == Approver.ROLE:
        named = [each.person for each in held if each.role == rule.role]
    else:
        named = _names(rule, asker)
    people = [person for person in named if person.is_active and person.pk not in out]
    if rule.who == Approver.ROLE and len(people) > 1:
        return str(rule.get_role_display())
    if not people:
        rest = [rule.backup, *(each.person for each in held if each.role == Role.ADMINISTRATOR)]
        people = [each for each in rest if each is not None and each.pk not in out]
    return people[0].name if people else str(rule.get_who_display())


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
    people = _names(rule, asker)
    if rule.who == Approver.ROLE:
        people.sort(key=lambda person: (_nobody_here(person, now), person.waiting, person.pk))
    return people


def _names(rule: ApprovalRule, asker: Person) -> list[Any]:
    """Whom a rule itself names, in no order where that is a role; each of a role with how many approvals wait for them."""
    if rule.who == Approver.PERSON and rule.person is not None:
        return [rule.person]
    if rule.who == Approver.ROLE:
        waiting = Count("tasks", filter=Q(tasks__approval__state=ApprovalState.OPEN))
        return list(Person.objects.active().with_role(rule.role).annotate(waiting=waiting))
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

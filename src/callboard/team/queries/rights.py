"""What a person may do now: their roles, whom they cover, the teams they reach."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import BigIntegerField, CharField, F, Q, QuerySet, Value
from django.db.models.functions import Concat

from callboard.team.matrix import MATRIX, NOT_LENT, widest
from callboard.team.models import Grant, Person, PersonRole, Pool, Role, Scope, Team
from callboard.team.queries.presence import covered_by


@dataclass(frozen=True)
class Rights:
    """Everything the policy asks about one person, read at once."""

    roles: frozenset[str]
    people: frozenset[int]
    teams: frozenset[int]
    overrides: dict[tuple[str, str], str]

    def scope(self, operation: str) -> Scope:
        """The widest scope of the roles. An operation the matrix does not know is nobody's."""
        row = MATRIX.get(operation)
        if row is None:
            return Scope.NONE
        return widest([Scope(self.overrides.get((operation, role), row.scope(role))) for role in self.roles])


def rights_of(person: Person, now: datetime) -> Rights:
    """A person's rights at an instant, in two queries. Someone who has left has none."""
    if not person.is_active:
        return Rights(frozenset(), frozenset(), frozenset(), {})
    covered = covered_by(person, now)
    people = covered | {person.pk}
    roles: set[str] = set()
    teams: set[int] = set()
    overrides: dict[tuple[str, str], str] = {}
    for what, text, scope, number in _facts(people):
        if what == "grant":
            operation, role = text.split(" ")
            overrides[operation, role] = scope
        elif what == "team":
            teams.add(number)
        elif number == person.pk or text not in NOT_LENT:
            roles.add(text)
    return Rights(frozenset(roles), people, frozenset(teams), overrides)


def people_of(pool: Pool) -> QuerySet[Person]:
    """Those of a pool who work here."""
    return Person.objects.active().filter(pools__pool=pool)


def people_with(role: Role | str) -> QuerySet[Person]:
    """Those who work here and hold a role: the desk is everyone with Sales support."""
    return Person.objects.active().filter(roles__role=role)


def _facts(people: frozenset[int]) -> list[tuple[str, str, str, int]]:
    """Roles, teams (managed or belonged to) and changed cells of the matrix, as rows of one statement."""
    empty = Value("")
    roles = PersonRole.objects.filter(person__in=people).order_by()
    teams = Team.objects.filter(Q(manager__in=people) | Q(people__in=people)).order_by()
    role_rows = roles.values_list(Value("role"), F("role"), empty, F("person_id"))
    team_rows = teams.values_list(Value("team"), empty, empty, F("id"))
    cell = Concat("operation", Value(" "), "role", output_field=CharField())
    cells = Grant.objects.order_by().values_list(Value("grant"), cell, F("scope"), Value(0, BigIntegerField()))
    return list(role_rows.union(team_rows, cells, all=True))

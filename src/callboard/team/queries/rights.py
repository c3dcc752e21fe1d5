"""What a person may do now: their roles, whom they cover, the teams they reach."""

import json
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from callboard.core.db import rows
from callboard.team.matrix import MATRIX, NOT_LENT, widest
from callboard.team.models import Person, Pool, Role, Scope
from callboard.team.queries.presence import DAY


@dataclass(frozen=True)
class Rights:
    """Everything the policy asks about one person, read at once."""

    roles: frozenset[str]
    people: frozenset[int]
    teams: frozenset[int]
    overrides: dict[tuple[str, str], str]
    _known: dict[str, Scope] = field(default_factory=dict, init=False, repr=False, compare=False)

    def scope(self, operation: str) -> Scope:
        """The widest scope of the roles. An operation the matrix does not know is nobody's."""
        known = self._known.get(operation)
        if known is None:  # a page asks for the same few a hundred times
            known = self._known[operation] = self._scope(operation)
        return known

    def _scope(self, operation: str) -> Scope:
        row = MATRIX.get(operation)
        if row is None:
            return Scope.NONE
        return widest([Scope(self.overrides.get((operation, role), row.scope(role))) for role in self.roles])


NO_RIGHTS = Rights(frozenset(), frozenset(), frozenset(), {})
#: What it is (cover, role, team, grant), two texts, whose, and a text: days of an absence, the id of a team.
Fact = tuple[str, str, str, int, str]

#: What decides rights, beside a row of team_person, as a list of `Fact` or NULL: everyone they may stand in for about now
#: (the day is counted in the absent person's zone, so in Python), what they and the person themself are and lead, and the
#: changed cells of the matrix. For the statement that reads the person anyway.
FACTS = """
    (WITH near AS (
        SELECT absence.person_id, absent.zone, absence.starts_on || ' ' || absence.ends_on AS days
        FROM team_absence absence JOIN team_person absent ON absent.id = absence.person_id
        WHERE absence.cover_id = team_person.id AND absence.withdrawn_at IS NULL
          AND absence.starts_on <= %s AND absence.ends_on >= %s
    ), reached AS (SELECT team_person.id UNION SELECT person_id FROM near)
    SELECT jsonb_agg(jsonb_build_array(what, one, two, who, number)) FROM (
        SELECT 'cover' AS what, '' AS one, zone AS two, person_id AS who, days AS number FROM near
        UNION ALL SELECT 'role', role, '', person_id, '' FROM team_personrole
            WHERE person_id IN (SELECT id FROM reached)
        UNION ALL SELECT 'team', '', '', manager_id, id::text FROM team_team
            WHERE manager_id IN (SELECT id FROM reached)
        UNION ALL SELECT 'team', '', '', id, team_id::text FROM team_person member
            WHERE id IN (SELECT id FROM reached) AND team_id IS NOT NULL
        UNION ALL SELECT 'grant', operation || ' ' || role, scope, 0, '' FROM team_grant
    ) facts)
"""

_OF_PERSON = f"SELECT {FACTS} FROM team_person WHERE team_person.id = %s"  # noqa: S608


def days_of(now: datetime) -> tuple[date, date]:
    """The two parameters of `FACTS`: the days about an instant."""
    return now.date() + DAY, now.date() - DAY


def facts_read(found: str | None) -> list[Fact]:
    """What `FACTS` answered."""
    read: list[Fact] = json.loads(found or "[]")  # Django lets psycopg hand JSON on as text
    return read


def rights_of(person: Person, now: datetime) -> Rights:
    """A person's rights at an instant, in one query. Someone who has left has none."""
    if not person.is_active:
        return NO_RIGHTS
    found = rows.ask(_OF_PERSON, [*days_of(now), person.pk])
    return rights_from(person, facts_read(found[0][0] if found else None), now)


def rights_from(person: Person, facts: list[Fact], now: datetime) -> Rights:
    """The same from what `FACTS` found. Someone who has left has none."""
    if not person.is_active:
        return NO_RIGHTS
    covered = {who for what, _one, zone, who, days in facts if what == "cover" and _holds(days, zone, now)}
    people = frozenset(covered | {person.pk})
    roles: set[str] = set()
    teams: set[int] = set()
    overrides: dict[tuple[str, str], str] = {}
    for what, one, two, who, number in facts:
        if what == "grant":
            operation, _space, role = one.partition(" ")
            overrides[operation, role] = two
        elif who not in people:
            continue
        elif what == "team":
            teams.add(int(number))
        elif what == "role" and (who == person.pk or one not in NOT_LENT):
            roles.add(one)
    return Rights(frozenset(roles), people, frozenset(teams), overrides)


def people_of(pool: Pool) -> QuerySet[Person]:
    """Those of a pool who work here."""
    return Person.objects.active().filter(pools__pool=pool)


def people_with(role: Role | str) -> QuerySet[Person]:
    """Those who work here and hold a role: the desk is everyone with Sales support."""
    return Person.objects.active().filter(roles__role=role)


def _holds(days: str, zone: str, now: datetime) -> bool:
    """Whether "2026-03-02 2026-03-06" contains the instant's day in a zone."""
    starts, _space, ends = days.partition(" ")
    return starts <= now.astimezone(ZoneInfo(zone)).date().isoformat() <= ends

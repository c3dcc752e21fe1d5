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
class Reach:
    """Whose work one may do: roles, people and teams."""

    roles: frozenset[str] = frozenset()
    people: frozenset[int] = frozenset()
    teams: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Rights:
    """Everything the policy asks about one person, read at once. own: without what cover lends."""

    own: Reach
    lent: Reach
    overrides: dict[tuple[str, str], str]
    _known: dict[str, Scope] = field(default_factory=dict, init=False, repr=False, compare=False)

    def scope(self, operation: str) -> Scope:
        """The widest scope of the roles. An operation the matrix does not know is nobody's."""
        known = self._known.get(operation)
        if known is None:  # a page asks for the same few a hundred times
            known = self._known[operation] = self._scope(operation)
        return known

    def reach(self, operation: str) -> Reach:
        """What counts for an operation: with those they stand in for, except where cover never lends it."""
        row = MATRIX.get(operation)
        return self.lent if row is None or row.lent else self.own

    @property
    def people(self) -> frozenset[int]:
        """The person and everyone they stand in for."""
        return self.lent.people

    @property
    def teams(self) -> frozenset[int]:
        """The teams of those."""
        return self.lent.teams

    @property
    def roles(self) -> frozenset[str]:
        """The roles of those, without what is never lent."""
        return self.lent.roles

    def _scope(self, operation: str) -> Scope:
        row = MATRIX.get(operation)
        if row is None:
            return Scope.NONE
        roles = self.reach(operation).roles
        return widest([row.read(self.overrides.get((operation, role), row.scope(role))) for role in roles])


NO_RIGHTS = Rights(Reach(), Reach(), {})
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
    overrides = {
        (operation, role): scope
        for what, one, scope, _who, _number in facts
        if what == "grant"
        for operation, _space, role in [one.partition(" ")]
    }
    mine, people = frozenset({person.pk}), frozenset(covered | {person.pk})
    return Rights(_reach(person, facts, mine), _reach(person, facts, people), overrides)


def _reach(person: Person, facts: list[Fact], people: frozenset[int]) -> Reach:
    roles = {
        role
        for what, role, _two, who, _number in facts
        if what == "role" and who in people and (who == person.pk or role not in NOT_LENT)
    }
    teams = {int(number) for what, _one, _two, who, number in facts if what == "team" and who in people}
    return Reach(frozenset(roles), people, frozenset(teams))


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

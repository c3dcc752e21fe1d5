"""The policy core asks: the matrix applied to a person. See callboard.core.access.Policy."""

from collections.abc import Hashable
from datetime import datetime
from typing import Any

from callboard.core import clock
from callboard.core.access import Scope
from callboard.core.actor import Actor
from callboard.team.matrix import MATRIX
from callboard.team.models import Person
from callboard.team.queries.rights import (
    FACTS,
    NO_RIGHTS,
    Rights,
    days_of,
    facts_read,
    rights_from,
    rights_of,
)

#: The policy speaks core's words, which are the same.
SCOPES: dict[str, Scope] = {"none": "none", "own": "own", "team": "team", "all": "all"}


class MatrixPolicy:
    """Answers by the person behind an actor.

    Rights are read once for each instance of a person, that is once a request or job; `Person.refresh_from_db` drops
    them.
    """

    def scope(self, actor: Actor, operation: str) -> Scope:
        """The widest scope the actor's roles give an operation."""
        return SCOPES[self._rights(actor).scope(operation)]

    def people(self, actor: Actor, operation: str = "") -> frozenset[int]:
        """The actor and everyone they stand in for now; the actor alone where cover does not lend the operation."""
        return self._rights(actor).reach(operation).people

    def teams(self, actor: Actor, operation: str = "") -> frozenset[int]:
        """The teams those people belong to or manage."""
        return self._rights(actor).reach(operation).teams

    def mark(self, actor: Actor) -> Hashable:
        """Their rights, as one value."""
        rights = self._rights(actor)
        return rights.own, rights.lent, frozenset(rights.overrides.items())

    def beside_person(self, now: datetime) -> tuple[str, list[Any]]:
        """What decides rights, as it is asked beside a row of team_person."""
        return FACTS, [*days_of(now)]

    def know(self, person: Any, found: Any, now: datetime) -> None:
        """The rights of this instance, read with it."""
        person.rights = rights_from(person, facts_read(found), now)

    def operations(self) -> frozenset[str]:
        """Every operation the matrix knows."""
        return frozenset(MATRIX)

    def _rights(self, actor: Actor) -> Rights:
        person = actor.person
        if not isinstance(person, Person):
            return NO_RIGHTS
        if person.rights is None:
            person.rights = rights_of(person, clock.now())
        return person.rights

"""Whose page it is, as a key of what is kept for it (core.asking.kept)."""

from collections.abc import Hashable

from callboard.core import clock
from callboard.core.access import policy
from callboard.core.actor import Actor


def whose(actor: Actor) -> Hashable:
    """All that what an actor sees depends on, but for the records: the person as they are now, their rights, and the day, both
    theirs and that of UTC.  Equal for two requests only where the same may be asked.
    """
    now, person = clock.now(), actor.person
    if person is None:
        return actor.kind, now.date()
    return (
        *(person.pk, person.version, person.team_id, person.zone, policy().mark(actor)),
        *(now.date(), now.astimezone(person.tz).date()),
    )

"""What the clock does for accounts: changes of territories begin on their morning and are carried on until they are done."""

from collections.abc import Callable
from typing import Any

from callboard.core import clock
from callboard.core.actions import Actor
from callboard.core.jobs import job
from callboard.directory.actions import begin_change, give_back, give_moved
from callboard.team.models import TerritoryChange

State = TerritoryChange.State
#: What is done next in each state.
NEXT: dict[str, Callable[..., Any]] = {
    State.PUBLISHED: begin_change,
    State.APPLYING: give_moved,
    State.UNDOING: give_back,
}


@job(queue="now", lock="directory.territories", every="* * * * *", once="directory.territories")
def carry_changes(timestamp: int) -> int:
    """Begin the changes whose day has come, and carry those on that are under way; returns how many are done."""
    today, done = clock.business_day(clock.now()), 0
    for change in TerritoryChange.objects.filter(state__in=NEXT).order_by("starts_on", "pk"):
        if change.state != State.PUBLISHED or (change.starts_on is not None and change.starts_on <= today):
            carry(change)
            done += 1
    return done


def carry(change: TerritoryChange) -> None:
    """To its end, a chunk a transaction."""
    by = Actor.clock("directory.territories")
    while change.state in NEXT:
        NEXT[change.state](change, by=by)
        change.refresh_from_db()

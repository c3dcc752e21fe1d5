"""What the clock does for work."""

from callboard.core import clock
from callboard.core.actions import ActionError, Actor
from callboard.core.jobs import job
from callboard.work.actions.promises import break_promise
from callboard.work.queries.promises import overdue_promises

CLOCK = "work.clock"


@job(queue="now", every="*/5 * * * *", once="work.promises")
def break_overdue_promises(timestamp: int) -> int:
    """Promises whose time is over and that are not done count as not kept; returns how many."""
    done = 0
    for promise in overdue_promises(clock.now()):
        try:
            break_promise(promise, by=Actor.clock(CLOCK))
        except ActionError:  # somebody does it in this moment, or its owner's day is not over yet
            continue
        done += 1
    return done

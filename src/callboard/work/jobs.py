"""What the clock does for work."""

from callboard.core import clock
from callboard.core.actions import ActionError, Actor
from callboard.core.jobs import job
from callboard.work.actions.clocks import miss_clock, recount_clock, warn_clock
from callboard.work.actions.promises import break_promise
from callboard.work.queries import clocks
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


@job(queue="now", every="* * * * *", once="work.clocks")
def read_clocks(timestamp: int) -> int:
    """Clocks of service levels follow hours, holidays and levels; whoever has a thing whose time is nearly or quite used up
    is told. Returns how many changed. In this order: what is reckoned anew may be late no more."""
    done = 0
    for found, verb in (
        (lambda now: clocks.reckoned_otherwise(), recount_clock),
        (clocks.over, miss_clock),
        (clocks.near, warn_clock),
    ):
        for clock_read in found(clock.now()):
            try:
                verb(clock_read, by=Actor.clock(CLOCK))
            except ActionError:  # it was stopped in this moment
                continue
            done += 1
    return done

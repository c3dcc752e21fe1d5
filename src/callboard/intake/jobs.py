"""What the clock does for the Inbox."""

from callboard.core import clock
from callboard.core.actions import ActionError, Actor
from callboard.core.jobs import job
from callboard.intake.actions import accept_proposal, escalate_item, route_waiting, warn_of_item
from callboard.intake.actions.routing import NOBODY_FREE, tried_again
from callboard.intake.queries.late import to_escalate, to_warn
from callboard.intake.queries.proposals import overdue_proposals

CLOCK = "intake.route"


@job(queue="now", once="route-waiting")
def route_what_waits() -> None:
    """Try again what waits for somebody free or for a rule."""
    route_waiting(by=Actor.clock(CLOCK))


@job(queue="now", every="* * * * *", once="proposals")
def every_minute(timestamp: int) -> None:
    """Proposals nobody answered go by themselves; then what waits is tried again."""
    for item in overdue_proposals(clock.now()):
        try:
            accept_proposal(item, by=Actor.clock(CLOCK))
        except ActionError:  # somebody answered it in this moment
            continue
    if tried_again((*NOBODY_FREE, "no_rule")).exists():
        route_waiting(by=Actor.clock(CLOCK))


@job(queue="now", every="* * * * *", once="late-items")
def tell_of_late_items(timestamp: int) -> None:
    """Who should answer is told a quarter of an hour before it is due, a manager when it is an hour late."""
    now = clock.now()
    for items, tell in ((to_warn(now), warn_of_item), (to_escalate(now), escalate_item)):
        for item in items:
            try:
                tell(item, by=Actor.clock(CLOCK))
            except ActionError:  # it changes in this moment; the next minute asks again
                continue

"""What the clock does for the Inbox."""

from callboard.core import clock
from callboard.core.actions import ActionError, Actor
from callboard.core.jobs import job
from callboard.intake.actions import accept_proposal, route_waiting
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
    route_waiting(by=Actor.clock(CLOCK))

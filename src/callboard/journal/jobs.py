"""What the clock does for notes."""

from callboard.core.actions import ActionError, Actor
from callboard.core.jobs import defer, job
from callboard.journal import queries
from callboard.journal.actions.scoring import score_notes
from callboard.journal.actions.seen import open_unwritten


@job(queue="now", every="35 * * * *", once="journal.score")
def score_again(timestamp: int) -> None:
    """Score what has no score by the rules of now: after they changed, or after rows came in without actions."""
    if not queries.unscored().exists():
        return
    score_notes(by=Actor.clock("journal.score"))
    if queries.unscored().exists():
        defer(score_again, timestamp=timestamp)


@job(queue="now", every="*/10 * * * *", once="journal.unwritten", lock="journal.unwritten")
def ask_for_notes(timestamp: int) -> None:
    """From a set hour of each person's day on: what they sent and nobody wrote up."""
    try:
        open_unwritten(by=Actor.clock("journal.unwritten"))
    except ActionError:  # somebody leaves in this moment; ten minutes later it is asked again
        return

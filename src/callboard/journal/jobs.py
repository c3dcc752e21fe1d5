"""What the clock does for notes."""

from callboard.core.actions import Actor
from callboard.core.jobs import defer, job
from callboard.journal import queries
from callboard.journal.actions.scoring import score_notes


@job(queue="now", every="35 * * * *", once="journal.score")
def score_again(timestamp: int) -> None:
    """Score what has no score by the rules of now: after they changed, or after rows came in without actions."""
    if not queries.unscored().exists():
        return
    score_notes(by=Actor.clock("journal.score"))
    if queries.unscored().exists():
        defer(score_again, timestamp=timestamp)

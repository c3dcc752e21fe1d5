"""The score of a note: kept beside it, told to whose work it is before anybody else."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from callboard.core import clock
from callboard.core.actions import Actor, action
from callboard.directory.models import Account
from callboard.journal import queries
from callboard.journal.models import Interaction, NoteScore
from callboard.journal.rules.quality import VERSION

BATCH = 200


def keep_score(made: Interaction, accounts: Sequence[Account], by: Actor) -> NoteScore:
    """Score it as it is now.  Whoever writes their own note at a page is told in the same answer; another person's new
    score waits until they have seen it."""
    found = queries.score_of(made, accounts)
    known = NoteScore.objects.filter(interaction=made).first()
    told = by.kind == "person" and by.via in ("page", "palette") and by.person_id == made.person_id
    same = known is not None and known.total == found.total and known.person_id == made.person_id
    seen = by.now if told else known.seen_at if same and known is not None else None
    broken = {each.rule: round(each.lost, 2) for each in found.findings}
    kept, _new = NoteScore.objects.update_or_create(
        interaction=made,
        defaults={
            "person": made.person,
            "total": found.total,
            "parts": found.parts,
            "broken": broken,
            "rules_version": VERSION,
            "seen_at": seen,
        },
    )
    if told:
        by.say(_("Note score {score}").format(score=found.total))
    return kept


def count_lateness(made: Interaction, by: Actor) -> None:
    """How many business days after it happened it was written."""
    written = made.created_at or by.now
    made.late_days = queries.late_days(clock.business_day(made.at), clock.business_day(written))


@action(
    gettext_lazy("Saw the score"),
    who="journal.write",
    final=gettext_lazy("What was seen was seen."),
    served=False,
)
def see_score(interaction: Interaction, *, by: Actor) -> Interaction:
    """Whose work it is has seen its score; from now on it is shown to others too.  By anybody else it does nothing."""
    NoteScore.objects.filter(interaction=interaction, person=by.person_id, seen_at=None).update(seen_at=by.now)
    return interaction


@action(
    gettext_lazy("Scored notes again"),
    who="journal.score",
    final=gettext_lazy("The rules changed."),
    served=False,
    roots=lambda given: set(),
)
def score_notes(*, by: Actor) -> None:
    """Score the newest notes that have no score by the rules of now, a batch of them."""
    rows = queries.unscored().select_related("contact", "person").prefetch_related("accounts")
    for made in rows[:BATCH]:
        keep_score(made, list(made.accounts.all()), by)

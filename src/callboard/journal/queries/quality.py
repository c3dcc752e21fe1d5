"""Notes as the rules of quality read them, and whose score is shown to whom."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.db.models import OuterRef, Q, QuerySet, Subquery

from callboard.core import clock
from callboard.core.actions import Actor
from callboard.directory.models import Account
from callboard.journal.models import Interaction, NoteScore
from callboard.journal.queries.known import known_of
from callboard.journal.rules.quality import VERSION, Note, Record, Score, score
from callboard.team.queries import company_calendar

#: Business days; later than this is only late.
LATEST = 400


def late_days(happened: date, written: date) -> int:
    """Business days from the day it happened to the day it was written; what happens on a day off may wait for the next."""
    calendar = company_calendar()
    start = happened
    while not calendar.works_on(start) and start < written:
        start += timedelta(days=1)
    gone = min((written - start).days, 2 * LATEST)
    days = (start + timedelta(days=n) for n in range(1, gone + 1))
    return min(LATEST, sum(calendar.works_on(day) for day in days))


def note_of(made: Interaction, accounts: Sequence[Account]) -> Note:
    """An interaction as the rules read it."""
    written = made.created_at or made.at
    return Note(
        text=made.text,
        kind=made.kind,
        outcome=made.outcome or "",
        contact=made.contact.name if made.contact else "",
        accounts=tuple(account.name for account in accounts),
        next_step=made.next_step,
        next_on=made.next_on,
        duration_s=made.duration_s,
        on=clock.business_day(made.at),
        written_on=clock.business_day(written),
        late_days=made.late_days,
    )


def score_of(made: Interaction, accounts: Sequence[Account]) -> Score:
    """How well it is written up, beside what is known now.  One query."""
    known = known_of([account.pk for account in accounts]) if accounts else Record()
    return score(note_of(made, accounts), known)


def is_mine_or_seen(actor: Actor, path: str = "") -> Q:
    """Scores shown to an actor: one's own, and those their person has seen.  A stand-in and a manager are not the person."""
    if actor.kind == "clock":
        return Q()
    return Q(**{f"{path}person": actor.person_id}) | Q(**{f"{path}seen_at__isnull": False})


def scores_shown(actor: Actor) -> QuerySet[NoteScore]:
    """The scores an actor may see."""
    return NoteScore.objects.filter(is_mine_or_seen(actor))


def with_score(rows: QuerySet[Interaction], actor: Actor) -> QuerySet[Interaction]:
    """Each with `shown_score`: its score where the actor may see it, else None; and `shown_parts`."""
    shown = scores_shown(actor).filter(interaction=OuterRef("pk"))
    return rows.annotate(
        shown_score=Subquery(shown.values("total")[:1]), shown_parts=Subquery(shown.values("parts")[:1])
    )


def shown_score(made: Interaction, actor: Actor) -> NoteScore | None:
    """The score of one, where the actor may see it."""
    return scores_shown(actor).filter(interaction=made.pk).first()


def unscored() -> QuerySet[Interaction]:
    """Those without a score by the rules of now, the newest first."""
    return Interaction.objects.filter(removed_at=None).exclude(quality__rules_version=VERSION).order_by("-pk")

"""Imports that would be in each other's way: none is brought in while another one is taken back, nor the other way round.
What one of them makes would be there, or gone, before it is the other one's turn."""

from django.db import connection
from django.utils.translation import gettext as _

from callboard.core.actions import Refusal, Refused
from callboard.directory.models import Import, ImportState

BRINGING = (ImportState.WAITING, ImportState.WORKING)
#: Code of the refusal.
IN_THE_WAY = "in_the_way"


def in_the_way(batch: Import, *, undoing: bool) -> Refusal | None:
    """Who does what with which file, and what to do.  undoing: whether this one is to be taken back."""
    states = BRINGING if undoing else (ImportState.UNDOING,)
    others = Import.objects.filter(state__in=states).exclude(pk=batch.pk)
    other = others.select_related("person", "going_by").order_by("pk").first()
    if other is None:
        return None
    sentence = (
        _("{person} brings in {other}. Take this one back when that is done, or stop it first.")
        if undoing
        else _("{person} takes back {other}. Try again when that is done; the rows are looked at again by then.")
    )
    return Refusal(IN_THE_WAY, sentence, person=other.going_by or other.person or _("The command line"), other=other)


def take_turn(batch: Import, *, undoing: bool) -> None:
    """Refused where another one is in the way; whoever sets one going in the same moment waits, and is refused."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('directory.import.turn'))")
    if refusal := in_the_way(batch, undoing=undoing):
        raise Refused(refusal)


def look_again(batch: Import) -> None:
    """What others looked at while `batch` was brought in is read again: it was compared with records that are gone, or are
    again what they were.  Where somebody has answered a row, the answers stand and what is gone is asked when it is its turn.
    The worker finds them by having been touched by nobody."""
    since = Import.objects.filter(state=ImportState.READY, started_at=None, touched_at__gte=batch.started_at)
    answered = since.filter(rows__asked__isnull=False).values("pk")
    since.exclude(sha="").exclude(pk__in=answered).update(
        state=ImportState.READING, touched_at=None, total=0, counts={}
    )

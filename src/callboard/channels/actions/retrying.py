"""What failed, tried again: one message, or all of them in one go."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from callboard.channels import queries
from callboard.channels.actions.ring import ring
from callboard.channels.models import Message, Retry
from callboard.core.actions import Actor, Refusal, Refused, action

STORED, QUEUED, FAILED = Message.State.STORED, Message.State.QUEUED, Message.State.FAILED
ENDED = (Message.State.READ, Message.State.SENT, FAILED)
AGAIN = _("It is read or sent again.")
#: As many at once; the button is there again for the rest.
MOST = 1000


@action(
    _("Tried message again"),
    said=_("Tried “{message}” again"),
    who="channels.send",
    final=AGAIN,
    icon="refresh",
)
def retry_message(message: Message, *, by: Actor) -> Message:
    """Read or send again what failed."""
    inbound = message.came_in
    message.state = STORED if inbound else Message.State.QUEUED
    message.error, message.attempts, message.next_try_at, message.updated_at = "", 0, None, by.now
    message.save(update_fields=["state", "error", "attempts", "next_try_at"])
    ring("read_stored_messages" if inbound else "send_queued")
    return message


@retry_message.can
def _may_retry(message: Message, now: datetime) -> Refusal | None:
    return None if message.state == FAILED else Refusal("not_failed", _("It did not fail."))


@action(
    _("Tried all that failed again"),
    said=_("Everything that failed is tried again: {result.total}"),
    who="channels.send",
    final=AGAIN,
    icon="refresh",
)
def retry_failed(*, by: Actor) -> Retry:
    """Read or send again all that failed, the oldest first, at most 1,000 at once.  The result counts what came of it.

    A message is in one retry at a time: of two people who press, the second is refused or has what the first left.
    """
    failed = list(queries.failed().order_by("id").select_for_update(skip_locked=True, of=("self",))[:MOST])
    if not failed:
        raise Refused(Refusal("nothing_failed", _("Nothing has failed, or somebody has just tried it all again.")))
    retry = Retry(person=by.person, total=len(failed), created_at=by.now, updated_at=by.now)
    retry.save()
    fresh = {"error": "", "attempts": 0, "next_try_at": None, "updated_at": by.now, "retry": retry}
    for came_in, state, job in ((True, STORED, "read_stored_messages"), (False, QUEUED, "send_queued")):
        these = [message for message in failed if message.came_in == came_in]
        if these:
            Message.objects.filter(pk__in=[each.pk for each in these]).update(
                state=state, version=F("version") + 1, **fresh
            )
            ring(job)
    for message in failed:
        by.changed(message)
    return retry


def settle(ids: Iterable[int], by: Actor) -> None:
    """Count in its retry what became of each of these messages, once; those that still wait are left."""
    rows = Message.objects.filter(pk__in=list(ids), retry__isnull=False, state__in=ENDED) if ids else []
    ended = list(rows)
    for pk in sorted({message.retry_id for message in ended if message.retry_id is not None}):
        mine = [message for message in ended if message.retry_id == pk]
        failed = sum(message.state == FAILED for message in mine)
        Retry.objects.filter(pk=pk).update(
            done=F("done") + len(mine) - failed,
            failed=F("failed") + failed,
            updated_at=by.now,
            version=F("version") + 1,
        )
        by.changed(Retry(pk=pk))
    if ended:
        Message.objects.filter(pk__in=[message.pk for message in ended]).update(retry=None)

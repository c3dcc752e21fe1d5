"""Queued mail that never leaves, because whom it is for was erased."""

from collections.abc import Collection
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from callboard.channels import queries
from callboard.channels.actions.retrying import settle
from callboard.channels.models import Message
from callboard.core.actions import Actor, Refusal, action


def cancel_for_erased(by: Actor, contact_ids: Collection[int], addresses: Collection[str]) -> None:
    """Cancel what waits for a person who is erased in this run, however long it was to wait.  What a worker has taken in this
    moment is leaving; should it come back, it is looked at again before it goes."""
    waiting = queries.waiting_for(contact_ids, addresses)
    by.run.require_roots({root for (root,) in waiting.values_list("account") if root is not None})
    # A worker that holds one has it: once it is over, the row is no longer queued and not among these.
    for message in waiting.select_for_update(no_key=True, of=("self",)):
        cancel_erased(message, by=by)


@action(
    _("Cancelled mail to somebody erased"),
    who="channels.carry",
    final=_("Whom it was for asked to be forgotten."),
    served=False,
    icon="x",
)
def cancel_erased(message: Message, *, by: Actor) -> Message:
    """It is not sent, and says why."""
    message.state, message.error, message.next_try_at = Message.State.FAILED, str(queries.TO_ERASED), None
    message.updated_at = by.now
    message.save(update_fields=["state", "error", "next_try_at"])
    if message.retry_id is not None:
        settle([message.pk], by)
    return message


@cancel_erased.can
def _waits(message: Message, now: datetime) -> Refusal | None:
    if message.state != Message.State.QUEUED:
        return Refusal("not_queued", _("It waits no longer."))
    return None

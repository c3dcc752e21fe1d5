"""What work does when something of its own is finished."""

from django.utils.translation import gettext_lazy as _

from callboard.channels.models import Message
from callboard.channels.queries.answers import tokens_in
from callboard.channels.queries.proof import proof
from callboard.channels.queries.stored import read_stored
from callboard.core import events
from callboard.core.actions import Actor, Refusal, Refused
from callboard.core.links import hashed, use_found
from callboard.core.models import Link
from callboard.work.actions.letters import refuse_reply, ring
from callboard.work.by_letter import PURPOSE
from callboard.work.models import OVER, Approval, Handoff, HandoffReply


@events.work_finished.listen
def answer_first(by: Actor, *, task_id: int) -> None:
    """The task of an approval is done by an answer, by nothing else."""
    if Approval.objects.filter(task=task_id).exists():
        raise Refused(Refusal("answer", _("Approve or reject it: it cannot be closed without an answer.")))


@events.work_finished.listen
def finish_with_proof(by: Actor, *, task_id: int) -> None:
    """The task of a hand-off is done with its proof."""
    if Handoff.objects.filter(task=task_id).exclude(state__in=OVER).exists():
        raise Refused(Refusal("handoff", _("Finish the hand-off with its proof, or return it: somebody waits for it.")))


@events.message_received.listen
def take_replies(by: Actor, *, message_ids: list[int]) -> None:
    """What answers a letter to a department is no message of a customer. Words from another address, or that nobody vouches
    for, do nothing and stay an ordinary message, so that somebody reads them."""
    fresh = Message.objects.filter(
        pk__in=message_ids, direction=Message.Direction.IN, kind=Message.Kind.MESSAGE, capture=""
    )
    for message in fresh.filter(handoff_reply=None).order_by("id"):
        hashes = [hashed(token) for token in tokens_in(message)]
        link = Link.objects.filter(purpose=PURPOSE, token_hash__in=hashes).order_by("-id").first() if hashes else None
        if link is not None:
            _take_reply(message, link, by)


def _take_reply(message: Message, link: Link, by: Actor) -> None:
    sender = message.from_address.lower()
    handoff = Handoff.objects.select_related("team", "task", "account__owner", "requested_by").get(
        pk=link.scope["handoff"]
    )
    reply = HandoffReply(handoff=handoff, message=message, address=sender, created_at=by.now, updated_at=by.now)
    if sender != link.scope["address"]:
        reply.reason = "not_yours"
    elif proof(read_stored(message.raw_sha).vouched) == "fail":
        reply.reason = "unproven"
    elif link.revoked_at is not None or (link.expires_at is not None and link.expires_at <= by.now):
        reply.reason = "old"
    elif link.uses or not use_found(link):
        reply.reason = "used"
    if reply.reason not in ("not_yours", "unproven"):
        message.kind, message.auto_answerable = Message.Kind.ANSWER, False
        message.save(update_fields=["kind", "auto_answerable"])
    reply.save()
    if reply.reason:
        refuse_reply(reply, by)
    else:
        ring("do_handoff_replies")

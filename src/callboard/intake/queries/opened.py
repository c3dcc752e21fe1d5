"""An item opened: itself and why it went where it went, then everything that stands with it.  Two statements."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Q, QuerySet, Subquery, Value

from callboard.calendar.models import Invitation
from callboard.channels.models import Attachment, Message
from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.core.asking import Question
from callboard.intake.models import Assignment, Decision, QueueItem
from callboard.intake.queries.context import account_asked
from callboard.intake.queries.proposals import decided_like
from callboard.pipeline.models import Lead
from callboard.team.models import Person

THREAD_SHOWN = 20
WITH = ("account__facts", "account__owner", "contact", "message__mailbox", "person", "proposed_to", "pool", "rule")


@dataclass(frozen=True)
class Opened:
    """The item with its last decision; names of the people its reasons mention; the other messages of its thread, newest
    first, each message with its `files` and what it asks us to (`asked`); how many alike were read right, of how many; who has it
    now; what `account_asked` found of its account; the lead that was made from it."""

    item: QueueItem
    decision: Decision | None
    names: dict[int, str]
    earlier: Sequence[Message]
    right: tuple[int, int]
    given: Assignment | None
    account: Mapping[str, Any]
    lead: Lead | None


def item_asked(actor: Actor, wanted: QuerySet[QueueItem]) -> dict[str, Question]:
    """The first item of `wanted` (an id, or the head of a queue) if the actor may see it, and its last decision."""
    # One value, not a list of one: the planner reads it first and joins a single item, however many there are.
    first = Subquery(wanted.values("pk")[:1])
    rows = visible(QueueItem.objects.select_related(*WITH), actor).filter(pk=first)
    decided = Decision.objects.filter(item=first).select_related("rule", "winner")
    return {
        "item": Question("records", rows),
        "decision": Question("records", decided.order_by("-at", "-id")[:1]),
    }


def opened_asked(item: QueueItem, decision: Decision | None, actor: Actor, now: datetime) -> dict[str, Question]:
    """Everything that stands with the item."""
    nearest = decision.nearest if decision is not None else []
    named = {value for value in (*item.why_args.values(), *(who for who, _cause in nearest)) if isinstance(value, int)}
    found = {"names": Question("list", Person.objects.filter(pk__in=named).values("pk", "name"))}
    if item.message is not None:
        thread = _thread(item.message)
        files = Attachment.objects.filter(Q(message=item.message.pk) | Q(message__in=thread.order_by().values("pk")))
        found["thread"] = Question("records", thread[:THREAD_SHOWN])
        leads = visible(Lead.objects.filter(message=item.message.pk), actor)
        found["lead"] = Question("records", leads.order_by("-id")[:1])
        found["files"] = Question("records", files.order_by("position", "id"))
        found["asked"] = Question("records", Invitation.objects.filter(message=item.message.pk).order_by("id")[:3])
    if item.waits:
        alike = decided_like(item.intent, now).order_by().values(whole=Value(1))
        sums = alike.annotate(every=Count("id"), right=Count("id", filter=Q(corrected_intent="")))
        found["right"] = Question("list", sums)
    if item.person_id is not None and not item.closed:
        given = Assignment.objects.filter(item=item, ended_at=None).select_related("task", "person")
        found["given"] = Question("records", given[:1])
    return found | (account_asked(item.account_id, actor) if item.account_id is not None else {})


def _thread(message: Message) -> QuerySet[Message]:
    """The other messages of the conversation, newest first."""
    if message.thread_id is None:
        return Message.objects.none()
    rows = Message.objects.filter(thread=message.thread_id).exclude(pk=message.pk)
    return rows.select_related("by_person").order_by("-received_at", "-id")


def opened_from(item: QueueItem, decision: Decision | None, found: Mapping[str, Any]) -> Opened:
    """The item with what stands with it."""
    earlier = found.get("thread", [])
    for message in (*earlier, *([item.message] if item.message is not None else [])):
        message.files = [file for file in found.get("files", []) if file.message_id == message.pk]
        message.asked = [each for each in found.get("asked", []) if each.message_id == message.pk]
    right = next(iter(found.get("right", [])), {"right": 0, "every": 0})
    return Opened(
        item,
        decision,
        {row["pk"]: row["name"] for row in found["names"]},
        earlier,
        (right["right"], right["every"]),
        next(iter(found.get("given", [])), None),
        found,
        next(iter(found.get("lead", [])), None),
    )

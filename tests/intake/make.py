"""Records of the Inbox for tests."""

from datetime import datetime, timedelta
from typing import Any

from callboard.channels.models import Mailbox, Message, Thread
from callboard.core.actions import Actor
from callboard.core.clock import now
from callboard.intake.actions import create_items, create_rule
from callboard.intake.models import QueueItem, RoutingRule
from callboard.intake.models.routing import How
from callboard.team.models import Person, Pool, PoolMember
from tests import make
from tests.make import account, actor, contact, person, serial

__all__ = ["account", "actor", "contact", "item", "make", "message", "person", "pool", "receive", "rule"]

CLOCK = Actor.clock("test")


def pool(name: str = "Sales support", *people: Person, **fields: Any) -> Pool:
    """A pool with its people."""
    made = Pool.objects.create(name=name)
    for one in people:
        PoolMember.objects.create(pool=made, person=one, **fields)
    return made


def mailbox() -> Mailbox:
    return Mailbox.objects.get_or_create(address="sales@ours.example", defaults={"name": "Sales"})[0]


def message(subject: str = "A question", text: str = "How does it work?", **fields: Any) -> Message:
    """A message that was read and matched."""
    number = next(serial)
    known = fields.pop("contact", None)
    if known is not None:
        fields |= {"contact": known, "account": known.account}
    given: dict[str, Any] = {
        "mailbox": mailbox(),
        "direction": Message.Direction.IN,
        "state": Message.State.READ,
        "message_id": f"<{number}@there.example>",
        "digest": f"digest{number}",
        "from_address": f"someone{number}@there.example",
        "from_name": "Someone Else",
        "subject": subject,
        "text": text,
        "reply_text": text,
        "received_at": now() - timedelta(minutes=1),
        "thread": Thread.objects.create(subject=subject),
    }
    return Message.objects.create(**given | fields)


def receive(*messages: Message) -> list[QueueItem]:
    """Give messages to the Inbox as the listener does."""
    create_items(messages=list(messages), by=CLOCK)
    return list(QueueItem.objects.filter(message__in=messages).order_by("id"))


def item(subject: str = "A question", text: str = "How does it work?", **fields: Any) -> QueueItem:
    """An item of a new message, routed by the rules there are."""
    return receive(message(subject, text, **fields))[0]


def rule(name: str = "In turn", strategy: How = How.ROUND_ROBIN, **fields: Any) -> RoutingRule:
    """A rule, last in the table."""
    return create_rule(name=name, strategy=strategy, by=CLOCK, **fields)


def ago(**span: float) -> datetime:
    return now() - timedelta(**span)

"""What the Inbox shows: the desk strip, the queue, a conversation, the account beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Min, Q, QuerySet

from callboard.channels.models import Mailbox, Message
from callboard.channels.queries import failed
from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.intake.models import Decision, QueueItem, State
from callboard.intake.models.items import OPEN_STATES, WAITING_STATES
from callboard.team.models import Person
from callboard.team.queries import available
from callboard.team.rules.free import Free

SHOWN = 60
PEOPLE_SHOWN = 8
SOON = timedelta(minutes=30)
VIEWS = ("waiting", "mine", "open", "done", "spam", "failed")


@dataclass(frozen=True)
class DeskStrip:
    """The line on top.  `people`: (person, free) with those who are free first."""

    waiting: int
    longest: timedelta | None
    over: int
    soon: int
    people: Sequence[tuple[Person, Free]]


def desk_strip(actor: Actor, now: datetime) -> DeskStrip:
    """What waits, how long, what is late, who is free."""
    mine = visible(QueueItem.objects.all(), actor).filter(state__in=WAITING_STATES, spam=False)
    found = mine.aggregate(
        waiting=Count("id"),
        oldest=Min("received_at"),
        over=Count("id", filter=Q(due_at__lt=now, answered_at=None)),
        soon=Count("id", filter=Q(due_at__gte=now, due_at__lte=now + SOON, answered_at=None)),
    )
    people = list(Person.objects.active().filter(pools__isnull=False).distinct())
    free = available(now, people)
    people.sort(key=lambda person: (not free[person.pk].free, person.name))
    shown = [(person, free[person.pk]) for person in people[:PEOPLE_SHOWN]]
    longest = now - found["oldest"] if found["oldest"] else None
    return DeskStrip(found["waiting"], longest, found["over"], found["soon"], shown)


def queue(actor: Actor, view: str) -> QuerySet[QueueItem]:
    """The rows of the queue, at most SHOWN.  What waits: urgent and oldest first; what is closed: newest first."""
    rows = visible(QueueItem.objects.select_related("account", "contact", "person", "proposed_to", "pool"), actor)
    newest = ("-received_at", "-id")
    if view == "mine":
        rows = rows.filter(person=actor.person_id, state=State.ASSIGNED).order_by("-priority", "due_at", "id")
    elif view == "open":
        rows = rows.filter(state__in=OPEN_STATES, spam=False).order_by(*newest)
    elif view == "done":
        rows = rows.exclude(state__in=OPEN_STATES).order_by(*newest)
    elif view == "spam":
        rows = rows.filter(spam=True).order_by(*newest)
    else:
        rows = rows.filter(state__in=WAITING_STATES, spam=False).order_by("-priority", "received_at", "id")
    return rows


def counts(actor: Actor) -> dict[str, int]:
    """How many each view of the queue holds, where a count says something."""
    found = visible(QueueItem.objects.all(), actor).aggregate(
        waiting=Count("id", filter=Q(state__in=WAITING_STATES, spam=False)),
        mine=Count("id", filter=Q(state=State.ASSIGNED, person=actor.person_id)),
        spam=Count("id", filter=Q(spam=True, state__in=OPEN_STATES)),
    )
    return found | {"failed": failed_messages().count()}


def waiting_items(actor: Actor) -> QuerySet[QueueItem]:
    """What waits in the queue: the badge beside Inbox."""
    return visible(QueueItem.objects.all(), actor).filter(state__in=WAITING_STATES, spam=False)


def failed_messages() -> QuerySet[Message]:
    """Messages that could not be read or sent; somebody must see them."""
    return failed().order_by("-id")


def thread_of(item: QueueItem) -> list[Message]:
    """The other messages of the conversation, newest first."""
    if item.message is None or item.message.thread_id is None:
        return []
    rows = Message.objects.filter(thread=item.message.thread_id).exclude(pk=item.message.pk)
    return list(rows.select_related("by_person").prefetch_related("attachments").order_by("-received_at", "-id")[:20])


def last_decision(item: QueueItem) -> Decision | None:
    return item.decisions.select_related("rule", "winner").order_by("-at", "-id").first()


def names_of(*args: Any) -> dict[int, str]:
    """Names of the people that stored reasons mention."""
    wanted = {value for value in args if isinstance(value, int)}
    return dict(Person.objects.filter(pk__in=wanted).values_list("pk", "name")) if wanted else {}


def neighbours(rows: Sequence[QueueItem], item: QueueItem | None) -> tuple[int | None, int | None]:
    """Ids before and after an item in the queue as shown."""
    ids = [row.pk for row in rows]
    if item is None or item.pk not in ids:
        return None, (ids[0] if ids else None)
    place = ids.index(item.pk)
    return (ids[place - 1] if place else None), (ids[place + 1] if place + 1 < len(ids) else None)


def mailboxes_read() -> QuerySet[Mailbox]:
    """The mailboxes mail is fetched from."""
    return Mailbox.objects.filter(active=True).exclude(imap_host="")

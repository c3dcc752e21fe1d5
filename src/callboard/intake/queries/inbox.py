"""What the Inbox shows: the desk strip, the queue, a conversation, the account beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet, Value

from callboard.channels.models import Mailbox, Message
from callboard.channels.queries import failed
from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.core.asking import Question, Row
from callboard.core.present import Present
from callboard.intake.models import QueueItem, State
from callboard.intake.models.items import OPEN_STATES, WAITING_STATES
from callboard.team.models import Person, PoolMember
from callboard.team.queries import available_asked, available_from
from callboard.team.rules.free import Free

SHOWN = 60
PEOPLE_SHOWN = 8
FAILED_SHOWN = 20
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


def desk_asked(actor: Actor, now: datetime) -> dict[str, Question]:
    """What the line on top needs to know: what waits, how long, what is late, and of everyone in a pool whether they are free."""
    mine = visible(QueueItem.objects.all(), actor).filter(state__in=WAITING_STATES, spam=False)
    waits = mine.order_by().values(whole=Value(1))
    unanswered = Q(answered_at=None)
    people = Person.objects.active().filter(Exists(PoolMember.objects.filter(person=OuterRef("pk"))))
    return {
        "waits": Question(
            "list",
            waits.annotate(
                waiting=Count("id"),
                oldest=Min("received_at"),
                over=Count("id", filter=unanswered & Q(due_at__lt=Present())),
                soon=Count("id", filter=unanswered & Q(due_at__gte=Present(), due_at__lte=Present(SOON))),
            ),
        ),
        **available_asked(people, now),
    }


def desk_from(found: Mapping[str, Any], now: datetime) -> DeskStrip:
    """The line on top."""
    nothing: Row = {"waiting": 0, "oldest": None, "over": 0, "soon": 0}
    waits: Row = next(iter(found["waits"]), nothing)
    free = available_from(found, now)
    people = sorted(found["people"], key=lambda person: (not free[person.pk].free, person.name))
    shown = [(person, free[person.pk]) for person in people[:PEOPLE_SHOWN]]
    longest = now - waits["oldest"] if waits["oldest"] else None
    return DeskStrip(waits["waiting"], longest, waits["over"], waits["soon"], shown)


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


def counts_asked(actor: Actor) -> dict[str, Question]:
    """How many each view of the queue holds, where a count says something."""
    seen = visible(QueueItem.objects.all(), actor)
    return {
        "waiting": Question("count", seen.filter(state__in=WAITING_STATES, spam=False)),
        "mine": Question("count", seen.filter(state=State.ASSIGNED, person=actor.person_id)),
        "spam": Question("count", seen.filter(spam=True, state__in=OPEN_STATES)),
        "failed": Question("count", failed_messages()),
    }


def waiting_items(actor: Actor) -> QuerySet[QueueItem]:
    """What waits in the queue: the badge beside Inbox."""
    return visible(QueueItem.objects.all(), actor).filter(state__in=WAITING_STATES, spam=False)


def failed_messages() -> QuerySet[Message]:
    """Messages that could not be read or sent; somebody must see them."""
    return failed().order_by("-id")


def neighbours(ids: Sequence[int], pk: int | None) -> tuple[int | None, int | None]:
    """Ids before and after an item in the queue as shown."""
    if pk not in ids:
        return None, (ids[0] if ids else None)
    place = ids.index(pk)
    return (ids[place - 1] if place else None), (ids[place + 1] if place + 1 < len(ids) else None)


def mailboxes_read() -> QuerySet[Mailbox]:
    """The mailboxes mail is fetched from."""
    return Mailbox.objects.filter(active=True).exclude(imap_host="")

"""Mail the practice company's salespeople sent the archive: drafts that wait for their notes, and one mail nobody wrote up."""

import random
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime

from callboard.channels.models import Capture, Mailbox, Message, Thread
from callboard.channels.reading import digest, read
from callboard.core import clock
from callboard.core.demo import World, write
from callboard.core.models import TimelineEntry
from callboard.core.refs import kind_of
from callboard.directory.models import Contact, ContactEmail
from callboard.journal.actions.drafting import drafted
from callboard.journal.actions.seen import what_is_asked
from callboard.journal.models import DraftedInteraction
from callboard.team.models import Person
from callboard.work.models import Task

ADDRESS = "archive@lakeside.example"
OUT, IN = Message.Direction.OUT, Message.Direction.IN
#: Way, hours ago, subject, text.  The last one was sent a day ago: it stands on My Day, to be written up.
MAILS: tuple[tuple[str, int, str, str], ...] = (
    (
        OUT,
        2,
        "Price for two more seats",
        "Hi {first},\n\nas promised: two more seats are 98 a month, from the first of next month. The price stands until Friday.",
    ),
    (
        IN,
        5,
        "Your call this morning",
        "Hello {me},\n\nthank you for the call. Please send us the comparison with the marketing package; we decide next week.",
    ),
    (
        OUT,
        27,
        "What we agreed",
        "Hi {first},\n\nto sum up: you keep the rater for all nine people, and we look at the website again in spring.",
    ),
)
Written = tuple[Message, Contact, Person]


def build(world: World) -> None:
    """Keeps `captured_messages`.  Dice of its own, so that the rest of the company stays as it was."""
    rng = random.Random(f"{world.seed} drafts")
    box = Mailbox(name="Archive", address=ADDRESS, user=ADDRESS, use=Mailbox.Use.ARCHIVE, active=True)
    box.created_at = box.updated_at = world.since
    write(Mailbox, [box])
    rows = [row for person, known in _customers(world) for row in _mails(world, rng, box, person, known)]
    write(Thread, [message.thread for message, _contact, _person in rows if message.thread is not None])
    messages = world.keep("captured_messages", write(Message, [message for message, _contact, _person in rows]))
    world.timeline([_line(message) for message in messages])
    made = drafted(messages, world.now)
    write(DraftedInteraction, [draft for draft, _people in made])
    through = DraftedInteraction.contacts.through
    write(through, [through(draftedinteraction=draft, contact_id=pk) for draft, people in made for pk in people])
    last = MAILS[-1][2]
    write(Task, [_asked(message, person) for message, _contact, person in rows if message.subject == last])


def _customers(world: World) -> list[tuple[Person, list[tuple[Contact, str]]]]:
    """Each salesperson with the people at their accounts who have an address that works."""
    addresses = dict(ContactEmail.objects.filter(bounced_at=None, primary=True).values_list("contact", "address"))
    found: dict[int, tuple[Person, list[tuple[Contact, str]]]] = {}
    for contact in world["contacts"]:
        owner = contact.account.owner
        if owner is not None and owner.is_active and contact.left_on is None and contact.pk in addresses:
            found.setdefault(owner.pk, (owner, []))[1].append((contact, addresses[contact.pk]))
    return [found[pk] for pk in sorted(found)]


def _mails(
    world: World, rng: random.Random, box: Mailbox, person: Person, known: list[tuple[Contact, str]]
) -> list[Written]:
    some = rng.sample(known, min(len(known), len(MAILS)))
    return [
        (_message(world.now, rng, box, person, contact, address, row), contact, person)
        for (contact, address), row in zip(some, MAILS[-len(some) :], strict=True)
    ]


def _message(
    now: datetime,
    rng: random.Random,
    box: Mailbox,
    person: Person,
    contact: Contact,
    address: str,
    row: tuple[str, int, str, str],
) -> Message:
    """As the archive takes it in: read by the reader, with whom it was as the directory knows them."""
    way, hours, subject, text = row
    at = (now - timedelta(hours=hours, minutes=rng.randrange(50))).replace(microsecond=0)
    ours, theirs = f"{person.name} <{person.email}>", f"{contact.name} <{address}>"
    raw = EmailMessage()
    raw["From"], raw["To"] = (ours, theirs) if way == OUT else (theirs, ours)
    raw["Subject"], raw["Date"] = subject, format_datetime(at)
    raw["Message-ID"] = f"<{rng.getrandbits(128):032x}@lakeside.example>"
    raw.set_content(text.format(first=contact.name.split()[0], me=person.name.split()[0]))
    mail = read(raw.as_bytes())
    stamp = {"created_at": at, "updated_at": at, "version": 1}
    thread = Thread(subject=subject, account=contact.account, contact=contact, last_at=at, **stamp)
    return Message(
        mailbox=box, direction=way, state=Message.State.READ, capture=Capture.ARCHIVE, by_person=person, thread=thread,
        message_id=mail.message_id, digest=digest(mail), from_address=mail.from_address, from_name=mail.from_name,
        to=list(mail.to) if way == OUT else [], subject=mail.subject, text=mail.text, reply_text=mail.reply,
        sent_at=at, received_at=at, contact=contact, account=contact.account, **stamp,
    )  # fmt: skip


def _at(message: Message) -> datetime:
    at: datetime | None = message.sent_at
    if at is None:
        raise ValueError("A mail of the practice company says when it was sent.")
    return at


def _line(message: Message) -> TimelineEntry:
    return TimelineEntry(
        root_id=message.account_id or 0,
        at=_at(message),
        kind=f"channels.message_{message.direction}",
        ref_kind=kind_of(message),
        ref_id=message.pk,
        title=message.subject,
        text=message.reply_text[:500],
        person_id=message.by_person_id,
        audience=["all"],
    )


def _asked(message: Message, person: Person) -> Task:
    """What asks for the note of the day it was sent on, as the clock opens it in the afternoon."""
    at = _at(message)
    asked = what_is_asked(message, person, at, clock.business_day(at))
    source = {"source_kind": kind_of(message), "source_id": message.pk}
    return Task(**asked, **source, version=1, created_at=at, updated_at=at)

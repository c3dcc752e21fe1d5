"""The practice company's mail: eighteen months of questions and answers, and what came in today."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from callboard.channels.demo.copies import copies
from callboard.channels.demo.words import AWAY, DESK_NAME, STRANGERS, TALKS, THANKS, Talk
from callboard.channels.models import Mailbox, Message, Thread
from callboard.core.demo import World, write
from callboard.core.models import TimelineEntry
from callboard.core.refs import kind_of
from callboard.directory.models import Attempt, Contact, ContactEmail, Medium, Purpose
from callboard.directory.rules import address_hash

__all__ = ["build", "copies"]

#: Conversations in the past, and questions of the last day that nobody has answered.
PAST, FRESH = 2600, 34
ADDRESS = "desk@lakeside.example"
ANSWERED, THANKED = 0.96, 0.35
HOUR = timedelta(hours=1)
Pair = tuple[Contact, str]


def build(world: World) -> None:
    """One shared mailbox, conversations, and fresh mail.  No raw files: these were never on a wire.

    Keeps `mailboxes`, `messages` and `fresh_messages` (inbound, of the last day, not answered).
    """
    (desk,) = world.keep("mailboxes", write(Mailbox, [_mailbox(world)]))
    writers = _writers(world)
    if not writers:
        world.keep("messages", [])
        world.keep("fresh_messages", [])
        return
    talks = [_past(world, desk, writers) for _number in range(world.count(PAST))]
    fresh = [_new(world, desk, writers, number) for number in range(world.count(FRESH))]
    fresh += [_strange(world, desk, row) for row in STRANGERS]
    fresh.append(_away(world, desk, writers))
    threads = [messages[0].thread for messages in [*talks, *fresh]]
    write(Thread, [thread for thread in threads if thread is not None])
    every = world.keep("messages", write(Message, [message for talk in [*talks, *fresh] for message in talk]))
    world.keep("fresh_messages", [message for (message,) in fresh])
    world.timeline(
        [_line(message, world.now) for message in every if message.account_id and message.kind == Message.Kind.MESSAGE]
    )
    write(Attempt, [_attempt(message, world.now) for message in every if message.direction == Message.Direction.OUT])


def _mailbox(world: World) -> Mailbox:
    return Mailbox(
        name=DESK_NAME, address=ADDRESS, user=ADDRESS, active=True, created_at=world.since, updated_at=world.since
    )


def _writers(world: World) -> list[Pair]:
    """Who may have written: people who are still there, with a mail address."""
    addresses = dict(ContactEmail.objects.filter(bounced_at=None).values_list("contact", "address"))
    return [
        (contact, addresses[contact.pk])
        for contact in world["contacts"]
        if contact.pk in addresses and contact.left_on is None
    ]


def _working(world: World, at: datetime) -> datetime:
    """The same week, on a weekday between eight and five in Texas."""
    at -= timedelta(days=max(0, at.weekday() - 4))
    return at.replace(hour=14 + world.rng.randrange(8), minute=world.rng.randrange(60), second=world.rng.randrange(60))


def _past(world: World, desk: Mailbox, writers: Sequence[Pair]) -> list[Message]:
    """A question, nearly always its answer, sometimes thanks."""
    contact, address = world.rng.choice(writers)
    talk = world.rng.choices(TALKS, [each.weight for each in TALKS])[0]
    end = world.now - timedelta(days=2)
    at = _working(world, world.moment(max(world.since, contact.created_at or world.since), end))
    fill = _fill(world, contact, at)
    question = _inbound(world, desk, contact, address, talk, fill, at)
    messages = [question]
    if world.rng.random() < ANSWERED:
        me = world.rng.choice(world["people"])
        later = at + HOUR * world.rng.uniform(0.1, 6)
        messages.append(_answer(world, desk, question, talk.answer.format(**fill), me, later))
        if world.rng.random() < THANKED:
            thanks = Talk(1, question.subject, world.rng.choice(THANKS), "")
            known = {**fill, "me": str(me).split()[0]}
            messages.append(_inbound(world, desk, contact, address, thanks, known, later + HOUR, messages[-1]))
    thread = question.thread
    if thread is not None:
        thread.last_at = messages[-1].received_at
    return messages


def _new(world: World, desk: Mailbox, writers: Sequence[Pair], number: int) -> list[Message]:
    contact, address = world.rng.choice(writers)
    talk = world.rng.choices(TALKS, [each.weight for each in TALKS])[0]
    at = world.now - timedelta(minutes=3 + 11 * number + world.rng.randrange(9))
    return [_inbound(world, desk, contact, address, talk, _fill(world, contact, at), at)]


def _fill(world: World, contact: Contact, at: datetime) -> dict[str, Any]:
    day = at + timedelta(days=world.rng.randint(2, 9))
    day += timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)
    return {
        "first": contact.name.split()[0],
        "agency": contact.account.name,
        "seats": world.rng.randint(2, 6),
        "day": f"{day:%A, %B} {day.day}",
        "me": "",
    }


def _inbound(
    world: World,
    desk: Mailbox,
    contact: Contact,
    address: str,
    talk: Talk,
    fill: dict[str, Any],
    at: datetime,
    answers: Message | None = None,
) -> Message:
    reply = talk.text.format(**fill)
    signature = f"{contact.name}\n{contact.account.name}"
    subject = talk.subject if answers is None else f"Re: {talk.subject}"
    message = _message(world, desk, "in", address, subject, f"{reply}\n\n{signature}", at, answers)
    message.from_name, message.to, message.reply_text, message.signature = contact.name, [ADDRESS], reply, signature
    message.contact, message.account, message.company = contact, contact.account, contact.account.name
    message.auto_answerable = True
    if answers is None:
        message.thread = _thread(message, contact)
    return message


def _thread(message: Message, contact: Contact | None) -> Thread:
    return Thread(
        subject=message.subject,
        account=contact.account if contact else None,
        contact=contact,
        last_at=message.received_at,
        created_at=message.received_at,
        updated_at=message.received_at,
        version=1,
    )


def _answer(world: World, desk: Mailbox, question: Message, text: str, me: Any, at: datetime) -> Message:
    message = _message(world, desk, "out", ADDRESS, f"Re: {question.subject}", text, at, question)
    message.from_name, message.to, message.reply_text = DESK_NAME, [question.from_address], text
    message.contact, message.account, message.by_person = question.contact, question.account, me
    message.state, message.purpose, message.key = Message.State.SENT, Purpose.ANSWER, message.message_id[:32]
    return message


def _message(
    world: World,
    desk: Mailbox,
    direction: str,
    sender: str,
    subject: str,
    text: str,
    at: datetime,
    answers: Message | None,
) -> Message:
    return Message(
        mailbox=desk,
        direction=direction,
        state=Message.State.READ,
        message_id=f"{world.rng.getrandbits(128):032x}@{sender.rpartition('@')[2]}",
        digest=f"{world.rng.getrandbits(256):064x}" if direction == "in" else "",
        in_reply_to=answers.message_id if answers else "",
        references=[*answers.references, answers.message_id] if answers else [],
        thread=answers.thread if answers else None,
        from_address=sender,
        subject=subject,
        text=text,
        sent_at=at,
        received_at=at,
        created_at=at,
        updated_at=at,
        version=1,
    )


def _strange(world: World, desk: Mailbox, row: tuple[str, str, str, str, str]) -> list[Message]:
    name, address, subject, text, kind = row
    at = world.now - timedelta(minutes=world.rng.randint(5, 500))
    message = _message(world, desk, "in", address, subject, text, at, None)
    message.from_name, message.to, message.reply_text, message.kind = name, [ADDRESS], text, kind
    message.auto_answerable = kind == Message.Kind.MESSAGE
    message.thread = _thread(message, None)
    return [message]


def _away(world: World, desk: Mailbox, writers: Sequence[Pair]) -> list[Message]:
    contact, address = world.rng.choice(writers)
    at = world.now - timedelta(minutes=world.rng.randint(30, 400))
    talk = Talk(1, "Automatic reply: Re: Training for new people", AWAY, "")
    message = _inbound(world, desk, contact, address, talk, _fill(world, contact, at), at)
    message.kind, message.auto_answerable = Message.Kind.AUTO_REPLY, False
    return [message]


def _line(message: Message, now: datetime) -> TimelineEntry:
    out = message.direction == Message.Direction.OUT
    return TimelineEntry(
        root_id=message.account_id or 0,
        at=message.received_at or now,
        kind="channels.message_out" if out else "channels.message_in",
        ref_kind=kind_of(message),
        ref_id=message.pk,
        title=message.subject[:300],
        text=message.reply_text[:500],
        person_id=message.by_person_id,
        audience=["all"],
    )


def _attempt(message: Message, now: datetime) -> Attempt:
    return Attempt(
        account=message.account,
        contact=message.contact,
        medium=Medium.MAIL,
        purpose=Purpose.ANSWER,
        to_hash=address_hash(message.to[0]),
        person=message.by_person,
        at=message.received_at or now,
    )

"""Out: one way to customers.  Queued in its cause's transaction, sent at least once, de-duplicated by key."""

import uuid
from datetime import datetime, timedelta

from django.db.models import F
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from callboard.channels import queries, rules
from callboard.channels.actions.retrying import settle
from callboard.channels.actions.ring import ring
from callboard.channels.models import Mailbox, Message, Thread
from callboard.channels.reading.headers import parse_addresses
from callboard.core.access import may_see
from callboard.core.actions import Actor, Invalid, Refusal, Refused, Text, action
from callboard.core.notify import MAIL_LEFT
from callboard.directory.actions import offer_unsubscribing, record_attempt
from callboard.directory.models import Account, Contact, Medium, Purpose
from callboard.directory.queries import Denied, match_address, may_contact, refusal_of
from callboard.directory.rules import UNASKED, mail_address

MAX_TO = 50
#: A worker that took a message and was killed is believed gone after this; then another sends it.
TAKEN_FOR = timedelta(minutes=5)
QUEUED, SENDING, SENT, FAILED = Message.State.QUEUED, Message.State.SENDING, Message.State.SENT, Message.State.FAILED


@action(
    _("Sent message"),
    said=_("Sent “{result}”"),
    who="channels.send",
    final=MAIL_LEFT,
    roots=lambda kw: _roots_of(**kw),
    icon="send",
)
def send_message(
    *,
    by: Actor,
    to: str,
    subject: str,
    text: Text,
    purpose: Purpose = Purpose.SERVICE,
    account: Account | None = None,
    contact: Contact | None = None,
    thread: Thread | None = None,
    answers: Message | None = None,
    mailbox: Mailbox | None = None,
    cc: str = "",
    key: str = "",
) -> Message:
    """Write to a customer.  Asks `directory.may_contact` for every address, writes the attempt, queues the mail.

    `to`, `cc`: addresses separated by commas.  `contact`: whom it is for; an address of somebody else is refused.  `answers`:
    the message of theirs it answers; purpose answer needs it.  `key`: the same key never sends twice.  Refused with the rule's
    sentence; Invalid for what is no address.
    """
    if key and (found := Message.objects.filter(key=key).first()):
        return found
    receivers, copies = _addresses(to, "to"), _addresses(cc, "cc") if cc.strip() else []
    if not str(text).strip():
        raise Invalid({"text": now_("Write something.")})
    if answers is not None:
        _may_answer(answers, receivers, by)
    if purpose in UNASKED and len(receivers) + len(copies) > 1:
        raise Invalid({"to": now_("Mail for sales or a campaign goes to one address, so that each can unsubscribe.")})
    if contact is not None:
        _fits(receivers[0], contact, by)
    elif account is None:
        contact, account = match_address(receivers[0])
    for address in [*receivers, *copies]:
        whose = contact if address == receivers[0] else None
        cause = rules.in_conversation(answers, address)
        allowed = may_contact(
            address, contact=whose, medium=Medium.MAIL, purpose=purpose, cause=cause, by=by, now=by.now
        )
        if isinstance(allowed, Denied):
            raise Refused(refusal_of(allowed))
    thread = thread or (answers.thread if answers else None) or _new_thread(subject, account, contact, by)
    message = _queued(by, mailbox, thread, answers, account, contact)
    message.to, message.cc, message.purpose = receivers, copies, purpose
    message.subject = _one_line(subject) or rules.answer_subject(answers.subject if answers else "")
    message.reply_text = str(text).strip()
    message.text = f"{message.reply_text}\n\n{rules.quoted(answers)}" if answers else message.reply_text
    message.key = key or uuid.uuid4().hex
    message.save()
    if purpose in UNASKED:
        offer_unsubscribing(receivers[0], key=message.key, contact=contact, by=by)
    record_attempt(receivers[0], by=by, medium=Medium.MAIL, purpose=purpose, contact=contact, account=account)
    if message.account_id:
        by.timeline(
            message.account_id,
            "channels.message_out",
            ref=message,
            title=message.subject,
            text=message.reply_text[:500],
        )
    ring("send_queued")
    return message


def _roots_of(
    account: Account | None = None,
    contact: Contact | None = None,
    thread: Thread | None = None,
    answers: Message | None = None,
    to: str = "",
    **rest: object,
) -> set[int]:
    found = {account.pk if account else None, contact.account_id if contact else None}
    found |= {thread.account_id if thread else None, answers.account_id if answers else None}
    if not any(found) and (pairs := parse_addresses(to)):
        matched = match_address(pairs[0][1])[1]
        found.add(matched.pk if matched else None)
    return {root for root in found if root}


def _addresses(text: str, name: str) -> list[str]:
    """Addresses of a field.  Invalid where a part of it is none: nothing may go where nobody meant it to."""
    found: list[str] = []
    for part in _one_line(text).replace(";", ",").split(","):
        if not part.strip():
            continue
        pairs = parse_addresses(part)
        address = mail_address(pairs[0][1]) if len(pairs) == 1 else None
        if address is None:
            raise Invalid({name: now_("“{text}” is no mail address.").format(text=part.strip()[:80])})
        if address not in found:
            found.append(address)
    if not found:
        raise Invalid({name: now_("Say who gets it.")})
    if len(found) > MAX_TO:
        raise Invalid({name: now_("More than {count} addresses at once.").format(count=MAX_TO)})
    return found


def _fits(address: str, contact: Contact, by: Actor) -> None:
    """Invalid where the address is somebody else's than it is said to be for: their wishes count, not those of the named."""
    owner = match_address(address)[0]
    if owner is None or owner.pk == contact.pk:
        return
    name = str(owner) if may_see(by, owner) else now_("somebody else")
    said = now_("{address} belongs to {name}, not to {contact}. Name whom it is for.")
    raise Invalid({"contact": said.format(address=address, name=name, contact=contact)})


def _one_line(text: str) -> str:
    return " ".join(text.split())[:500]


def _may_answer(answered: Message, receivers: list[str], by: Actor) -> None:
    """RFC 3834: reports are answered by nobody, automatic mail by no program, and a sender by a program once a week."""
    if answered.kind in (Message.Kind.BOUNCE, Message.Kind.FEEDBACK):
        raise Refused(Refusal("report", _("A report of a mail system is not answered.")))
    if by.kind == "person":
        return
    if not answered.auto_answerable:
        raise Refused(Refusal("automatic", _("Automatic mail is never answered by a program.")))
    if any(queries.answered_lately(address, by.now) for address in receivers):
        raise Refused(Refusal("answered_lately", _("A program answered this sender in the last seven days.")))


def _new_thread(subject: str, account: Account | None, contact: Contact | None, by: Actor) -> Thread:
    return Thread.objects.create(
        subject=rules.plain_subject(_one_line(subject)),
        account=account,
        contact=contact,
        last_at=by.now,
        created_at=by.now,
        updated_at=by.now,
    )


def _queued(
    by: Actor,
    mailbox: Mailbox | None,
    thread: Thread,
    answers: Message | None,
    account: Account | None,
    contact: Contact | None,
) -> Message:
    came_to = answers.mailbox if answers is not None and not answers.capture else None
    box = mailbox or came_to or queries.desk_mailboxes().first()
    return Message(
        mailbox=box,
        direction=Message.Direction.OUT,
        state=QUEUED,
        message_id=f"{uuid.uuid4().hex}@{box.domain if box else 'localhost'}",
        thread=thread,
        in_reply_to=answers.message_id if answers else "",
        references=rules.references_for(answers),
        answers=answers,
        from_address=box.address if box else "",
        from_name=box.name if box else "",
        account=account or (contact.account if contact else None) or thread.account,
        contact=contact,
        by_person=by.person if by.kind == "person" else None,
        received_at=by.now,
        created_at=by.now,
        updated_at=by.now,
    )


@action(
    _("Answered message"), said=_("Answered “{message}”"), who="channels.send", final=MAIL_LEFT, icon="corner-up-left"
)
def answer_message(message: Message, *, by: Actor, text: Text, everyone: bool = False) -> Message:
    """Answer a message, in its conversation.  `everyone`: also those it went to beside us."""
    copies: list[str] = []
    if everyone:
        ours = set(Mailbox.objects.values_list("address", flat=True))
        copies = [each for each in [*message.to, *message.cc] if each not in ours and each != message.from_address]
    sender, _account = match_address(message.from_address)
    return send_message(
        by=by,
        to=message.from_address,
        cc=", ".join(dict.fromkeys(copies)),
        subject=rules.answer_subject(message.subject),
        text=text,
        purpose=Purpose.ANSWER,
        account=message.account,
        contact=sender or message.contact,
        answers=message,
    )


@answer_message.can
def _may_be_answered(message: Message, now: datetime) -> Refusal | None:
    if message.direction != Message.Direction.IN:
        return Refusal("ours", _("This is our own message."))
    if not message.from_address:
        return Refusal("no_sender", _("It says no address to answer to."))
    if message.kind in (Message.Kind.BOUNCE, Message.Kind.FEEDBACK):
        return Refusal("report", _("A report of a mail system is not answered."))
    return None


@action(_("Took message to send"), who="channels.carry", final=MAIL_LEFT)
def start_sending(*, messages: list[Message], by: Actor) -> None:
    """Take messages for this worker: nobody else sends them for five minutes.  Whoever asked us to stop since a message was
    written, or to be forgotten, does not get it: it fails with the sentence why."""
    ids = [message.pk for message in messages]
    due = queries.to_send(by.now).filter(pk__in=ids).select_for_update(skip_locked=True, of=("self",))
    waiting = list(due)
    refused = queries.not_allowed_now(waiting, by=by)
    for message in waiting:
        if message.pk in refused:
            message.state, message.error, message.next_try_at = FAILED, refused[message.pk][:500], None
            _finished(message, by)
    taken = [message.pk for message in waiting if message.pk not in refused]
    Message.objects.filter(pk__in=taken).update(
        state=SENDING, attempts=F("attempts") + 1, next_try_at=by.now + TAKEN_FOR, updated_at=by.now
    )


@action(_("Delivered message"), who="channels.carry", final=MAIL_LEFT)
def finish_sending(message: Message, *, by: Actor, error: str = "", permanent: bool = False) -> Message:
    """What came of sending.  A passing error is tried again after a growing pause; a lasting one is shown."""
    message.error = error[:500]
    message.next_try_at = None if not error or permanent else rules.next_try(message.attempts, by.now)
    if not error:
        message.state, message.sent_at = SENT, by.now
    else:
        message.state = QUEUED if message.next_try_at else FAILED
    _finished(message, by)
    return message


def _finished(message: Message, by: Actor) -> None:
    message.updated_at = by.now
    message.save(update_fields=["state", "error", "sent_at", "next_try_at"])
    by.changed(message)
    if message.retry_id is not None:
        settle([message.pk], by)

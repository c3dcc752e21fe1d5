"""What a mail makes of its row: the text, whom it is from, its conversation, files, timeline."""

from callboard.channels import queries, rules
from callboard.channels.actions.answers import take_answer
from callboard.channels.actions.capturing import House, capture
from callboard.channels.actions.carrying import take_apart
from callboard.channels.actions.placing import tell_timeline
from callboard.channels.actions.refusing import tell_not_taken
from callboard.channels.models import Attachment, Capture, Message, NotTaken, Thread
from callboard.channels.reading import ReadMail
from callboard.core import files
from callboard.core.actions import Actor
from callboard.directory.actions import mark_bounced
from callboard.directory.models import Account, Contact, ContactEmail

Match = tuple[Contact | None, Account | None]


def fill(
    message: Message, mail: ReadMail, matches: dict[str, Match], threads: queries.Threads, house: House, by: Actor
) -> None:
    """Write what was read into the message, and around it: its conversation, files, bounces, a line of the timeline."""
    if message.capture:
        mail = capture(message, house, by.now)
        message.from_address, message.subject = mail.from_address[:320], mail.subject[:500]
    contact, account = _whom(message, mail, matches)
    message.kind = rules.kind_for(mail, message.mailbox, contact is not None)
    message.in_reply_to = mail.in_reply_to[:500]
    message.references = [reference[:500] for reference in mail.references]
    message.from_name, message.to, message.cc = mail.from_name[:300], list(mail.to), list(mail.cc)
    message.sent_at = mail.date_at
    message.text, message.reply_text, message.signature = mail.text, mail.reply, mail.signature[:5000]
    message.phones, message.title, message.company = list(mail.phones), mail.title, mail.company
    message.html_sha = files.store(mail.html.encode()) if mail.html.strip() else ""
    message.warnings, message.spam_hints = list(mail.warnings), list(mail.spam_hints)
    message.auto_answerable = mail.auto_answerable and message.kind == Message.Kind.MESSAGE and not message.capture
    thread = threads.find(message.message_id, [*mail.returned_ids, *message.references])
    _join(message, thread, contact, account, by)
    message.state, message.error, message.updated_at = Message.State.READ, "", by.now
    message.save()
    if not message.capture:
        take_answer(message, mail, by)
    _attach(message, mail)
    if message.not_taken == NotTaken.CARRIER:
        take_apart(message, house.pieces(message), by)
    if message.not_taken and message.capture == Capture.ARCHIVE:
        named = message.by_person or house.people.get(mail.from_address)
        tell_not_taken(named, NotTaken(message.not_taken), message, by)
    if not message.not_taken:  # what nobody of ours vouches for says nothing of anybody's address
        _mark_bounced(mail, by)
    by.changed(message)
    tell_timeline(message, by)


def _whom(message: Message, mail: ReadMail, matches: dict[str, Match]) -> Match:
    """Whom it was with: its sender; where we wrote it, the first receiver we know, a person before a company."""
    if message.not_taken:
        return None, None
    if message.direction == Message.Direction.IN:
        return matches.get(mail.from_address, (None, None))
    known = [matches[address] for address in (*mail.to, *mail.cc) if address in matches]
    return next((match for match in known if match[0] is not None), known[0] if known else (None, None))


def _join(message: Message, thread: Thread | None, contact: Contact | None, account: Account | None, by: Actor) -> None:
    """The conversation it belongs to; who is not known by address is known by the conversation."""
    if thread is None:
        thread = Thread(subject=rules.plain_subject(message.subject), created_at=by.now)
    if message.not_taken:
        thread = Thread(subject=thread.subject, created_at=by.now)
    message.account = account or thread.account
    message.contact = contact or (thread.contact if account is None else None)
    thread.account = thread.account or message.account
    thread.contact = thread.contact or message.contact
    thread.last_at, thread.updated_at = message.received_at, by.now
    thread.save()
    message.thread = thread


def _attach(message: Message, mail: ReadMail) -> None:
    Attachment.objects.bulk_create(
        Attachment(
            message=message,
            name=attachment.name[:300],
            mime=attachment.type[:200],
            size=attachment.size,
            sha=files.store(attachment.content),
            position=position,
            created_at=message.updated_at,
            updated_at=message.updated_at,
        )
        for position, attachment in enumerate(mail.attachments)
    )


def _mark_bounced(mail: ReadMail, by: Actor) -> None:
    if not mail.bounced_addresses:
        return
    for email in ContactEmail.objects.filter(address__in=mail.bounced_addresses, bounced_at=None):
        mark_bounced(email, by=by)

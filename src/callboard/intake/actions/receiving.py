"""From what a channel saw to an item of the queue: intent, priority, due time, then the rules."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from callboard.channels.models import Message
from callboard.core.actions import Actor, Invalid, Text, action
from callboard.directory.models import Account, Contact
from callboard.intake.actions.giving import tell_pages
from callboard.intake.actions.routing import accounts_waiting, route
from callboard.intake.models import Medium, QueueItem, Wants
from callboard.intake.queries import IntakeSettings, intake_settings
from callboard.intake.reading.intent import Facts, Intent, read_intent
from callboard.intake.rules.due import answer_due, priority_of
from callboard.team.queries import company_calendar
from callboard.team.rules.business_time import WorkCalendar

#: Below this the reading is shown, but is not acted upon as spam.
SPAM_FROM = 0.8
FINAL = _("It came in; set it aside instead.")


@action(_("Received messages"), who="channels.carry", final=FINAL)
def create_items(*, messages: list[Message], by: Actor) -> None:
    """Make an item of each message that has none and route them in one go.

    Automatic mail, bounces and lists make no item; they stay readable with their thread and are never answered.
    """
    wanted = [message for message in messages if message.kind == Message.Kind.MESSAGE]
    accounts = {message.account_id for message in wanted if message.account_id}
    by.run.require_roots(accounts | accounts_waiting())
    settings, calendar = intake_settings(by.today), company_calendar()
    items = [_item_of(message, settings, calendar, by.now) for message in wanted]
    QueueItem.objects.bulk_create(items)
    for item in items:
        if item.spam:
            tell_pages(item, by)
    route([item for item in items if not item.spam], by=by)


def _item_of(message: Message, settings: IntakeSettings, calendar: WorkCalendar, now: datetime) -> QueueItem:
    intent, error = _intent_of(message)
    received_at = message.received_at or now
    tier = message.account.tier or "" if message.account else ""
    spam = intent.code == Wants.SPAM and intent.confidence >= SPAM_FROM and message.account_id is None
    return QueueItem(
        message=message,
        medium=Medium.MAIL,
        subject=message.subject[:300],
        sender=(message.from_name or message.from_address)[:320],
        intent=intent.code,
        confidence=intent.confidence,
        intent_words=list(intent.words),
        spam=spam,
        why_code="spam" if spam else "",
        account=message.account,
        contact=message.contact,
        priority=priority_of(intent.code),
        received_at=received_at,
        due_at=answer_due(received_at, tier, settings.answer_minutes, calendar),
        error=error,
        created_at=now,
        updated_at=now,
    )


def _intent_of(message: Message) -> tuple[Intent, str]:
    """What the reader says.  A mail that breaks it still reaches a person, with the error."""
    attachments = tuple(attachment.name for attachment in message.attachments.all())
    facts = Facts(known=message.account_id is not None, spam_hints=tuple(message.spam_hints), attachments=attachments)
    try:
        return read_intent(message.subject, message.reply_text or message.text, facts), ""
    except Exception as error:  # whatever a mail does to the reader, somebody must see the mail
        return Intent(Wants.UNSURE.value, 0.0), f"{type(error).__name__}: {error}"[:500]


@action(
    _("Wrote down item"),
    said=_("Wrote down “{result}”"),
    who="intake.work",
    final=FINAL,
    roots=lambda kw: {kw["account"].pk} if kw.get("account") else set(),
)
def create_item(
    *,
    medium: Medium,
    sender: str,
    subject: str,
    text: Text | None = None,
    intent: Wants = Wants.QUESTION,
    account: Account | None = None,
    contact: Contact | None = None,
    by: Actor,
) -> QueueItem:
    """An item written down by hand: a call, a visitor, a form on paper.  The rules decide who gets it."""
    if not sender.strip():
        raise Invalid({"sender": _("Say who it is from: a name, a company or a number.")})
    if account is None and contact is not None:
        account = contact.account
    settings = intake_settings(by.today)
    tier = (account.tier or "") if account else ""
    item = QueueItem(
        medium=medium.value,
        subject=subject[:300],
        sender=sender.strip()[:320],
        text=str(text or ""),
        intent=intent.value,
        confidence=1.0,
        account=account,
        contact=contact,
        priority=priority_of(intent.value, medium.value),
        received_at=by.now,
        due_at=answer_due(by.now, tier, settings.answer_minutes, company_calendar()),
        created_at=by.now,
        updated_at=by.now,
    )
    item.save()
    route([item], by=by)
    return item

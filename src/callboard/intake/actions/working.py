"""From an item to what was asked: an answer, a note, an order, a cancellation, the right account."""

from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from callboard.channels.actions import answer_message
from callboard.core.actions import Actor, Invalid, Refusal, Text, action
from callboard.core.notify import MAIL_LEFT
from callboard.directory.actions import add_email
from callboard.directory.models import Account, Contact, ContactEmail
from callboard.intake.actions.giving import explain, give
from callboard.intake.actions.items import closed, finish_item
from callboard.intake.models import Medium, QueueItem
from callboard.intake.queries.context import answer_of_another
from callboard.journal.actions import log_interaction
from callboard.journal.models import Interaction, Kind, Outcome
from callboard.orders.actions import create_order, open_cancellation
from callboard.orders.models import Cancellation, CancellationReason, Order, Product, Subscription
from callboard.pipeline.actions import create_lead
from callboard.pipeline.models import Lead, Source
from callboard.team.models import Person

SOURCES = {
    Medium.MAIL: Source.MAIL,
    Medium.FORM: Source.FORM,
    Medium.PHONE: Source.CALL,
    Medium.MANUAL: Source.OTHER,
}


def take_along(item: QueueItem, by: Actor) -> None:
    """Whoever works an item nobody has, has it."""
    if item.waits and by.person is not None:
        give(item, by.person, "taken", {"person": by.person_id}, by=by)


@action(
    _("Replied"),
    said=_("Replied to “{item}”"),
    who="intake.work",
    final=MAIL_LEFT,
    icon="corner-up-left",
)
def reply_to_item(
    item: QueueItem, *, text: Text, everyone: bool = False, finish: bool = False, again: bool = False, by: Actor
) -> QueueItem:
    """Answer the message.  Whoever answers an item nobody has, has it; `finish` closes it with the answer.

    Where a colleague answered it already, that is said first; `again` sends the second answer all the same.
    """
    if item.message is None:
        raise Invalid({"": _("It did not come by mail; write a note instead.")})
    other = answer_of_another(item, by.person_id)
    if other is not None and not again:
        sentence = _("{who} answered it already. Look at their answer; send yours too if it is still needed.")
        raise Invalid({"again": str(sentence).format(who=other.by_person)})
    answer_message(item.message, text=text, everyone=everyone, by=by)
    take_along(item, by)
    if item.answered_at is None:
        item.answered_at = by.now
    if finish:
        item.save()
        finish_item(item, by=by)
    else:
        explain(item, item.why_code, item.why_args, by=by, rule=item.rule)
    return item


@reply_to_item.can
def _can_be_answered(item: QueueItem, now: datetime) -> Refusal | None:
    if item.message_id is None:
        return Refusal("no_message", _("It did not come by mail; write a note instead."))
    return None


@action(
    _("Wrote note on item"),
    said=_("Wrote a note on “{item}”"),
    who="intake.work",
    final=_("Change the note where it stands."),
    icon="note",
)
def note_on_item(
    item: QueueItem,
    *,
    text: Text,
    outcome: Outcome | None = None,
    next_step: str = "",
    next_on: date | None = None,
    by: Actor,
) -> Interaction:
    """Write up what happened, on the account's timeline."""
    if item.account is None:
        raise Invalid({"": _("Say first which account it is from.")})
    return log_interaction(
        kind=Kind.CALL if item.medium == Medium.PHONE else Kind.NOTE,
        accounts=[item.account],
        contact=item.contact,
        text=text,
        outcome=outcome,
        next_step=next_step,
        next_on=next_on,
        message=item.message,
        by=by,
    )


def no_account(item: QueueItem) -> Refusal | None:
    if item.account_id is None:
        return Refusal("no_account", _("Nobody knows yet which account it is from. Say that first."))
    return None


@note_on_item.can
def _account_known(item: QueueItem, now: datetime) -> Refusal | None:
    return no_account(item)


@action(
    _("Made lead from item"),
    said=_("Made lead {result} from “{item}”"),
    who="intake.work",
    final=_("Close the lead as a duplicate."),
    icon="user-plus",
)
def make_lead_from_item(
    item: QueueItem,
    *,
    name: str,
    company: str = "",
    email: str = "",
    phone: str = "",
    interest: Text | None = None,
    owner: Person | None = None,
    confirmed: bool = False,
    by: Actor,
) -> Lead:
    """Make a lead of who wrote or called.  Refused where we know them already, until it is confirmed."""
    take_along(item, by)
    return create_lead(
        name=name,
        company=company,
        email=email,
        phone=phone,
        interest=Text(interest or ""),
        source=SOURCES[Medium(item.medium)],
        owner=owner or item.person,
        message=item.message,
        confirmed=confirmed,
        by=by,
    )


@make_lead_from_item.can
def _open_for_a_lead(item: QueueItem, now: datetime) -> Refusal | None:
    return closed(item)


@action(
    _("Wrote order from item"),
    said=_("Wrote order {result.number} from “{item}”"),
    who="intake.work",
    final=_("Withdraw the order."),
    icon="file-invoice",
)
def create_order_from_item(
    item: QueueItem,
    *,
    product: Product,
    quantity: int = 1,
    start_on: date | None = None,
    note: Text | None = None,
    by: Actor,
) -> Order:
    """Begin an order of the account, with its first line."""
    if item.account is None:
        raise Invalid({"": _("Say first which account it is from.")})
    take_along(item, by)
    return create_order(
        account=item.account,
        contact=item.contact,
        product=product,
        quantity=quantity,
        start_on=start_on,
        note=Text(note or ""),
        by=by,
    )


@action(
    _("Logged cancellation from item"),
    said=_("Logged the cancellation of {subscription} from “{item}”"),
    who="intake.work",
    final=_("Discard the cancellation."),
    icon="door-exit",
)
def open_cancellation_from_item(
    item: QueueItem,
    *,
    subscription: Subscription,
    reason: CancellationReason | None = None,
    competitor: str = "",
    requested_end_on: date | None = None,
    by: Actor,
) -> Cancellation:
    """Log that they asked to leave, as of when their message came, in their own words."""
    if subscription.account_id != item.account_id:
        raise Invalid({"subscription": _("This belongs to another account.")})
    take_along(item, by)
    return open_cancellation(
        subscription,
        reason=reason,
        reason_text=Text(item.words[:2000]),
        competitor=competitor,
        received_at=min(item.received_at, by.now),
        requested_end_on=requested_end_on,
        by=by,
    )


@create_order_from_item.can
@open_cancellation_from_item.can
def _open_with_account(item: QueueItem, now: datetime) -> Refusal | None:
    return closed(item) or no_account(item)


@action(
    _("Matched item"),
    said=_("Matched “{item}”"),
    who="intake.work",
    final=_("Match it again."),
    icon="link",
    roots=lambda kw: (
        {row.pk for row in (kw.get("account"),) if row} | {kw["contact"].account_id if kw.get("contact") else 0}
    ),
)
def match_item(
    item: QueueItem, *, account: Account | None = None, contact: Contact | None = None, learn: bool = True, by: Actor
) -> QueueItem:
    """Say which account, and which person there, it is from.  `learn`: their next mail is known by its address."""
    account = account or (contact.account if contact else None)
    if account is None:
        raise Invalid({"account": _("Say which account.")})
    if contact is not None and contact.account_id != account.pk:
        raise Invalid({"contact": _("This person belongs to another account.")})
    item.account, item.contact = account, contact
    address = item.message.from_address if item.message else ""
    if learn and contact is not None and address and not ContactEmail.objects.filter(address=address.lower()).exists():
        add_email(contact, address=address, by=by)
    explain(item, item.why_code, item.why_args, by=by, rule=item.rule)
    return item

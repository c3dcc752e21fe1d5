"""Out by phone: asked first, counted before the number is dialled."""

from datetime import datetime

from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from callboard.channels import rules
from callboard.channels.models import Message
from callboard.core.actions import Actor, Invalid, Refusal, Refused, action
from callboard.directory.actions import record_attempt
from callboard.directory.models import Account, Contact, Medium, Purpose
from callboard.directory.queries import Denied, may_contact, refusal_of
from callboard.directory.rules import e164, phone_text


@action(
    _("Placed call"),
    said=_("Call {contact} now; the call is counted"),
    who="channels.send",
    final=_("It is counted as a call. Log what came of it."),
    icon="phone",
)
def place_call(
    contact: Contact, *, by: Actor, purpose: Purpose, number: str = "", answers: Message | None = None
) -> Contact:
    """Call a customer.  Asks `directory.may_contact` and writes the attempt, so that of two of us who call at once the
    second is told.  `number`: one of theirs, without one their first.  `answers`: the message of theirs it returns; purpose
    answer needs it.  Refused with the rule's sentence."""
    wanted = _number(contact, number)
    theirs = contact.emails.values_list("address", flat=True) if answers is not None else ()
    cause = rules.asked_at(answers, contact, [*theirs])
    _dial(wanted, purpose, by, contact=contact, cause=cause)
    if contact.reach_by not in ("", Medium.PHONE):
        by.say(now_("They like to be reached by {medium}.").format(medium=contact.get_reach_by_display().lower()))
    return contact


@action(
    _("Called account"),
    said=_("Call {account} now; the call is counted"),
    who="channels.send",
    final=_("It is counted as a call. Log what came of it."),
    icon="phone",
)
def call_account(account: Account, *, by: Actor, purpose: Purpose) -> Account:
    """Call an account on its own number, whoever answers there.  Asked and counted as a call to a person is; what somebody
    there wrote is answered to them (`place_call`)."""
    _dial(account.phone, purpose, by, account=account)
    return account


@call_account.can
def _has_number(account: Account, now: datetime) -> Refusal | None:
    return None if account.phone else Refusal("no_number", _("No number of its own is known. Add it to the account."))


def _dial(
    number: str, purpose: Purpose, by: Actor, *, contact: Contact | None = None, account: Account | None = None,
    cause: datetime | None = None,
) -> None:  # fmt: skip
    """Ask, count, say the number; Refused with the rule's sentence."""
    allowed = may_contact(number, contact=contact, medium=Medium.PHONE, purpose=purpose, cause=cause, by=by, now=by.now)
    if isinstance(allowed, Denied):
        raise Refused(refusal_of(allowed))
    counts_as = Purpose(allowed.counts_as or purpose)
    record_attempt(number, by=by, medium=Medium.PHONE, purpose=counts_as, contact=contact, account=account)
    by.say(now_("Dial {number}.").format(number=phone_text(number)))
    if allowed.advice:
        by.say(str(allowed.advice))


def _number(contact: Contact, number: str) -> str:
    """The number to dial, one of the person's own: calling another would ask about somebody else."""
    theirs = [*contact.phones.order_by("-primary", "pk").values_list("e164", flat=True)]
    if not number.strip():
        if not theirs:
            raise Invalid({"number": now_("No number of theirs is known. Add it to the contact.")})
        return theirs[0]
    wanted = e164(number)
    if wanted not in theirs:
        raise Invalid(
            {"number": now_("That is no number of {name}. Add it to the contact first.").format(name=contact)}
        )
    return str(wanted)

"""Whether we may write to or call somebody now. Asked by everything that goes out."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import formats
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from callboard.core.actions import Actor
from callboard.directory.models import Contact, Medium, Purpose, Scope
from callboard.directory.queries import consent
from callboard.directory.reading.addresses import address_hash, comparable


@dataclass(frozen=True)
class Allowed:
    """Go ahead."""

    def __bool__(self) -> bool:
        return True


@dataclass(frozen=True)
class Denied:
    """No, by the named rule, in a sentence for whoever wanted to."""

    rule: str
    sentence: str | Promise

    def __bool__(self) -> bool:
        return False


UNASKED = (Purpose.SALES, Purpose.CAMPAIGN)


def may_contact(
    to: str,
    *,
    contact: Contact | None = None,
    medium: str,
    purpose: str,
    cause: Any = None,
    by: Actor,
    now: datetime,
) -> Allowed | Denied:
    """Whether `by` may reach `to` (a mail address or a number) now. A stranger has no contact.

    `cause` is what is answered (their message or call); purpose *answer* needs one. Rules, in order: the purpose is
    named; nobody who asked for nothing at all is written to; who opted out gets no sales and no campaign; mail that
    came back is not sent again, except as an answer, since who writes to us can be reached. Reads two rows at most.
    """
    if purpose not in Purpose.values or medium not in Medium.values:
        return Denied("purpose", _("Say by which medium and why: answer, service, sales or campaign."))
    if purpose == Purpose.ANSWER and cause is None:
        return Denied("cause", _("An answer names the call or mail it answers."))
    refused = _suppressed(to, purpose)
    if refused is None:
        refused = _bounced(to, medium, purpose)
    return Allowed() if refused is None else refused


def _suppressed(to: str, purpose: str) -> Denied | None:
    found = consent.suppression_of(address_hash(to))
    if found is None:
        return None
    on = formats.date_format(found.at, "SHORT_DATE_FORMAT")
    if found.scope == Scope.ALL:
        return Denied("asked_for_nothing", _("{to} asked on {on} to hear nothing from us.").format(to=to, on=on))
    if purpose in UNASKED:
        return Denied("opted_out", _("{to} asked on {on} for no sales and no campaigns.").format(to=to, on=on))
    return None


def _bounced(to: str, medium: str, purpose: str) -> Denied | None:
    if medium != Medium.MAIL or purpose == Purpose.ANSWER:
        return None
    at = consent.bounced_at(comparable(to))
    if at is None:
        return None
    on = formats.date_format(at, "SHORT_DATE_FORMAT")
    return Denied("bounced", _("Mail to {to} came back on {on}. Ask for another address.").format(to=to, on=on))

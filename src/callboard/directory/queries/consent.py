"""Who asked us to stop, whose mail came back, when we last tried."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db.models import Max, Q, QuerySet

from callboard.core.db import rows
from callboard.core.links import hashed
from callboard.core.models import Link
from callboard.directory.models import Account, Attempt, Contact, ContactEmail, Medium, Override, Scope, Suppression
from callboard.directory.queries.matching import match_address
from callboard.directory.reading.addresses import address_hash, comparable
from callboard.team.queries import business_day, company_calendar, setting

#: The purpose of the links in core.Link that unsubscribe.
UNSUBSCRIBE = "unsubscribe"


def suppression_of(address_hash: str) -> Suppression | None:
    """The standing wish of an address, by its hash."""
    return Suppression.objects.filter(address_hash=address_hash).first()


def whose_address(address: str) -> tuple[Contact | None, Account | None]:
    """Whose a mail address or number is, as it may be typed: a person, else the account; None for nobody's."""
    if "@" in address:
        return match_address(address)
    number = comparable(address)
    person = Contact.objects.filter(phones__e164=number).select_related("account").order_by("pk").first()
    return person, person.account if person else Account.objects.filter(phone=number).order_by("pk").first()


_WHOSE = """
    SELECT contact_id FROM directory_contactemail WHERE encode(sha256(convert_to(address, 'UTF8')), 'hex') = %s
    UNION ALL
    SELECT contact_id FROM directory_contactphone WHERE encode(sha256(convert_to(e164, 'UTF8')), 'hex') = %s
    LIMIT 1
"""


def whose_hash(address_hash: str) -> Contact | None:
    """Who has the address of a hash now; None where nobody has it. It hashes every address there is: of one row at a time."""
    found = rows.ask(_WHOSE, [address_hash, address_hash])
    return Contact.objects.select_related("account").filter(pk=found[0][0]).first() if found else None


def hashes_of(contact: Contact) -> list[str]:
    """The hashes of every address and number of a person. Two queries."""
    mails = contact.emails.values_list("address", flat=True)
    return [address_hash(each) for each in (*mails, *contact.phones.values_list("e164", flat=True))]


_NOTHING = """
    SELECT EXISTS (SELECT 1 FROM directory_suppression WHERE scope = 'all' AND (contact_id = %s OR address_hash IN (
        SELECT encode(sha256(convert_to(address, 'UTF8')), 'hex') FROM directory_contactemail WHERE contact_id = %s
        UNION ALL SELECT encode(sha256(convert_to(e164, 'UTF8')), 'hex') FROM directory_contactphone WHERE contact_id = %s
    )))
"""


def asked_for_nothing(contact: Contact) -> bool:
    """Whether they asked, themselves or by any of their addresses, to hear nothing from us. One query, once for each instance."""
    known: bool | None = contact.__dict__.get("nothing_asked")
    if known is None:
        known = contact.__dict__["nothing_asked"] = bool(rows.ask(_NOTHING, [contact.pk] * 3)[0][0])
    return known


def own_stops(contact: Contact) -> QuerySet[Suppression]:
    """What a person asked for themselves that leaves nothing we may send or say."""
    return contact.suppressions.filter(scope=Scope.ALL)


def asked_themselves(contact: Contact) -> bool:
    """Whether they asked for nothing at all, for themselves and not by a number they share. One query, once for each instance."""
    known: bool | None = contact.__dict__.get("own_stopped")
    if known is None:
        known = contact.__dict__["own_stopped"] = own_stops(contact).exists()
    return known


def overrides_of(contact: Contact) -> QuerySet[Override]:
    """Where the rules were overridden for a person."""
    return Override.objects.filter(contact=contact)


def honour_by(at: datetime) -> date:
    """The last day the law gives us to honour a no that came at a moment: ten business days after. We honour it at once."""
    days, calendar = int(setting("calling.honour_days")), company_calendar()
    on = business_day(at)
    while days:
        on += timedelta(days=1)
        days -= calendar.works_on(on)
    return on


def contact_of_link(token: str) -> Contact | None:
    """Whom a mail with this unsubscribe link went to; None for a stranger, somebody erased, or a token that is none."""
    scope = Link.objects.filter(purpose=UNSUBSCRIBE, token_hash=hashed(token)).values_list("scope", flat=True).first()
    contact = (scope or {}).get("contact")
    return Contact.objects.filter(pk=contact).first() if contact is not None else None


def bounced_at(address: str) -> datetime | None:
    """When mail to this address (lower case) came back; None when it did not or the address is unknown."""
    return ContactEmail.objects.filter(address=address).values_list("bounced_at", flat=True).first()


def last_attempts(account_ids: Iterable[int]) -> dict[int, datetime]:
    """The last attempt of each account; one never tried is absent."""
    rows = Attempt.objects.filter(account__in=list(account_ids)).values_list("account").annotate(last=Max("at"))
    return dict(rows)


#: A call is written up within so long after its number was dialled.
WRITTEN_UP_IN = timedelta(hours=2)


def was_placed(account: Account, contact: Contact | None, person_id: int | None, at: datetime) -> bool:
    """Whether a call of that moment, to the person or to the account's own number, was counted when it was dialled, so that
    writing it up counts no second one."""
    called = Q(account=account, contact=None) | (Q(contact=contact) if contact is not None else Q(pk__in=[]))
    near = Attempt.objects.filter(called, person=person_id, medium=Medium.PHONE).exclude(to_hash="")
    return near.filter(at__gte=at - WRITTEN_UP_IN, at__lte=at + timedelta(minutes=5)).exists()

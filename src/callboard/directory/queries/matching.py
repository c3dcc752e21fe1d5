"""Who a message or call is from."""

from collections.abc import Iterable

from callboard.directory.models import Account, AccountDomain, Contact, ContactEmail, ContactPhone
from callboard.directory.reading.addresses import comparable, domain_of

Match = tuple[Contact | None, Account | None]
NOBODY: Match = (None, None)


def match_address(address: str) -> Match:
    """The contact with exactly this address and their account, else the account its domain belongs to.

    Free-mail domains belong to nobody, so they match by the exact address only.
    """
    return match_addresses([address]).get(comparable(address), NOBODY)


def match_addresses(addresses: Iterable[str]) -> dict[str, Match]:
    """The same for many, in two queries; keys in lower case, what is unknown is absent."""
    wanted = {comparable(address) for address in addresses}
    emails = ContactEmail.objects.filter(address__in=wanted).select_related("contact__account__owner")
    found: dict[str, Match] = {row.address: (row.contact, row.contact.account) for row in emails}
    rest = {address: domain_of(address) for address in wanted - found.keys()}
    if rest:
        domains = AccountDomain.objects.filter(domain__in=set(rest.values())).select_related("account__owner")
        owner_of = {row.domain: row.account for row in domains}
        found |= {address: (None, owner_of[domain]) for address, domain in rest.items() if domain in owner_of}
    return found


def match_phone(e164: str) -> Match:
    """Who calls from a number. Shared by people of one account: only the account; of several: nobody."""
    phones = list(
        ContactPhone.objects.filter(e164=e164, contact__left_on=None).select_related("contact__account__owner")[:20]
    )
    accounts = {row.contact.account_id: row.contact.account for row in phones}
    if not phones:
        known = Account.objects.filter(phone=e164).select_related("owner", "merged_into__owner")[:20]
        accounts = {row.pk: row for row in (kept_of(row) for row in known)}
    if len(accounts) != 1:
        return NOBODY
    (account,) = accounts.values()
    return (phones[0].contact if len(phones) == 1 else None), account


def kept_of(account: Account) -> Account:
    """The account that took its place, however often that was itself merged; itself where none did."""
    while account.merged_into is not None:
        account = account.merged_into
    return account

"""What can be asked about accounts and people."""

from callboard.directory.queries.consent import bounced_at, last_attempts, suppression_of
from callboard.directory.queries.contact import Allowed, Denied, may_contact
from callboard.directory.queries.family import family_of
from callboard.directory.queries.finding import (
    find_accounts,
    find_contacts,
    near_accounts,
    similar_accounts,
    similar_contacts,
)
from callboard.directory.queries.matching import match_address, match_addresses, match_phone
from callboard.directory.queries.records import (
    ARCHIVED,
    LEFT,
    PAYS,
    account_asked,
    accounts_listed,
    addresses_of,
    children_of,
    children_seen,
    contacts_listed,
    first_address,
    know_account,
    moves_of,
    owners_on,
    people_at,
    regions,
)

__all__ = [
    "ARCHIVED",
    "LEFT",
    "PAYS",
    "Allowed",
    "Denied",
    "account_asked",
    "accounts_listed",
    "addresses_of",
    "bounced_at",
    "children_of",
    "children_seen",
    "contacts_listed",
    "family_of",
    "find_accounts",
    "find_contacts",
    "first_address",
    "know_account",
    "last_attempts",
    "match_address",
    "match_addresses",
    "match_phone",
    "may_contact",
    "moves_of",
    "near_accounts",
    "owners_on",
    "people_at",
    "regions",
    "similar_accounts",
    "similar_contacts",
    "suppression_of",
]

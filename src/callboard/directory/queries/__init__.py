"""What can be asked about accounts and people."""

from callboard.directory.queries.consent import bounced_at, last_attempts, suppression_of
from callboard.directory.queries.finding import find_accounts, find_contacts, similar_accounts, similar_contacts
from callboard.directory.queries.matching import match_address, match_addresses, match_phone
from callboard.directory.queries.records import accounts_listed, contacts_listed, owners_on, people_at

__all__ = [
    "accounts_listed",
    "bounced_at",
    "contacts_listed",
    "find_accounts",
    "find_contacts",
    "last_attempts",
    "match_address",
    "match_addresses",
    "match_phone",
    "owners_on",
    "people_at",
    "similar_accounts",
    "similar_contacts",
    "suppression_of",
]

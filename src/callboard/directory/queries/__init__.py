"""What can be asked about accounts and people."""

from callboard.directory.queries.consent import bounced_at, last_attempts, suppression_of
from callboard.directory.queries.contact import Allowed, Denied, may_contact
from callboard.directory.queries.duplicates import candidates_for, judged, twins_asked, twins_shown
from callboard.directory.queries.family import family_of
from callboard.directory.queries.fields import alias_of, fields_of, fields_offered, with_fields
from callboard.directory.queries.finding import (
    find_accounts,
    find_contacts,
    near_accounts,
    similar_contacts,
)
from callboard.directory.queries.groups import (
    comings_and_goings,
    groups_listed,
    groups_seen,
    history_of,
    is_group,
    members_on,
    now_under,
    under,
)
from callboard.directory.queries.matching import match_address, match_addresses, match_phone
from callboard.directory.queries.records import (
    ARCHIVED,
    LEFT,
    PAYS,
    account_asked,
    accounts_listed,
    addresses_of,
    contacts_listed,
    first_address,
    know_account,
    moves_of,
    owners_on,
    people_at,
    regions,
    zone_of_contact,
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
    "alias_of",
    "bounced_at",
    "candidates_for",
    "comings_and_goings",
    "contacts_listed",
    "family_of",
    "fields_of",
    "fields_offered",
    "find_accounts",
    "find_contacts",
    "first_address",
    "groups_listed",
    "groups_seen",
    "history_of",
    "is_group",
    "judged",
    "know_account",
    "last_attempts",
    "match_address",
    "match_addresses",
    "match_phone",
    "may_contact",
    "members_on",
    "moves_of",
    "near_accounts",
    "now_under",
    "owners_on",
    "people_at",
    "regions",
    "similar_contacts",
    "suppression_of",
    "twins_asked",
    "twins_shown",
    "under",
    "with_fields",
    "zone_of_contact",
]

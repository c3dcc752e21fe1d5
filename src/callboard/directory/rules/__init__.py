"""Decisions about people and addresses: no writes, no clock."""

from callboard.directory.reading.addresses import (
    address_hash,
    comparable,
    domain_of,
    e164,
    is_free_mail,
    mail_address,
    person_hash,
    phone_text,
)
from callboard.directory.rules.custom import shown, typed, value_of, written
from callboard.directory.rules.erased import ERASED, is_erased
from callboard.directory.rules.naming import SHORT_NAME, as_json, short_name
from callboard.directory.rules.permission import UNASKED
from callboard.directory.rules.unsubscribing import unsubscribe_token
from callboard.directory.rules.zones import zone_of

__all__ = [
    "ERASED",
    "SHORT_NAME",
    "UNASKED",
    "address_hash",
    "as_json",
    "comparable",
    "domain_of",
    "e164",
    "is_erased",
    "is_free_mail",
    "mail_address",
    "person_hash",
    "phone_text",
    "short_name",
    "shown",
    "typed",
    "unsubscribe_token",
    "value_of",
    "written",
    "zone_of",
]

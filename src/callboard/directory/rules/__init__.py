"""Decisions about people and addresses: no writes, no clock."""

from callboard.directory.reading.addresses import (
    address_hash,
    comparable,
    domain_of,
    e164,
    is_free_mail,
    mail_address,
    phone_text,
)
from callboard.directory.rules.zones import zone_of

__all__ = [
    "address_hash",
    "comparable",
    "domain_of",
    "e164",
    "is_free_mail",
    "mail_address",
    "phone_text",
    "zone_of",
]

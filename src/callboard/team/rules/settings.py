"""What settings may be: each function gives the value to keep, or raises ValueError with the sentence why not."""

import re
from functools import cache
from zoneinfo import available_timezones

from django.utils.translation import gettext as _

REGION = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,12})?")
LONGEST_TEXT = 200


@cache
def _all_zones() -> frozenset[str]:
    return frozenset(available_timezones())


def known_zone(zone: str) -> str:
    """A time zone of the tz database."""
    if zone not in _all_zones():
        raise ValueError(_("There is no time zone “{zone}”. Write it like America/Chicago.").format(zone=zone[:40]))
    return zone


def region(text: str) -> str:
    """A country in two letters, or a part of one: US, US-TX."""
    place = text.strip().upper()
    if place and not REGION.fullmatch(place):
        raise ValueError(_("A region is a country in two letters, or a part of one: US, US-TX."))
    return place


def zones() -> list[str]:
    """The zones of the world, those of a place only."""
    return sorted(zone for zone in _all_zones() if "/" in zone and not zone.startswith(("Etc/", "SystemV/")))

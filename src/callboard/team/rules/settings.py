"""What settings may be: each function gives the value to keep, or raises ValueError with the sentence why not."""

import re
from functools import cache
from ipaddress import ip_address
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from django.utils.translation import gettext as _

REGION = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,12})?")
HOST = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?|[0-9a-f:.]+")
LONGEST_TEXT = 200


@cache
def _all_zones() -> frozenset[str]:
    return frozenset(available_timezones())


def exact_zone(zone: str) -> str:
    """A time zone as it is kept."""
    if zone not in _all_zones():
        raise ValueError(_("There is no time zone “{zone}”.").format(zone=zone[:40]))
    return zone


def known_zone(zone: str) -> str:
    """A time zone of the tz database, also by its city alone."""
    if zone in _all_zones():
        return zone
    wanted = "_".join(zone.lower().split())
    found = [known for known in zones() if wanted in (known.lower(), known.rpartition("/")[2].lower())]
    if not found:
        sentence = _("There is no time zone “{zone}”. Write the city whose time you have: Chicago, or America/Chicago.")
        raise ValueError(sentence.format(zone=zone[:40]))
    # Some cities have an old name as well, which is longer.
    return min(found, key=lambda known: (known.count("/"), known))


def region(text: str) -> str:
    """A country in two letters, or a part of one: US, US-TX."""
    place = text.strip().upper()
    if place and not REGION.fullmatch(place):
        raise ValueError(_("A region is a country in two letters, or a part of one: US, US-TX."))
    return place


def address(text: str) -> str:
    """Where people open Callboard: http or https, a host, perhaps a port. Nothing: where it runs."""
    given = text.strip()
    if not given:
        return ""
    try:
        parts = urlsplit(given if "://" in given else f"https://{given}")
        fits = parts.scheme in ("http", "https") and HOST.fullmatch(parts.hostname or "") and parts.port != 0
    except ValueError:
        fits = False
    if not fits or parts.path.strip("/") or parts.query or parts.fragment or parts.username is not None:
        raise ValueError(
            _("Write an address without a path, like https://desk.company.com or http://192.168.1.20:8000.")
        )
    return f"{parts.scheme}://{parts.netloc.lower()}"


def only_here(address: str) -> bool:
    """Whether an address opens on the machine Callboard runs on and on no other."""
    return is_loopback(urlsplit(address).hostname or "")


def is_loopback(host: str) -> bool:
    """Whether a host is the machine itself."""
    try:
        found = ip_address(host)
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
    return found.is_loopback or found.is_unspecified


def zones_by_part() -> list[tuple[str, list[tuple[str, str]]]]:
    """(part of the world, [(zone, its city)]), so that a city is found by its first letters."""
    parts: dict[str, list[tuple[str, str]]] = {}
    for zone in zones():
        part, _slash, place = zone.partition("/")
        parts.setdefault(part, []).append((zone, ", ".join(reversed(place.replace("_", " ").split("/")))))
    return [(part, sorted(places, key=lambda pair: pair[1])) for part, places in parts.items()]


def zones() -> list[str]:
    """The zones of the world, those of a place only."""
    return sorted(zone for zone in _all_zones() if "/" in zone and not zone.startswith(("Etc/", "SystemV/")))

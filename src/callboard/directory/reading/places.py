"""Where somebody is who is called: the zone of a ZIP, the states and zones a number may be in.

The files of place_files/ are written by tools/places.py and say where they come from.
"""

import csv
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import phonenumbers
from phonenumbers import timezone as phone_zones
from phonenumbers.tzdata import TIMEZONE_DATA

#: Zones of a number that is at home nowhere: toll-free numbers answer in all of North America.
ANYWHERE = 10
KEPT = 50_000


@dataclass(frozen=True, slots=True)
class NumberPlace:
    """What a number says of where it is. region: a state by its letters, "" where it says none; zips: the beginnings of
    the ZIPs that use its area code; zones: of the whole area code, since a number is portable inside it."""

    country: str
    region: str
    zones: frozenset[str]
    zips: frozenset[str] = frozenset()


@lru_cache(KEPT)
def zip_zone(postal_code: str) -> str:
    """The zone of a US ZIP, with or without its last four digits; "" where it is none or its zone is not known."""
    found = _zip_run(postal_code)
    return found[3] if found is not None else ""


@lru_cache(KEPT)
def zip_state(postal_code: str) -> str:
    """The state a US ZIP lies in; "" where it is none."""
    found = _zip_run(postal_code)
    return found[2] if found is not None else ""


def _zip_run(postal_code: str) -> tuple[str, str, str, str] | None:
    code = postal_code.strip()[:5]
    if len(code) != 5 or not (code.isascii() and code.isdigit()):
        return None
    firsts, runs = _zips()
    at = bisect_right(firsts, code) - 1
    return runs[at] if at >= 0 and code <= runs[at][1] else None


@cache
def _zips() -> tuple[list[str], list[tuple[str, str, str, str]]]:
    runs = [(row["first"], row["last"], row["state"], row["zone"]) for row in _rows("zips.csv")]
    return [first for first, _last, _state, _zone in runs], runs


@cache
def state_zones(region: str) -> frozenset[str]:
    """Every zone a US state has a ZIP in; empty for what is no state."""
    return frozenset(zone for _first, _last, state, zone in _zips()[1] if state == region and zone)


@lru_cache(KEPT)
def number_place(e164: str) -> NumberPlace | None:
    """Where a number in E.164 may be; None for one that is at home nowhere (toll-free) or cannot be read."""
    try:
        number = phonenumbers.parse(e164, None)
    except phonenumbers.NumberParseException:
        return None
    area = e164[2:5] if number.country_code == 1 else ""
    region, zips = _areas().get(area, ("", frozenset()))
    zones = _area_zones(area) | frozenset(phone_zones.time_zones_for_number(number)) - {phone_zones.UNKNOWN_TIMEZONE}
    if not zones or len(zones) > ANYWHERE:
        return None
    country = "US" if region else phonenumbers.region_code_for_number(number) or ""
    return NumberPlace(country, region, zones, zips)


@cache
def _area_zones(area: str) -> frozenset[str]:
    """The zones of every exchange of an area code."""
    if not area:
        return frozenset()
    found = (zones for prefix, zones in TIMEZONE_DATA.items() if prefix.startswith(f"1{area}"))
    return frozenset(zone for zones in found for zone in zones)


@cache
def _areas() -> dict[str, tuple[str, frozenset[str]]]:
    return {row["area"]: (row["state"], frozenset(row["zips"].split())) for row in _rows("areas.csv")}


def _rows(name: str) -> list[dict[str, str]]:
    text = files(__package__).joinpath("place_files", name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))

"""Where somebody is by ZIP and by number: against the package the files were made of, and towns typed by hand."""

import csv
from importlib.resources import files
from zoneinfo import available_timezones

import pytest

from callboard.directory.reading.places import number_place, state_zones, zip_state, zip_zone


@pytest.mark.parametrize(
    ("code", "zone"),
    [
        ("79901", "America/Denver"),  # El Paso
        ("79851", "America/Denver"),  # Sierra Blanca, Hudspeth County
        ("79855", "America/Chicago"),  # Van Horn
        ("32501", "America/Chicago"),  # Pensacola
        ("32401", "America/Chicago"),  # Panama City
        ("32301-1234", "America/New_York"),  # Tallahassee
        ("37902", "America/New_York"),  # Knoxville
        ("37203", "America/Chicago"),  # Nashville
        ("46402", "America/Chicago"),  # Gary
        ("42101", "America/Chicago"),  # Bowling Green
        ("57701", "America/Denver"),  # Rapid City
        ("83814", "America/Los_Angeles"),  # Coeur d'Alene
        ("96813", "Pacific/Honolulu"),
        ("", ""),
        ("1234", ""),
        ("K1A 0B1", ""),
        ("٣٢٥٠١", ""),
    ],
)
def test_a_zip_says_its_zone(code: str, zone: str) -> None:
    assert zip_zone(code) == zone


def test_every_zip_of_the_package_has_the_zone_the_package_says() -> None:
    import zipcodes

    zones, wrong = available_timezones(), []
    for row in zipcodes.list_all():
        if row["zip_code_type"] != "MILITARY" and row["timezone"] in zones:
            found = (zip_zone(row["zip_code"]), zip_state(row["zip_code"]))
            if found != (row["timezone"], row["state"]):
                wrong.append((row["zip_code"], found))
    assert wrong == []


def test_the_zones_of_a_split_state_are_all_of_them() -> None:
    assert state_zones("TX") == {"America/Chicago", "America/Denver"}
    assert state_zones("FL") == {"America/Chicago", "America/New_York"}
    assert state_zones("CA") == {"America/Los_Angeles"}
    assert state_zones("XX") == frozenset()


@pytest.mark.parametrize(
    ("number", "country", "region", "zones"),
    [
        ("+18505550142", "US", "FL", {"America/Chicago", "America/New_York"}),
        ("+19155550142", "US", "TX", {"America/Denver"}),
        ("+12125550142", "US", "NY", {"America/New_York"}),
        ("+14165550142", "CA", "", {"America/Toronto"}),
        ("+493012345678", "DE", "", {"Europe/Berlin"}),
    ],
)
def test_a_number_says_where_its_area_code_is_from(number: str, country: str, region: str, zones: set[str]) -> None:
    found = number_place(number)
    assert found is not None
    assert (found.country, found.region, set(found.zones)) == (country, region, zones)


@pytest.mark.parametrize("number", ["+18005550142", "+18885551212", "", "+", "x", "+1", "+999123"])
def test_a_number_that_is_at_home_nowhere_says_nothing(number: str) -> None:
    assert number_place(number) is None


def test_area_codes_are_three_digits_with_a_state_and_zips() -> None:
    text = files("callboard.directory.reading").joinpath("place_files", "areas.csv").read_text()
    rows = list(csv.DictReader(text.splitlines()))
    assert len(rows) > 300
    assert all(len(row["area"]) == 3 and len(row["state"]) == 2 and row["zips"] for row in rows)


def test_every_state_of_a_zip_has_an_area_code() -> None:
    """A state whose name was not understood would have none, and its numbers would be nowhere."""
    text = files("callboard.directory.reading").joinpath("place_files", "areas.csv").read_text()
    known = {row["state"] for row in csv.DictReader(text.splitlines())}
    zips = files("callboard.directory.reading").joinpath("place_files", "zips.csv").read_text()
    states = {row["state"] for row in csv.DictReader(zips.splitlines())}
    assert states - known <= {"AS", "FM", "GU", "MH", "MP", "PW"}, "islands, which phonenumbers tells apart by country"

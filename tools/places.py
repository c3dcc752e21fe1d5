"""Write src/callboard/directory/reading/place_files/*.csv: which zone a ZIP lies in, and where an area code is from.

Sources: the package `zipcodes` (USPS and GeoNames, CC BY 4.0) for ZIPs, their zones and area codes; `phonenumbers` for the
state of an area code.  Both stand in requirements/dev.txt, so the files are made anew by `python tools/places.py` after
either is raised; tests/directory/test_places.py compares them.
"""

import csv
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import available_timezones

FOLDER = Path(__file__).resolve().parent.parent / "src" / "callboard" / "directory" / "reading" / "place_files"
#: A number nobody has, to ask where an area code is from.
NUMBER = "+1{}5550100"


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    write("zips.csv", ("first", "last", "state", "zone"), zip_rows())
    write("areas.csv", ("area", "state", "zips"), area_rows())


def write(name: str, head: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> None:
    with (FOLDER / name).open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(head)
        writer.writerows(rows)


def known() -> list[dict[str, str]]:
    """ZIPs of a place; those of the forces lie where their people do."""
    import zipcodes

    rows = [row for row in zipcodes.list_all() if row["zip_code_type"] != "MILITARY"]
    return sorted(rows, key=lambda row: row["zip_code"])


def zip_rows() -> Iterator[tuple[str, str, str, str]]:
    """Runs of ZIPs with one state and zone; a zone the database does not know is left out, so nothing is said there."""
    zones, first, last, at = available_timezones(), "", "", ("", "")
    for row in known():
        here = (row["state"], row["timezone"] if row["timezone"] in zones else "")
        if here != at and first:
            yield first, last, *at
        if here != at:
            first, at = row["zip_code"], here
        last = row["zip_code"]
    yield first, last, *at


def area_rows() -> Iterator[tuple[str, str, str]]:
    """Area codes with the state they are from and the beginnings (three digits) of the ZIPs that use them."""
    zips: dict[str, set[str]] = defaultdict(set)
    for row in known():
        for area in row["area_codes"]:
            zips[area].add(row["zip_code"][:3])
    states = state_names()
    for area in sorted(zips):
        state = states.get(described(area), "")
        if state:
            yield area, state, " ".join(sorted(zips[area]))


def described(area: str) -> str:
    """What phonenumbers says of an area code: Florida; a town where a code has only one."""
    import phonenumbers
    from phonenumbers import geocoder

    said = str(geocoder.description_for_valid_number(phonenumbers.parse(NUMBER.format(area)), "en"))
    return said.rpartition(", ")[2]


def state_names() -> dict[str, str]:
    """A state by its name and by its letters."""
    text = """AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|
    DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|
    LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|
    NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|
    OK Oklahoma|OR Oregon|PA Pennsylvania|PR Puerto Rico|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|
    TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming"""
    pairs = [entry.strip().split(" ", 1) for entry in text.replace("\n", "").split("|")]
    return (
        {name: code for code, name in pairs}
        | {code: code for code, _name in pairs}
        | {"Washington D.C.": "DC", "Washington State": "WA", "U.S. Virgin Islands": "VI"}
    )


if __name__ == "__main__":
    main()

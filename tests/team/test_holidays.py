"""Holidays: by hand, in place, and the public ones of a region taken in."""

import re
from datetime import UTC, date, datetime

import pytest
from django.test import Client

from callboard.core import clock
from callboard.core.actions import Actor, Invalid
from callboard.core.models import Log
from callboard.core.undo import undo
from callboard.team.actions import add_holiday, add_public_holidays, change_holiday
from callboard.team.models import Holiday, Person
from callboard.team.reading.public_holidays import UnknownRegion, countries, parts, public_holidays
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(client: Client) -> Person:
    made = make.person(roles=("administrator",))
    client.force_login(made)
    return made


@pytest.fixture
def admin(person: Person) -> Actor:
    return make.actor(person)


def test_public_holidays_are_those_of_the_country_and_of_the_part_asked_for() -> None:
    texas, country = dict(public_holidays("US-TX", 2027)), dict(public_holidays("US", 2027))
    assert country[date(2027, 11, 25)] == "Thanksgiving Day"
    assert set(country) - {date(2027, 2, 15), date(2027, 10, 11)} <= set(texas)
    assert date(2027, 3, 2) in texas and date(2027, 3, 2) not in country
    assert dict(public_holidays("DE-BY", 2027))[date(2027, 1, 6)] == "Epiphany"
    assert dict(public_holidays("DE-BY", 2027, "de"))[date(2027, 1, 6)] == "Heilige Drei Könige"
    assert "TX" in parts("US") and countries()["GB"] == "United Kingdom"


@pytest.mark.parametrize("region", ["", "ZZ", "US-ZZ", "Texas"])
def test_a_region_nobody_knows_has_none(region: str) -> None:
    with pytest.raises(UnknownRegion):
        public_holidays(region, 2027)


def test_taking_in_adds_what_does_not_hold_there_yet_and_is_undone_whole(admin: Actor) -> None:
    add_holiday(by=admin, on=date(2027, 12, 25), name="Christmas")
    add_holiday(by=admin, on=date(2027, 7, 5), name="Independence Day", region="us")
    add_public_holidays(by=admin, region="us-tx", year=2027)
    added = Holiday.objects.filter(region="US-TX")
    assert added.count() == len(public_holidays("US-TX", 2027)) - 2
    with pytest.raises(Invalid, match="there already"):
        add_public_holidays(by=admin, region="US-TX", year=2027)
    kept = added.get(on=date(2027, 1, 1))
    change_holiday(kept, by=admin, name="New Year")
    undo(Log.objects.get(action=add_public_holidays.name), by=admin)
    assert set(Holiday.objects.values_list("name", flat=True)) == {"Christmas", "Independence Day", "New Year"}


def test_only_the_ticked_days_are_taken_in_by_the_page(client: Client, person: Person) -> None:
    address = "/do/team.add_public_holidays/"
    page = client.get(f"{address}?region=us&year=2027").content.decode()
    assert "Thanksgiving Day" in page and "United States (US), 2027" in page
    answer = client.post(address, {"region": "US", "year": "2027", "ticking": "1", "day": ["2027-11-25", "2027-12-25"]})
    assert answer.headers["Location"] == "/holidays/?year=2027"
    assert set(Holiday.objects.values_list("on", flat=True)) == {date(2027, 11, 25), date(2027, 12, 25)}
    assert b"there already (US)" in client.get(f"{address}?region=US-TX&year=2027").content


def ticked(page: str) -> list[str]:
    return re.findall(r'name="day" value="([\d-]+)" checked', page)


def test_what_a_state_of_the_usa_has_alone_and_what_is_over_is_not_ticked(
    client: Client, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "now", lambda: datetime(2026, 11, 26, 15, tzinfo=UTC))
    address = "/do/team.add_public_holidays/"
    page = client.get(f"{address}?region=US-TX&year=2026").content.decode()
    assert ticked(page) == ["2026-11-26", "2026-12-25"] and "Confederate Memorial Day" in page
    assert ticked(client.get(f"{address}?region=US-TX&year=2026&tick=none").content.decode()) == []
    every = ticked(client.get(f"{address}?region=US-TX&year=2026&tick=all").content.decode())
    assert {"2026-01-01", "2026-01-19"} <= set(every) and len(every) > 12
    bavaria = ticked(client.get(f"{address}?region=DE-BY&year=2027").content.decode())
    assert "2027-01-06" in bavaria  # Epiphany, a holiday of Bavaria


def test_late_in_a_year_the_next_one_is_looked_at_too(
    client: Client, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "now", lambda: datetime(2026, 11, 26, 15, tzinfo=UTC))
    address = "/do/team.add_public_holidays/"
    assert "region=US&amp;year=2027" in client.get(address).content.decode()
    form = {"region": "us", "year": "2026", "ticking": "1", "day": ["2026-12-25"]}
    assert client.post(address, form).headers["Location"] == f"{address}?region=US&year=2027"
    form = {"region": "US", "year": "2027", "ticking": "1", "day": ["2027-12-24"]}
    assert client.post(address, form).headers["Location"] == "/holidays/?year=2027"


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"region": "ZZ", "year": "2027"}, "not known here"),
        ({"region": "US", "year": "1066"}, "Choose a year"),
        ({"region": "US", "year": "soon"}, "Choose a year"),
        ({"region": "US", "year": "2027", "ticking": "1"}, "Tick the days"),
        ({"region": "US", "year": "2027", "ticking": "1", "day": "2027-11-26"}, "no public holiday"),
    ],
)
def test_what_cannot_be_taken_in_gets_a_sentence(
    client: Client, person: Person, given: dict[str, str], sentence: str
) -> None:
    answer = client.post("/do/team.add_public_holidays/", given)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not Holiday.objects.exists()


def test_a_holiday_is_changed_in_place_and_never_onto_another(client: Client, admin: Actor) -> None:
    one = add_holiday(by=admin, on=date(2027, 7, 3), name="Independence Day", region="US")
    other = add_holiday(by=admin, on=date(2027, 7, 5), name="Independence Day (observed)", region="US")
    client.post(f"/holidays/?cell={one.pk}.name", {"name": "The Fourth"}, headers={"HX-Request": "true"})
    one.refresh_from_db()
    assert one.name == "The Fourth"
    with pytest.raises(Invalid, match="holiday there already"):
        change_holiday(other, by=admin, on=date(2027, 7, 3))
    undo(Log.objects.get(action=change_holiday.name), by=admin)
    one.refresh_from_db()
    assert one.name == "Independence Day"


def test_holidays_are_seen_by_year_and_region(client: Client, admin: Actor) -> None:
    add_holiday(by=admin, on=date(2020, 3, 2), name="Past day")
    assert b"Past day" not in client.get("/holidays/").content
    assert b"Past day" in client.get("/holidays/?on_from=2020-01-01").content
    add_holiday(by=admin, on=date(2027, 3, 2), name="Texas day", region="US-TX")
    add_holiday(by=admin, on=date(2028, 3, 2), name="Later day")
    page = client.get("/holidays/?year=2027").content
    assert b"Texas day" in page and b"Later day" not in page
    page = client.get("/holidays/?region=US-TX").content
    assert b"Texas day" in page and b"Later day" not in page

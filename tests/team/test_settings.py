"""Settings: dated, checked, put back, and no page closes where a stored one is of no use."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.test import Client

from callboard.core import clock
from callboard.core.actions import Actor, Invalid, Refused
from callboard.core.models import Log
from callboard.core.reading import forget
from callboard.core.registry import register
from callboard.core.undo import undo
from callboard.team.actions import put_setting_back, reset_setting, set_setting
from callboard.team.models import Setting
from callboard.team.queries import company_zone, setting
from callboard.team.queries.company import dated
from tests import make
from tests.at_once import one_waits

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin() -> Actor:
    return make.actor(make.person(roles=("administrator",)))


def test_a_setting_has_its_default_until_it_is_set_and_is_dated(admin: Actor) -> None:
    assert setting("company.cut_off") == time(0)
    set_setting(by=admin, name="company.cut_off", value="18:30", valid_from_on=date(2026, 4, 1))
    assert setting("company.cut_off", date(2026, 3, 31)) == time(0)
    assert setting("company.cut_off", date(2026, 4, 1)) == time(18, 30)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("company.cut_off", "late"),
        ("company.zone", "Texas"),
        ("company.region", "the south"),
        ("company.name", "x" * 400),
        ("no.such", "1"),
        ("notices.bundle_minutes", "-1"),
        ("notices.bundle_minutes", "1.5"),
        ("notices.bundle_minutes", "9" * 40),
    ],
)
def test_a_setting_refuses_what_it_cannot_be(admin: Actor, name: str, value: str) -> None:
    with pytest.raises(Invalid):
        set_setting(by=admin, name=name, value=value)


def test_a_value_from_tomorrow_on_does_not_hold_today(admin: Actor) -> None:
    tomorrow = clock.now().date() + timedelta(days=3)
    set_setting(by=admin, name="company.name", value="Later Inc.", valid_from_on=tomorrow)
    assert setting("company.name") == ""
    assert setting("company.name", tomorrow) == "Later Inc."


@pytest.mark.parametrize(
    ("at", "steps", "day"),
    [
        # 00:30 in Chicago: in Denver it is still the evening before, whose settings know of no Denver.
        (datetime(2026, 11, 27, 6, 30, tzinfo=UTC), ["America/Denver"], date(2026, 11, 26)),
        (datetime(2026, 11, 27, 6, 30, tzinfo=UTC), ["America/Denver", "America/Chicago"], date(2026, 11, 27)),
        (datetime(2026, 11, 27, 3, 30, tzinfo=UTC), ["UTC"], date(2026, 11, 27)),
        (datetime(2026, 11, 27, 18, 0, tzinfo=UTC), ["Asia/Tokyo", "Pacific/Honolulu"], date(2026, 11, 27)),
    ],
)
def test_a_zone_holds_as_soon_as_it_is_set_at_any_hour(
    admin: Actor, monkeypatch: pytest.MonkeyPatch, at: datetime, steps: list[str], day: date
) -> None:
    monkeypatch.setattr(clock, "now", lambda: at)
    for zone in steps:
        set_setting(by=admin, name="company.zone", value=zone)
        assert company_zone() == zone
    assert clock.business_day(at) == day and dated()[1] == []


def test_a_zone_from_a_later_day_on_waits_for_it(admin: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    set_setting(by=admin, name="company.zone", value="UTC", valid_from_on=date(2026, 11, 29))
    for hour, zone in ((23, "America/Chicago"), (24, "UTC")):
        monkeypatch.setattr(clock, "now", lambda: datetime(2026, 11, 28, tzinfo=UTC) + timedelta(hours=hour))  # noqa: B023
        forget()
        assert company_zone() == zone


def test_a_setting_goes_back_to_its_default_and_each_step_is_taken_back(admin: Actor) -> None:
    set_setting(by=admin, name="notices.bundle_minutes", value="9")
    reset_setting(by=admin, name="notices.bundle_minutes")
    assert setting("notices.bundle_minutes") == 5
    undo(Log.objects.get(action=reset_setting.name), by=admin)
    assert setting("notices.bundle_minutes") == 9
    put_setting_back(by=admin, name="notices.bundle_minutes", valid_from_on=Setting.objects.get().valid_from_on, was="")
    assert setting("notices.bundle_minutes") == 5
    assert not Setting.objects.exists()


def test_the_first_value_of_a_setting_is_taken_back_to_none(admin: Actor) -> None:
    set_setting(by=admin, name="company.day_ends", value="18:30")
    undo(Log.objects.get(action=set_setting.name), by=admin)
    assert not Setting.objects.exists()


@pytest.mark.parametrize(
    ("name", "was"),
    [
        ("company.zone", '"Nowhere/Zone"'),
        ("company.zone", "{}"),
        ("company.cut_off", '["x"]'),
        ("company.cut_off", "25"),
        ("notices.bundle_minutes", '"many"'),
        ("notices.bundle_minutes", "NaN"),
        ("company.name", "[" * 60_000),
    ],
)
def test_put_back_takes_no_value_a_setting_cannot_have(admin: Actor, name: str, was: str) -> None:
    first = {"company.zone": "Asia/Tokyo", "company.cut_off": "05:00", "notices.bundle_minutes": "9"}
    made = set_setting(by=admin, name=name, value=first.get(name, "Lakeside"))
    with pytest.raises(Invalid) as caught:
        put_setting_back(by=admin, name=name, valid_from_on=made.valid_from_on, was=was)
    assert set(caught.value.errors) == {"was"}


@pytest.mark.parametrize(
    ("name", "stored"),
    [
        ("company.zone", "Nowhere/Zone"),
        ("company.zone", 7),
        ("company.cut_off", ["x"]),
        ("company.day_ends", "late"),
        ("notices.bundle_minutes", {}),
        ("orders.save_call_hours", "soon"),
    ],
)
def test_a_stored_value_nobody_can_use_closes_no_page(
    client: Client, admin: Actor, caplog: pytest.LogCaptureFixture, name: str, stored: object
) -> None:
    Setting.objects.create(key=name, valid_from_on=date(2026, 1, 1), value=stored)
    assert setting(name) == register.setting[name].default
    assert name in caplog.text
    client.force_login(admin.person)
    pages = ("/", "/settings/", "/inbox/", "/board/", "/setup/")
    assert {client.get(url).status_code for url in pages} == {200}
    set_setting(by=admin, name=name, value={"company.zone": "Asia/Tokyo"}.get(name, "18"))
    assert setting(name) != register.setting[name].default


def hours_on(day: date) -> tuple[time, time]:
    return setting("company.day_starts", day), setting("company.day_ends", day)


def test_the_office_does_not_close_before_it_opens_when_one_hour_is_reset(admin: Actor) -> None:
    set_setting(by=admin, name="company.day_ends", value="22:00")
    set_setting(by=admin, name="company.day_starts", value="18:00")
    with pytest.raises(Refused, match="cannot close before it opens"):
        reset_setting(by=admin, name="company.day_ends")
    with pytest.raises(Refused, match="cannot close before it opens"):
        undo(Log.objects.filter(action=set_setting.name).earliest("at"), by=admin)
    assert hours_on(clock.now().date() + timedelta(days=2)) == (time(18), time(22))
    reset_setting(by=admin, name="company.day_starts")
    reset_setting(by=admin, name="company.day_ends")


def test_the_office_does_not_close_before_it_opens_on_a_day_ahead(admin: Actor) -> None:
    ahead = clock.now().date() + timedelta(days=30)
    set_setting(by=admin, name="company.day_starts", value="16:00", valid_from_on=ahead)
    with pytest.raises(Invalid, match="From "):
        set_setting(by=admin, name="company.day_ends", value="15:00")
    with pytest.raises(Invalid, match="cannot close before it opens"):
        set_setting(by=admin, name="company.day_ends", value="15:00", valid_from_on=ahead)
    assert hours_on(ahead) == (time(16), time(17))
    set_setting(by=admin, name="company.day_ends", value="20:00", valid_from_on=ahead)
    set_setting(by=admin, name="company.day_ends", value="15:00")  # for the days before
    assert hours_on(ahead) == (time(16), time(20))


@pytest.mark.django_db(transaction=True)
def test_of_two_who_change_one_hour_each_the_second_is_told(admin: Actor) -> None:
    raised = one_waits(
        lambda: set_setting(by=admin, name="company.day_starts", value="16:00"),
        lambda: set_setting(by=admin, name="company.day_ends", value="15:00"),
    )
    assert [type(each) for each in raised] == [type(None), Invalid]
    assert hours_on(clock.now().date() + timedelta(days=2)) == (time(16), time(17))


def turn_the_hours() -> None:
    """As no action of ours leaves them any more."""
    for key, value in (("company.day_starts", "18:00"), ("company.day_ends", "17:00")):
        Setting.objects.create(key=key, valid_from_on=date(2026, 1, 1), value=value)


def test_hours_that_are_turned_round_close_no_page_and_are_mended(client: Client, admin: Actor) -> None:
    turn_the_hours()
    client.force_login(admin.person)
    pages = ("/", "/inbox/", "/board/", "/settings/", "/setup/", "/tasks/")
    assert {client.get(url).status_code for url in pages} == {200}
    tested = client.post("/setup/", {"step": "hours"})
    assert "it closes before it opens" in tested.content.decode()
    set_setting(by=admin, name="company.day_ends", value="22:00")
    assert "it closes before it opens" not in client.post("/setup/", {"step": "hours"}).content.decode()


def test_of_two_who_change_a_setting_the_second_is_told(admin: Actor) -> None:
    set_setting(by=admin, name="company.name", value="Lakeside", seen="")
    with pytest.raises(Refused, match="Lakeside"):
        set_setting(by=admin, name="company.name", value="Hillside", seen="")
    assert setting("company.name") == "Lakeside"


def test_what_a_colleague_set_or_reset_since_is_not_undone(admin: Actor) -> None:
    other = make.actor(make.person(roles=("administrator",)))
    for verb, given, now in ((set_setting, {"value": "12"}, 12), (reset_setting, {}, 5)):
        set_setting(by=admin, name="notices.bundle_minutes", value="9")
        mine = Log.objects.filter(action=set_setting.name).latest("at")
        verb(by=other, name="notices.bundle_minutes", **given)
        with pytest.raises(Refused, match="done to it since"):
            undo(mine, by=admin)
        assert setting("notices.bundle_minutes") == now
        undo(Log.objects.filter(action=verb.name).latest("at"), by=other)
        undo(mine, by=admin)
        assert not Setting.objects.exists(), "once theirs is taken back, mine can be"

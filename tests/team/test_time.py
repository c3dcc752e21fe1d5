"""Absences, hours, presence, settings."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from callboard.core import clock, events
from callboard.core.actions import Actor, Forbidden, Invalid, Refused
from callboard.core.models import Log
from callboard.core.registry import register
from callboard.core.undo import undo
from callboard.team.actions import (
    add_holiday,
    end_absence,
    put_setting_back,
    record_absence,
    remove_holiday,
    reset_setting,
    set_hours,
    set_setting,
)
from callboard.team.models import Absence, Grant, Holiday, Person, Setting
from callboard.team.queries import (
    available,
    business_day,
    calendar_of,
    company_calendar,
    cover_of,
    free_people,
    setting,
)
from callboard.team.rules.company_day import business_day_of
from tests import make
from tests.at_once import one_waits

pytestmark = pytest.mark.django_db
#: A Tuesday, 10:00 in Texas.
NOW = datetime(2026, 3, 10, 15, 0, tzinfo=UTC)


@pytest.fixture
def admin() -> Actor:
    return make.actor(make.person(roles=("administrator",)))


def test_an_absence_is_recorded_and_everybody_who_listens_is_told() -> None:
    person, cover = make.person(), make.person()
    heard = []

    def listener(by: Actor, *, absence_id: int) -> None:
        heard.append(absence_id)

    events.absence_changed.listen(listener)
    try:
        absence = record_absence(
            person, by=make.actor(person), starts_on=date(2099, 3, 9), ends_on=date(2099, 3, 13), cover=cover
        )
    finally:
        events.absence_changed.listeners.remove(listener)
    assert heard == [absence.pk]
    assert cover_of(person, datetime(2099, 3, 10, 15, tzinfo=UTC)) == cover.pk


def test_an_absence_is_recorded_by_oneself_or_a_manager_not_by_a_colleague() -> None:
    manager = make.person(roles=("sales_manager",))
    person = make.person(roles=("sdr",), team=make.team(manager=manager))
    days = {"starts_on": date(2099, 3, 9), "ends_on": date(2099, 3, 13)}
    with pytest.raises(Forbidden):
        record_absence(person, by=make.actor(make.person()), **days)
    record_absence(person, by=make.actor(manager), **days)


def test_a_stand_in_does_not_prolong_their_own_cover() -> None:
    boss, stand_in = make.person("Mae", roles=("sales_manager",)), make.person("Sid", roles=("sdr",))
    today = clock.now().astimezone(boss.tz).date()
    make.absence(boss, today, today, cover=stand_in)
    days = {"starts_on": today + timedelta(days=1), "ends_on": today + timedelta(days=3650)}
    by = make.actor(Person.objects.get(pk=stand_in.pk))
    with pytest.raises(Forbidden):
        record_absence(boss, by=by, cover=stand_in, **days)


def test_only_a_manager_takes_over_for_somebody_else() -> None:
    team = make.team(manager=make.person("Mae", roles=("sales_manager",)))
    person, mate = make.person(team=team), make.person(team=team)
    Grant.objects.create(operation="team.own", role="sales_support", scope="team")
    days = {"starts_on": date(2099, 3, 9), "ends_on": date(2099, 3, 13)}
    with pytest.raises(Invalid, match="Only a manager"):
        record_absence(person, by=make.actor(mate), cover=mate, **days)
    record_absence(mate, by=make.actor(mate), cover=person, **days)
    record_absence(person, by=make.actor(team.manager), cover=team.manager, **days)


def test_absences_of_a_person_never_overlap() -> None:
    person = make.person()
    make.absence(person, date(2099, 3, 9), date(2099, 3, 13))
    with pytest.raises(Refused) as caught:
        record_absence(person, by=make.actor(person), starts_on=date(2099, 3, 13), ends_on=date(2099, 3, 14))
    assert caught.value.refusal.code == "overlaps"
    with pytest.raises(IntegrityError), transaction.atomic():
        make.absence(person, date(2099, 3, 13), date(2099, 3, 20))
    make.absence(person, date(2099, 3, 14), date(2099, 3, 20))


def test_days_that_run_backwards_and_a_cover_who_is_away_are_refused() -> None:
    person, cover = make.person(), make.person()
    make.absence(cover, date(2099, 3, 10), date(2099, 3, 10))
    with pytest.raises(Invalid):
        record_absence(person, by=make.actor(person), starts_on=date(2099, 3, 9), ends_on=date(2099, 3, 8))
    with pytest.raises(Invalid) as caught:
        record_absence(
            person, by=make.actor(person), starts_on=date(2099, 3, 9), ends_on=date(2099, 3, 13), cover=cover
        )
    assert "cover" in caught.value.errors


def test_who_comes_back_early_was_away_until_yesterday() -> None:
    person = make.person(zone="UTC")
    today = clock.now().date()
    absence = make.absence(person, date(2026, 1, 1), date(2099, 1, 1))
    end_absence(absence, by=make.actor(person))
    absence.refresh_from_db()
    assert (today - absence.ends_on).days == 1
    with pytest.raises(Refused):
        end_absence(absence, by=make.actor(person))


def test_an_absence_that_has_not_begun_is_withdrawn_and_leaves_the_days_free() -> None:
    person = make.person()
    absence = make.absence(person, date(2099, 3, 9), date(2099, 3, 13))
    end_absence(absence, by=make.actor(person))
    absence.refresh_from_db()
    assert absence.withdrawn_at is not None
    make.absence(person, date(2099, 3, 9), date(2099, 3, 13))
    assert Absence.objects.filter(person=person).count() == 2


def test_hours_of_ones_own_replace_the_companys() -> None:
    person = make.person()
    assert calendar_of(person).week[0] == ((time(8), time(17)),)
    set_hours(person, by=make.actor(person), hours="Mon-Wed 7:00-11:00, 12:00-15:00")
    calendar = calendar_of(person)
    assert calendar.week == {day: ((time(7), time(11)), (time(12), time(15))) for day in range(3)}
    with pytest.raises(Invalid):
        set_hours(person, by=make.actor(person), hours="always")


def test_presence_names_the_first_reason() -> None:
    here, called, away, abroad = (
        make.person(),
        make.person(status="on_call"),
        make.person(),
        make.person(zone="Asia/Tokyo"),
    )
    texan = make.person(region="US-TX")
    make.absence(away, date(2026, 3, 9), date(2026, 3, 11))
    Holiday.objects.create(on=date(2026, 3, 10), name="Test day", region="US-TX")
    answers = available(NOW)
    reasons = {pk: answer.reason for pk, answer in answers.items()}
    assert reasons == {
        here.pk: "",
        called.pk: "on_call",
        away.pk: "absent",
        abroad.pk: "outside_hours",
        texan.pk: "holiday",
    }
    assert answers[away.pk].until == date(2026, 3, 11)
    assert free_people(NOW) == [here]


def test_presence_costs_the_same_for_one_and_thirty(django_assert_num_queries: object) -> None:
    people = [make.person() for _number in range(30)]
    for chosen in (people[:1], people):
        with django_assert_num_queries(4):  # type: ignore[operator]
            available(NOW, chosen)


def test_a_holiday_holds_in_its_country_and_is_removed_again(admin: Actor) -> None:
    holiday = add_holiday(by=admin, on=date(2026, 7, 3), name="Independence Day", region="us")
    assert date(2026, 7, 3) in calendar_of(make.person(region="US-TX")).holidays
    assert date(2026, 7, 3) not in calendar_of(make.person(region="CA")).holidays
    remove_holiday(holiday, by=admin)
    assert not Holiday.objects.exists()


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


def test_the_business_day_is_the_companys() -> None:
    late_in_texas = datetime(2026, 3, 11, 3, 0, tzinfo=UTC)
    assert business_day(late_in_texas) == date(2026, 3, 10)
    assert business_day_of(late_in_texas, "America/Chicago", time(18)) == date(2026, 3, 11)


def test_the_companys_calendar_leaves_out_the_holidays_of_where_it_is(admin: Actor) -> None:
    for day, where in ((10, "US"), (11, "CA"), (12, ""), (13, "US-TX")):
        Holiday.objects.create(on=date(2026, 3, day), name=f"Day of {where}", region=where)
    worked = [day for day in range(9, 14) if company_calendar().works_on(date(2026, 3, day))]
    assert worked == [9, 11, 13]
    set_setting(by=admin, name="company.region", value="us-tx")
    assert not company_calendar().works_on(date(2026, 3, 13))
    set_setting(by=admin, name="company.region", value="ca")
    assert company_calendar().works_on(date(2026, 3, 10))
    assert not company_calendar().works_on(date(2026, 3, 11))


def test_who_says_no_region_has_the_holidays_of_the_company() -> None:
    Holiday.objects.create(on=date(2026, 3, 10), name="Test day", region="US")
    assert date(2026, 3, 10) in calendar_of(make.person()).holidays
    assert date(2026, 3, 10) not in calendar_of(make.person(region="CA")).holidays


def test_a_value_from_tomorrow_on_does_not_hold_today(admin: Actor) -> None:
    tomorrow = clock.now().date() + timedelta(days=3)
    set_setting(by=admin, name="company.name", value="Later Inc.", valid_from_on=tomorrow)
    assert setting("company.name") == ""
    assert setting("company.name", tomorrow) == "Later Inc."


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

"""Absences, hours, presence, holidays, the business day."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from callboard.core import clock, events
from callboard.core.actions import Actor, Forbidden, Invalid, Refused
from callboard.team.actions import add_holiday, end_absence, record_absence, remove_holiday, set_hours, set_setting
from callboard.team.models import Absence, Grant, Holiday, Person
from callboard.team.queries import available, business_day, calendar_of, company_calendar, cover_of, free_people
from callboard.team.rules.company_day import business_day_of
from tests import make

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
        with django_assert_num_queries(5):  # type: ignore[operator]
            available(NOW, chosen)


def test_a_holiday_holds_in_its_country_and_is_removed_again(admin: Actor) -> None:
    holiday = add_holiday(by=admin, on=date(2026, 7, 3), name="Independence Day", region="us")
    assert date(2026, 7, 3) in calendar_of(make.person(region="US-TX")).holidays
    assert date(2026, 7, 3) not in calendar_of(make.person(region="CA")).holidays
    remove_holiday(holiday, by=admin)
    assert not Holiday.objects.exists()


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


def test_the_list_of_absences_leads_to_ones_own(client: Client) -> None:
    dana = make.person("Dana Whitfield")
    client.force_login(dana)
    page = client.get("/absences/").content.decode()
    address = f"/do/team.record_absence/{dana.pk}/"
    assert f'href="{address}" data-dialog' in page
    assert client.get(address).status_code == 200

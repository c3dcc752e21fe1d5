"""May somebody be called or written to now: the traps, each as it was told."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from callboard.core.actions import Actor
from callboard.directory.actions import add_calling_hours, record_attempt, remove_calling_hours
from callboard.directory.models import Account, CallingWindow, Location, Medium, Purpose
from callboard.directory.queries import Allowed, Denied, may_contact
from callboard.team.actions import add_holiday, set_setting
from tests import make
from tests.directory.calls import (
    CENTRAL,
    EASTERN,
    EL_PASO,
    IN_EL_PASO,
    IN_ORLANDO,
    IN_PANHANDLE,
    IN_TYLER,
    MOUNTAIN,
    ORLANDO,
    PENSACOLA,
    TYLER,
    asked,
    at,
    rule,
    somebody,
)

# C.1


def test_a_call_at_half_past_seven_in_dallas_to_a_florida_number_is_refused(by: Actor) -> None:
    found = asked(IN_ORLANDO, at("2026-03-10 19:30"), by)
    assert isinstance(found, Denied)
    assert found.rule == "outside_hours"
    assert str(found.sentence) == "It is 8:30 PM in FL, where sales calls end at 8:00 PM."
    assert rule(IN_ORLANDO, at("2026-03-10 18:59"), by) == ""


def test_texas_on_sunday_is_closed_at_half_past_eleven_and_open_at_noon(by: Actor) -> None:
    ray = somebody(IN_TYLER, TYLER)
    assert rule(ray, at("2026-03-15 11:30"), by) == "outside_hours"
    assert rule(ray, at("2026-03-15 12:00"), by) == ""
    assert rule(ray, at("2026-03-15 20:59"), by) == ""
    assert rule(ray, at("2026-03-15 21:00"), by) == "outside_hours"


def test_an_850_number_with_an_orlando_address_needs_both_zones_open(by: Actor) -> None:
    ray = somebody(IN_PANHANDLE, ORLANDO)
    assert rule(ray, at("2026-03-10 08:30", EASTERN), by) == "outside_hours", "half past seven in Pensacola"
    assert rule(ray, at("2026-03-10 09:00", EASTERN), by) == ""
    assert rule(ray, at("2026-03-10 19:59", EASTERN), by) == ""
    assert rule(ray, at("2026-03-10 19:30", CENTRAL), by) == "outside_hours", "half past eight in Orlando"


def test_an_850_number_at_a_pensacola_address_is_where_it_says(by: Actor) -> None:
    ray = somebody(IN_PANHANDLE, PENSACOLA)
    assert rule(ray, at("2026-03-10 08:00", CENTRAL), by) == ""
    assert rule(ray, at("2026-03-10 19:59", CENTRAL), by) == ""
    assert rule(ray, at("2026-03-10 20:00", CENTRAL), by) == "outside_hours"


def test_the_fourth_call_in_a_day_to_one_florida_person_is_refused_across_two_reps_and_numbers(by: Actor) -> None:
    ray = somebody(IN_ORLANDO, ORLANDO)
    make.ContactPhone.objects.create(contact=ray, e164="+14075550199", kind="mobile")
    dana, lee = make.actor(make.person("Dana")), make.actor(make.person("Lee"))
    noon = at("2026-03-10 12:00", EASTERN)
    for hours, rep, number in ((20, dana, IN_ORLANDO), (3, lee, "+14075550199"), (1, dana, IN_ORLANDO)):
        moment = noon - timedelta(hours=hours)
        assert rule(ray, noon, rep) == ""
        record_attempt(number, by=rep, medium=Medium.PHONE, purpose=Purpose.SALES, at=moment, contact=ray)
    found = asked(ray, noon, lee)
    assert isinstance(found, Denied)
    assert found.rule == "attempts"
    assert "3 sales calls" in str(found.sentence)
    # The oldest is a day old at four in the afternoon.
    assert found.opens_at() == at("2026-03-10 16:00", EASTERN)
    assert rule(ray, at("2026-03-10 16:00", EASTERN), dana) == ""


def test_calls_of_service_and_answers_do_not_count_and_are_not_counted_against(by: Actor) -> None:
    ray, noon = somebody(IN_ORLANDO, ORLANDO), at("2026-03-10 12:00", EASTERN)
    for purpose in (Purpose.SERVICE, Purpose.ANSWER, Purpose.SERVICE, Purpose.SALES):
        record_attempt(IN_ORLANDO, by=by, medium=Medium.PHONE, purpose=purpose, at=noon, contact=ray)
    assert rule(ray, noon, by) == ""


def test_a_call_that_names_nobody_counts_for_everybody_at_the_account(by: Actor) -> None:
    ray, noon = somebody(IN_ORLANDO, ORLANDO), at("2026-03-10 12:00", EASTERN)
    for _turn in range(3):
        record_attempt("", by=by, medium=Medium.PHONE, purpose=Purpose.SALES, at=noon, account=ray.account)
    assert rule(ray, noon, by) == "attempts"


def test_who_left_a_voicemail_is_called_back_at_half_past_seven_and_told_of_their_hours(by: Actor) -> None:
    ray = somebody(IN_ORLANDO, ORLANDO, mrr=80)
    now = at("2026-03-10 19:30", CENTRAL)
    assert rule(ray, now, by) == "outside_hours"
    found = asked(ray, now, by, purpose="answer", cause=at("2026-03-10 19:10", CENTRAL))
    assert isinstance(found, Allowed)
    assert "8:30" in str(found.advice)
    service = asked(ray, now, by, purpose="service")
    assert isinstance(service, Allowed)
    assert service.advice
    assert asked(ray, at("2026-03-10 12:00"), by, purpose="service") == Allowed()


# places


def test_a_split_state_is_told_apart_by_zip(by: Actor) -> None:
    el_paso, tyler = somebody(IN_EL_PASO, EL_PASO), somebody(IN_TYLER, TYLER)
    assert rule(el_paso, at("2026-03-10 09:00", MOUNTAIN), by) == ""
    assert rule(el_paso, at("2026-03-10 09:00", CENTRAL), by) == "outside_hours"
    assert rule(tyler, at("2026-03-10 09:00", CENTRAL), by) == ""


def test_without_a_zip_every_zone_of_the_state_must_be_open(by: Actor) -> None:
    ray = somebody("", {"region": "TX"})
    make.ContactPhone.objects.create(contact=ray, e164="+18005550142")
    assert rule(ray, at("2026-03-10 09:00", CENTRAL), by) == "outside_hours"
    assert rule(ray, at("2026-03-10 09:00", MOUNTAIN), by) == ""


def test_who_is_nowhere_is_not_called_for_sales_and_the_sentence_says_what_to_write(by: Actor) -> None:
    found = asked("+18005550142", at("2026-03-10 12:00"), by)
    assert isinstance(found, Denied)
    assert found.rule == "place_unknown"
    assert "ZIP" in str(found.sentence)
    assert rule("+18005550142", at("2026-03-10 12:00"), by, purpose="service") == "place_unknown"
    customer = make.contact(make.account(mrr=80), "Ann", phone="+18005550142")
    assert asked(customer, at("2026-03-10 12:00"), by, purpose="service")


def test_the_zone_of_a_person_counts_before_the_one_of_the_account(by: Actor) -> None:
    ray = make.contact(make.account(**TYLER), "Ray", phone=IN_TYLER, zone="America/Los_Angeles")
    assert rule(ray, at("2026-03-10 09:00", CENTRAL), by) == "outside_hours"
    assert rule(ray, at("2026-03-10 09:00", "America/Los_Angeles"), by) == ""


def test_mississippi_counts_in_central_time_wherever_the_phone_is(by: Actor) -> None:
    ray = make.contact(make.account(region="MS", postal_code="39201"), "Ray", zone=EASTERN, phone="+16015550142")
    assert rule(ray, at("2026-03-10 20:59", EASTERN), by) == "", "one minute to eight in Jackson"
    assert rule(ray, at("2026-03-10 08:30", EASTERN), by) == "outside_hours", "half past seven in Jackson"


# rows


def test_a_state_without_a_row_is_nine_to_eight_without_sunday_and_says_so(by: Actor) -> None:
    ray = somebody("+13035550142", {"region": "CO", "postal_code": "80202"})
    assert rule(ray, at("2026-03-10 09:00", MOUNTAIN), by) == ""
    found = asked(ray, at("2026-03-10 08:30", MOUNTAIN), by)
    assert isinstance(found, Denied)
    assert "no row for US-CO" in str(found.sentence)
    assert rule(ray, at("2026-03-15 12:00", MOUNTAIN), by) == "closed_day"


def test_a_missing_row_of_the_country_refuses_and_names_it(by: Actor) -> None:
    ray = somebody(IN_TYLER, TYLER)
    admin = make.actor(make.person(roles=("administrator",)))
    remove_calling_hours(CallingWindow.objects.get(country="US", region=""), by=admin)
    found = asked(ray, at("2026-03-10 12:00"), by)
    assert isinstance(found, Denied)
    assert found.rule == "row_missing"
    assert "US" in str(found.sentence)


def test_the_country_and_the_state_must_both_be_open(by: Actor) -> None:
    """Kentucky from 10; a row of a state that is wider than the country's gives nothing more."""
    ray = somebody("+15025550142", {"region": "KY", "postal_code": "40202"})
    assert rule(ray, at("2026-03-10 09:30", EASTERN), by) == "outside_hours"
    admin = make.actor(make.person(roles=("administrator",)))
    later = {"region": "KY", "weekdays": "6-23", "source": "invented", "starts_on": datetime(2026, 3, 11).date()}  # noqa: DTZ001
    add_calling_hours(by=admin, **later)
    assert rule(ray, at("2026-03-10 09:30", EASTERN), by) == "outside_hours", "the row begins tomorrow"
    assert rule(ray, at("2026-03-11 09:30", EASTERN), by) == ""
    assert rule(ray, at("2026-03-11 07:30", EASTERN), by) == "outside_hours", "the country opens at eight"


def test_holidays_close_where_the_row_says_so(by: Actor) -> None:
    ala = somebody("+12055550142", {"region": "AL", "postal_code": "35203"})
    assert rule(ala, at("2026-12-25 12:00"), by) == "holiday"
    ray = somebody(IN_TYLER, TYLER)
    assert rule(ray, at("2026-12-25 12:00"), by) == "", "Texas names none"
    admin = make.actor(make.person(roles=("administrator",)))
    add_holiday(by=admin, on=datetime(2026, 3, 10).date(), name="Founder's day", region="US-AL")  # noqa: DTZ001
    assert rule(ala, at("2026-03-10 12:00"), by) == "holiday"


def test_customers_are_exempt_where_the_row_says_so(by: Actor) -> None:
    oklahoma = {"region": "OK", "postal_code": "73102"}
    lead, customer = somebody("+14055550142", oklahoma), somebody("+14055550143", oklahoma, mrr=100)
    late = at("2026-03-10 20:30")
    assert rule(lead, late, by) == "outside_hours"
    assert rule(customer, late, by) == ""
    assert rule(customer, at("2026-03-10 21:00"), by) == "outside_hours", "the country's row exempts nobody"


@pytest.mark.parametrize(("kind", "expected"), [("work", ""), ("mobile", "outside_hours")])
def test_for_businesses_a_state_binds_only_where_it_says_so_and_a_mobile_stays_a_consumers(
    by: Actor, kind: str, expected: str
) -> None:
    admin = make.actor(make.person(roles=("administrator",)))
    set_setting(by=admin, name="calling.class", value="business")
    ray = somebody("+15025550142", {"region": "KY", "postal_code": "40202"})
    ray.phones.update(kind=kind)
    assert rule(ray, at("2026-03-10 09:30", EASTERN), by) == expected
    florida = somebody(IN_ORLANDO, ORLANDO)
    assert rule(florida, at("2026-03-10 20:30", EASTERN), by) == "outside_hours", "Florida names corporations"


def test_texts_are_bound_as_calls_are_and_mail_is_not(by: Actor) -> None:
    ray = somebody(IN_TYLER, TYLER)
    late = at("2026-03-10 22:00")
    assert rule(ray, late, by, medium="text") == "outside_hours"
    assert may_contact("ray@x.example", contact=ray, medium="mail", purpose="sales", by=by, now=late)


def test_one_and_thirty_are_read_in_as_many_statements(by: Actor, django_assert_max_num_queries: Any) -> None:
    from callboard.directory.queries import Asked, may_contact_all

    people = [somebody(f"+1407555{number:04}", ORLANDO) for number in range(30)]
    calls = [Asked(person.phones.get().e164, "phone", "sales", person) for person in people]
    now = at("2026-03-10 12:00", EASTERN)
    for some in (calls[:1], calls):
        with django_assert_max_num_queries(4):
            assert all(may_contact_all(some, by=by, now=now))


def test_facts_are_of_the_account_asked_for(by: Actor, hargrove: Account) -> None:
    """Two people of one office number: a wish of one by mail does not close the other's calls."""
    ray = make.contact(hargrove, "Ray", phone=IN_TYLER, email="ray@hargrove.example")
    ann = make.contact(hargrove, "Ann", phone=IN_TYLER)
    from callboard.directory.actions import suppress_address
    from callboard.directory.models import Scope

    suppress_address(by=by, address="ray@hargrove.example", scope=Scope.ALL)
    noon = at("2026-03-10 12:00")
    assert rule(ray, noon, by) == "asked_for_nothing", "by any of their addresses"
    assert rule(ann, noon, by) == ""


def test_who_works_at_another_office_is_where_that_office_is(by: Actor) -> None:
    account = make.account(**TYLER)
    branch = Location.objects.create(
        account=account, name="West", region="TX", postal_code="79901", phone="+19155550188"
    )
    ray = make.contact(account, "Ray", phone=IN_EL_PASO, location=branch)
    assert rule(ray, at("2026-03-10 09:00", CENTRAL), by) == "outside_hours"
    assert rule(ray, at("2026-03-10 09:00", MOUNTAIN), by) == ""
    assert rule("+19155550188", at("2026-03-10 20:30", MOUNTAIN), by) == "", "the line of an office, by its office"

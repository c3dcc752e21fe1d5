"""Do-not-call lists: loaded from a file, kept as hashes, old after 31 days."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from callboard.core import clock
from callboard.core.actions import Actor, Invalid
from callboard.directory.actions import (
    load_do_not_call_list,
    record_consent,
    remove_do_not_call_list,
)
from callboard.directory.models import (
    AccountFacts,
    Contact,
    How,
    ListedNumber,
)
from callboard.directory.rules import address_hash
from callboard.team.actions import set_setting
from tests import make
from tests.directory.wishes import NUMBER, rule


def listed(*numbers: str, name: str = "scrub.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, ("phone\n" + "\n".join(numbers)).encode())


@pytest.mark.usefixtures("always")
def test_a_number_on_the_list_is_not_called_for_sales_and_only_hashes_are_kept(
    ray: Contact, by: Actor, admin: Actor
) -> None:
    today = clock.business_day(clock.now())
    made = load_do_not_call_list(
        by=admin, file=listed("(903) 555-0142", "903,5550143", "1-903-555-0144", "what"), as_of=today
    )
    assert (made.numbers, made.unread) == (3, 1)
    assert rule(ray, by) == "do_not_call"
    assert [rule(ray, by, "service"), rule(ray, by, "answer")] == ["do_not_call", ""]
    AccountFacts.objects.filter(account=ray.account).update(open_cancellation=True)
    assert [rule(ray, by, "service"), rule(ray, by)] == ["", "do_not_call"], "whom we serve"
    assert not any("555" in row.number_hash[:3] for row in ListedNumber.objects.all())
    record_consent(ray, by=by, how=How.MAIL, proof="Call me.")
    assert rule(ray, by) == "", "who said yes may be called"
    remove_do_not_call_list(made, by=admin)
    assert not ListedNumber.objects.exists()


@pytest.mark.usefixtures("always")
def test_who_pays_us_may_be_called_though_listed(by: Actor, admin: Actor) -> None:
    customer = make.contact(make.account(region="TX", postal_code="75701", mrr=80), "Ann", phone=NUMBER)
    load_do_not_call_list(by=admin, file=listed(NUMBER), as_of=clock.business_day(clock.now()))
    assert rule(customer, by) == ""


@pytest.mark.usefixtures("always")
@pytest.mark.parametrize(("days", "expected"), [(31, ""), (32, "list_old")])
def test_a_list_counts_for_31_days(ray: Contact, by: Actor, admin: Actor, days: int, expected: str) -> None:
    as_of = clock.now().date() - timedelta(days=days)
    load_do_not_call_list(by=admin, file=listed("2125550100"), as_of=as_of)
    assert rule(ray, by) == expected


@pytest.mark.usefixtures("always")
def test_calls_to_consumers_need_a_list(ray: Contact, by: Actor, admin: Actor) -> None:
    assert rule(ray, by) == ""
    set_setting(by=admin, name="calling.class", value="consumer")
    assert rule(ray, by) == "list_missing"


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"", "No line"), (b"name;city\nx;y", "No line"), (b"PK\x03\x04rest", "workbook"), (b"\0\0\0", "No line")],
)
def test_what_is_no_list_is_refused_with_a_sentence(admin: Actor, content: bytes, says: str) -> None:
    with pytest.raises(Invalid) as error:
        load_do_not_call_list(
            by=admin, file=SimpleUploadedFile("x.csv", content), as_of=clock.business_day(clock.now())
        )
    assert says in str(error.value.errors["file"])


def test_an_older_list_than_the_loaded_one_and_one_of_tomorrow_are_refused(admin: Actor) -> None:
    today = clock.business_day(clock.now())
    load_do_not_call_list(by=admin, file=listed(NUMBER), as_of=today)
    for days in (-1, 1):
        with pytest.raises(Invalid):
            load_do_not_call_list(by=admin, file=listed(NUMBER), as_of=today + timedelta(days=days))


@pytest.mark.parametrize(
    "text",
    [
        "id,phone\n1234567890,9035550142",
        "phone;customer\n9035550142;2125550100",
        "account number,phone number\n2125550100,(903) 555-0142",
        "area code,number\n903,5550142",
        "2026-11-20,9035550142",
        "Number\nid 17,903 555 0142 x12",
    ],
)
def test_the_column_with_the_number_is_found_by_its_head_or_its_values(admin: Actor, text: str) -> None:
    load_do_not_call_list(
        by=admin, file=SimpleUploadedFile("x.csv", text.encode()), as_of=clock.business_day(clock.now())
    )
    assert [row.number_hash for row in ListedNumber.objects.all()] == [address_hash(NUMBER)]


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("Number\nid 1234567890,9035550142", "Number, #2"),
        ("1234567890;9035550142", "#1, #2"),
        ("one,two,three\n1234567890,Ray,9035550142", "one, three"),
        ("home phone,mobile\n2125550100,9035550142", "home phone, mobile"),
    ],
)
def test_where_the_column_is_not_clear_the_list_is_refused_and_the_columns_named(
    admin: Actor, text: str, columns: str
) -> None:
    with pytest.raises(Invalid) as error:
        load_do_not_call_list(
            by=admin, file=SimpleUploadedFile("x.csv", text.encode()), as_of=clock.business_day(clock.now())
        )
    assert f"It may be: {columns}." in str(error.value.errors["file"])
    assert not ListedNumber.objects.exists()

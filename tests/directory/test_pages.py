from datetime import date
from decimal import Decimal

import pytest
from django.test import Client

from callboard.core.actions import Actor
from callboard.directory.models import Account
from callboard.directory.pages.shown import renewal
from callboard.team.models import Person
from tests import make


@pytest.fixture
def web(client: Client, dana: Person) -> Client:
    client.force_login(dana)
    return client


def test_the_list_shows_accounts_with_town_owner_and_mrr(web: Client, hargrove: Account, dana: Person) -> None:
    hargrove.facts.mrr = Decimal("1164")
    hargrove.facts.save()
    text = web.get("/accounts/").content.decode()
    assert "Hargrove Insurance Agency" in text
    assert "Tyler, TX" in text
    assert "$1,164" in text


def test_the_list_is_found_filtered_sorted_and_exported(web: Client, hargrove: Account) -> None:
    make.account("Mesa Verde Insurance", region="AZ", city="Tucson")
    for query, there, gone in (
        ("q=hargr", "Hargrove", "Mesa"),
        ("owner=me", "Hargrove", "Mesa"),
        ("owner=none", "Mesa", "Hargrove"),
        ("region=AZ", "Mesa", "Hargrove"),
    ):
        text = web.get(f"/accounts/?{query}&part=rows").content.decode()
        assert there in text, query
        assert gone not in text, query
    for sort in ("name", "-mrr", "owner", "tier", "-last_conversation", "renewal"):
        assert web.get(f"/accounts/?sort={sort}").status_code == 200
    assert b"Mesa Verde Insurance" in b"".join(web.get("/accounts/?format=csv"))


def test_the_record_shows_facts_people_and_what_happened(web: Client, hargrove: Account, by: Actor) -> None:
    hargrove.phone, hargrove.zone, hargrove.facts.renewal_on = "+19035550142", "America/Chicago", date(2030, 1, 31)
    hargrove.save()
    hargrove.facts.save()
    make.contact(hargrove, "Ray Hargrove", email="ray@hargrove.example", role_kind="principal", title="Owner")
    text = web.get(f"/accounts/{hargrove.pk}/").content.decode()
    for part in (
        "(903) 555-0142",
        "Ray Hargrove",
        "ray@",
        "Renewal",
        "Jan 31",
        "Dana Whitfield",
        f"#{hargrove.number}",
    ):
        assert part in text, part


def test_the_record_costs_the_same_queries_with_many_people(
    web: Client,
    hargrove: Account,
    django_assert_max_num_queries,  # type: ignore[no-untyped-def]
) -> None:
    for number in range(12):
        make.contact(hargrove, f"Person {number}", email=f"p{number}@hargrove.example")
    web.get(f"/accounts/{hargrove.pk}/")
    with django_assert_max_num_queries(30):
        web.get(f"/accounts/{hargrove.pk}/")


def test_people_are_listed_with_mail_phone_and_account(web: Client, hargrove: Account) -> None:
    make.contact(hargrove, "Ray Hargrove", email="ray@hargrove.example", phone="+19035550142")
    text = web.get("/contacts/").content.decode()
    for part in ("Ray Hargrove", "ray@", "(903) 555-0142", "Hargrove Insurance Agency"):
        assert part in text, part
    assert "Ray Hargrove" in web.get("/contacts/?q=harg").content.decode()


def test_a_person_has_a_page_with_addresses(web: Client, hargrove: Account) -> None:
    ray = make.contact(hargrove, "Ray Hargrove", email="ray@hargrove.example", phone="+19035550142")
    text = web.get(f"/contacts/{ray.pk}/").content.decode()
    assert "ray@" in text
    assert "(903) 555-0142" in text


def test_the_form_of_a_new_account_warns_of_a_duplicate_and_creates_it_when_confirmed(
    web: Client, hargrove: Account
) -> None:
    address = "/do/directory.create_account/"
    form = {"name": "Hargrove Insurance Agcy", "city": "Tyler", "kind": "agency", "country": "US", "nonce": "one"}
    warned = web.post(address, form)
    assert warned.status_code == 422
    assert "Hargrove Insurance Agency (#" in warned.content.decode()
    assert web.post(address, {**form, "confirmed": "on", "nonce": "two"}).status_code == 302
    assert Account.objects.count() == 2


def test_a_text_can_be_emptied_by_the_form(web: Client, hargrove: Account) -> None:
    hargrove.website = "hargrove.example"
    hargrove.save()
    fields = {"name": hargrove.name, "kind": "agency", "country": "US", "city": "Tyler", "region": "TX", "website": ""}
    assert web.post(f"/do/directory.change_account/{hargrove.pk}/", fields).status_code == 302
    hargrove.refresh_from_db()
    assert (hargrove.website, hargrove.city) == ("", "Tyler")


@pytest.mark.parametrize("path", ["/accounts/", "/contacts/", "/accounts/1/", "/contacts/1/"])
def test_who_is_not_signed_in_is_sent_to_sign_in(client: Client, db: None, path: str) -> None:
    assert client.get(path).status_code == 302


@pytest.mark.parametrize("text", ["hargorve", "RAY@hargrove.example", "(903) 555-0142"])
def test_the_search_box_knows_typing_errors_pasted_addresses_and_numbers(
    web: Client, hargrove: Account, text: str
) -> None:
    make.contact(hargrove, "Ray Hargrove", email="ray@hargrove.example", phone="+19035550142")
    make.indexed()
    assert "Hargrove" in web.get("/find/", {"q": text, "part": "hits"}).content.decode()


def test_the_renewal_is_said_in_days_while_it_is_near() -> None:
    today = date(2026, 3, 9)
    assert renewal(date(2026, 3, 28), today) == ("19 days", "due")
    assert renewal(date(2026, 5, 9), today) == ("61 days", "")
    assert renewal(date(2027, 1, 5), today) == ("Jan 5, 2027", "")
    assert renewal(date(2026, 3, 8), today) == ("yesterday", "over")

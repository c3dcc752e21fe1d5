"""One box finds what every list knows, and nothing a person may not see."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from callboard.team.models import Person
from tests import make

pytestmark = pytest.mark.django_db


def test_a_part_of_a_name_finds_the_record_and_leads_to_it(as_desk: Client) -> None:
    account = make.account("Hargrove Insurance Agency", city="Tyler")
    make.account("Bluebonnet Insurance Group")
    make.indexed()
    html = as_desk.get("/find/", {"q": "hargr"}, follow=True).content.decode()
    assert "</mark>ove Insurance Agency" in html
    assert f'href="{account.get_absolute_url()}"' in html
    assert "Bluebonnet" not in html


def test_the_palette_gets_the_list_alone(as_desk: Client) -> None:
    make.account("Hargrove Insurance Agency")
    make.indexed()
    html = as_desk.get("/find/", {"q": "hargr", "part": "hits"}, headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in html
    assert "<li><a" in html


@pytest.mark.urls("tests.kit.pages")
def test_an_at_sign_finds_people_only(as_desk: Client, desk: Person) -> None:
    make.account("Dana Insurance")
    make.indexed()
    html = as_desk.get("/find/", {"q": "@dana", "part": "hits"}).content.decode()
    assert "</mark> Desk" in html
    assert "Insurance" not in html


def test_an_at_sign_finds_who_works_for_a_customer(as_desk: Client) -> None:
    make.contact(make.account("Hargrove Insurance Agency"), "Ray Hargrove")
    make.indexed()
    html = as_desk.get("/find/", {"q": "@hargrove", "part": "hits"}).content.decode()
    assert ">Ray <mark" in html
    assert 'href="/accounts/' not in html


def test_the_palette_says_when_nothing_is_found(as_desk: Client) -> None:
    assert "Nothing is called that" in as_desk.get("/find/", {"q": "zzqq", "part": "hits"}).content.decode()
    assert "Nothing is called that" not in as_desk.get("/find/", {"q": "", "part": "hits"}).content.decode()


@pytest.mark.parametrize(
    "text", ["", "   ", "@", "#", "\0", "x" * 5000, "%", "'; drop", "9" * 40, "#" + "9" * 40, "héé", "@@", "\u202e"]
)
def test_whatever_is_typed_is_answered(as_desk: Client, text: str) -> None:
    assert as_desk.get("/find/", {"q": text}, follow=True).status_code == 200
    assert as_desk.get("/find/", {"q": text, "part": "hits"}).status_code == 200


def test_nobody_finds_anything_without_signing_in(client: Client) -> None:
    assert client.get("/find/", {"q": "a"}).status_code == 302
    assert client.get("/find/", {"q": "a", "part": "hits"}, headers={"HX-Request": "true"}).status_code == 401


def test_thirty_hits_cost_the_queries_of_one(as_desk: Client) -> None:
    make.account("Agency one")
    make.indexed()
    as_desk.get("/find/", {"q": "agency", "part": "hits"})
    with CaptureQueriesContext(connection) as one:
        as_desk.get("/find/", {"q": "agency", "part": "hits"})
    for number in range(30):
        make.account(f"Agency {number}")
    make.indexed()
    with CaptureQueriesContext(connection) as many:
        as_desk.get("/find/", {"q": "agency", "part": "hits"})
    assert len(many) == len(one)

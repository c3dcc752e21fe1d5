"""Who asked us to stop: a list of hashes one can work with, until the person is erased."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from callboard.core.actions import Actor
from callboard.directory.actions import erase_contact, stop_contacting, suppress_address
from callboard.directory.models import Contact, Suppression
from callboard.team.models import Person
from tests import make

NUMBER, MAIL = "+19035550142", "ray@hargrove.example"


@pytest.fixture
def signed(client: Client, dana: Person) -> Client:
    client.force_login(dana)
    return client


def listed(client: Client, address: str = "") -> str:
    answer = client.get(reverse("suppressions"), {"address": address} if address else {})
    assert answer.status_code == 200
    return answer.content.decode()


def test_who_asked_stands_beside_it_until_they_are_erased(
    signed: Client, ray: Contact, by: Actor, admin: Actor
) -> None:
    stop_contacting(ray, by=by)
    page = listed(signed)
    assert "Ray Hargrove" in page and ray.account.name in page
    row = Suppression.objects.filter(contact=ray)[0]
    assert "Ray Hargrove" in signed.get(f"/suppressions/{row.pk}/").content.decode()
    erase_contact(ray, by=admin, reason="a letter")
    for page in (listed(signed), listed(signed, MAIL), signed.get(f"/suppressions/{row.pk}/").content.decode()):
        assert "Ray" not in page and "[erased]" not in page and "Erased person" not in page
    assert Suppression.objects.exists()


def test_an_address_alone_is_found_again_by_whoever_has_it(signed: Client, ray: Contact, by: Actor) -> None:
    row = suppress_address(by=by, address=MAIL)
    assert "an address" in listed(signed)
    assert "Ray Hargrove" in signed.get(f"/suppressions/{row.pk}/").content.decode()
    other = suppress_address(by=by, address="nobody@nowhere.example")
    assert (
        "Contact"
        not in signed.get(f"/suppressions/{other.pk}/").content.decode().split("rc-facts")[1].split("</dl>")[0]
    )


@pytest.mark.parametrize("typed", [MAIL, "RAY@hargrove.example", "(903) 555-0142"])
def test_the_filter_says_what_it_did_and_whose_it_is(signed: Client, ray: Contact, by: Actor, typed: str) -> None:
    page = listed(signed, typed)
    assert "They did not ask us to stop" in page and "was hashed" in page and "Ray Hargrove" in page
    stop_contacting(ray, by=by)
    assert "They asked us to stop" in listed(signed, typed)
    assert "Nobody here is known by it" in listed(signed, "who@nowhere.example")
    assert "was hashed" not in listed(signed, "ray")


def test_the_empty_list_says_what_happens_here(signed: Client) -> None:
    page = listed(signed)
    assert "comes here by itself" in page and "after the person is erased" in page


def test_the_list_asks_as_much_for_many_as_for_one(signed: Client, by: Actor, ray: Contact) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as found:
            listed(signed)
        return len(found)

    stop_contacting(ray, by=by)
    listed(signed)
    one = asked()
    for number in range(5):
        stop_contacting(make.contact(ray.account, f"Ann {number}", email=f"ann{number}@x.example"), by=by)
    assert asked() == one

"""An account's own number and mail: asked about, counted and written up as a person's are."""

import pytest
from django.test import Client

from callboard.channels.actions import call_account
from callboard.core.actions import Actor, Refused
from callboard.directory.actions import suppress_address
from callboard.directory.models import Account, Attempt, Contact, Override, Purpose
from callboard.journal.actions import log_interaction
from callboard.journal.models import Kind
from callboard.team.models import Person
from tests import make

pytestmark = pytest.mark.usefixtures("always")
LINE, MAIL = "+19035550199", "ray@hargrove.example"


@pytest.fixture
def hargrove(hargrove: Account) -> Account:
    Account.objects.filter(pk=hargrove.pk).update(phone=LINE)
    hargrove.refresh_from_db()
    return hargrove


@pytest.fixture
def signed(client: Client, dana: Person) -> Client:
    client.force_login(dana)
    return client


def page(client: Client, account: Account) -> str:
    return client.get(f"/accounts/{account.pk}/").content.decode()


def test_the_page_dials_calls_and_writes_and_says_whether_one_may(
    signed: Client, hargrove: Account, ray: Contact, by: Actor
) -> None:
    shown = page(signed, hargrove)
    assert 'href="tel:9035550199"' in shown
    assert f"/do/channels.call_account/{hargrove.pk}/" in shown
    assert (
        f"/do/channels.send_message/?to=ray%40hargrove.example&amp;account={hargrove.pk}&amp;contact={ray.pk}" in shown
    )
    assert "may be called" in shown and "may be written to" in shown
    suppress_address(by=by, address=LINE)
    suppress_address(by=by, address=MAIL)
    shown = page(signed, hargrove)
    assert "no sales call" in shown and "no sales mail" in shown


def test_a_call_is_counted_once_and_its_note_is_begun(signed: Client, hargrove: Account, by: Actor) -> None:
    answer = signed.post(f"/do/channels.call_account/{hargrove.pk}/", {"purpose": "sales"})
    assert answer.status_code == 302
    begun = answer["Location"]
    assert begun == f"/do/journal.log_interaction/?account={hargrove.pk}&kind=call"
    form = signed.get(begun).content.decode()
    assert "Dial (903) 555-0199." in form
    assert f'value="{hargrove.pk}" selected' in form
    assert Attempt.objects.get().account == hargrove
    ray = make.contact(hargrove, "Ray")
    for contact in (None, ray):
        log_interaction(by=by, kind=Kind.CALL, accounts=[hargrove], contact=contact, text="He thinks it over.")
        assert Attempt.objects.count() == 1


def test_whoever_asked_us_to_stop_is_not_called(hargrove: Account, by: Actor) -> None:
    suppress_address(by=by, address=LINE)
    with pytest.raises(Refused):
        call_account(hargrove, by=by, purpose=Purpose.SALES)
    assert not Attempt.objects.exists()


def test_without_a_number_it_says_so(dana: Person, by: Actor) -> None:
    with pytest.raises(Refused, match="No number"):
        call_account(make.account("Nobody Picks Up", phone=""), by=by, purpose=Purpose.SALES)


def test_after_an_override_one_is_back_where_one_was(client: Client, admin: Actor, ray: Contact) -> None:
    client.force_login(admin.person)
    url = f"/do/directory.override_calling_rules/{ray.pk}/"
    page = f"/contacts/{ray.pk}/"
    given = {"reason": "He asked at the show", "medium": "phone", "hours": "2"}
    assert client.post(url, given)["Location"] == page
    here = f"http://testserver{page}?panel=x"
    answer = client.post(url, given, headers={"HX-Request": "true", "HX-Current-URL": here})
    assert answer["HX-Redirect"] == f"{page}?panel=x"
    assert Override.objects.count() == 2

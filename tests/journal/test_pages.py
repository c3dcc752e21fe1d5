import re
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from callboard.core import clock
from callboard.directory.actions import erase_contact
from callboard.directory.models import Account, Contact
from callboard.journal.models import Interaction
from callboard.team.models import Person
from callboard.work.models import Task
from tests import make


@pytest.fixture
def web(client: Client, dana: Person) -> Client:
    client.force_login(dana)
    return client


def test_the_account_has_an_open_note_box_with_outcomes_dates_and_people(
    web: Client, hargrove: Account, ray: Contact
) -> None:
    text = web.get(f"/accounts/{hargrove.pk}/").content.decode()
    for part in ("/do/journal.write_note/", "No answer", "+3 ", "Ray Hargrove", 'data-key="9"'):
        assert part in text, part


def test_the_note_box_saves_leads_back_and_the_timeline_shows_it(web: Client, hargrove: Account, ray: Contact) -> None:
    on = clock.business_day(clock.now()) + timedelta(days=3)
    form = {
        "text": "Nine seats at renewal.",
        "outcome": "spoke",
        "contact": ray.pk,
        "next_on": on.isoformat(),
        "nonce": "n1",
    }
    answer = web.post(f"/do/journal.write_note/{hargrove.pk}/", form)
    assert (answer.status_code, answer["Location"]) == (302, f"/accounts/{hargrove.pk}/")
    assert web.post(f"/do/journal.write_note/{hargrove.pk}/", form).status_code == 302
    made = Interaction.objects.get()
    assert (made.kind, made.outcome, made.contact, made.next_on) == ("call", "spoke", ray, on)
    assert Task.objects.count() == 1
    text = web.get(f"/accounts/{hargrove.pk}/").content.decode()
    assert "Call with Ray Hargrove, spoke" in text
    assert "Nine seats at renewal." in text


def test_the_list_and_the_record_of_interactions(web: Client, hargrove: Account, dana: Person) -> None:
    made = make.interaction(hargrove, dana)
    for path in ("/interactions/", "/interactions/?person=me&kind=call", "/interactions/?q=seats"):
        assert "Hargrove Insurance Agency" in web.get(path).content.decode(), path
    assert "Spoke about seats." in web.get(f"/interactions/{made.pk}/").content.decode()


def test_the_page_of_a_person_shows_what_happened_wherever_they_worked(
    web: Client, hargrove: Account, ray: Contact, dana: Person
) -> None:
    make.interaction(hargrove, dana, contact=ray)
    ray.account = make.account("Mesa Verde")
    ray.save()
    assert "Spoke about seats." in web.get(f"/contacts/{ray.pk}/").content.decode()


def test_an_archived_account_has_no_note_box(web: Client, hargrove: Account) -> None:
    hargrove.archived_at = clock.now()
    hargrove.save()
    assert "/do/journal.write_note/" not in web.get(f"/accounts/{hargrove.pk}/").content.decode()


def test_about_who_was_erased_nothing_is_offered_to_be_written(web: Client, ray: Contact) -> None:
    def offered() -> list[bool]:
        page, panel = (web.get(f"/contacts/{ray.pk}/{part}").content.decode() for part in ("", "?panel=drafts-with"))
        return ["/do/journal.write_note/" in page, "/do/journal.drop_mail/" in panel]

    assert offered() == [True, True]
    erase_contact(ray, by=make.actor(make.person(roles=("administrator",))), reason="asked by mail")
    assert offered() == [False, False]


def test_the_dates_beside_a_note_are_days_of_work(
    web: Client, hargrove: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    friday = datetime(2026, 11, 27, 16, tzinfo=UTC)
    monkeypatch.setattr(clock, "now", lambda: friday)
    page = web.get(hargrove.get_absolute_url()).content.decode()
    assert re.findall(r'name="next_on" value="([^"]+)"', page) == ["2026-11-30", "2026-12-02", "2026-12-04"]

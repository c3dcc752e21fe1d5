"""The palette: records, commands, pasted things, what one uses most; in one request and few queries."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from callboard.kit.hands import match
from callboard.kit.hands.models import Used
from callboard.team.models import Person
from tests import make

from .conftest import signed_in

pytestmark = pytest.mark.django_db


def ask(client: Client, text: str = "", *on: str, **more: str) -> str:
    answer = client.get("/palette/", {"q": text, "part": "hits", "on": list(on), **more})
    assert answer.status_code == 200
    return answer.content.decode()


def labels(html: str) -> list[str]:
    """The lines in their order, as read."""
    return [re.sub(r"<[^>]+>", "", each) for each in re.findall(r"<b>(.*?)</b>", html)]


@pytest.mark.parametrize(
    "typed, label",
    [
        ("> create order", "Create order"),
        ("> creor", "Create order"),
        ("> new lead", "Create lead"),
        ("> prospect", "Create lead"),
        ("> dark", "Dark look"),
        ("> theme", "Light look"),
        ("> churn", "Cancellations"),
        ("> deal", "Opportunities"),
        ("> home", "My Day"),
        ("> on a call", "I am: On a call"),
        ("> shortcuts", "Keys of this page"),
        ("> triage", "Inbox"),
    ],
)
def test_a_command_is_found_by_its_words_by_others_and_by_its_letters(as_desk: Client, typed: str, label: str) -> None:
    assert label in labels(ask(as_desk, typed))


def test_what_one_may_not_do_is_not_offered(as_desk: Client, admin: Person) -> None:
    assert "Create person" not in labels(ask(as_desk, "> create person"))
    assert "Create person" in labels(ask(signed_in(admin), "> create person"))
    assert labels(ask(signed_in(make.person(roles=())), "> create")) == []


def test_the_verbs_of_the_open_record_are_offered_and_a_refused_one_says_why(desk: Person, as_desk: Client) -> None:
    lead = make.lead(by=make.actor(desk), owner=desk)
    found = ask(as_desk, "", f"/leads/{lead.pk}/")
    assert {"Convert lead", "Qualify lead", "Assign lead"} <= set(labels(found))
    assert f"/do/pipeline.convert_lead/{lead.pk}/" in found
    refused = ask(as_desk, "reopen", f"/leads/{lead.pk}/")
    assert "Reopen lead" in labels(refused)
    assert "aria-disabled" in refused
    assert "Reopen lead" not in labels(found)
    assert "Convert lead" not in labels(ask(as_desk, "> conv", "/leads/999999/"))


def test_tab_on_a_found_record_lists_its_verbs_alone(desk: Person, as_desk: Client) -> None:
    account = make.account("Hargrove", owner=desk)
    found = labels(ask(as_desk, "", f"/accounts/{account.pk}/", **{"with": "1"}))
    assert "Change account" in found
    assert "Create order" not in found
    assert labels(ask(as_desk, "arch", f"/accounts/{account.pk}/", **{"with": "1"}))[0] == "Archive account"


def test_records_and_commands_come_in_one_answer_with_what_was_typed_marked(as_desk: Client) -> None:
    make.account("Cancelmore Agency")
    make.indexed()
    html = ask(as_desk, "cancel")
    assert "Cancelmore Agency" in labels(html)
    assert "Cancellations" in labels(html)
    assert '<mark class="hit">Cancel</mark>more' in html


def test_words_that_find_nothing_can_become_a_name(as_desk: Client) -> None:
    html = ask(as_desk, "Zebra <b>Agency</b>")
    assert "/do/directory.create_account/?name=Zebra" in html
    assert "<b>Agency</b>" not in html


def test_what_is_used_comes_first_the_next_time_and_only_for_who_used_it(desk: Person, as_desk: Client) -> None:
    first = labels(ask(as_desk, "> create"))[0]
    for _ in range(3):
        assert as_desk.post("/palette/used/", {"what": "command:do:work.create_task"}).status_code == 204
    assert labels(ask(as_desk, "> create"))[0] == "Create task" != first
    assert labels(ask(as_desk))[0] == "Create task"
    assert labels(ask(signed_in(make.person()), "> create"))[0] == first
    account = make.account("Hargrove")
    as_desk.post("/palette/used/", {"what": f"record:directory.account:{account.pk}"})
    assert "Hargrove" in labels(ask(as_desk))[:2]
    account.delete()
    assert "Hargrove" not in labels(ask(as_desk))


@pytest.mark.parametrize("what", ["", "x" * 300, "elsewhere", "command:\0"])
def test_what_is_no_use_is_not_remembered(as_desk: Client, what: str) -> None:
    assert as_desk.post("/palette/used/", {"what": what}).status_code == 400
    assert not Used.objects.exists()


def test_a_known_address_or_number_opens_its_person_and_calls_back(desk: Person, as_desk: Client) -> None:
    account = make.account("Hargrove Insurance")
    ray = make.contact(account, "Ray Hargrove", email="ray@hargrove.example", phone="+19035550142")
    for text in ("ray@hargrove.example", "Ray <RAY@hargrove.example>", "(903) 555-0142", "903.555.0142"):
        html = ask(as_desk, text)
        assert "Open Ray Hargrove" in labels(html), text
        assert f"account={account.pk}" in html
        assert f"contact={ray.pk}" in html
    assert "tel:+19035550142" in ask(as_desk, "903-555-0142")
    assert "Make a lead" not in labels(html)


def test_a_pasted_signature_becomes_a_lead_with_its_fields_filled(as_desk: Client) -> None:
    text = "Best regards,\nMarta Quintero\nOwner, Blue Mesa Insurance LLC\n(505) 555-0177 | marta@bluemesa.example"
    html = ask(as_desk, text)
    assert labels(html)[0] == "Make a lead"
    for part in (
        "name=Marta+Quintero",
        "company=Blue+Mesa+Insurance+LLC",
        "email=marta%40bluemesa.example",
        "phone=%2B15055550177",
    ):
        assert part in html, part


def test_a_signature_from_a_known_company_becomes_a_person_there(as_desk: Client) -> None:
    account = make.account("Blue Mesa", domain="bluemesa.example")
    html = ask(as_desk, "Marta Quintero\nOwner\nmarta@bluemesa.example")
    assert f"/do/directory.add_contact/{account.pk}/?name=Marta+Quintero" in html


def test_an_address_of_ours_opens_its_record_by_name_and_a_foreign_one_is_nothing(as_desk: Client) -> None:
    account = make.account("Hargrove")
    assert "Open Hargrove" in labels(ask(as_desk, f"https://callboard.example/accounts/{account.pk}/?x=1"))
    assert "Open Hargrove" in labels(ask(as_desk, f"/accounts/{account.pk}/"))
    assert not [
        each for each in labels(ask(as_desk, "https://elsewhere.example/nothing/here/")) if each.startswith("Open")
    ]


def test_it_is_one_request_of_few_queries_however_much_there_is(desk: Person, as_desk: Client) -> None:
    lead = make.lead(by=make.actor(desk), owner=desk)
    counts = []
    for many in (1, 30):
        for number in range(many):
            make.account(f"Hargrove {number}")
            Used.objects.create(person=desk, what=f"command:go:/{many}-{number}/", last_at=make.NOW)
        ask(as_desk, "hargr", f"/leads/{lead.pk}/")
        with CaptureQueriesContext(connection) as asked:
            ask(as_desk, "hargr", f"/leads/{lead.pk}/")
        counts.append(len(asked))
    assert counts[1] <= counts[0]
    with CaptureQueriesContext(connection) as asked:
        ask(as_desk, "> create", f"/leads/{lead.pk}/")
    assert len(asked) <= 6, [query["sql"][:120] for query in asked]


@pytest.mark.parametrize("typed", ["a\0b", "x" * 5000, "مرحبا", "%_\\", ">", "@", "#", "\n\n", "<script>"])
def test_anything_may_be_typed(as_desk: Client, typed: str) -> None:
    assert "<script>" not in ask(as_desk, typed)


def test_words_that_mean_the_same_are_read_once_and_both_ways() -> None:
    assert "cancellation" in match.synonyms()["churn"]
    assert "churn" in match.synonyms()["cancellation"]
    assert match.score("zzz", "Create order") == 0
    assert (
        match.score("create order", "Create order")
        > match.score("order", "Create order")
        > match.score("crorder", "Create order")
        > 0
    )


def test_a_record_found_in_spite_of_a_typing_error_is_marked_and_everything_else_is_one_line_away(
    as_desk: Client,
) -> None:
    make.account("Hargrove Insurance")
    make.indexed()
    found = ask(as_desk, "hargorve")
    assert '<mark class="hit">Hargrove</mark> Insurance' in found
    assert labels(found)[-1] == "All results for “hargorve”"
    assert 'href="/search/?q=hargorve"' in found
    assert "All results" not in ask(as_desk, "> hargorve")


def test_an_account_that_begins_so_stays_before_a_note_one_opened_often(desk: Person, as_desk: Client) -> None:
    customer = make.account("Abernathy & Brubaker Insurance", owner=desk)
    note = make.interaction(customer, desk, text="Asked about the website.")
    make.indexed()
    for _time in range(3):
        as_desk.post("/palette/used/", {"what": f"record:journal.interaction:{note.pk}"})
    text = ask(as_desk, "abernathy & brubaker")
    assert text.index(customer.get_absolute_url()) < text.index(note.get_absolute_url())
    assert "<time" in text[text.index(note.get_absolute_url()) :]

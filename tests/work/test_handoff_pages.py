"""Pages of hand-offs, and answers by mail."""

from datetime import UTC, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from callboard.core import clock
from callboard.core.answering import About, hints, plan
from callboard.core.models import TimelineEntry
from callboard.team.models import Person
from callboard.work.actions import accept_handoff, ask_back, finish_handoff
from callboard.work.models import Handoff
from tests import make
from tests.work.handed import Company, did, now, waits_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def company() -> Company:
    return Company()


def line(company: Company, title: str, audience: list[str]) -> None:
    TimelineEntry.objects.create(
        root_id=company.account.pk, at=datetime(2026, 3, 9, tzinfo=UTC), kind="x", ref_kind="directory.account",
        ref_id=company.account.pk, title=title, audience=audience,
    )  # fmt: skip


def test_the_department_reads_what_it_was_asked_with_and_nothing_private(client: Client, company: Company) -> None:
    line(company, "Asked for March", ["all"])
    line(company, "Ann's own draft", [f"person:{company.ann.pk}"])
    handoff = company.asked(text="The form is in the mail.")
    client.force_login(company.bo)
    page = client.get(f"/handoffs/{handoff.pk}/").content.decode()
    for words in ("Set up direct debit", "The form is in the mail.", "Acme", "Asked for March", "Billing"):
        assert words in page, words
    assert "own draft" not in page


def test_the_account_says_what_departments_do_for_it(client: Client, company: Company) -> None:
    handoff = company.asked()
    client.force_login(company.ann)
    page = client.get(company.account.get_absolute_url()).content.decode()
    assert f"/handoffs/{handoff.pk}/" in page
    assert f"/do/work.request_handoff/?account={company.account.pk}" in page


def test_only_departments_are_offered(client: Client, company: Company) -> None:
    make.team("Field")
    client.force_login(company.ann)
    form = client.get("/do/work.request_handoff/").content.decode()
    assert "Billing</option>" in form
    assert "Field</option>" not in form


def test_the_file_that_is_proof_is_downloaded_by_who_sees_the_hand_off(client: Client, company: Company) -> None:
    handoff = company.asked()
    client.force_login(company.ann)
    assert client.get(f"/handoffs/{handoff.pk}/proof/").status_code == 404
    did(finish_handoff, handoff, company.bo, file=SimpleUploadedFile("mandate.pdf", b"%PDF-1.7"))
    answer = client.get(f"/handoffs/{handoff.pk}/proof/")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert b"".join(answer.streaming_content) == b"%PDF-1.7"  # type: ignore[attr-defined]
    assert Client().get(f"/handoffs/{handoff.pk}/proof/").status_code == 302
    assert "mandate.pdf" in client.get(f"/handoffs/{handoff.pk}/").content.decode()


# by mail


def about(handoff: Handoff, person: Person) -> About:
    person = Person.objects.get(pk=person.pk)
    return About(person, now(handoff), clock.now().astimezone(person.tz))


def answered(handoff: Handoff, person: Person, text: str) -> str:
    found = plan(text, about(handoff, person))
    if found.problem:
        return found.problem
    return " ".join(
        verb.act(make.actor(Person.objects.get(pk=person.pk)), about(handoff, person), given)
        for verb, given in found.steps
    )


@pytest.mark.parametrize(
    ("text", "state", "words"),
    [
        ("accept", "accepted", ""),
        ("Done: the mandate is active", "finished", "the mandate is active"),
        ("question: which bank?", "asked_back", "which bank?"),
        ("Return - support does this", "returned", "support does this"),
    ],
)
def test_a_mail_of_the_department_does_what_it_says(company: Company, text: str, state: str, words: str) -> None:
    handoff = company.asked()
    assert "Set up direct debit" in answered(handoff, company.bo, text)
    assert now(handoff).state == state
    assert handoff.steps.get(until_at=None).text == words


@pytest.mark.parametrize("text", ["Done? Not yet.", "We finished nothing so far.", "Which bank?\nComplete Billing Ltd"])
def test_a_mail_that_only_sounds_like_it_leaves_the_handoff(company: Company, text: str) -> None:
    handoff = company.asked()
    answered(handoff, company.bo, text)
    assert now(handoff).state == "requested"


@pytest.mark.parametrize("text", ["done", "question:", "return."])
def test_a_mail_that_leaves_out_what_is_needed_does_nothing(company: Company, text: str) -> None:
    handoff = company.asked()
    assert "Write it like" in answered(handoff, company.bo, text)
    assert now(handoff).state == "requested"


def test_words_answer_a_question(company: Company) -> None:
    handoff = did(accept_handoff, company.asked(), company.bo)
    handoff = did(ask_back, handoff, company.bo, question="Which bank?")
    assert any("answer" in hint for hint in hints(about(handoff, company.ann)))
    answered(handoff, company.ann, "First National, since 1998.")
    assert (now(handoff).state, waits_for(handoff)) == ("accepted", "Bo")
    assert handoff.steps.get(until_at=None).text == "First National, since 1998."


def test_a_stranger_is_told_that_it_is_not_theirs(company: Company) -> None:
    handoff = company.asked()
    eve = make.person("Eve", roles=("department",), team=make.team("Support", is_department=True))
    assert "not yours" in answered(handoff, eve, "accept")
    assert now(handoff).state == "requested"


def test_each_side_is_offered_what_is_its_own(client: Client, company: Company) -> None:
    handoff = company.asked()
    for person, theirs in ((company.ann, "withdraw"), (company.bo, "accept")):
        client.force_login(person)
        page = client.get(f"/handoffs/{handoff.pk}/").content.decode()
        offered = {verb for verb in ("accept", "finish", "return", "withdraw") if f"/do/work.{verb}_handoff/" in page}
        assert offered == ({"withdraw"} if theirs == "withdraw" else {"accept", "finish", "return"})

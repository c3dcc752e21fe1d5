"""Hand-offs: asked with context, accepted, asked back, returned, finished with proof; whose turn, what clocks do, undone."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from callboard.core.actions import Forbidden, Invalid, Refused
from callboard.core.models import Notice, TimelineEntry
from callboard.core.undo import undo
from callboard.work.actions import (
    accept_handoff,
    answer_handoff,
    ask_back,
    drop_task,
    finish_handoff,
    finish_task,
    hand_over_task,
    release_handoff,
    reopen_handoff,
    reopen_task,
    request_handoff,
    return_handoff,
    take_task,
    withdraw_handoff,
)
from callboard.work.models import ClockState, Handoff, TaskState
from callboard.work.queries.handoffs import differences
from tests import make
from tests.work.handed import Company, did, last, now, waits_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def company() -> Company:
    return Company()


def states(handoff: Handoff) -> list[str]:
    return list(handoff.steps.order_by("id").values_list("state", flat=True))


def clocks(handoff: Handoff) -> tuple[str, str]:
    read = now(handoff)
    assert read.response is not None
    assert read.resolution is not None
    return read.response.state, read.resolution.state


def told(event: str) -> list[str]:
    return sorted(Notice.objects.filter(event=event).values_list("person__name", flat=True))


def test_from_asking_to_proof(company: Company) -> None:
    make.interaction(company.account, company.ann, text="They pay by direct debit from March.")
    handoff = now(company.asked(text="The form is in the mail."))
    assert handoff.context == list(
        TimelineEntry.objects.filter(root_id=company.account.pk, at__lt=handoff.created_at).values_list("id", flat=True)
    )
    assert len(handoff.context) == 1
    assert (handoff.state, waits_for(handoff), clocks(handoff)) == ("requested", "Billing", ("running", "running"))
    handoff = did(accept_handoff, handoff, company.bo)
    assert (waits_for(handoff), clocks(handoff)) == ("Bo", ("met", "running"))
    handoff = did(finish_handoff, handoff, company.bo, proof="Mandate 4711 is active.")
    assert (handoff.state, handoff.task.state, clocks(handoff)) == ("finished", TaskState.DONE, ("met", "met"))
    assert states(handoff) == ["requested", "accepted", "finished"]
    assert handoff.steps.filter(until_at=None).get().state == "finished"
    kinds = TimelineEntry.objects.filter(root_id=company.account.pk, kind__startswith="work.handoff").order_by("id")
    assert list(kinds.values_list("kind", flat=True)) == [f"work.handoff_{state}" for state in states(handoff)]
    assert told("handoff_finished") == ["Ann"]


def test_asked_back_the_clock_stands_and_whoever_asked_has_the_task(company: Company) -> None:
    handoff = did(accept_handoff, company.asked(), company.bo)
    handoff = did(ask_back, handoff, company.bo, question="Which bank?")
    assert (waits_for(handoff), clocks(handoff)) == ("Ann", ("met", "paused"))
    assert told("handoff_asked") == ["Ann"]
    handoff = did(answer_handoff, handoff, company.ann, answer="First National.")
    assert (handoff.state, waits_for(handoff), clocks(handoff)) == ("accepted", "Bo", ("met", "running"))
    assert list(handoff.steps.order_by("id").values_list("text", flat=True))[-2:] == ["Which bank?", "First National."]


def test_returned_with_a_reason_it_can_be_asked_again(company: Company) -> None:
    handoff = did(return_handoff, company.asked(), company.bo, reason="Sales does this.")
    assert (handoff.state, waits_for(handoff), clocks(handoff)) == ("returned", "Ann", ("met", "paused"))
    handoff = did(answer_handoff, handoff, company.ann, answer="Not since March.")
    assert (handoff.state, waits_for(handoff)) == ("requested", "Billing")


@pytest.mark.parametrize(
    ("verb", "given"),
    [(ask_back, {"question": " "}), (return_handoff, {"reason": ""}), (finish_handoff, {"proof": " "})],
)
def test_words_are_asked_for(company: Company, verb: Any, given: dict[str, Any]) -> None:
    handoff = company.asked()
    with pytest.raises(Invalid) as raised:
        did(verb, handoff, company.bo, **given)
    assert list(raised.value.errors) == list(given)
    assert states(handoff) == ["requested"]


def test_a_file_is_proof(company: Company) -> None:
    handoff = did(finish_handoff, company.asked(), company.bo, file=SimpleUploadedFile("mandate.pdf", b"%PDF-1.7"))
    assert (handoff.proof_name, len(handoff.proof_sha)) == ("mandate.pdf", 64)
    with pytest.raises(Invalid):
        did(finish_handoff, company.asked(), company.bo, file=SimpleUploadedFile("empty.pdf", b""))


@pytest.mark.parametrize(
    ("name", "verbs", "state", "waits", "clocks_after"),
    [
        ("accept_handoff", [(accept_handoff, {})], "requested", "Billing", ("running", "running")),
        ("finish_handoff", [(finish_handoff, {"proof": "x"})], "requested", "Billing", ("running", "running")),
        ("withdraw_handoff", [(withdraw_handoff, {})], "requested", "Billing", ("running", "running")),
    ],
)
def test_what_was_pressed_by_mistake_is_undone(
    company: Company, name: str, verbs: list[Any], state: str, waits: str, clocks_after: tuple[str, str]
) -> None:
    handoff = company.asked()
    person = company.ann if name == "withdraw_handoff" else company.bo
    for verb, given in verbs:
        handoff = did(verb, handoff, person, **given)
    undo(last(name), by=make.actor(person))
    assert (now(handoff).state, waits_for(handoff), clocks(handoff)) == (state, waits, clocks_after)
    assert now(handoff).task.state == TaskState.OPEN


def test_a_request_is_undone(company: Company) -> None:
    handoff = company.asked()
    undo(last("request_handoff"), by=make.actor(company.ann))
    assert (now(handoff).state, now(handoff).task.state) == ("withdrawn", TaskState.DROPPED)
    assert clocks(handoff) == (ClockState.DROPPED, ClockState.DROPPED)


def test_its_task_is_closed_by_the_hand_off_alone(company: Company) -> None:
    handoff = did(accept_handoff, company.asked(), company.bo)
    for verb in (finish_task, drop_task):
        with pytest.raises(Refused):
            verb(handoff.task, by=make.actor(company.bo))
    handoff = did(finish_handoff, handoff, company.bo, proof="Done.")
    with pytest.raises(Refused):
        reopen_task(handoff.task, by=make.actor(company.bo))
    assert now(handoff).task.state == TaskState.DONE


def test_given_to_a_colleague_they_do_it(company: Company) -> None:
    handoff = did(accept_handoff, company.asked(), company.bo)
    hand_over_task(handoff.task, by=make.actor(make.person(roles=("administrator",))), to=company.cy)
    assert now(handoff).accepted_by == company.cy


def test_who_has_left_does_not_get_it_back(company: Company) -> None:
    handoff = did(ask_back, did(accept_handoff, company.asked(), company.bo), company.bo, question="Which bank?")
    company.bo.is_active, company.bo.left_on = False, handoff.created_at.date()
    company.bo.save()
    handoff = did(answer_handoff, handoff, company.ann, answer="First National.")
    assert (handoff.state, handoff.accepted_by, waits_for(handoff)) == ("requested", None, "Billing")


@pytest.mark.parametrize(
    ("verb", "state"),
    [
        (answer_handoff, "requested"),
        (release_handoff, "requested"),
        (reopen_handoff, "requested"),
        (accept_handoff, "finished"),
        (return_handoff, "finished"),
        (withdraw_handoff, "finished"),
    ],
)
def test_what_does_not_fit_its_state_is_refused(company: Company, verb: Any, state: str) -> None:
    handoff = company.asked()
    if state == "finished":
        handoff = did(finish_handoff, handoff, company.bo, proof="Done.")
    given = {"answer": "x"} if verb is answer_handoff else {"reason": "x"} if verb is return_handoff else {}
    with pytest.raises(Refused) as raised:
        did(verb, handoff, make.person(), **given)
    assert raised.value.refusal.code == "state"


def test_another_department_may_not_do_it(company: Company) -> None:
    stranger = make.person("Eve", roles=("department",), team=make.team("Support", is_department=True))
    for verb, given in ((accept_handoff, {}), (finish_handoff, {"proof": "x"}), (withdraw_handoff, {})):
        with pytest.raises(Forbidden):
            did(verb, company.asked(), stranger, **given)


def test_a_team_that_takes_none_and_anothers_contact_are_refused(company: Company) -> None:
    for given, field in (
        ({"team": make.team("Field")}, "team"),
        ({"contact": make.contact(make.account(), "Ray")}, "contact"),
        ({"what": " "}, "what"),
        ({"due": "whenever"}, "due"),
    ):
        with pytest.raises(Invalid) as raised:
            company.asked(**given)
        assert list(raised.value.errors) == [field]


def test_when_it_is_needed_sooner_than_its_service_level_that_counts(company: Company) -> None:
    handoff = now(company.asked(due="2099-03-12"))
    assert handoff.response is not None
    assert handoff.task.due_at == handoff.response.due_at
    handoff = did(accept_handoff, handoff, company.bo)
    assert handoff.resolution is not None
    assert handoff.task.due_at == handoff.resolution.due_at


def test_neither_side_does_what_is_the_others(company: Company) -> None:
    handoff = company.asked()
    for verb, given in ((accept_handoff, {}), (finish_handoff, {"proof": "Done."}), (ask_back, {"question": "?"})):
        with pytest.raises(Refused) as raised:
            did(verb, handoff, company.ann, **given)
        assert raised.value.refusal.code == "asked_it"
    assert clocks(handoff) == ("running", "running")
    did(ask_back, handoff, company.bo, question="Which bank?")
    for verb, given in ((answer_handoff, {"answer": "Never mind."}), (withdraw_handoff, {})):
        with pytest.raises(Refused) as raised:
            did(verb, handoff, company.cy, **given)
        assert raised.value.refusal.code == "asked_of"
    assert did(answer_handoff, handoff, company.ann, answer="The blue one.").state == "requested"


def test_a_department_that_asks_itself_is_both_sides(company: Company) -> None:
    handoff = request_handoff(by=make.actor(company.bo), what="Sort it", team=company.billing, account=company.account)
    did(ask_back, handoff, company.cy, question="Which?")
    did(answer_handoff, handoff, company.bo, answer="All.")
    assert did(finish_handoff, handoff, company.bo, proof="Done.").state == "finished"


def test_one_that_is_given_to_somebody_is_accepted_by_them_and_waits_again_once_undone(company: Company) -> None:
    handoff = company.asked()
    desk = make.actor(make.person("Desk", roles=("sales_support",)))
    hand_over_task(handoff.task, by=desk, to=company.bo)
    assert (now(handoff).state, now(handoff).accepted_by, clocks(handoff)) == (
        "accepted",
        company.bo,
        ("met", "running"),
    )
    undo(last("hand_over_task"), by=desk)
    assert (now(handoff).state, now(handoff).accepted_by, waits_for(handoff)) == ("requested", None, "Billing")
    assert clocks(handoff) == ("running", "running")
    assert not list(differences())


def test_what_was_withdrawn_while_it_was_asked_back_waits_for_whoever_asked_again(company: Company) -> None:
    handoff = company.asked()
    did(accept_handoff, handoff, company.bo)
    did(ask_back, handoff, company.bo, question="Which bank?")
    did(withdraw_handoff, handoff, company.ann)
    undo(last("withdraw_handoff"), by=make.actor(company.ann))
    assert (now(handoff).state, waits_for(handoff), clocks(handoff)) == ("asked_back", "Ann", ("met", "paused"))
    assert did(answer_handoff, handoff, company.ann, answer="The blue one.").accepted_by == company.bo
    assert not list(differences())


def test_whoever_asked_does_not_take_it_from_the_department(company: Company) -> None:
    desk = make.actor(make.person("Desk", roles=("sales_support",)))
    handoff = request_handoff(by=desk, what="X", team=company.billing, account=company.account)
    with pytest.raises(Refused, match="You asked for it: Billing does it"):
        take_task(handoff.task, by=desk)
    assert (now(handoff).state, waits_for(handoff), clocks(handoff)) == ("requested", "Billing", ("running", "running"))

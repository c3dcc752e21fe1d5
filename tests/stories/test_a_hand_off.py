"""A hand-off to a department and back, by keyboard: asked with its clock, accepted, asked back, answered, finished."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from callboard.team.models import Person
from callboard.work.models import Handoff, HandoffState
from tests.stories.conftest import look, press
from tests.stories.guide import step
from tests.stories.house import House
from tests.work.handed import Company

pytestmark = [pytest.mark.story, pytest.mark.needs("browser"), pytest.mark.django_db(transaction=True)]


def done(page: Page, verb: str, handoff: Handoff, field: str, text: str) -> None:
    """A verb of the menu on its own page: what it asks, sent by keys."""
    page.goto(f"/do/work.{verb}/{handoff.pk}/")
    page.locator(f"[name={field}]").fill(text)
    look(page)
    with page.expect_navigation():
        press(page, "Control+Enter")


def state() -> str:
    return Handoff.objects.get().state


def test_a_department_is_asked_and_answers(house: House, signed_in: Callable[[Person], Page]) -> None:
    company = Company()
    ann, bo = signed_in(company.ann), signed_in(company.bo)

    ann.goto(f"/do/work.request_handoff/?account={company.account.pk}")
    ann.locator("[name=what]").fill("Set up direct debit")
    ann.locator("[name=team]").focus()
    ann.keyboard.type("Bil")
    ann.locator("[name=text]").fill("The form is in the mail.")
    look(ann)
    step(ann, "A hand-off asks a department for something of an account; it says what, and everything needed for it.")
    with ann.expect_navigation():
        press(ann, "Control+Enter")
    handoff = Handoff.objects.get()
    address = f"/handoffs/{handoff.pk}/"
    assert (handoff.state, handoff.team, handoff.response is not None) == (
        HandoffState.REQUESTED, company.billing, True,
    )  # fmt: skip

    bo.goto(address)
    expect(bo.get_by_text("The form is in the mail.").first).to_be_visible()
    look(bo)
    step(bo, "The department sees it with its clocks, which run in its own hours only. `a` accepts it.")
    press(bo, "a")
    expect(bo.get_by_role("dialog").locator("[data-submit]")).to_be_visible()
    with bo.expect_navigation():
        press(bo, "Control+Enter")
    assert state() == HandoffState.ACCEPTED
    done(bo, "ask_back", handoff, "question", "Which bank?")
    assert state() == HandoffState.ASKED_BACK

    ann.goto(address)
    expect(ann.get_by_text("Which bank?").first).to_be_visible()
    step(ann, "What the department asks back stops its clock: now it is the turn of whoever asked.")
    done(ann, "answer_handoff", handoff, "answer", "Lone Star Bank")
    assert state() == HandoffState.ACCEPTED

    bo.goto(address)
    press(bo, "d")
    dialog = bo.get_by_role("dialog")
    dialog.locator("[name=proof]").fill("Mandate 4711")
    with bo.expect_navigation():
        press(bo, "Control+Enter")
    assert state() == HandoffState.FINISHED
    look(bo)
    step(bo, "`d` finishes it, with what proves it; how it went stands below, step by step, with whose turn it was.")
    bo.goto("/handoffs/")
    look(bo)

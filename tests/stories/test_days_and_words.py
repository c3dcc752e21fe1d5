"""A show is put off by a week: what moves, what stays, what asks. A promise is seen first. A purchase gets its yes."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from playwright.sync_api import Page, expect

from callboard.directory.models import Account
from callboard.team.models import Person
from callboard.work.actions import (
    create_anchor,
    create_approval_rule,
    create_deadline,
    make_promise,
    mark_deadline_told,
)
from callboard.work.models import Anchor, AnchorKind, Approval, ApprovalKind, Approver, Deadline, Promise
from callboard.work.queries.anchors import with_due_day
from tests import make
from tests.stories.conftest import look, press
from tests.stories.house import House

pytestmark = [pytest.mark.story, pytest.mark.needs("browser"), pytest.mark.django_db(transaction=True)]


def due(title: str) -> date:
    day: date = with_due_day(Deadline.objects.filter(task__title=title)).values_list("due_day", flat=True).get()
    return day


def a_show(person: Person, account: Account) -> Anchor:
    by = make.actor(person)
    anchor = create_anchor(
        by=by, name="Agents Expo", kind=AnchorKind.SHOW_OPENS, day_on=date(2099, 7, 6), place="Dallas", account=account
    )
    create_deadline(by=by, title="Order the carpet", anchor=anchor, days=-14, price=Decimal(450))  # type: ignore[arg-type]
    create_deadline(by=by, title="Pay the booth", anchor=anchor, due_on=date(2099, 6, 1), price=Decimal(6200))  # type: ignore[arg-type]
    told = create_deadline(by=by, title="Send the invitations", anchor=anchor, days=-21)
    mark_deadline_told(told, by=by)
    return anchor


def test_an_anchor_moves_and_says_what_it_takes_along(house: House, signed_in: Callable[[Person], Page]) -> None:
    dana = make.person("Dana Whitfield", theme="light")
    anchor = a_show(dana, make.account("Hargrove Insurance", owner=dana))
    page = signed_in(dana)

    page.goto(f"/anchors/{anchor.pk}/")
    expect(page.locator("#panel-deadlines")).to_contain_text("14 days before Agents Expo")
    look(page)

    page.goto(f"/do/work.move_anchor/{anchor.pk}/")
    page.get_by_label("New day").fill("2099-07-13")
    page.get_by_role("button", name="What would happen").click()
    said = page.locator("main")
    expect(said).to_contain_text("Deadlines that move: 1, stay: 1, ask: 1.")
    expect(said).to_contain_text("Moves: Order the carpet")
    expect(said).to_contain_text("Stays: Pay the booth")
    expect(said).to_contain_text("Asks: Send the invitations")
    expect(said).to_contain_text("the customer was told")
    look(page)
    assert due("Order the carpet") == date(2099, 6, 22)

    page.get_by_role("button", name="Move anchor").click()
    expect(page.locator("h1")).to_contain_text("Agents Expo")
    assert (due("Order the carpet"), due("Pay the booth"), due("Send the invitations")) == (
        date(2099, 6, 29), date(2099, 6, 1), date(2099, 6, 15),
    )  # fmt: skip

    press(page, "u")
    expect(page.locator("body")).to_contain_text("is back on")
    assert due("Order the carpet") == date(2099, 6, 22)


def test_a_promise_is_seen_first_and_an_approval_gets_its_answer(
    house: House, signed_in: Callable[[Person], Page]
) -> None:
    team = make.team("Sales")
    boss = make.person("Grace Boss", roles=("sales_manager",), theme="light")
    team.manager = boss
    team.save()
    dana = make.person("Dana Whitfield", theme="light", team=team)
    admin = make.actor(make.person("Admin", roles=("administrator",)))
    create_approval_rule(by=admin, kind=ApprovalKind.PURCHASE, over=Decimal(0), who=Approver.MANAGER)  # type: ignore[arg-type]
    account = make.account("Hargrove Insurance", owner=dana)
    ray = make.contact(account, "Ray Hargrove")
    make_promise(by=make.actor(dana), what="Send the price for two offices", account=account, contact=ray, due="+1")
    page = signed_in(dana)

    page.goto(f"/accounts/{account.pk}/")
    expect(page.locator("#panel-promises")).to_contain_text("to Ray Hargrove")
    look(page)
    page.locator("#panel-promises").get_by_role("link", name="Send the price for two offices").click()
    expect(page.locator("h1")).to_contain_text("Send the price")
    look(page)
    page.goto("/promises/kept/?by=person")
    expect(page.locator("main")).to_contain_text("Dana Whitfield")
    look(page)
    assert Promise.objects.get().state == "open"

    page.goto("/do/work.request_approval/")
    page.get_by_label("What", exact=True).fill("A camera for the booth")
    page.get_by_label("Kind").select_option("purchase")
    page.get_by_label("Amount").fill("480")
    page.locator("main").get_by_role("button", name="Ask").click()
    expect(page.locator("h1")).to_contain_text("A camera for the booth")
    look(page)

    other = signed_in(boss)
    other.goto("/")
    expect(other.locator("main")).to_contain_text("Approve: A camera for the booth")
    other.goto(f"/approvals/{Approval.objects.get().pk}/")
    press(other, "a")
    other.get_by_role("button", name="Approve").last.click()
    expect(other.locator("body")).to_contain_text("Approved")
    assert Approval.objects.get().state == "approved"


def test_a_promise_is_made_in_the_note_box_by_keys(house: House, signed_in: Callable[[Person], Page]) -> None:
    dana = make.person("Dana Whitfield")
    account = make.account("Hargrove Insurance", owner=dana)
    page = signed_in(dana)
    page.goto(f"/accounts/{account.pk}/")
    expect(page.get_by_label("Promised by when, as you say it")).to_be_hidden()
    press(page, "n")
    page.keyboard.type("They asked what two more seats cost.")
    press(page, "Escape", "+", "p")
    page.keyboard.type("Send the price")
    press(page, "Tab")
    page.keyboard.type("2099-03-12 9:00")
    press(page, "Control+Enter")
    expect(page.locator("#panel-promises")).to_contain_text("Send the price")
    look(page, "main")
    assert Promise.objects.get().task.due_at is not None

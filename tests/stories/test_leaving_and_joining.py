"""A rep quits on a Wednesday: a preview of who gets what, at five they are signed out and nothing is theirs; a successor joins."""

import re
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from callboard.core import clock
from callboard.core.registry import register
from callboard.directory.models import Account
from callboard.team.models import Leaving, Person
from tests import make
from tests.stories.conftest import look
from tests.stories.guide import step
from tests.stories.house import House

pytestmark = [pytest.mark.story, pytest.mark.needs("browser"), pytest.mark.django_db(transaction=True)]

#: The worker looks once a minute.
A_MINUTE_S = 100


def gone(leaving: Leaving) -> None:
    until = time.monotonic() + A_MINUTE_S
    while time.monotonic() < until:
        leaving.refresh_from_db()
        if leaving.state == Leaving.State.DONE:
            return
        time.sleep(1)
    raise AssertionError(f"{leaving.state}: {leaving.problem}")


def choose(page: Page, **fields: str) -> None:
    """Fill the dialog that is open, by its labels."""
    dialog = page.get_by_role("dialog")
    for label, value in fields.items():
        dialog.get_by_label(label.replace("_", " "), exact=False).first.select_option(label=value)


def test_a_rep_quits_on_a_wednesday_and_a_successor_joins(house: House, signed_in: Callable[[Person], Page]) -> None:
    boss = make.person("Marcus Boyd", roles=("sales_manager",))
    team = make.team("Sales Central", manager=boss)
    grace, tom = (
        make.person(name, roles=("account_executive",), team=team) for name in ("Grace Holloway", "Tom Becker")
    )
    for number in range(6):
        account = make.account(f"Agency {number}", owner=grace, mrr=100 + number)
        make.task(grace, f"Call agency {number}", account=account)
    hers = signed_in(grace)
    hers.goto("/accounts/")
    expect(hers.locator("h1")).to_have_text("Accounts")

    page = signed_in(make.person("Ada Admin", roles=("administrator", "sales_support", "sales_manager")))
    page.goto(f"/people/{grace.pk}/")
    page.get_by_role("button", name="More", exact=True).click()
    page.get_by_role("link", name="Prepare leaving").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Leaves").fill("2026-12-02T17:00")
    expect(dialog.get_by_label("Everything no rule places goes to")).to_have_value(str(boss.pk))
    dialog.get_by_role("button", name="Prepare leaving").click()
    page.wait_for_url("**/leavings/*/")
    expect(page.locator(".md-h")).to_have_text("12 things to hand on")
    step(page, "Everything they own, who gets it, and what each would have then. Nothing has happened yet.")
    look(page)

    page.get_by_role("row", name="Accounts").get_by_role("link", name="Change").click()
    choose(page, Goes_to="Their team, by load")
    dialog.get_by_role("button", name="Choose who gets these").click()
    load = page.get_by_role("region", name="What each would have")
    expect(load.get_by_role("row", name="Tom Becker")).to_contain_text("0 → 6")
    page.get_by_role("link", name="See them one by one").click()
    first = page.get_by_role("row", name="Agency 0", exact=False).first
    first.get_by_role("link", name="By hand").click()
    choose(page, Person="Marcus Boyd")
    dialog.get_by_role("button", name="Choose receiver").click()
    expect(page.get_by_role("row", name="Agency 0", exact=False).first).to_contain_text("Marcus Boyd")
    look(page)
    leaving = Leaving.objects.get()
    page.goto(f"/leavings/{leaving.pk}/")
    page.get_by_role("link", name="Confirm leaving").click()
    dialog.get_by_role("button", name="Confirm leaving").click()
    expect(page.locator("h1 + .chip")).to_have_text("Planned")
    look(page)

    # Wednesday, five o'clock.
    Leaving.objects.update(leaves_at=clock.now())
    gone(leaving)
    hers.reload()
    hers.wait_for_url("**/sign-in/**")
    assert [kind.name for kind in register.owned_kind if kind.owned(grace.pk).exists()] == []
    page.reload()
    expect(page.locator(".md-h")).to_contain_text("nothing is theirs")
    step(page, "At its moment everything was handed on, each thing with its own line, and they were signed out.")
    look(page)

    page.goto("/people/new/")
    page.get_by_role("link", name="Welcome person").first.click()
    dialog.get_by_label("Name", exact=True).fill("Nina New")
    dialog.get_by_label("Work mail").fill("nina@ours.example")
    dialog.get_by_label("Account executive").check()
    dialog.get_by_label("Takes a share of accounts from").select_option(label="Tom Becker")
    dialog.get_by_role("button", name="What would happen").click()
    expect(dialog.locator(".act-p")).to_contain_text("Nina New: 0 → 2 accounts")
    look(page)
    dialog.get_by_role("button", name="Welcome person").click()
    page.wait_for_url(re.compile(r"/people/\d+/"))
    expect(page.locator("h1")).to_have_text("Nina New")
    expect(page.get_by_role("link", name="2 accounts")).to_be_visible()
    expect(page.get_by_role("link", name="4 open tasks")).to_be_visible()
    look(page)
    nina = Person.objects.get(name="Nina New")
    assert Account.objects.filter(owner=nina).count() == 2
    assert nina.tasks.count() == 4
    assert tom.accounts.count() == 3

"""A morning without a mouse: the inbox, a reply, a note, a task, an opportunity, parked pages, drafts, undo, the palette."""

import re
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from callboard.channels.actions import read_messages, store_message
from callboard.core import clock
from callboard.core.actions import Actor
from callboard.intake.models import QueueItem
from callboard.journal.models import Interaction
from callboard.kit.hands.models import Draft, Parked
from callboard.pipeline.models import Opportunity, Stage
from callboard.team.models import Person, Pool, PoolMember
from callboard.work.models import Task
from tests import make
from tests.channels import mails
from tests.stories.conftest import look, press
from tests.stories.guide import step
from tests.stories.house import House

pytestmark = [pytest.mark.story, pytest.mark.needs("browser"), pytest.mark.django_db(transaction=True)]


def dana() -> Person:
    person = make.person("Dana Whitfield", theme="light")
    PoolMember.objects.create(pool=Pool.objects.create(name="Desk"), person=person)
    return person


def both_looks(page: Page, house: House) -> None:
    """axe in both themes, on the page as it stands."""
    for theme in ("dark", "light"):
        page.evaluate("theme => { document.documentElement.dataset.bsTheme = theme; }", theme)
        page.wait_for_timeout(250)  # colours of buttons turn within 120 ms
        look(page)


def palette(page: Page, text: str, line: str) -> None:
    """Ctrl-K, words, and the line that is chosen."""
    press(page, "Control+k")
    page.keyboard.type(text)
    expect(page.locator("#palette li.on")).to_contain_text(line)
    press(page, "Enter")


def settled(page: Page) -> None:
    """The page is there, with its drafts."""
    page.wait_for_load_state("load")
    expect(page.locator("html")).to_have_attribute("data-drafts", "ready")


def test_a_morning_without_a_mouse(house: House, signed_in: Callable[[Person], Page]) -> None:
    person = dana()
    account = make.account("Hargrove Insurance", owner=person, domain="hargrove.example")
    ray = make.contact(account, "Ray Hargrove", email="ray@hargrove.example", phone="+19035550142")
    raw = mails.plain(
        subject="Two more seats", sender="Ray Hargrove <ray@hargrove.example>", Message_ID="<seats@hargrove.example>"
    )
    read_messages(by=Actor.clock("story"), ids=[store_message(by=Actor.clock("story"), raw=raw).pk])
    opportunity = make.opportunity(account, by=make.actor(person), value_mrr=Decimal(90))
    page = signed_in(person)
    settled(page)

    # g i: the inbox.  a: take it.  r: reply, left with Escape, sent with Ctrl+Enter.
    press(page, "g", "i")
    expect(page).to_have_url(re.compile(r"/inbox/"))
    settled(page)
    press(page, "a")
    expect(page.locator(".prop")).to_contain_text("with Dana Whitfield")
    settled(page)
    press(page, "r")
    page.keyboard.type("Two seats are $45 each a month.")
    expect(page.locator(".ib-reply [data-kept]")).to_contain_text("Draft kept")
    step(
        page,
        "`g` then `i` opens the Inbox, `a` accepts, `r` answers. What is typed is kept as a draft, on any machine.",
    )
    both_looks(page, house)
    press(page, "Control+Enter")
    expect(page.locator("#toasts")).to_be_visible()
    settled(page)
    assert not Draft.objects.exists()

    # The palette opens the account by a part of its name; n: a note with an outcome and the next date by keys.
    palette(page, "hargro", "Hargrove Insurance")
    expect(page).to_have_url(re.compile(rf"/accounts/{account.pk}/"))
    settled(page)
    press(page, "n")
    page.keyboard.type("Wants two more seats for new producers")
    press(page, "Escape", "1", "+", "3")
    # The cursor is where the next step is written: its words are words, and no key opens anything.
    expect(page.locator("[name=next_step]")).to_be_focused()
    page.keyboard.type("Send the quote")
    expect(page.locator("[name=next_step]")).to_have_value("Send the quote")
    expect(page.locator("dialog[open]")).to_have_count(0)
    step(
        page,
        "On an account, `n` writes a note, a digit says how the talk ended, `+` and a digit set the day of the next step, "
        "which is typed at once.",
    )
    both_looks(page, house)
    press(page, "Control+Enter")
    expect(page.locator(".tl").first).to_contain_text("Wants two more seats")
    note = Interaction.objects.latest("id")
    assert (note.text, note.next_step) == ("Wants two more seats for new producers", "Send the quote")
    assert (note.outcome != "", note.next_on) == (True, clock.workday_after(clock.business_day(clock.now()), 3))
    settled(page)

    # g m is not there; g d leads to the day where d does the task that is first, and u brings it back.
    press(page, "g", "d")
    expect(page).to_have_url(house.address + "/")
    settled(page)
    open_before = Task.objects.filter(done_at=None).count()
    press(page, "j", "d")
    expect(page.locator("#toasts")).to_contain_text("Finished “Send the quote”")
    step(page, "On My Day, `j` and `k` walk, `d` is **Done**, `s` is **Snooze**, and `u` takes the last one back.")
    assert Task.objects.filter(done_at=None).count() == open_before - 1
    settled(page)
    press(page, "u")
    expect(page.locator("#toasts")).to_contain_text("Undone")
    assert Task.objects.filter(done_at=None).count() == open_before

    # The pipeline: Shift and an arrow move the card; what the stage asks is asked, and the keyboard stays on the card.
    palette(page, "pipeline", "Pipeline")
    expect(page).to_have_url(re.compile(r"/pipeline/"))
    settled(page)
    press(page, "j")
    expect(page.locator(f"[data-card='{opportunity.pk}']")).to_be_focused()
    press(page, "Shift+ArrowRight")
    dialog = page.locator("#dialog")
    expect(dialog.locator("[name=stage]")).to_have_value("demo")
    step(page, "In the pipeline `Shift` and an arrow move the card; what the stage needs is asked at once.")
    both_looks(page, house)
    dialog.locator("[name=next_step]").focus()
    page.keyboard.type("Show the rater")
    dialog.locator("[name=next_step]").evaluate("at => at.blur()")
    dialog.locator("[data-days='3']").focus()
    press(page, "+", "3", "Control+Enter")
    expect(page.locator("[data-lane=demo] [data-card]")).to_have_count(1)
    assert Opportunity.objects.get().stage == Stage.DEMO
    settled(page)
    expect(page.locator(f"[data-card='{opportunity.pk}']")).to_be_focused()
    with page.expect_navigation():
        press(page, "Shift+ArrowLeft")
    expect(page.locator("[data-lane=qualify] [data-card]")).to_have_count(1)
    settled(page)
    press(page, "u")
    expect(page.locator("[data-lane=demo] [data-card]")).to_have_count(1)
    both_looks(page, house)

    # A call comes in between: .  parks the half-typed task, , brings it back with cursor and words.
    palette(page, "> create task", "Create task")
    page.locator("#dialog [name=title]").fill("Send the rate sheet to Ray")
    page.locator("#dialog [name=title]").evaluate("at => at.setSelectionRange(4, 4)")
    expect(page.locator("#dialog [data-kept]")).to_contain_text("Draft kept")
    press(page, "Shift+Tab", "Escape")
    expect(page.locator(".dg-ask")).to_be_visible()
    press(page, "Enter")
    expect(dialog).to_be_hidden()
    press(page, ".")
    expect(page.locator("#toasts")).to_contain_text("Parked: Pipeline")
    settled(page)
    expect(page.locator(".cb-parked")).to_contain_text("1 parked")
    press(page, ",")
    expect(page).to_have_url(re.compile(r"/pipeline/"))
    expect(page.locator("html")).to_have_attribute("data-parked", "back")
    assert Parked.objects.get().taken_at is not None
    palette(page, "> create task", "Create task")
    expect(page.locator("#dialog [name=title]")).to_have_value("Send the rate sheet to Ray")
    expect(page.locator("#dialog .draft-line")).to_contain_text("Draft from")
    both_looks(page, house)
    page.locator("#dialog [name=title]").focus()
    press(page, "Control+Enter")
    expect(dialog).to_be_hidden()
    assert Task.objects.filter(title="Send the rate sheet to Ray").exists()
    assert not Draft.objects.exists()

    # ? says what works here; a number pasted into the palette says whose it is.
    settled(page)
    press(page, "?")
    expect(page.locator("#keys-help")).to_contain_text("Park this page")
    both_looks(page, house)
    press(page, "Escape", "Control+k")
    page.keyboard.insert_text("(903) 555-0142")
    expect(page.locator("#palette li.on")).to_contain_text("Open Ray Hargrove")
    both_looks(page, house)
    press(page, "Enter")
    expect(page).to_have_url(re.compile(rf"/contacts/{ray.pk}/"))
    assert QueueItem.objects.get().person == person


def test_what_is_half_typed_survives_a_closed_browser_and_two_windows_do_not_overwrite_each_other(
    house: House, signed_in: Callable[[Person], Page]
) -> None:
    person = dana()
    account = make.account("Hargrove Insurance", owner=person)
    address = f"/accounts/{account.pk}/"
    first = signed_in(person)
    first.goto(address)
    settled(first)
    first.locator(".nb-t").first.fill("Ray said that")
    expect(first.locator(".nb [data-kept]")).to_contain_text("Draft kept")
    first.context.close()

    second = signed_in(person)
    second.goto(address)
    expect(second.locator(".nb-t").first).to_have_value("Ray said that")
    expect(second.locator(".draft-line")).to_contain_text("Draft from")
    look(second)
    third = signed_in(person)
    third.goto(address)
    settled(third)
    third.locator(".nb-t").first.fill("Something else")
    expect(third.locator(".nb [data-kept]")).to_contain_text("Draft kept")
    second.locator(".nb-t").first.press_sequentially(" he will sign")
    line = second.locator(".draft-line")
    expect(line).to_contain_text("Typed in another window")
    look(second)
    assert Draft.objects.get().fields[0][1] == "Something else"
    line.get_by_role("button", name="Keep mine").click()
    expect(line).to_have_count(0)
    expect(second.locator(".nb [data-kept]")).to_contain_text("Draft kept")
    assert "he will sign" in Draft.objects.get().fields[0][1]

    # The network drops in the middle of typing; what was typed goes up when it is back.
    second.context.set_offline(True)
    second.locator(".nb-t").first.fill("Typed in a tunnel")
    expect(second.locator(".nb [data-kept]")).to_contain_text("this browser only", timeout=15_000)
    second.context.set_offline(False)
    expect(second.locator(".nb [data-kept]")).to_contain_text("Draft kept", timeout=20_000)
    assert Draft.objects.get().fields[0][1] == "Typed in a tunnel"


def test_a_card_is_dragged_and_two_people_move_it_at_once(house: House, signed_in: Callable[[Person], Page]) -> None:
    person = dana()
    account = make.account("Hargrove Insurance", owner=person)
    known: dict[str, Any] = {"next_step": "Call", "next_on": clock.business_day(clock.now()) + timedelta(days=2)}
    card = make.opportunity(account, by=make.actor(person), **known)
    hers, his = signed_in(person), signed_in(person)
    for page in (hers, his):
        page.goto("/pipeline/")
        settled(page)
    # His page hears nothing from here on: it is older than what she does, however fast the stream is.
    his.evaluate("document.querySelector('[data-board]').removeAttribute('data-live')")
    hers.locator(f"[data-card='{card.pk}']").drag_to(hers.locator("[data-lane=demo] ul"))
    expect(hers.locator("[data-lane=demo] [data-card]")).to_have_count(1)
    expect(hers.locator("#toasts")).to_contain_text("Moved opportunity Two more seats of Hargrove Insurance to Demo")
    # He is told, and nothing is lost.
    expect(his.locator("[data-lane=qualify] [data-card]")).to_have_count(1)
    his.get_by_role("button", name="Move ").first.click()
    look(his)
    his.locator(f"#card-{card.pk} [data-move-to=proposal]").click()
    expect(his.locator("#toasts")).to_contain_text("Somebody changed this record")
    card.refresh_from_db()
    assert card.stage == Stage.DEMO


def test_keys_with_other_names_work_everywhere_and_their_hints_follow(
    house: House, signed_in: Callable[[Person], Page]
) -> None:
    person = dana()
    make.task(person, "Call Ray back")
    page = signed_in(person)
    page.goto("/profile/")
    settled(page)
    page.get_by_role("link", name="Change the key of Done").click()
    page.locator("#dialog [name=to]").fill("y")
    look(page)
    press(page, "Control+Enter")
    expect(page.locator("#keys")).to_contain_text("instead of d")
    both_looks(page, house)
    page.goto("/")
    settled(page)
    expect(page.locator(".task.cur .tx")).to_contain_text("y")
    press(page, "j", "d")
    expect(page.locator("#toasts [data-toast]")).to_have_count(0)
    press(page, "y")
    expect(page.locator("#toasts")).to_contain_text("Finished “Call Ray back”")

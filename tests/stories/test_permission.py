"""A rep in the evening who may not call Florida, sees why, and what an administrator can do about it; a customer unsubscribes."""

import re
from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from callboard.channels.actions import send_message
from callboard.channels.models import Message
from callboard.channels.rules import unsubscribe_path
from callboard.core import clock
from callboard.directory.models import AccountFacts, Attempt, CallingWindow, Contact, Purpose, Suppression
from callboard.team.models import Person
from tests import make
from tests.stories.conftest import look, press
from tests.stories.guide import step
from tests.stories.house import House

pytestmark = [pytest.mark.story, pytest.mark.needs("browser"), pytest.mark.django_db(transaction=True)]

ALWAYS = {"weekdays": "00:00-24:00", "saturday": "00:00-24:00", "sunday": "00:00-24:00"}


def closed_now() -> dict[str, str]:
    """Hours of Florida that leave this moment out, whenever the story runs."""
    local: datetime = clock.now().astimezone(ZoneInfo("America/New_York"))
    if local.hour >= 3:
        hours = f"00:00-{local.hour - 2:02}:00"
    else:
        hours = f"{local.hour + 2:02}:00-24:00"
    return dict.fromkeys(ALWAYS, hours)


@pytest.fixture
def ray(house: House) -> Contact:
    CallingWindow.objects.filter(region="").update(**ALWAYS)
    CallingWindow.objects.filter(region="FL").update(**closed_now())
    account = make.account("Sunshine Agency", region="FL", city="Orlando", postal_code="32801")
    make.indexed()
    return make.contact(account, "Ray Hargrove", phone="+14075550142", email="ray@sunshine.example")


def test_a_call_to_florida_in_the_evening_and_what_can_be_done_about_it(
    house: House, signed_in: Callable[[Person], Page], ray: Contact
) -> None:
    rep = signed_in(make.person("Dana Whitfield"))
    boss = signed_in(make.person("Ada Admin", roles=("administrator", "sales_support")))
    contact = f"/contacts/{ray.pk}/"

    rep.goto(f"/accounts/{ray.account_id}/")
    expect(rep.locator("li", has_text="Ray Hargrove").first).to_contain_text("where sales calls")
    rep.goto(contact)
    panel = rep.locator("#panel-permission")
    expect(panel).to_contain_text(re.compile("there|no sales call"))
    press(rep, "w")
    expect(panel.locator(".why-pop").first).to_contain_text("in FL, where sales calls")
    expect(panel.locator(".why-pop").first).to_contain_text("Fla. Stat. 501.616")
    look(rep)
    step(
        rep,
        "The page of a person says whether a sales call may be made now; `w` says why not, with the row and its source.",
    )
    press(rep, "Escape")
    panel.get_by_role("link", name="Place call").click()
    rep.get_by_label("Purpose").select_option("sales")
    rep.locator("dialog, form").get_by_role("button", name="Place call").last.click()
    expect(rep.get_by_text("in FL, where sales calls").last).to_be_visible()
    assert not Attempt.objects.exists()
    rep.get_by_label("Purpose").select_option("service")
    rep.locator("dialog, form").get_by_role("button", name="Place call").last.click()
    expect(rep.get_by_text("so service counts as sales").last).to_be_visible()
    assert not Attempt.objects.exists()
    AccountFacts.objects.filter(account=ray.account_id).update(mrr=80)
    rep.locator("dialog, form").get_by_role("button", name="Place call").last.click()
    expect(rep.locator("#toasts")).to_contain_text("Ray Hargrove")
    assert Attempt.objects.get().purpose == "service"

    boss.goto("/calling-hours/")
    expect(boss.get_by_text("to verify").first).to_be_visible()
    look(boss)
    step(boss, "The calling hours are a table with the source of each row; what is doubtful about a row is marked.")
    boss.get_by_role("link", name="US-FL").click()
    boss.get_by_role("link", name="Change calling hours").click()
    for label in ("Monday to Friday", "Saturday", "Sunday"):
        boss.get_by_label(label).fill("25-26")
    submit = boss.locator("dialog, form").get_by_role("button", name="Change calling hours").last
    submit.click()
    expect(boss.get_by_text("the day has no such hour").first).to_be_visible()
    for label in ("Monday to Friday", "Saturday", "Sunday"):
        boss.get_by_label(label).fill("0-24")
    submit.click()
    expect(boss.locator("#toasts")).to_contain_text("Changed the calling hours of US-FL")
    rep.goto(contact)
    expect(panel.get_by_text("may be called")).to_be_visible()
    boss.locator("#toasts").get_by_role("button", name="Undo").click()
    expect(boss.locator("main")).to_contain_text(closed_now()["weekdays"])
    rep.goto(contact)
    expect(panel.get_by_text("may be called")).to_have_count(0)

    boss.goto(contact)
    boss.locator("#panel-permission").get_by_role("link", name="Override calling rules").click()
    boss.get_by_label("Why; it stands on the timeline").fill("He asked at the show to be called tonight")
    boss.locator("dialog, form").get_by_role("button", name="Override calling rules").last.click()
    expect(boss.locator("#toasts")).to_contain_text("may be reached until")
    step(boss, "Who may lets one person be reached for some hours, with a reason everybody reads.")
    rep.goto(contact)
    expect(panel.get_by_text("may be called")).to_be_visible()
    expect(panel).to_contain_text("He asked at the show to be called tonight")
    look(rep)
    rep.goto(f"/accounts/{ray.account_id}/")
    expect(rep.locator(".cb-main")).to_contain_text("He asked at the show to be called tonight")

    by = make.actor(make.person("Lee Rep"))
    sent: Message = send_message(by=by, to="ray@sunshine.example", subject="Seats", text="Hi", purpose=Purpose.SALES)
    customer = boss.context.browser.new_context(base_url=house.address).new_page()  # type: ignore[union-attr]
    customer.goto(unsubscribe_path(sent))
    expect(customer.locator("h1")).to_have_text("No more mails like this?")
    assert not Suppression.objects.exists()
    look(customer)
    customer.get_by_role("button", name="Unsubscribe").click()
    expect(customer.locator("h1")).to_have_text("You are unsubscribed")
    look(customer)
    customer.context.close()
    rep.goto(contact)
    expect(panel).to_contain_text("Asked for no sales or campaigns")
    expect(panel).to_contain_text("the law's last day is")
    boss.goto(f"{reverse('suppressions')}?address=RAY%40sunshine.example")
    expect(boss.get_by_text("Unsubscribed by the link in a mail")).to_be_visible()
    look(boss)

"""A week away with somebody who stands in; on the first morning back one page says what came about, and it is worked from there."""

from collections.abc import Callable
from datetime import time, timedelta

import pytest
from playwright.sync_api import Page, expect

from callboard.core import clock
from callboard.team.models import Person, WorkHours
from callboard.work.actions import create_task, finish_task
from callboard.work.jobs import tell_who_is_back
from callboard.work.models import Task, TaskState
from tests import make
from tests.stories.conftest import look, press

pytestmark = [pytest.mark.story, pytest.mark.needs("browser"), pytest.mark.django_db(transaction=True)]


def test_back_from_a_week_away(signed_in: Callable[[Person], Page], monkeypatch: pytest.MonkeyPatch) -> None:
    ann, max_ = make.person("Ann Lee", theme="light"), make.person("Max Cover")
    # Her hours never end, so that today is her first morning back whenever this runs.
    for weekday in range(7):
        WorkHours.objects.create(person=ann, weekday=weekday, starts=time(0), ends=time(23, 59))
    account = make.account("Hargrove Insurance", owner=ann)
    now = clock.now()
    today = now.astimezone(ann.tz).date()
    make.absence(ann, today - timedelta(days=7), today - timedelta(days=1), cover=max_)
    with monkeypatch.context() as then:
        passed = iter(range(10**6))
        then.setattr(clock, "now", lambda: now - timedelta(days=3) + timedelta(milliseconds=next(passed)))
        stands_in = make.actor(Person.objects.get(pk=max_.pk))
        done, left = (
            create_task(by=make.actor(ann), title=title, account=account, owner=ann)
            for title in ("Send the certificate", "Call about the renewal")
        )
        finish_task(done, by=stands_in)
        create_task(by=stands_in, title="Send the price list", account=account, owner=ann, promised=True, due="fri 5pm")
    tell_who_is_back(timestamp=0)

    page = signed_in(ann)
    page.goto("/")
    back = page.get_by_role("link", name="While you were away").first
    expect(back).to_be_visible()
    look(page)
    back.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/my-day/away/")
    main = page.locator("main")
    expect(main).to_contain_text("Max Cover stood in")
    for heading, line in (
        ("Done for you", "Send the certificate"),
        ("Came or became due", "Call about the renewal"),
        ("Promised", "Send the price list"),
    ):
        panel = main.locator("section").filter(has=page.get_by_role("heading", name=heading))
        expect(panel).to_contain_text(line)
    look(page)

    main.get_by_role("link", name="Call about the renewal").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/tasks/{left.pk}/")
    press(page, "d")
    expect(page.get_by_label("Note")).to_be_visible()
    press(page, "Control+Enter")
    expect(page.locator("#toasts")).to_contain_text("Call about the renewal")
    assert Task.objects.get(pk=left.pk).state == TaskState.DONE

    page.goto("/notices/")
    told = page.locator("main").get_by_role("link", name="While you were away")
    expect(told).to_have_attribute("href", "/my-day/away/")

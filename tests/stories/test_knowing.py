"""Two people at two browsers know of each other, are told what concerns them, and answer it from their mail."""

import email
import email.policy
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from callboard.core.models import Notice
from callboard.journal.models import Interaction
from callboard.team.models import NoticeChoice, Person, Setting
from callboard.work.actions import create_task, hand_over_task
from callboard.work.models import Task
from tests import make
from tests.channels.make import mailbox
from tests.channels.post import REPLY
from tests.channels.servers import Outbox, imap_server, smtp_server
from tests.stories.conftest import look, press
from tests.stories.guide import step
from tests.stories.house import House

pytestmark = [pytest.mark.story, pytest.mark.needs("browser"), pytest.mark.django_db(transaction=True)]

#: The story runs at any hour of any day.
AT_ONCE = {
    "notices.quiet_from": "00:00",
    "notices.quiet_to": "00:00",
    "notices.only_hours": False,
    "notices.bundle_minutes": 0,
}


@pytest.fixture
def told_at_once(transactional_db: None) -> None:
    for key, value in AT_ONCE.items():
        Setting.objects.create(key=key, value=value, valid_from_on=make.NOW.date())


def waited(page: Page, outbox: Outbox, count: int) -> Any:
    """The mail of that number, once it has left."""
    for _turn in range(200):
        if len(outbox.taken) >= count:
            return email.message_from_bytes(outbox.taken[count - 1].content, policy=email.policy.default)
        page.wait_for_timeout(150)
    raise AssertionError("No mail left.")


def test_a_mention_rings_the_bell_and_both_see_each_other(
    house: House, signed_in: Callable[[Person], Page], told_at_once: None
) -> None:
    dana = make.person("Dana Reed", theme="dark")
    ray = make.person("Ray Hargrove", theme="light")
    account = make.account("Hill Country Insurance")
    hers, his = signed_in(dana), signed_in(ray)
    hers.goto("/profile/")
    expect(hers.locator("#bell")).to_be_visible()

    # A note mentions her, by keyboard alone.
    his.goto(f"/accounts/{account.pk}/")
    press(his, "n")
    his.keyboard.type("She wants six seats, ask @dan")
    expect(his.locator("#mention-list [role=option]")).to_contain_text("Dana Reed")
    step(his, "`@` in any note suggests colleagues, and says who may not see the record.")
    look(his)
    press(his, "Enter")
    his.keyboard.type("about the price.")
    expect(his.locator("textarea[name=text]")).to_have_value("She wants six seats, ask @Dana Reed about the price.")
    press(his, "Control+Enter")
    expect(his.locator(".tl a.at").first).to_have_text("@Dana Reed")

    # Her bell rings while she looks at something else.
    expect(hers.locator("#bell b")).to_have_text("1", timeout=15_000)
    hers.locator("#bell a").click()
    expect(hers.locator("#why-fetched")).to_contain_text("Ray Hargrove mentions you: Hill Country Insurance")
    step(hers, "The bell tells her at once, on whatever page she is.")
    look(hers)
    hers.locator("#why-fetched .nt-t a").click()
    hers.wait_for_url("**/interactions/*/")
    expect(hers.locator("#bell b")).to_have_count(0, timeout=15_000)

    # Each sees that the other has the account open, and that he types; her own words stay where they are.
    hers.goto(f"/accounts/{account.pk}/")
    hers.locator("textarea[name=text]").fill("Half a thought")
    expect(hers.locator(".here")).to_contain_text("Ray Hargrove has this open", timeout=15_000)
    expect(his.locator(".here")).to_contain_text("Dana Reed is typing", timeout=15_000)
    his.locator("textarea[name=text]").press_sequentially("I write too")
    expect(hers.locator(".here")).to_contain_text("Ray Hargrove is typing", timeout=15_000)
    step(hers, "Whoever has the same record open stands by its name, and so does who is typing.")
    expect(hers.locator("textarea[name=text]")).to_have_value("Half a thought")
    look(hers)
    his.goto("/profile/")
    expect(hers.locator(".here")).to_be_empty(timeout=15_000)
    hers.locator("textarea[name=text]").fill("")

    # She wants mentions once a day, and takes it back.
    hers.goto("/profile/notices/")
    look(hers)
    row = hers.locator("tr", has_text="Somebody mentions you")
    step(
        hers,
        "Under your profile you choose for each event whether the page tells you, the browser, a mail **At once** or **Once a day**.",
    )
    row.get_by_role("button", name="Once a day").click()
    expect(row.get_by_role("button", name="Once a day")).to_have_attribute("aria-pressed", "true")
    assert NoticeChoice.objects.get(person=dana).mail == "digest"
    press(hers, "u")
    expect(row.get_by_role("button", name="At once")).to_have_attribute("aria-pressed", "true")
    hers.goto("/notices/")
    look(hers)
    expect(hers.locator(".nt")).to_have_count(1)


def test_a_notice_is_answered_from_the_mail(
    house: House, signed_in: Callable[[Person], Page], told_at_once: None
) -> None:
    dana, ray = make.person("Dana Reed", theme="dark"), make.person("Ray Hargrove")
    account = make.account("Hill Country Insurance")
    with imap_server() as imap, smtp_server() as outbox:
        servers = {"imap_host": "127.0.0.1", "imap_port": imap.port, "smtp_host": "127.0.0.1", "smtp_port": outbox.port}
        mailbox(**servers)
        page = signed_in(dana)
        page.goto(f"/accounts/{account.pk}/")
        task = create_task(by=make.actor(ray), title="Call about the renewal", account=account)
        hand_over_task(task, by=make.actor(ray), to=dana)
        mail = waited(page, outbox, 1)
        assert mail["To"] == dana.email and "done - finishes the task" in mail.get_content()

        reply = REPLY.format(
            name=dana.name, sender=dana.email, to=mail["Reply-To"], subject=mail["Subject"], id="1.phone", more="",
            answers=str(mail["Message-ID"]).strip("<>"), text="Spoke to Bo, they renew for two years.\n\ndone",
        )  # fmt: skip
        imap.deliver(reply.encode())
        said = waited(page, outbox, 2).get_content()
        assert "Done." in said and "Task finished: Call about the renewal" in said
        expect(page.locator(".tl")).to_contain_text("Spoke to Bo, they renew for two years.", timeout=15_000)
        task.refresh_from_db()
        assert (task.state, task.done_by) == ("done", dana)
        assert Interaction.objects.get().person == dana
        assert Notice.objects.filter(event="mail.answered").count() == 1
        assert Task.objects.count() == 1

        # The same by the link of the mail: looking does nothing.
        link = next(word for word in said.split() if "/answer/" in word)
        page.goto(link)
        look(page)
        assert Interaction.objects.count() == 1
        page.locator("#answer-words").fill("They also ask about the second office.")
        press(page, "Control+Enter")
        expect(page.locator("main")).to_contain_text("Note written on Hill Country Insurance")
        assert Interaction.objects.count() == 2

"""A mail to a customer with the archive address in copy, and one that lies about as a file: both become notes."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from callboard.channels.models import Mailbox
from callboard.journal.models import DraftedInteraction, Interaction
from callboard.team.models import Person
from tests import make
from tests.channels.captured import mail
from tests.channels.make import mailbox
from tests.channels.servers import imap_server
from tests.stories.conftest import look, press
from tests.stories.guide import step
from tests.stories.house import House

pytestmark = [pytest.mark.story, pytest.mark.needs("browser"), pytest.mark.django_db(transaction=True)]

ARRIVES_MS = 30_000
NOTE = "Offered Ray 1,240 a month for eleven cars; he compares until Friday."


def test_a_mail_in_copy_and_a_dropped_file_become_notes(
    house: House, signed_in: Callable[..., Page], tmp_path: Path
) -> None:
    dana = make.person("Dana Whitfield", roles=("account_executive",))
    hargrove = make.account("Hargrove Insurance Agency", owner=dana)
    make.contact(hargrove, "Ray Hargrove", email="ray@hargrove.example")
    with imap_server() as server:
        mailbox(
            name="Archive",
            address="archive@ours.example",
            use=Mailbox.Use.ARCHIVE,
            imap_host="127.0.0.1",
            imap_port=server.port,
        )
        page = signed_in(dana)
        server.deliver(mail("Ray Hargrove <ray@hargrove.example>", sender=dana.email, subject="Eleven cars"))
        _kept_with_a_note(page, dana)
    _dropped(page, dana, f"/accounts/{hargrove.pk}/", tmp_path)


def _kept_with_a_note(page: Page, dana: Person) -> None:
    page.goto("/drafted/")
    row = page.get_by_role("link", name="Eleven cars")
    expect(row).to_be_visible(timeout=ARRIVES_MS)
    step(page, "Put the archive address in BCC of a mail to a customer: seconds later it waits under **Drafted**.")
    look(page)
    row.click()
    expect(page.get_by_text("the offer is 1,240 a month")).to_be_visible()
    box = page.locator("textarea[name=text]")
    box.fill(NOTE)
    expect(page.locator(".nb-checks").first).not_to_be_empty()
    step(page, "What the mail says stands below the box. Write what came of it; the line below says what is missing.")
    look(page)
    box.blur()
    press(page, "a")
    page.wait_for_url("**/accounts/**")
    expect(page.get_by_text(NOTE).first).to_be_visible()
    made = Interaction.objects.get()
    assert (made.person, made.text) == (dana, NOTE)
    step(page, "The note stands on the account. **Undo** takes it away and brings the draft back.")
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("link", name="Eleven cars").first).to_be_visible()
    assert DraftedInteraction.objects.get().state == "open"


def _taken_back(page: Page, dana: Person, address: str, folder: Path) -> None:
    """Two dropped by mistake: their toast takes back both."""
    page.goto(address)
    files = [folder / f"mistake{number}.eml" for number in range(2)]
    for number, file in enumerate(files):
        file.write_bytes(mail("zoe@nowhere.example", sender=dana.email, id=f"mistake{number}@ours.example"))
    page.locator("form.drop input[type=file]").set_input_files(files)
    page.locator("form.drop button").click()
    page.locator("[data-toast]", has_text="2 of 2 read").get_by_role("button", name="Undo").click()
    expect(page.get_by_text("Undone: 2 of 2.")).to_be_visible()
    assert DraftedInteraction.objects.filter(person=dana, state="dismissed").count() == 2


def _dropped(page: Page, dana: Person, address: str, folder: Path) -> None:
    _taken_back(page, dana, address, folder)
    good, broken = folder / "offer.eml", folder / "broken.eml"
    good.write_bytes(mail("zoe@nowhere.example", sender=dana.email, subject="Two trailers", id="file@ours.example"))
    broken.write_bytes(b"PK\x03\x04 not a mail")
    page.goto(address)
    page.locator("form.drop input[type=file]").set_input_files([good, broken])
    step(
        page, "Mails that lie about as files are dropped on the account, or chosen there: `.eml`, or `.msg` of Outlook."
    )
    page.locator("form.drop button").click()
    expect(page.get_by_role("heading", name="1 of 2 read")).to_be_visible()
    expect(page.get_by_text("It is no mail.")).to_be_visible()
    step(page, "Each file has its own answer: read, here already, or why it cannot be read.")
    look(page)
    page.get_by_role("link", name="Two trailers").click()
    expect(page.locator("textarea[name=text]")).to_be_visible()
    # A drop of the hand does what choosing does.
    page.goto(address)
    data = page.evaluate_handle(
        """raw => { const data = new DataTransfer();
        data.items.add(new File([raw], "third.eml", { type: "message/rfc822" })); return data; }""",
        mail("zoe@nowhere.example", sender=dana.email, subject="Third", id="third@ours.example").decode(),
    )
    page.dispatch_event("form.drop", "drop", {"dataTransfer": data})
    expect(page.get_by_role("heading", name="Third")).to_be_visible()
    assert DraftedInteraction.objects.filter(person=dana, state="open").count() == 3

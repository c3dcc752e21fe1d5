"""A mail from a file becomes a draft of whoever drops it; each file has its own answer."""

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from callboard.channels.models import Message
from callboard.core.actions import Actor, Invalid, Refused
from callboard.directory.models import Account, Contact
from callboard.intake.models import QueueItem
from callboard.journal.actions import drop_mail, dropping, keep_draft
from callboard.journal.models import Drafted, DraftedInteraction
from callboard.team.models import Person
from tests import make
from tests.channels.captured import mail, take
from tests.channels.make import mailbox

DROPPED = Path(__file__).parent / "dropped"
OUTLOOK = Path(__file__).parents[1] / "channels" / "samples"
FORWARDED = Path(__file__).parents[1] / "channels" / "forwarded"


def upload(content: bytes, name: str = "mail.eml") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def outlook(name: str) -> SimpleUploadedFile:
    return upload((DROPPED / f"{name}.msg").read_bytes(), f"{name}.msg")


def test_a_mail_one_wrote_is_a_draft_on_the_account_it_is_dropped_on(
    dana: Person, hargrove: Account, ray: Contact, by: Actor
) -> None:
    raw = mail("Zoe <zoe@nowhere.example>", sender=dana.email)
    draft = drop_mail(by=by, file=upload(raw), account=hargrove)
    message = Message.objects.get()
    assert (draft.person, draft.account, draft.direction, draft.source) == (dana, hargrove, "out", "file")
    assert (message.capture, message.account, message.by_person) == ("file", hargrove, dana)
    assert not QueueItem.objects.exists()


def test_a_customer_s_mail_is_theirs_and_matched(dana: Person, hargrove: Account, ray: Contact, by: Actor) -> None:
    draft = drop_mail(by=by, file=upload(mail("desk@ours.example", sender="ray@hargrove.example")))
    assert (draft.account, list(draft.contacts.all()), draft.direction) == (hargrove, [ray], "in")


def test_what_a_colleague_wrote_is_theirs_to_count_and_drafted_for_whoever_drops_it(
    dana: Person, hargrove: Account, ray: Contact, by: Actor
) -> None:
    colleague = make.person("Colleague")
    draft = drop_mail(by=by, file=upload(mail("ray@hargrove.example", sender=colleague.email)))
    assert draft.person == dana
    assert Message.objects.get().by_person == colleague


def test_outlook_s_own_files_are_read(dana: Person, by: Actor) -> None:
    account = make.account("Meadow Farms")
    customer = make.contact(account, "Dana Customer", email="dana@meadow.example")
    make.person("Rita Rep", email="rita@ours.example")
    draft = drop_mail(by=by, file=outlook("sent"))
    assert (draft.subject, draft.direction, list(draft.contacts.all())) == ("Two trailers", "out", [customer])
    received = drop_mail(by=by, file=upload((OUTLOOK / "received.msg").read_bytes(), "received.msg"))
    assert (received.direction, received.address) == ("in", "jurgen@agency.example")


def test_one_that_was_never_sent_waits_for_an_account(dana: Person, by: Actor) -> None:
    make.person("Rita Rep", email="rita@ours.example")
    assert drop_mail(by=by, file=outlook("nobody")).account is None


def test_what_is_passed_on_is_read_as_it_was(dana: Person, by: Actor) -> None:
    account = make.account("Meadow Farms")
    make.contact(account, "Dana Customer", email="dana@meadow.example")
    make.person("Rita Rep", email="rita@ours.example")
    mailbox(address="archive@ours.example", use="archive")
    draft = drop_mail(by=by, file=upload((FORWARDED / "gmail.eml").read_bytes()))
    assert (draft.account, draft.direction, draft.subject) == (account, "in", "Question about the deductible")


def archive() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as made:
        # Of no moment: both workers that name this test must make the same one.
        made.writestr(zipfile.ZipInfo("mail.eml"), mail())
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "name", "why"),
    [
        (b"", "mail.eml", "empty"),
        (b"\n \n", "mail.eml", "empty"),
        (b"hello there\n", "mail.eml", "no mail"),
        (archive(), "mail.eml", "no mail"),
        (b"Subject: nobody wrote this\n\ntext\n", "mail.eml", "names nobody"),
        ((DROPPED / "appointment.msg").read_bytes(), "appointment.msg", "appointment"),
        ((DROPPED / "sent.msg").read_bytes()[:900], "broken.msg", "broken"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4000), "noise.msg", "broken"),
        (b"From x@y Mon Mar  9 10:00:00 2026\n" + mail() + b"\n\nFrom x@y Mon Mar  9 10:00:00 2026\n" + mail(id="2@x"), "all.mbox", "2 mails"),
    ],
    ids=["empty", "blank", "text", "zip", "nobody", "appointment", "cut", "noise", "mbox"],
)  # fmt: skip
def test_what_is_no_mail_says_why_and_leaves_nothing(content: bytes, name: str, why: str, by: Actor) -> None:
    with pytest.raises(Invalid, match=why):
        drop_mail(by=by, file=upload(content, name))
    assert not Message.objects.exists()


def test_a_huge_one_is_refused(by: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dropping, "LARGEST", 1024 * 1024)
    with pytest.raises(Invalid, match="larger than 1 MB"):
        drop_mail(by=by, file=upload(mail(text="x" * 1024 * 1024)))


def test_dropped_twice_it_is_here_already(dana: Person, ray: Contact, by: Actor) -> None:
    drop_mail(by=by, file=upload(mail(sender=dana.email)))
    with pytest.raises(Refused, match="already: “Eleven cars”"):
        drop_mail(by=by, file=upload(mail(sender=dana.email)))
    assert DraftedInteraction.objects.count() == 1


def test_what_the_archive_brought_is_here_already_and_a_colleague_may_draft_it_too(
    dana: Person, ray: Contact, by: Actor
) -> None:
    raw = mail(sender=dana.email)
    take(raw, mailbox(address="archive@ours.example", use="archive"))
    with pytest.raises(Refused):
        drop_mail(by=by, file=upload(raw))
    other = make.person()
    drop_mail(by=make.actor(other), file=upload(raw))
    assert (Message.objects.count(), DraftedInteraction.objects.filter(person=other).count()) == (1, 1)


def test_what_the_desk_has_is_here_already(dana: Person, ray: Contact, by: Actor) -> None:
    raw = mail("desk@ours.example", sender="ray@hargrove.example")
    take(raw, mailbox(address="desk@ours.example"))
    with pytest.raises(Refused, match="here already"):
        drop_mail(by=by, file=upload(raw))


def posted(client: Client, **given: Any) -> Any:
    return client.post("/do/journal.drop_mail/", given)


@pytest.fixture
def client(client: Client, dana: Person) -> Client:
    client.force_login(dana)
    return client


def test_of_many_files_each_has_its_answer(client: Client, dana: Person, hargrove: Account, ray: Contact) -> None:
    raw = mail("ray@hargrove.example", sender=dana.email)
    answer = posted(client, file=[upload(raw), upload(raw, "again.eml"), outlook("appointment")], account=hargrove.pk)
    page = answer.content.decode()
    assert answer.status_code == 200, answer.context_data["form"].errors
    assert "1 of 3 read" in page
    for said in ("Read: “Eleven cars”, Hargrove Insurance Agency", "You have it already", "It is an appointment"):
        assert said in page
    assert DraftedInteraction.objects.get().get_absolute_url() in page


def test_several_dropped_at_once_are_taken_back_at_once(client: Client, dana: Person, ray: Contact) -> None:
    raws = [mail("ray@hargrove.example", sender=dana.email, id=f"{number}@ours.example") for number in range(3)]
    page = posted(client, file=[upload(raw) for raw in [*raws, b"no mail"]]).content.decode()
    toast = page[page.index('id="toasts"') :]
    assert "3 of 4 read" in toast
    undo = re.findall(r'action="(/undo/[^"]+)"', toast)[0].replace("&amp;", "&")
    drafts = list(DraftedInteraction.objects.order_by("pk"))
    keep_draft(drafts[1], by=make.actor(dana))
    said = client.post(undo, HTTP_REFERER="http://testserver/drafted/", follow=True).content.decode()
    assert "Undone: 2 of 3." in said and "Something was done to it since" in said
    states = DraftedInteraction.objects.order_by("pk").values_list("state", flat=True)
    assert list(states) == [Drafted.DISMISSED, Drafted.KEPT, Drafted.DISMISSED]


def test_the_key_takes_back_several_of_one_s_own(client: Client, dana: Person, ray: Contact) -> None:
    some, theirs = [], make.person("Somebody else")
    for number, person in enumerate((dana, dana, theirs)):
        raw = mail("ray@hargrove.example", sender=dana.email, id=f"{number}@ours.example")
        drop_mail(by=(actor := make.actor(person)), file=upload(raw))
        some += actor.ran
    client.post("/undo/last/", {"page": "/do/journal.drop_mail/", "log": " ".join(map(str, some))})
    dismissed = DraftedInteraction.objects.filter(state=Drafted.DISMISSED)
    assert list(dismissed.values_list("person", flat=True)) == [dana.pk, dana.pk]


def test_a_single_file_leads_to_its_draft(client: Client, dana: Person, ray: Contact) -> None:
    answer = posted(client, file=upload(mail(sender=dana.email)))
    assert answer.status_code == 302
    assert answer["Location"] == DraftedInteraction.objects.get().get_absolute_url()


def test_account_contact_and_list_show_the_draft_and_take_files(
    client: Client, dana: Person, hargrove: Account, ray: Contact, by: Actor
) -> None:
    draft = drop_mail(by=by, file=upload(mail("ray@hargrove.example", sender=dana.email)))
    for record in (hargrove, ray):
        answer = client.get(record.get_absolute_url())
        page = answer.content.decode()
        assert answer.status_code == 200, answer.headers
        assert draft.get_absolute_url() in page
        assert "/do/journal.drop_mail/" in page and f'value="{record.pk}"' in page
    answer = client.get(reverse("drafted"))
    assert answer.status_code == 200, answer.headers
    listed = answer.content.decode()
    assert draft.get_absolute_url() in listed
    shown = client.get(draft.get_absolute_url()).content.decode()
    assert f"/do/journal.keep_draft/{draft.pk}/" in shown
    assert "the offer is 1,240 a month" in shown

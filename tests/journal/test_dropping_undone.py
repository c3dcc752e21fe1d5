"""A mail dropped on the wrong account and taken back stands where it says itself, unless somebody else says otherwise."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from callboard.channels.models import Capture, Message
from callboard.core.actions import Actor, Text
from callboard.core.models import Log, TimelineEntry
from callboard.core.undo import undo
from callboard.directory.models import Account, Contact
from callboard.journal.actions import attach_draft, drop_mail, log_interaction
from callboard.journal.models import Drafted, DraftedInteraction, Kind
from callboard.team.models import Person
from tests import make
from tests.channels.captured import mail, passing_on, take


@pytest.fixture
def wrong(db: None) -> Account:
    return make.account("Rival Agency")


def dropped(raw: bytes, wrong: Account, by: Actor) -> DraftedInteraction:
    return drop_mail(by=by, file=SimpleUploadedFile("mail.eml", raw), account=wrong)


def taken_back(by: Actor) -> None:
    undo(Log.objects.get(action="journal.drop_mail"), by=by)


def told() -> set[int]:
    return set(TimelineEntry.objects.filter(ref_kind="channels.message").values_list("root_id", flat=True))


def test_a_stranger_s_mail_stands_nowhere_again(dana: Person, wrong: Account, by: Actor) -> None:
    dropped(mail("zoe@nowhere.example", sender=dana.email), wrong, by)
    message = Message.objects.get()
    assert (message.account, told()) == (wrong, {wrong.pk})
    taken_back(by)
    message = Message.objects.get()
    assert (message.account, message.thread and message.thread.account, told()) == (None, None, set())
    draft = DraftedInteraction.objects.get()
    assert (draft.state, draft.account) == (Drafted.DISMISSED, None)


def test_a_customer_s_mail_stands_with_the_customer(
    dana: Person, hargrove: Account, ray: Contact, wrong: Account, by: Actor
) -> None:
    mia = make.contact(hargrove, "Mia", email="mia@hargrove.example")
    raw = mail("zoe@nowhere.example, ray@hargrove.example, mia@hargrove.example", sender=dana.email)
    draft = dropped(raw, wrong, by)
    assert (Message.objects.get().account, list(draft.contacts.all())) == (wrong, [])
    taken_back(by)
    message = Message.objects.get()
    assert (message.account, message.contact, told()) == (hargrove, ray, {hargrove.pk})
    draft.refresh_from_db()
    assert (draft.account, set(draft.contacts.all())) == (hargrove, {ray, mia})


def test_it_goes_back_to_its_conversation(dana: Person, hargrove: Account, wrong: Account, by: Actor) -> None:
    first = mail("zoe@nowhere.example", sender=dana.email)
    attach_draft(drop_mail(by=by, file=SimpleUploadedFile("first.eml", first)), by=by, account=hargrove)
    answer = mail(
        dana.email, sender="zoe@nowhere.example", id="two@there.example", more="In-Reply-To: <one@ours.example>\n"
    )
    assert dropped(answer, wrong, by).account == wrong
    undo(Log.objects.filter(action="journal.drop_mail").latest("at"), by=by)
    assert set(Message.objects.values_list("account", flat=True)) == {hargrove.pk}


def test_of_several_in_one_each_goes_back(
    dana: Person, hargrove: Account, ray: Contact, wrong: Account, by: Actor
) -> None:
    theirs = mail(dana.email, sender="ray@hargrove.example", id="ray@there.example")
    stranger = mail(dana.email, sender="zoe@nowhere.example", id="zoe@there.example")
    carrier = passing_on(theirs, stranger, From=f"Dana <{dana.email}>", To=dana.email)
    dropped(carrier, wrong, by)
    several = Message.objects.filter(drafts__isnull=False)
    assert set(several.values_list("account", flat=True)) == {wrong.pk} and several.count() == 2
    taken_back(by)
    assert set(several.values_list("from_address", "account")) == {
        ("ray@hargrove.example", hargrove.pk),
        ("zoe@nowhere.example", None),
    }


@pytest.mark.parametrize("how", ["draft", "note"])
def test_where_a_colleague_says_it_belongs_it_stays(dana: Person, wrong: Account, by: Actor, how: str) -> None:
    ben = make.person("Ben")
    raw = mail("zoe@nowhere.example", sender=ben.email)
    take(raw, None, capture=Capture.OWN, person=ben, direction=Message.Direction.OUT)
    theirs = DraftedInteraction.objects.get()
    dropped(raw, wrong, by)
    assert Message.objects.get().account == wrong
    if how == "draft":
        attach_draft(theirs, by=make.actor(ben), account=wrong)
    else:
        said = Text("Two seats.")
        log_interaction(by=make.actor(ben), kind=Kind.MAIL, accounts=[wrong], text=said, message=theirs.message)
    taken_back(by)
    assert Message.objects.get().account == wrong


def test_what_stood_elsewhere_before_is_not_moved(
    dana: Person, hargrove: Account, ray: Contact, wrong: Account, by: Actor
) -> None:
    ben = make.person("Ben")
    raw = mail("ray@hargrove.example", sender=ben.email)
    take(raw, None, capture=Capture.OWN, person=ben, direction=Message.Direction.OUT)
    dropped(raw, wrong, by)
    taken_back(by)
    assert Message.objects.get().account == hargrove
    assert DraftedInteraction.objects.get(person=dana).state == Drafted.DISMISSED

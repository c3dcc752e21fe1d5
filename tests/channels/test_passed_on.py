"""Several mails passed on as files of one: each is read, drafted once, or says why not."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from callboard.channels.actions import read_messages
from callboard.channels.actions.carrying import MOST
from callboard.channels.jobs import read_stored_messages
from callboard.channels.models import Capture, Mailbox, Message, NotRead, NotTaken
from callboard.core.actions import Refused
from callboard.core.models import Log
from callboard.core.undo import undo
from callboard.directory.models import Account
from callboard.intake.models import QueueItem
from callboard.journal.actions import drop_mail
from callboard.journal.models import DraftedInteraction
from callboard.team.models import Person
from tests import make
from tests.channels.captured import BY, mail, passing_on, take
from tests.channels.make import mailbox

RITA, DANA, OLAF = "rita@ours.example", "dana@meadow.example", "olaf@meadow.example"


@pytest.fixture
def rita(db: None) -> Person:
    return make.person("Rita Rep", email=RITA, roles=("administrator",))


@pytest.fixture
def meadow(db: None) -> Account:
    account = make.account("Meadow Farms")
    make.contact(account, "Dana Customer", email=DANA)
    make.contact(account, "Olaf Other", email=OLAF)
    return account


def theirs(number: int, sender: str = DANA) -> bytes:
    return mail(
        RITA, sender=sender, subject=f"Question {number}", id=f"{number}@meadow.example", text="Is it covered?\n"
    )


def ours(number: int) -> bytes:
    return mail(DANA, subject=f"Answer {number}", id=f"a{number}@ours.example")


def delivered(raw: bytes, box: Mailbox) -> Message:
    """Taken in, and what it carries read in the next turn, as the worker does."""
    carrier = take(raw, box)
    read_stored_messages.func()
    return carrier


def drafts() -> list[tuple[str, str]]:
    return list(DraftedInteraction.objects.order_by("subject").values_list("subject", "direction"))


ALL = [("Answer 1", "out"), ("Question 1", "in"), ("Question 2", "in")]


def test_each_of_several_attached_mails_is_a_draft_of_its_own(rita: Person, archive: Mailbox, meadow: Account) -> None:
    carrier = delivered(passing_on(theirs(1), ours(1), files=(theirs(2, OLAF),)), archive)
    assert drafts() == ALL
    assert set(DraftedInteraction.objects.values_list("person", "account", "source")) == {
        (rita.pk, meadow.pk, "archive")
    }
    assert (carrier.not_taken, carrier.account, carrier.by_person) == (NotTaken.CARRIER, None, rita)
    assert [row.holds.subject for row in carrier.attachments.order_by("position") if row.holds] == [
        "Question 1", "Answer 1", "Question 2",
    ]  # fmt: skip
    assert not QueueItem.objects.exists()


def test_delivered_again_or_in_another_mail_nothing_comes_twice(
    rita: Person, archive: Mailbox, meadow: Account
) -> None:
    raw = passing_on(theirs(1), ours(1), theirs(2))
    carrier = delivered(raw, archive)
    assert delivered(raw, archive) == carrier
    Message.objects.filter(pk=carrier.pk).update(state="stored")
    read_messages(by=BY, ids=[carrier.pk])
    delivered(passing_on(theirs(2), ours(1), id="again@ours.example"), archive)
    assert drafts() == ALL
    assert Message.objects.count() == 5


def test_a_file_that_holds_several_is_opened_too(rita: Person, archive: Mailbox, meadow: Account) -> None:
    inner = passing_on(theirs(1), ours(1), theirs(2), id="inner@ours.example")
    delivered(passing_on(inner), archive)
    assert drafts() == ALL


def test_a_mail_with_a_mail_inside_it_is_one_of_the_several_and_not_two(
    rita: Person, archive: Mailbox, meadow: Account
) -> None:
    holding = passing_on(theirs(9), From=f"Dana <{DANA}>", To=RITA, Subject="Question 2", id="2@meadow.example")
    delivered(passing_on(theirs(1), holding), archive)
    assert drafts() == [("Question 1", "in"), ("Question 2", "in")]


def test_what_cannot_be_drafted_says_why(rita: Person, archive: Mailbox, meadow: Account) -> None:
    desk = take(theirs(1), mailbox(address="desk@ours.example"))
    nested = passing_on(theirs(3), theirs(4), id="nested@ours.example")
    raw = passing_on(theirs(1), b"To: x@y.example\n\nnothing\n", nested, theirs(2))
    carrier = delivered(raw, archive)
    assert drafts() == [("Question 2", "in")]
    rows = [(row.holds, row.not_taken) for row in carrier.attachments.exclude(not_taken="").order_by("position")]
    assert rows == [(desk, NotRead.HERE), (None, NotRead.NO_MAIL)]
    assert Message.objects.get(message_id="nested@ours.example").not_taken == NotTaken.DEEPER
    client = Client()
    client.force_login(rita)
    answer = client.get(f"/messages/{carrier.pk}/")
    assert answer.status_code == 200, answer.headers
    page = answer.content.decode()
    for said in (NotRead.HERE.label, NotRead.NO_MAIL.label, NotTaken.CARRIER.label, "Read by itself"):
        assert str(said) in page


def test_the_fifty_first_is_named_and_not_read(rita: Person, archive: Mailbox, meadow: Account) -> None:
    carrier = delivered(passing_on(*(theirs(number) for number in range(MOST + 2))), archive)
    assert DraftedInteraction.objects.count() == MOST
    assert carrier.attachments.filter(not_taken=NotRead.MORE, holds=None).count() == 2


def test_what_a_colleague_captured_is_drafted_for_whoever_passes_it_on(
    rita: Person, archive: Mailbox, meadow: Account
) -> None:
    ben = make.person("Ben Colleague", email="ben@ours.example")
    take(theirs(1), None, capture=Capture.OWN, person=ben)
    delivered(passing_on(theirs(1), theirs(2)), archive)
    assert set(DraftedInteraction.objects.values_list("subject", "person")) == {
        ("Question 1", ben.pk), ("Question 1", rita.pk), ("Question 2", rita.pk),
    }  # fmt: skip


def test_of_a_mail_to_a_customer_its_files_are_no_mails_of_ours(
    rita: Person, archive: Mailbox, meadow: Account
) -> None:
    delivered(passing_on(theirs(1), theirs(2), To=DANA, Subject="As you asked"), archive)
    assert drafts() == [("As you asked", "out")]


def test_a_stranger_s_several_mails_draft_nothing(rita: Person, archive: Mailbox, meadow: Account) -> None:
    carrier = delivered(passing_on(theirs(1), theirs(2), From="who@nowhere.example"), archive)
    assert (carrier.not_taken, Message.objects.count(), drafts()) == (NotTaken.STRANGER, 1, [])


def test_dropped_as_a_file_each_is_drafted_and_all_are_taken_back(
    rita: Person, archive: Mailbox, meadow: Account
) -> None:
    by = make.actor(rita)
    file = passing_on(theirs(1), ours(1), theirs(2))
    first = drop_mail(by=by, file=SimpleUploadedFile("several.eml", file))
    assert (first.subject, drafts()) == ("Question 1", ALL)
    assert by.said == ["3 mails in it became drafts."]
    with pytest.raises(Refused, match="passes on 3 mails"):
        drop_mail(by=make.actor(rita), file=SimpleUploadedFile("several.eml", file))
    other = make.person()
    drop_mail(by=make.actor(other), file=SimpleUploadedFile("several.eml", file))
    assert DraftedInteraction.objects.filter(person=other).count() == 3
    undo(Log.objects.filter(action="journal.drop_mail", person=rita).latest("at"), by=by)
    assert set(DraftedInteraction.objects.values_list("person", "state")) == {
        (rita.pk, "dismissed"),
        (other.pk, "open"),
    }

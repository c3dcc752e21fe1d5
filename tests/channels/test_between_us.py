"""Whom a mail to the archive is with: a known contact is a customer wherever their address lies, and of mail among ourselves
nothing stays, whatever it came with."""

from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest

from callboard.channels.actions.carrying import MOST
from callboard.channels.actions.own import connect_own_mailbox
from callboard.channels.models import Mailbox, Message, NotTaken
from callboard.core import files
from callboard.directory.models import Contact
from callboard.journal.models import DraftedInteraction
from callboard.team.models import Person
from tests import make
from tests.channels.captured import mail, passing_on, take
from tests.channels.make import mailbox

DANA, BEN = "dana@meadow.example", "ben@ours.example"
SECRET = b"secret of ours"


@pytest.fixture
def ben(rita: Person) -> Person:
    return make.person("Ben", email=BEN)


def customer(address: str) -> Contact:
    return make.contact(make.account("Meadow Farms"), "Dana Customer", email=address)


def test_a_customer_s_address_a_colleague_calls_theirs_stays_a_customer_s(rita: Person, archive: Mailbox) -> None:
    customer(DANA)
    eve = make.actor(make.person("Eve", email="eve@ours.example"))
    connect_own_mailbox(by=eve, address=DANA, imap_host="imap.ours.example", user="eve", password="x")
    message = take(mail(DANA), archive)
    assert (message.not_taken, DraftedInteraction.objects.get().person) == ("", rita)


@pytest.mark.parametrize("address", ["pat@ours.example", "pat@desk.example"])
def test_a_known_contact_at_a_domain_of_our_own_is_a_customer(rita: Person, archive: Mailbox, address: str) -> None:
    mailbox(name="Desk", address="agency@desk.example")
    customer(address)
    message = take(mail(address), archive)
    assert (message.not_taken, DraftedInteraction.objects.get().person) == ("", rita)


def test_of_a_provider_s_domain_not_all_is_ours(rita: Person, archive: Mailbox) -> None:
    mailbox(name="Desk", address="agency@suddenlink.net")
    assert take(mail("new@suddenlink.net"), archive).not_taken == ""


@pytest.mark.parametrize("kind", ["a shared mailbox", "one of our people"])
def test_what_is_ours_by_the_company_s_word_is_so_as_a_contact_too(ben: Person, archive: Mailbox, kind: str) -> None:
    mailbox(name="Desk", address="desk@ours.example")
    address = "desk@ours.example" if kind == "a shared mailbox" else BEN
    customer(address)
    assert take(mail(address), archive).not_taken == NotTaken.BETWEEN


def theirs(number: int) -> bytes:
    return mail(sender=DANA, to="rita@ours.example", id=f"{number}@meadow.example")


def ours(number: int) -> bytes:
    return mail("Rita <rita@ours.example>", sender=BEN, id=f"ours{number}@ours.example", text=SECRET.decode())


def with_file(raw: bytes, content: bytes = b"%PDF-1.4 price list") -> bytes:
    made = message_from_bytes(raw, policy=policy.default)
    assert isinstance(made, EmailMessage)
    made.add_attachment(content, maintype="application", subtype="pdf", filename="prices.pdf")
    return made.as_bytes()


def kept(message: Message) -> bytes:
    """All that stays of a mail and its files."""
    shas = [message.raw_sha, *message.attachments.values_list("sha", flat=True)]
    return b"".join(files.load(sha) for sha in shas if sha)


def test_a_mail_among_ourselves_behind_the_most_that_are_read_leaves_nothing(ben: Person, archive: Mailbox) -> None:
    message = take(passing_on(*(theirs(number) for number in range(MOST)), ours(1)), archive)
    assert message.not_taken == NotTaken.CARRIER
    assert list(message.attachments.exclude(not_taken="").values_list("not_taken", flat=True)) == ["between"]
    assert SECRET not in kept(message)


def test_a_mail_that_was_passed_on_with_others_and_again_leaves_nothing_in_between(
    ben: Person, archive: Mailbox
) -> None:
    message = take(passing_on(passing_on(theirs(1), ours(1), id="inner@ours.example")), archive)
    assert message.not_taken == NotTaken.CARRIER
    assert SECRET not in kept(message)


@pytest.mark.parametrize("holder", ["carrier", "customer"])
def test_a_file_that_a_mail_among_ourselves_has_too_stays_where_it_lay(
    ben: Person, archive: Mailbox, holder: str
) -> None:
    first = with_file(theirs(1)) if holder == "customer" else theirs(1)
    raw = passing_on(first, with_file(ours(1)))
    message = take(with_file(raw) if holder == "carrier" else raw, archive)
    assert "prices.pdf" in message.attachments.values_list("name", flat=True)
    assert SECRET not in kept(message)


def test_a_file_of_a_mail_among_ourselves_alone_goes_with_it(ben: Person, archive: Mailbox) -> None:
    message = take(passing_on(theirs(1), with_file(ours(1))), archive)
    assert "prices.pdf" not in message.attachments.values_list("name", flat=True)

"""Mails of the archive and from files: what a refused, a changed or a second copy does to the first."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from callboard.channels.models import Capture, Mailbox, Message, Thread
from callboard.core.models import TimelineEntry
from callboard.directory.models import Account, ContactEmail
from callboard.journal.actions import drop_mail
from callboard.journal.models import DraftedInteraction
from callboard.team.models import Person
from tests import make
from tests.channels import mails
from tests.channels.captured import mail, take

FAILS = "Authentication-Results: mx.ours.example; dmarc=fail header.from=ours.example\n"


@pytest.fixture
def meadow(db: None) -> Account:
    account = make.account("Meadow Farms")
    make.contact(account, "Dana Customer", email="dana@meadow.example")
    return account


def upload(content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile("mail.eml", content)


def test_what_the_archive_did_not_take_is_read_when_its_person_drops_it(
    rita: Person, archive: Mailbox, meadow: Account
) -> None:
    refused = take(mail(more=FAILS), archive)
    assert refused.not_taken == "unproven"
    draft = drop_mail(by=make.actor(rita), file=upload(mail(more=FAILS)))
    assert (draft.direction, draft.account, draft.address) == ("out", meadow, "")
    assert draft.message_id == refused.pk and Message.objects.count() == 1


def test_a_forgery_the_archive_refused_does_not_swallow_the_real_mail(
    rita: Person, archive: Mailbox, meadow: Account
) -> None:
    """Whoever got Rita's mail knows its Message-ID; her copy for the archive comes later, with the same words or others."""
    take(mail(more=FAILS, text="A forgery."), archive)
    real = take(mail(), archive)
    assert "1,240 a month" in real.text and real.not_taken == ""
    assert DraftedInteraction.objects.filter(person=rita, account=meadow).count() == 1


def test_refused_by_the_archive_and_found_in_the_sent_folder_it_is_what_we_wrote(
    rita: Person, archive: Mailbox, meadow: Account
) -> None:
    refused = take(mail(more=FAILS), archive)
    found = take(mail(), None, capture=Capture.OWN, person=rita, direction=Message.Direction.OUT)
    assert (found.pk, found.direction, found.account, found.not_taken) == (refused.pk, "out", meadow, "")
    assert list(Thread.objects.all()) == [found.thread]


def test_the_same_words_first_forged_and_then_proven_are_taken_once(
    rita: Person, archive: Mailbox, meadow: Account
) -> None:
    assert take(mail(more=FAILS), archive).not_taken == "unproven"
    assert take(mail(), archive).not_taken == ""
    assert take(mail(), archive).not_taken == ""
    assert DraftedInteraction.objects.filter(person=rita, account=meadow).count() == 1


def test_a_message_id_used_twice_by_one_sender_keeps_both_mails(
    rita: Person, archive: Mailbox, meadow: Account
) -> None:
    """Some programs give what is sent again, changed and to somebody else, the Message-ID of the first."""
    olaf = make.contact(make.account("Prairie"), "Olaf", email="olaf@prairie.example")
    take(mail(), archive)
    take(mail("olaf@prairie.example", subject="Nine trucks", text="Dear Olaf,\n\nnine trucks.\n"), archive)
    assert DraftedInteraction.objects.filter(contacts=olaf).exists()
    assert DraftedInteraction.objects.filter(person=rita).count() == 2


def test_another_copy_of_one_mail_with_a_footer_is_the_same_mail(
    rita: Person, archive: Mailbox, meadow: Account
) -> None:
    first = take(mail(), archive)
    again = take(
        mail(subject="RE: Eleven cars", text="Dear Dana,\n\nthe offer is 1,240 a month.\n-- \nSent by ours\n"), archive
    )
    assert again.pk == first.pk


def test_dropped_by_a_second_person_on_another_account_it_stays_where_the_first_put_it(
    rita: Person, meadow: Account
) -> None:
    ben = make.person("Ben", email="ben@ours.example", roles=("account_executive",))
    other = make.account("Prairie")
    raw = mail("zoe@nowhere.example")
    first = drop_mail(by=make.actor(rita), file=upload(raw), account=meadow)
    second = drop_mail(by=make.actor(ben), file=upload(raw), account=other)
    assert (first.account, second.account) == (meadow, other)
    assert Message.objects.get(pk=first.message_id).account == meadow
    assert TimelineEntry.objects.filter(root_id=meadow.pk, ref_kind="channels.message").exists()


def test_who_got_a_mail_in_blind_copy_alone_is_whom_it_was_with(rita: Person, meadow: Account) -> None:
    raw = mail("undisclosed-recipients:;", more="Bcc: Dana <dana@meadow.example>, archive@ours.example\n")
    take(raw, None, capture=Capture.OWN, person=rita, direction=Message.Direction.OUT)
    draft = DraftedInteraction.objects.get(person=rita)
    assert draft.account == meadow and [each.name for each in draft.contacts.all()] == ["Dana Customer"]


def test_a_stranger_s_bounce_to_the_archive_marks_no_address_as_dead(rita: Person, archive: Mailbox) -> None:
    lou = make.contact(make.account("Meadow Farms"), "Lou", email="louisl@larry.slip.umd.edu")
    found = take(mails.STANDARD_BOUNCE.replace(b"Status: 4.0.0", b"Status: 5.1.1"), archive)
    assert found.not_taken == "stranger"
    assert ContactEmail.objects.get(contact=lou).bounced_at is None


@pytest.mark.parametrize(
    "said",
    [
        # "=" is a letter of a local part (RFC 5321 atext): the sender chose it, the server only repeats it.
        "mx.ours.example; spf=pass smtp.mailfrom=dmarc=pass@evil.example; dkim=none; dmarc=fail header.from=ours.example",
        'mx.ours.example; spf=pass smtp.mailfrom="x; dmarc=pass"@evil.example; dmarc=fail header.from=ours.example',
        # A domain without a policy vouches for nobody.
        "mx.ours.example; dkim=fail header.d=ours.example; spf=fail smtp.mailfrom=x@evil.example; dmarc=none",
    ],
    ids=["envelope", "quoted", "no-policy"],
)
def test_a_forged_sender_drafts_nothing(rita: Person, archive: Mailbox, meadow: Account, said: str) -> None:
    assert take(mail(more=f"Authentication-Results: {said}\n"), archive).not_taken == "unproven"
    assert not DraftedInteraction.objects.exists()

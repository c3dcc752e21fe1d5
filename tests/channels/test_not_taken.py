"""What the archive does not take is told to the colleague it names, and to nobody outside."""

from datetime import date, timedelta

import pytest
from django.core import mail as outbox
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from callboard.channels.actions.carrying import MOST
from callboard.channels.jobs import read_stored_messages
from callboard.channels.models import Attachment, Mailbox, Message, NotTaken, Thread
from callboard.core import files
from callboard.core.actions import Invalid
from callboard.core.models import Notice
from callboard.intake.models import QueueItem
from callboard.journal.actions import drop_mail
from callboard.journal.models import DraftedInteraction
from callboard.team.actions import set_setting
from callboard.team.models import Person
from tests import make
from tests.channels.captured import mail, passing_on, take

FAILS = "Authentication-Results: mx.ours.example; dmarc=fail header.from=ours.example\n"


def forged(number: int) -> bytes:
    return mail(more=FAILS, subject="Call +1 900 now", id=f"forged{number}@evil.example")


def heard(person: Person) -> list[str]:
    return list(Notice.objects.filter(person=person, event="channels.not_taken").values_list("text", flat=True))


def a_day_later() -> None:
    for notice in Notice.objects.all():
        notice.created_at -= timedelta(days=1, minutes=1)
        notice.save(update_fields=["created_at"])


def test_a_mail_in_somebody_s_name_that_is_not_proven_is_told_to_them(rita: Person, archive: Mailbox) -> None:
    refused = take(forged(1), archive)
    notice = Notice.objects.get()
    assert (notice.person, notice.event, notice.ref_id) == (rita, "channels.not_taken", refused.pk)
    assert str(NotTaken.UNPROVEN.label) in notice.text and "tell your administrator" in notice.text
    # Whoever forged it chose these words; they do not reach her as ours.
    assert "900" not in notice.subject + notice.text
    assert not outbox.outbox and not Message.objects.filter(direction="out").exists()


def test_a_forger_who_writes_all_day_is_heard_of_once_a_day(rita: Person, archive: Mailbox) -> None:
    for number in range(4):
        take(forged(number), archive)
    assert len(heard(rita)) == 1
    Notice.objects.update(read_at=Notice.objects.get().created_at)
    take(forged(5), archive)
    assert len(heard(rita)) == 1
    a_day_later()
    take(forged(6), archive)
    take(forged(7), archive)
    assert len(heard(rita)) == 2


def test_of_a_stranger_or_a_leaver_nobody_is_told(rita: Person, archive: Mailbox) -> None:
    take(mail("archive@ours.example", sender="who@nowhere.example"), archive)
    Person.objects.filter(pk=rita.pk).update(is_active=False, left_on=date(2026, 3, 1))
    take(mail(), archive)
    take(forged(1), archive)
    assert set(Message.objects.values_list("not_taken", flat=True)) == {"stranger", "left"}
    assert not Notice.objects.exists() and not outbox.outbox


def test_what_was_left_of_several_mails_is_told_to_whoever_passed_them_on(rita: Person, archive: Mailbox) -> None:
    def theirs(number: int) -> bytes:
        return mail(sender="dana@meadow.example", to="rita@ours.example", id=f"{number}@meadow.example")

    inner = passing_on(theirs(1), theirs(2), id="inner@ours.example")
    take(passing_on(*(theirs(number) for number in range(3, MOST + 3)), inner, theirs(0)), archive)
    take(passing_on(inner, theirs(99), id="deeper@ours.example"), archive)
    read_stored_messages.func()
    said = " ".join(heard(rita))
    assert "behind the first 50" in said and str(NotTaken.DEEPER.label) in said
    assert len(heard(rita)) == 2


def test_who_looks_after_mailboxes_sees_what_was_not_taken_and_why(
    client: Client, rita: Person, archive: Mailbox
) -> None:
    take(forged(1), archive)
    take(mail(id="taken@ours.example", subject="Nine trucks"), archive)
    client.force_login(make.person("Ada", roles=("administrator",)))
    box = client.get(f"/mailboxes/{archive.pk}/").content.decode()
    assert "Not taken" in box
    path = "/messages/?" + box.partition('href="/messages/?')[2].partition('"')[0].replace("&amp;", "&")
    page = client.get(path).content.decode()
    assert str(NotTaken.UNPROVEN.label) in page
    assert "Call +1 900 now" in page and "Nine trucks" not in page


def colleague() -> Person:
    return make.person("Ben Colleague", email="ben@ours.example")


WORDS = ("Her raise", "sixty thousand", "one@ours")


def kept_of_it(before: set[str]) -> str:
    """Whatever the database and the file store know; `before`: the files of other tests."""
    rows = [*Message.objects.values(), *Thread.objects.values(), *Attachment.objects.values(), *Notice.objects.values()]
    stored = b"".join(files.load(sha) for sha in set(files.stored()) - before)
    return f"{rows}{stored.decode('utf-8', 'replace')}"


SECRET = {"subject": "Her raise", "text": "Dear Ben,\n\nsixty thousand, from May.\n"}


@pytest.mark.parametrize(
    "raw",
    [
        mail("ben@ours.example", more="Cc: archive@ours.example\n", **SECRET),
        mail("team-list@ours.example", **SECRET),
        passing_on(mail("rita@ours.example", sender="ben@ours.example", **SECRET)),
        passing_on(
            *(mail("ben@ours.example", id=f"one@ours.example.{number}", **SECRET) for number in range(2)), Subject="Two"
        ),
        mail("ben@ours.example", more=FAILS, **SECRET),
    ],
    ids=["to-one", "to-a-list", "passed-on", "several-passed-on", "not-proven"],
)
def test_of_mail_between_colleagues_only_a_fingerprint_is_kept(rita: Person, archive: Mailbox, raw: bytes) -> None:
    colleague()
    before = set(files.stored())
    found = take(raw, archive, uid=7, uid_validity=1)
    assert (found.not_taken, found.state, found.by_person, found.raw_sha) == (NotTaken.BETWEEN, "read", None, "")
    assert not any(word in kept_of_it(before) for word in WORDS)
    assert not DraftedInteraction.objects.exists() and not QueueItem.objects.exists()
    (said,) = heard(rita)
    assert str(NotTaken.BETWEEN.label) in said and "pass it on to the archive alone" in said
    archive.refresh_from_db()
    assert archive.last_uid == 7


def test_the_same_mail_between_colleagues_comes_again_and_is_told_once(rita: Person, archive: Mailbox) -> None:
    colleague()
    raw = mail("ben@ours.example", **SECRET)
    first = take(raw, archive)
    a_day_later()
    assert take(raw, archive) == first
    assert len(heard(rita)) == 1


def test_what_one_tells_the_archive_alone_or_passes_on_from_a_customer_is_taken(rita: Person, archive: Mailbox) -> None:
    colleague()
    make.contact(make.account("Meadow Farms"), "Dana Customer", email="dana@meadow.example")
    theirs = mail("rita@ours.example", sender="dana@meadow.example", id="theirs@meadow.example")
    for raw in (
        mail("archive@ours.example", text="Called Dana: she thinks about it.\n", id="note@ours.example"),
        passing_on(theirs, To="ben@ours.example, archive@ours.example"),
    ):
        assert take(raw, archive).not_taken == ""
    assert DraftedInteraction.objects.count() == 2
    assert not heard(rita)


def test_of_several_passed_on_those_between_colleagues_leave_nothing(
    client: Client, rita: Person, archive: Mailbox
) -> None:
    colleague()
    account = make.account("Meadow Farms")
    make.contact(account, "Dana Customer", email="dana@meadow.example")
    theirs = mail("rita@ours.example", sender="dana@meadow.example", id="theirs@meadow.example")
    ours = passing_on(files=(b"sixty thousand",), To="ben@ours.example", Subject="Her raise", id="one@ours.example")
    carrier = take(passing_on(theirs, ours), archive)
    read_stored_messages.func()
    assert carrier.not_taken == NotTaken.CARRIER
    assert [draft.account for draft in DraftedInteraction.objects.all()] == [account]
    rows = list(carrier.attachments.exclude(not_taken="").values_list("not_taken", "holds", "sha"))
    assert rows == [("between", None, "")]
    kept = f"{[*Message.objects.values(), *Attachment.objects.values(), *Notice.objects.values()]}"
    assert not any(word in kept for word in WORDS) and carrier.raw_sha == ""
    # Its file was written in this moment; once it is not young, nothing names it.
    named = files.referenced()
    assert not any(b"sixty" in files.load(sha) for sha in files.stored() if sha in named)
    client.force_login(rita)
    page = client.get(f"/messages/{carrier.pk}/").content.decode()
    assert "between colleagues only" in page


def test_who_drops_a_mail_between_colleagues_as_a_file_chose_it(rita: Person, archive: Mailbox) -> None:
    colleague()
    raw = mail("ben@ours.example", **SECRET)
    take(raw, archive)
    drop_mail(by=make.actor(rita), file=SimpleUploadedFile("mail.eml", raw), account=make.account("Meadow Farms"))
    assert DraftedInteraction.objects.get().person == rita


def test_the_fingerprint_is_a_line_of_the_list_that_says_why(client: Client, rita: Person, archive: Mailbox) -> None:
    colleague()
    found = take(mail("ben@ours.example", **SECRET), archive)
    client.force_login(make.person("Ada", roles=("administrator",)))
    for path in ("/messages/?not_taken=between&cols=subject,not_taken", f"/messages/{found.pk}/"):
        assert "between colleagues only" in client.get(path).content.decode()
    client.force_login(rita)
    assert "between colleagues only" in client.get("/notices/").content.decode()
    assert "pass it on to the archive alone" in client.get(f"/messages/{found.pk}/").content.decode()


def named(servers: str) -> None:
    boss = make.person(roles=("administrator",))
    set_setting(by=make.actor(boss), name="channels.trusted_servers", value=servers)


@pytest.mark.parametrize(
    ("servers", "not_taken"), [("", ""), ("mx.ours.example", "unproven"), ("mx.other.example", "")]
)
def test_the_word_of_a_server_counts_where_the_company_named_it(
    rita: Person, archive: Mailbox, servers: str, not_taken: str
) -> None:
    """The forger's own header above that of our server."""
    named(servers)
    forgery = mail(more="Authentication-Results: mx.evil.example; dmarc=pass header.from=ours.example\n" + FAILS)
    assert take(forgery, archive).not_taken == not_taken


def test_the_page_of_an_archive_says_that_servers_are_to_be_named(
    client: Client, rita: Person, archive: Mailbox
) -> None:
    client.force_login(make.person("Ada", roles=("administrator",)))
    path = f"/mailboxes/{archive.pk}/"
    page = client.get(path).content.decode()
    assert "name your own mail servers" in page
    link = page.partition('href="/settings/?')[2].partition('"')[0].replace("&amp;", "&")
    assert "channels.trusted_servers" in client.get(f"/settings/?{link}").content.decode()
    named("MX.ours.example mx.ours.example, mx2.ours.example")
    page = client.get(path).content.decode()
    assert "name your own mail servers" not in page and "mx.ours.example, mx2.ours.example" in page


def test_what_is_no_name_of_a_server_is_refused_in_a_sentence(db: None) -> None:
    with pytest.raises(Invalid) as refused:
        named("mx.ours.example, who@ours.example")
    assert "“who@ours.example” is no name of a mail server" in str(refused.value.errors)

"""Mail our people send to the archive address: whose it is, which way it went, with whom; and what drafts nothing."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from callboard.channels.actions import read_messages
from callboard.channels.imap import client, watch
from callboard.channels.jobs import read_stored_messages
from callboard.channels.models import Capture, Mailbox, Message, NotTaken
from callboard.core.models import TimelineEntry
from callboard.intake.models import QueueItem
from callboard.journal.models import DraftedInteraction
from callboard.journal.queries import mails_seen
from callboard.team.models import Person
from tests import make
from tests.channels.captured import BY, mail, passing_on, take
from tests.channels.make import mailbox
from tests.channels.servers import SERVERS, Imap

FORWARDED = Path(__file__).parent / "forwarded"


def meadow() -> tuple[object, object]:
    account = make.account("Meadow Farms")
    return account, make.contact(account, "Dana Customer", email="dana@meadow.example")


def test_a_copy_in_bcc_is_what_our_person_wrote_to_the_customer(rita: Person, archive: Mailbox) -> None:
    account, dana = meadow()
    found = take(mail(), archive)
    assert (found.direction, found.capture, found.by_person, found.not_taken) == ("out", "archive", rita, "")
    assert (found.account, found.contact, found.to, found.cc) == (account, dana, ["dana@meadow.example"], [])
    assert found.sent_at == datetime(2026, 3, 10, 14, 14, tzinfo=UTC)
    assert mails_seen(datetime(2026, 3, 10, tzinfo=UTC), datetime(2026, 3, 11, tzinfo=UTC)).get() == found
    assert TimelineEntry.objects.get(ref_kind="channels.message").kind == "channels.message_out"
    draft = DraftedInteraction.objects.get()
    assert (draft.person, draft.account, list(draft.contacts.all())) == (rita, account, [dana])
    assert (draft.source, draft.state, draft.direction, draft.at) == ("archive", "open", "out", found.sent_at)
    assert "1,240 a month" in draft.text
    assert not QueueItem.objects.exists()


@pytest.mark.parametrize("to", ["undisclosed-recipients:;", "archive@ours.example"])
def test_sent_to_a_customer_in_blind_copy_alone_it_was_with_them(rita: Person, archive: Mailbox, to: str) -> None:
    account, dana = meadow()
    found = take(mail(to, more="Bcc: Dana Customer <dana@meadow.example>, archive@ours.example\n"), archive)
    assert (found.direction, found.not_taken, found.account, found.contact) == ("out", "", account, dana)
    assert (found.to, found.cc) == ([], ["dana@meadow.example"])
    assert list(DraftedInteraction.objects.get().contacts.all()) == [dana]


def test_passed_on_to_somebody_in_blind_copy_it_is_with_them_too(rita: Person, archive: Mailbox) -> None:
    meadow()
    told = make.contact(make.account("Elsewhere"), "Olaf", email="olaf@elsewhere.example")
    raw = passing_on(mail(more="Bcc: Dana <dana@meadow.example>\n"), Bcc="olaf@elsewhere.example")
    found = take(raw, archive)
    assert (found.account, found.contact) == (told.account, told)


def test_our_own_people_and_the_archive_are_nobody_it_was_with(rita: Person, archive: Mailbox) -> None:
    meadow()
    make.person("Ben Colleague", email="ben@ours.example")
    found = take(mail(more="Cc: Ben <ben@ours.example>, archive@ours.example\n"), archive)
    assert (found.to, found.cc) == (["dana@meadow.example"], [])


def test_several_receivers_are_several_contacts_and_the_known_one_decides(rita: Person, archive: Mailbox) -> None:
    account, dana = meadow()
    olaf = make.contact(account, "Olaf Other", email="olaf@meadow.example")
    found = take(mail("stranger@nowhere.example, dana@meadow.example, olaf@meadow.example"), archive)
    assert found.account == account
    draft = DraftedInteraction.objects.get()
    assert set(draft.contacts.all()) == {dana, olaf}
    assert draft.address == "stranger@nowhere.example"


def test_whom_nobody_knows_is_proposed_by_name_and_address(rita: Person, archive: Mailbox) -> None:
    take(mail(), archive)
    draft = DraftedInteraction.objects.get()
    assert (draft.account, draft.name, draft.address) == (None, "Dana Customer", "dana@meadow.example")


@pytest.mark.parametrize("name", ["outlook", "gmail", "apple", "thunderbird", "attached", "outlook_html"])
def test_a_customer_s_mail_passed_on_is_theirs(rita: Person, archive: Mailbox, name: str) -> None:
    account, dana = meadow()
    found = take((FORWARDED / f"{name}.eml").read_bytes(), archive)
    assert (found.direction, found.from_address, found.by_person) == ("in", "dana@meadow.example", rita)
    assert (found.account, found.contact) == (account, dana)
    draft = DraftedInteraction.objects.get()
    assert (draft.direction, draft.person, draft.account) == ("in", rita, account)
    assert draft.at < datetime(2026, 3, 11, 18, 0, tzinfo=UTC)
    assert not draft.subject.lower().startswith(("fw", "fwd"))
    assert not QueueItem.objects.exists()


def test_what_one_wrote_and_passes_on_is_one_s_own(rita: Person, archive: Mailbox) -> None:
    account, dana = meadow()
    found = take((FORWARDED / "gmail_sent.eml").read_bytes(), archive)
    assert (found.direction, found.by_person, found.account) == ("out", rita, account)
    assert found.to == ["dana@meadow.example", "olaf@meadow.example"]


def test_through_a_colleague_the_customer_is_found(rita: Person, archive: Mailbox) -> None:
    account, dana = meadow()
    make.person("Ben Colleague", email="ben@ours.example")
    found = take((FORWARDED / "twice.eml").read_bytes(), archive)
    assert (found.direction, found.contact, found.subject, found.by_person) == ("in", dana, "Roof", rita)


def test_names_without_addresses_are_proposed(rita: Person, archive: Mailbox) -> None:
    meadow()
    take((FORWARDED / "directory_names.eml").read_bytes(), archive)
    draft = DraftedInteraction.objects.get()
    assert (draft.account, draft.name, draft.address, draft.direction) == (None, "Dana Customer", "", "in")


def test_a_stranger_is_kept_and_drafts_nothing(rita: Person, archive: Mailbox) -> None:
    meadow()
    found = take(mail("archive@ours.example", sender="dana@meadow.example"), archive)
    assert (found.not_taken, found.by_person, found.account, found.state) == (NotTaken.STRANGER, None, None, "read")
    assert not DraftedInteraction.objects.exists()
    assert not QueueItem.objects.exists()
    assert not TimelineEntry.objects.exists()


def test_who_left_and_who_cannot_be_proven_drafts_nothing(rita: Person, archive: Mailbox) -> None:
    forged = take(b"Authentication-Results: mx.ours.example; dmarc=fail\n" + mail(), archive)
    assert forged.not_taken == NotTaken.UNPROVEN
    Person.objects.filter(pk=rita.pk).update(is_active=False, left_on=date(2026, 3, 1))
    assert take(mail(id="two@ours.example"), archive).not_taken == NotTaken.LEFT
    assert not DraftedInteraction.objects.exists()


def test_the_same_mail_by_two_ways_is_one(rita: Person, archive: Mailbox) -> None:
    meadow()
    first = take(mail(), archive)
    again = take(mail(), None, capture=Capture.OWN, person=rita)
    # A list or a scanner changed the copy: it is still that sender's mail of that name.
    changed = take(mail(text="Dear Dana,\n\nthe offer is 1,240 a month.\n\nscanned\n"), archive)
    assert first == again == changed
    assert DraftedInteraction.objects.count() == 1


def test_reading_again_drafts_nothing_twice(rita: Person, archive: Mailbox) -> None:
    meadow()
    found = take(mail(), archive)
    Message.objects.filter(pk=found.pk).update(state="stored")
    read_messages(by=BY, ids=[found.pk])
    assert DraftedInteraction.objects.count() == 1


def test_of_one_s_own_mailbox_both_ways_are_drafted(rita: Person) -> None:
    account, dana = meadow()
    out = take(mail(), None, capture=Capture.OWN, person=rita, direction=Message.Direction.OUT)
    came = take(
        mail("rita@ours.example", sender="dana@meadow.example", id="in@x"), None, capture=Capture.OWN, person=rita
    )
    assert (out.direction, out.to, came.direction, came.account) == ("out", ["dana@meadow.example"], "in", account)
    assert {(row.direction, row.person) for row in DraftedInteraction.objects.all()} == {("out", rita), ("in", rita)}
    assert not QueueItem.objects.exists()


def test_what_the_desk_gets_is_work_though_somebody_captured_it(rita: Person) -> None:
    meadow()
    raw = mail("desk@ours.example, rita@ours.example", sender="dana@meadow.example", id="both@x")
    take(raw, None, capture=Capture.OWN, person=rita)
    desk = take(raw, mailbox(address="desk@ours.example"))
    assert desk.capture == ""
    assert QueueItem.objects.get().message == desk


def test_a_mail_of_ours_the_desk_got_in_copy_is_both(rita: Person, archive: Mailbox) -> None:
    meadow()
    raw = mail(more="Cc: desk@ours.example\n")
    desk = take(raw, mailbox(address="desk@ours.example"))
    found = take(raw, archive)
    assert (desk.direction, found.direction, found.to, found.cc) == ("in", "out", ["dana@meadow.example"], [])
    assert (QueueItem.objects.count(), DraftedInteraction.objects.count()) == (1, 1)


def test_what_the_desk_has_already_is_not_captured_again(rita: Person) -> None:
    meadow()
    raw = mail("desk@ours.example, rita@ours.example", sender="dana@meadow.example", id="both@x")
    desk = take(raw, mailbox(address="desk@ours.example"))
    assert take(raw, None, capture=Capture.OWN, person=rita) == desk
    assert not DraftedInteraction.objects.exists()


@pytest.fixture(params=["pymap", pytest.param("dovecot", marks=pytest.mark.needs("dovecot"))])
def server(request: pytest.FixtureRequest) -> Iterator[Imap]:
    with SERVERS[request.param]() as running:
        yield running


@pytest.mark.django_db(transaction=True)
def test_from_a_real_mailbox(server: Imap) -> None:
    rita = make.person("Rita Rep", email="rita@ours.example")
    account, dana = meadow()
    box = mailbox(address="archive@ours.example", use="archive", imap_host="127.0.0.1", imap_port=server.port)
    for name in ("outlook", "gmail_sent"):
        server.deliver((FORWARDED / f"{name}.eml").read_bytes())
    server.deliver(mail())
    server.deliver(mail("archive@ours.example", sender="who@nowhere.example", id="x@y"))
    with client.connect(client.server_of(box), box.folder) as connected:
        assert watch.look(box, connected, sweep=True) == 4
    read_stored_messages.func()
    assert server.unseen() == 0
    assert sorted(DraftedInteraction.objects.values_list("direction", "person", "account")) == [
        ("in", rita.pk, account.pk),  # type: ignore[attr-defined]
        ("out", rita.pk, account.pk),  # type: ignore[attr-defined]
        ("out", rita.pk, account.pk),  # type: ignore[attr-defined]
    ]
    assert Message.objects.exclude(not_taken="").get().from_address == "who@nowhere.example"
    assert not QueueItem.objects.exists()

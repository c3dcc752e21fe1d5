"""Against a real IMAP server: nothing before it is turned on, known contacts only, private ones never, sent ones as contact."""

import imaplib
import re
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from callboard.channels.actions import own as verbs
from callboard.channels.faults import Server, about, sentence
from callboard.channels.imap import own as imap_own
from callboard.channels.models import Message, OwnFolder, OwnMail, OwnMailbox, OwnTally
from callboard.channels.pages import own_forms
from callboard.core import clock
from callboard.core.actions import Invalid
from callboard.core.models import Notice
from callboard.directory.models import Contact
from callboard.intake.models import QueueItem
from callboard.journal.models import DraftedInteraction
from callboard.journal.queries import mails_seen
from callboard.team.models import Person
from tests import make
from tests.channels.make import mailbox as shared_mailbox
from tests.channels.own import SENT, by, counts, look, mail, rows, turned_on
from tests.channels.servers import PASSWORD, Imap

pytestmark = pytest.mark.django_db(transaction=True)
ANN, STRANGER, DESK = "ann@agency.example", "someone@elsewhere.example", "desk@callboard.example"


def test_the_preview_lists_what_would_be_taken_and_keeps_nothing_of_strangers(
    server: Imap, box: OwnMailbox, dana: Person, kind: str
) -> None:
    ruth = make.person("Ruth")
    server.deliver(mail(1, f"Ann Lee <{ANN}>", dana.email))
    server.deliver(mail(2, STRANGER, dana.email, "Secret plans"))
    server.deliver(mail(3, ruth.email, dana.email, "Lunch"))
    server.deliver(mail(4, ANN, dana.email, "Away", Auto_Submitted="auto-replied"))
    server.deliver(mail(5, dana.email, ANN, "My offer"), SENT[kind])
    box = look(box)
    assert rows(box) == {"Subject 1": "waiting", "My offer": "waiting"}
    assert counts(box) == {"unknown": 1, "internal": 1, "automatic": 1}
    assert Message.objects.count() == 0
    kept = list(OwnMail.objects.values()) + list(OwnFolder.objects.values()) + list(OwnTally.objects.values())
    assert not re.search("Secret|elsewhere|Lunch", str(kept))
    assert OwnMail.objects.get(outgoing=True).contact is not None
    assert server.unseen() == 4  # nothing was marked as read


def test_turned_on_it_takes_both_folders_once_and_makes_drafts_and_no_work_of_the_desk(
    server: Imap, box: OwnMailbox, dana: Person, kind: str
) -> None:
    server.deliver(mail(1, f"Ann Lee <{ANN}>", dana.email))
    server.deliver(mail(2, dana.email, ANN, "My offer"), SENT[kind])
    box = turned_on(box)
    look(box)
    came, sent = Message.objects.order_by("direction")
    assert (came.direction, came.capture, came.by_person, came.account.name) == ("in", "own", dana, "Prairie Rose")
    assert (sent.direction, sent.by_person, sent.contact.name, sent.state) == ("out", dana, "Ann Lee", "read")
    assert QueueItem.objects.count() == 0
    assert {draft.subject: draft.direction for draft in DraftedInteraction.objects.filter(person=dana)} == {
        "Subject 1": "in",
        "My offer": "out",
    }
    hour = timedelta(hours=1)
    assert list(mails_seen(clock.now() - hour, clock.now() + hour)) == [sent]
    assert set(box.mails.values_list("state", "message")) == {("taken", came.pk), ("taken", sent.pk)}


def test_what_came_before_the_day_of_connecting_is_shown_and_not_taken(
    server: Imap, box: OwnMailbox, dana: Person
) -> None:
    server.deliver(mail(1, ANN, dana.email))
    today = box.since_on
    OwnMailbox.objects.filter(pk=box.pk).update(since_on=today + timedelta(days=1))
    box = look(box)
    OwnMailbox.objects.filter(pk=box.pk).update(state="on")
    look(box)
    assert Message.objects.count() == 0
    OwnMailbox.objects.filter(pk=box.pk).update(state="preview")
    verbs.turn_on_capture(OwnMailbox.objects.get(pk=box.pk), by=by(dana), since_on=today)
    look(box)
    assert Message.objects.count() == 1
    verbs.turn_off_capture(OwnMailbox.objects.get(pk=box.pk), by=by(dana))
    with pytest.raises(Invalid):
        verbs.turn_on_capture(
            OwnMailbox.objects.get(pk=box.pk), by=by(dana), since_on=box.look_from - timedelta(days=1)
        )


def test_another_uidvalidity_begins_anew_and_doubles_nothing(
    server: Imap, box: OwnMailbox, dana: Person, kind: str
) -> None:
    server.deliver(mail(1, ANN, dana.email))
    server.deliver(mail(2, STRANGER, dana.email))
    server.deliver(mail(3, dana.email, ANN), SENT[kind])
    box = turned_on(box)
    before = counts(box)
    OwnFolder.objects.update(uid_validity=7, last_uid=999)
    box = look(box)
    assert (Message.objects.count(), OwnMail.objects.count(), counts(box)) == (2, 2, before)
    assert not OwnFolder.objects.filter(uid_validity=7).exists()


def test_what_the_program_sent_or_has_already_is_not_doubled(
    server: Imap, box: OwnMailbox, dana: Person, ann: Contact, kind: str
) -> None:
    desk = shared_mailbox(address=DESK)
    Message.objects.create(
        direction="out", state="sent", message_id="1@mail.example", mailbox=desk, from_address=DESK, by_person=dana
    )
    Message.objects.create(
        direction="out", state="read", message_id="2@mail.example", capture="archive", from_address=dana.email
    )
    Message.objects.create(direction="in", state="read", message_id="3@mail.example", from_address=ANN)
    server.deliver(mail(1, DESK, ANN), SENT[kind])
    server.deliver(mail(2, dana.email, ANN), SENT[kind])
    server.deliver(mail(3, ANN, f"{DESK}, {dana.email}"))
    # Another sender under the same Message-ID has not written that mail.
    other = make.contact(ann.account, "Bo", email="bo@agency.example")
    server.deliver(mail(3, "bo@agency.example", dana.email, "Mine"))
    box = turned_on(box)
    assert Message.objects.count() == 4
    assert Message.objects.get(capture="own").contact == other


def test_a_wrong_password_is_a_sentence_told_once_and_looked_at_later_each_time(
    server: Imap, box: OwnMailbox, dana: Person
) -> None:
    box = look(box)
    right = box.secret
    OwnMailbox.objects.filter(pk=box.pk).update(secret="gAAAA-not-the-password")
    for wanted in (1, 2, 3):
        box = look(box)
        assert (box.faults, "does not accept" in box.last_error) == (wanted, True)
    assert box.next_look_at > clock.now() + timedelta(minutes=4)
    notice = Notice.objects.get()
    assert (notice.person, "does not accept" in notice.text) == (dana, True)
    OwnMailbox.objects.filter(pk=box.pk).update(secret=right)
    box = look(box)
    assert (box.faults, box.last_error) == (0, "")


def test_a_server_that_is_away_is_told_only_when_it_stays_away(server: Imap, box: OwnMailbox) -> None:
    OwnMailbox.objects.filter(pk=box.pk).update(imap_port=1)
    for _turn in range(4):
        box = look(box)
    assert (Notice.objects.count(), box.last_error != "") == (0, True)
    look(box)
    assert Notice.objects.count() == 1
    OwnMailbox.objects.filter(pk=box.pk).update(imap_port=server.port)
    assert look(box).last_error == ""


def test_a_full_folder_is_searched_and_gone_through_in_batches(
    server: Imap, box: OwnMailbox, dana: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(imap_own, "MOST", 4)
    monkeypatch.setattr(imap_own.folders, "BATCH", 2)
    for number in range(9):
        server.deliver(mail(number, ANN, dana.email))
    box = look(box)
    assert (box.mails.count(), box.next_look_at <= clock.now()) == (4, True)
    look(box)
    box = look(box)
    assert (box.mails.count(), box.next_look_at > clock.now()) == (9, True)


def test_old_mail_is_not_fetched(server: Imap, box: OwnMailbox, dana: Person) -> None:
    client = server.client()
    long_ago = imap_date(clock.now().timestamp() - 40 * 86400)
    raw = mail(1, ANN, dana.email).replace(b"\n", b"\r\n")
    assert client.append("INBOX", "", long_ago, raw)[0] == "OK"
    client.logout()
    box = look(box)
    assert (box.mails.count(), counts(box)) == (0, {})


def imap_date(at: float) -> str:
    return imaplib.Time2Internaldate(at)


def test_a_batch_of_many_asks_as_much_as_one(server: Imap, box: OwnMailbox, dana: Person, ann: Contact) -> None:
    def asked(first: int, count: int) -> int:
        for number in range(first, first + count):
            server.deliver(mail(number, ANN, dana.email))
        with CaptureQueriesContext(connection) as queries:
            look_only(box)
        return len(queries)

    def look_only(box: OwnMailbox) -> None:
        imap_own.look_into(OwnMailbox.objects.select_related("person").get(pk=box.pk))

    asked(0, 1)
    assert asked(10, 1) == asked(20, 12)


@pytest.mark.parametrize(("proof", "ways"), [("pass", {"out"}), ("fail", set()), ("", set())])
def test_what_lies_in_the_inbox_in_our_name_is_ours_where_the_server_proves_it(
    server: Imap, box: OwnMailbox, dana: Person, proof: str, ways: set[str]
) -> None:
    """Anybody can write a From:; nobody else puts a mail into the sent folder."""
    said = {"Authentication_Results": f"mx.ours.example; dmarc={proof} header.from=ours.example"} if proof else {}
    server.deliver(mail(1, dana.email, ANN, "We give it for nothing", **said))
    turned_on(box)
    assert set(Message.objects.values_list("direction", flat=True)) == ways


@pytest.mark.parametrize(
    "other", [{"imap_host": "imap.evil.example"}, {"imap_port": 1}, {"imap_tls": True}, {"user": "somebody"}]
)
def test_the_kept_password_goes_to_no_other_server(
    client: Client, server: Imap, box: OwnMailbox, dana: Person, other: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever finds an open session could have it sent to a server of theirs: neither the verb nor its page does so."""
    monkeypatch.setattr(own_forms, "imap_faults", lambda *_given: pytest.fail("The server was tried."))
    given = {
        "address": box.address, "imap_host": box.imap_host, "imap_port": box.imap_port, "imap_tls": False,
        "user": box.user, "password": "", **other,
    }  # fmt: skip
    with pytest.raises(Invalid) as refused:
        verbs.change_own_mailbox(box, by=by(dana), **given)
    assert "password again" in refused.value.errors["password"]
    client.force_login(dana)
    typed = {**given, "imap_tls": "on" if given["imap_tls"] else "", "version": box.version}
    answer = client.post(f"/do/channels.change_own_mailbox/{box.pk}/", typed)
    assert "Give the password again" in answer.content.decode()


def test_another_server_is_looked_into_from_the_start(server: Imap, box: OwnMailbox, dana: Person) -> None:
    server.deliver(mail(1, ANN, dana.email))
    box = look(box)
    assert rows(box) == {"Subject 1": "waiting"}
    verbs.change_own_mailbox(
        box, by=by(dana), address=box.address, imap_host="localhost", imap_port=server.port, imap_tls=False,
        user=box.user, password=PASSWORD,
    )  # fmt: skip
    assert (box.mails.count(), box.folders.count()) == (0, 0)
    assert rows(look(box)) == {"Subject 1": "waiting"}


def test_a_shut_port_and_a_silent_one_are_one_sentence() -> None:
    """Whoever may name a server cannot learn from the answers which ports of our own network are open."""
    server = Server("10.0.0.7", 5432, False, "dana", "secret")
    shut, silent = ConnectionRefusedError(), TimeoutError()
    assert sentence(shut, server) == sentence(silent, server)
    assert about(shut) == about(silent)

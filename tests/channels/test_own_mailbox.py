"""Against a real IMAP server: nothing before it is turned on, known contacts only, private ones never, sent ones as contact."""

import imaplib
import os
import re
import time
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from callboard.channels.actions import own as verbs
from callboard.channels.imap import own as imap_own
from callboard.channels.models import Because, Message, OwnFolder, OwnMail, OwnMailbox, OwnRule, OwnTally
from callboard.core import clock, files
from callboard.core.actions import Invalid, Refused
from callboard.core.history import events_of
from callboard.core.models import Notice, TimelineEntry
from callboard.directory.models import Contact
from callboard.intake.models import QueueItem
from callboard.journal.actions.seen import UNWRITTEN
from callboard.journal.models import DraftedInteraction
from callboard.journal.queries import mails_seen
from callboard.team.models import Person
from callboard.work.actions import open_task
from callboard.work.models import Task
from tests import make
from tests.channels.make import mailbox as shared_mailbox
from tests.channels.own import SENT, by, look, mail, own_mailbox
from tests.channels.servers import SERVERS, Imap

pytestmark = pytest.mark.django_db(transaction=True)
KINDS = ["pymap", pytest.param("dovecot", marks=pytest.mark.needs("dovecot"))]
ANN, STRANGER, DESK = "ann@agency.example", "someone@elsewhere.example", "desk@callboard.example"


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def server(kind: str) -> Iterator[Imap]:
    with SERVERS[kind]() as running:
        for folder in ("INBOX", "Sent", "Private"):
            _emptied(running, folder)
        yield running


def _emptied(server: Imap, folder: str) -> None:
    """pymap's demo account comes with mails in it."""
    client = server.client()
    answer, found = client.select(folder)
    if answer == "OK" and found != [b"0"]:
        client.store("1:*", "+FLAGS", r"(\Deleted)")
        client.expunge()
    client.logout()


@pytest.fixture
def ann() -> Contact:
    return make.contact(make.account("Prairie Rose"), "Ann Lee", email=ANN)


@pytest.fixture
def dana() -> Person:
    return make.person("Dana", roles=("account_executive",))


@pytest.fixture
def box(server: Imap, dana: Person, ann: Contact) -> OwnMailbox:
    return own_mailbox(dana, server)


def turned_on(box: OwnMailbox) -> OwnMailbox:
    """As its person does: looked at, then turned on."""
    box = look(box)
    verbs.turn_on_capture(box, by=by(box.person))
    return look(box)


def rows(box: OwnMailbox) -> dict[str, str]:
    return dict(box.mails.values_list("subject", "state"))


def counts(box: OwnMailbox) -> dict[str, int]:
    found: dict[str, int] = {}
    for because, count in OwnTally.objects.filter(mailbox=box).values_list("because", "count"):
        found[because] = found.get(because, 0) + count
    return found


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


@pytest.mark.parametrize("mark", ["header", "keyword", "folder", "subject", "rule"])
def test_a_private_mail_is_never_stored(server: Imap, box: OwnMailbox, dana: Person, mark: str, kind: str) -> None:
    OwnRule.objects.create(person=dana, effect="private", covers="word", value="salary")
    given = {
        "header": {"Sensitivity": "Company-Confidential"},
        "subject": {"subject": "Re: [Private] Our son"},
        "rule": {"subject": "Your Salary next year"},
    }.get(mark, {})
    if mark == "keyword" and kind == "pymap":
        pytest.skip("pymap keeps no keywords")
    flags = "($Private)" if mark == "keyword" else ""
    if mark == "folder":
        OwnMailbox.objects.filter(pk=box.pk).update(sent_folder="Private")
    sender, to = (dana.email, ANN) if mark == "folder" else (ANN, dana.email)
    server.deliver(mail(1, sender, to, **given), "Private" if mark == "folder" else "INBOX", flags)
    box = turned_on(box)
    row = OwnMail.objects.get()
    assert (row.state, row.because, row.by_mark) == ("private", "private", mark)
    assert (row.subject, row.address, row.contact, row.message) == ("", "", None, None)
    assert (Message.objects.count(), DraftedInteraction.objects.count(), counts(box)) == (0, 0, {"private": 1})


def _aged(message: Message) -> None:
    """As if the file were not of this moment."""
    os.utime(files.path_of(message.raw_sha), (time.time() - 60,) * 2)


def test_held_private_afterwards_it_goes_with_its_draft_and_is_never_taken_again(
    server: Imap, box: OwnMailbox, dana: Person, kind: str
) -> None:
    server.deliver(mail(1, dana.email, ANN, "My offer"), SENT[kind])
    box = turned_on(box)
    message = Message.objects.get()
    _aged(message)
    verbs.make_private(OwnMail.objects.get(), by=by(dana))
    assert (Message.objects.count(), DraftedInteraction.objects.count(), TimelineEntry.objects.count()) == (0, 0, 0)
    assert not files.path_of(message.raw_sha).exists()
    row = OwnMail.objects.get()
    assert (row.state, row.by_mark, row.subject, row.message) == ("private", "hand", "", None)
    OwnFolder.objects.update(last_uid=0, uid_validity=1)
    look(box)
    assert (Message.objects.count(), OwnMail.objects.count()) == (0, 1)
    hour = timedelta(hours=1)
    assert not mails_seen(clock.now() - hour, clock.now() + hour).exists()


def test_the_task_that_asks_for_a_note_forgets_what_a_private_mail_was_about(
    server: Imap, box: OwnMailbox, dana: Person, ann: Contact, kind: str
) -> None:
    server.deliver(mail(1, dana.email, ANN, "My offer"), SENT[kind])
    turned_on(box)
    task = open_task(
        by=by(dana), title="Write up: My offer", kind=UNWRITTEN, account=ann.account, source=Message.objects.get()
    )
    verbs.make_private(OwnMail.objects.get(), by=by(dana))
    task.refresh_from_db()
    assert (task.state, "offer" in task.title) == ("dropped", False)
    assert not events_of(Task).objects.filter(pgh_obj_id=task.pk, title__contains="offer").exists()


def test_moved_to_a_private_folder_in_the_mail_program_it_goes(server: Imap, box: OwnMailbox, dana: Person) -> None:
    raw = mail(1, ANN, dana.email)
    server.deliver(raw)
    box = turned_on(box)
    assert Message.objects.count() == 1
    server.deliver(raw, "Private")
    look(box)
    assert (Message.objects.count(), OwnMail.objects.get().by_mark) == (0, "folder")


def test_a_word_that_becomes_private_takes_back_what_was_taken(server: Imap, box: OwnMailbox, dana: Person) -> None:
    server.deliver(mail(1, ANN, dana.email, "About the hospital"))
    turned_on(box)
    verbs.add_own_rule(by=by(dana), effect=OwnRule.Effect.PRIVATE, covers="word", value="Hospital")
    assert (Message.objects.count(), OwnMail.objects.get().state) == (0, "private")


@pytest.mark.parametrize("verb", [verbs.never_address, verbs.never_domain])
def test_never_this_address_or_domain(server: Imap, box: OwnMailbox, dana: Person, verb: object) -> None:
    server.deliver(mail(1, ANN, dana.email))
    box = look(box)
    verb(OwnMail.objects.get(), by=by(dana))  # type: ignore[operator]
    assert OwnMail.objects.get().because == Because.BLOCKED
    box = turned_on(box)
    server.deliver(mail(2, ANN, dana.email))
    box = look(box)
    assert (Message.objects.count(), counts(box)) == (0, {"blocked": 1})
    verbs.remove_own_rule(OwnRule.objects.get(), by=by(dana))
    look(box)
    assert Message.objects.count() == 2


def test_the_companys_list_holds_for_everybody(server: Imap, box: OwnMailbox, dana: Person) -> None:
    boss = make.person("Boss", roles=("administrator",))
    entry = verbs.forbid_taking(by=by(boss), covers="domain", value="@Agency.example")
    assert entry.value == "agency.example"
    server.deliver(mail(1, ANN, dana.email))
    box = turned_on(box)
    assert (Message.objects.count(), counts(box)) == (0, {"company": 1})
    verbs.allow_taking(entry, by=by(boss))
    look(box)
    assert Message.objects.count() == 1


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


def test_two_people_share_the_same_mail_and_one_may_hold_it_private(
    server: Imap, box: OwnMailbox, dana: Person
) -> None:
    ruth = make.person("Ruth", roles=("account_executive",))
    hers = own_mailbox(ruth, server)
    server.deliver(mail(1, ANN, f"{dana.email}, {ruth.email}"))
    box, hers = turned_on(box), turned_on(hers)
    message = Message.objects.get()
    assert (message.by_person, OwnMail.objects.filter(message=message).count()) == (dana, 2)
    verbs.make_private(OwnMail.objects.get(mailbox=box), by=by(dana))
    message.refresh_from_db()
    assert message.by_person == ruth
    assert [draft.person for draft in DraftedInteraction.objects.all()] == [ruth]
    verbs.make_private(OwnMail.objects.get(mailbox=hers), by=by(ruth))
    assert (Message.objects.count(), DraftedInteraction.objects.count()) == (0, 0)


def test_turned_off_nothing_more_is_taken_and_what_nobody_kept_comes_back(
    server: Imap, box: OwnMailbox, dana: Person
) -> None:
    for number in (1, 2):
        server.deliver(mail(number, ANN, dana.email))
    box = turned_on(box)
    with pytest.raises(Refused):
        verbs.take_back_captured(box, by=by(dana))
    verbs.turn_off_capture(box, by=by(dana))
    server.deliver(mail(3, ANN, dana.email))
    look(box)
    assert Message.objects.count() == 2
    keep(DraftedInteraction.objects.get(subject="Subject 1"), dana)
    done = verbs.take_back_captured(OwnMailbox.objects.get(pk=box.pk), by=by(dana))
    assert (done.taken_back, done.stayed) == (1, 1)
    assert [message.subject for message in Message.objects.all()] == ["Subject 1"]
    assert set(box.mails.values_list("state", flat=True)) == {"taken", "back", "waiting"}


def keep(draft: DraftedInteraction, person: Person) -> None:
    """Kept as an interaction, by hand."""
    made = make.interaction(draft.account, person)
    DraftedInteraction.objects.filter(pk=draft.pk).update(state="kept", interaction=made)


def test_what_was_kept_of_a_private_mail_stays_and_says_so(server: Imap, box: OwnMailbox, dana: Person) -> None:
    server.deliver(mail(1, ANN, dana.email))
    turned_on(box)
    draft = DraftedInteraction.objects.get()
    keep(draft, dana)
    actor = by(dana)
    verbs.make_private(OwnMail.objects.get(), by=actor)
    draft.refresh_from_db()
    assert (Message.objects.count(), draft.message, draft.text, draft.interaction is not None) == (0, None, "", True)
    assert "stays as your note" in actor.said[0]


def test_disconnecting_and_leaving_forget_the_password_and_every_header(
    server: Imap, box: OwnMailbox, dana: Person
) -> None:
    from callboard.team.actions import deactivate_person

    server.deliver(mail(1, ANN, dana.email))
    box = look(box)
    assert box.mails.count() == 1
    boss = make.person("Boss", roles=("administrator",))
    deactivate_person(dana, by=by(boss))
    box.refresh_from_db()
    assert (box.secret, box.user, box.imap_host, box.state, box.mails.count()) == ("", "", "", "gone", 0)
    assert box.folders.count() == 0

"""What is private or never, and what leaves again, against a real IMAP server."""

import os
import time
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from callboard.channels.actions import own as verbs
from callboard.channels.actions.own import removing
from callboard.channels.models import Because, Message, OwnFolder, OwnMail, OwnMailbox, OwnRule
from callboard.core import clock, files
from callboard.core.actions import Refused
from callboard.core.history import events_of
from callboard.core.models import TimelineEntry
from callboard.directory.models import Contact
from callboard.journal.actions import drop_mail
from callboard.journal.actions.seen import UNWRITTEN
from callboard.journal.models import DraftedInteraction
from callboard.journal.queries import mails_seen
from callboard.team.models import Person
from callboard.work.models import Task
from tests import make
from tests.channels.own import SENT, by, counts, look, mail, own_mailbox, turned_on
from tests.channels.servers import Imap

pytestmark = pytest.mark.django_db(transaction=True)
ANN, STRANGER, DESK = "ann@agency.example", "someone@elsewhere.example", "desk@callboard.example"


@pytest.mark.parametrize("mark", ["header", "folder", "subject", "rule"])
def test_a_private_mail_is_never_stored(server: Imap, box: OwnMailbox, dana: Person, mark: str) -> None:
    never_stored(server, box, dana, mark)


@pytest.mark.needs("dovecot")
@pytest.mark.parametrize("kind", ["dovecot"], indirect=True)  # pymap keeps no keywords
def test_a_mail_with_a_private_flag_is_never_stored(server: Imap, box: OwnMailbox, dana: Person) -> None:
    never_stored(server, box, dana, "keyword")


def never_stored(server: Imap, box: OwnMailbox, dana: Person, mark: str) -> None:
    OwnRule.objects.create(person=dana, effect="private", covers="word", value="salary")
    given = {
        "header": {"Sensitivity": "Company-Confidential"},
        "subject": {"subject": "Re: [Private] Our son"},
        "rule": {"subject": "Your Salary next year"},
    }.get(mark, {})
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
    told = {"kind": UNWRITTEN, "source_kind": "channels.message", "source_id": Message.objects.get().pk}
    task = make.task(dana, "Write up: My offer", account=ann.account, **told)
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
    assert (Message.objects.count(), counts(box)) == (0, {"blocked": 2})
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


def test_nothing_is_left_of_a_private_mail_that_was_answered(server: Imap, box: OwnMailbox, dana: Person) -> None:
    """The conversation was called after it."""
    server.deliver(mail(1, ANN, dana.email, "Zebrafish"))
    server.deliver(mail(2, ANN, dana.email, "Tomorrow", In_Reply_To="<1@mail.example>"))
    turned_on(box)
    first = Message.objects.get(subject="Zebrafish")
    assert first.thread == Message.objects.get(subject="Tomorrow").thread
    verbs.make_private(OwnMail.objects.get(message=first), by=by(dana))
    assert tables_with("Zebrafish") == []
    assert Message.objects.get().thread.subject == "Tomorrow"


def tables_with(word: str) -> list[str]:
    """The tables in which a word stands, in whatever column."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT count(*) FROM "{table}" t WHERE t::text ILIKE %s', [f"%{word}%"])
            if cursor.fetchone()[0]:
                found.append(table)
    return found


def test_what_a_colleague_dropped_by_hand_stays_theirs_when_its_owner_takes_back(
    server: Imap, box: OwnMailbox, dana: Person
) -> None:
    ben = make.person("Ben", roles=("account_executive",))
    raw = mail(1, ANN, f"{dana.email}, {ben.email}")
    server.deliver(raw)
    box = turned_on(box)
    draft = drop_mail(by=by(ben), file=SimpleUploadedFile("mail.eml", raw))
    verbs.turn_off_capture(box, by=by(dana))
    actor = by(dana)
    verbs.take_back_captured(OwnMailbox.objects.get(pk=box.pk), by=actor)
    assert actor.said == ["1 mail is gone from here."]
    assert [each.pk for each in DraftedInteraction.objects.all()] == [draft.pk]
    assert Message.objects.get().by_person == ben


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
    actor = by(dana)
    verbs.take_back_captured(OwnMailbox.objects.get(pk=box.pk), by=actor)
    assert actor.said[-1] == "1 mail is gone from here. 1 stays because somebody kept it."
    assert [message.subject for message in Message.objects.all()] == ["Subject 1"]
    assert set(box.mails.values_list("state", flat=True)) == {"taken", "back", "waiting"}


@pytest.mark.parametrize(
    ("gone", "stayed", "said"),
    [
        (1, 0, "1 mail is gone from here."),
        (3, 0, "3 mails are gone from here."),
        (0, 2, "Nothing is gone from here. 2 stay because somebody kept them."),
        (2, 1, "2 mails are gone from here. 1 stays because somebody kept it."),
        (0, 0, "Nothing is gone from here."),
    ],
)
def test_taking_back_says_what_is_true_and_no_more(gone: int, stayed: int, said: str) -> None:
    assert removing.back_said(gone, stayed) == said


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

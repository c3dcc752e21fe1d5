"""What its person presses while their mailbox is looked into holds, against a real IMAP server."""

from typing import Any

import pytest

from callboard.channels.actions import own as verbs
from callboard.channels.actions.own import looking
from callboard.channels.imap import client, folders
from callboard.channels.models import Message, OwnFolder, OwnMail, OwnMailbox, OwnRule
from callboard.team.models import Person
from tests.channels.own import SENT, by, counts, look, mail, turned_on
from tests.channels.servers import Imap

pytestmark = pytest.mark.django_db(transaction=True)
ANN = "ann@agency.example"
LAWYER = {"effect": OwnRule.Effect.PRIVATE, "covers": "domain", "value": "lawyer.example"}


def beside(monkeypatch: pytest.MonkeyPatch, where: Any, name: str, what: Any, *, after: bool = False) -> None:
    """Somebody presses a button in the moment the look calls `where.name` (before it, or once it has its answer)."""
    whole, done = getattr(where, name), []

    def called(*given: Any, **named: Any) -> Any:
        if not after and not done:
            done.append(what())
        found = whole(*given, **named)
        if after and not done:
            done.append(what())
        return found

    monkeypatch.setattr(where, name, called)


def test_a_private_rule_made_while_a_mail_is_fetched_holds_for_it(
    server: Imap, box: OwnMailbox, dana: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = turned_on(box)
    server.deliver(mail(1, ANN, f"{dana.email}, partner@lawyer.example", "Zebrafish"))
    beside(monkeypatch, client.Connection, "fetch", lambda: verbs.add_own_rule(by=by(dana), **LAWYER))
    look(box)
    row = OwnMail.objects.get()
    assert (Message.objects.count(), row.state, row.subject) == (0, "private", "")


def test_held_private_while_it_is_judged_again_it_stays_private(
    server: Imap, box: OwnMailbox, dana: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.deliver(mail(1, ANN, dana.email, "Zebrafish"))
    box = look(box)
    OwnFolder.objects.update(last_uid=0)  # as after any change of the rules
    row = OwnMail.objects.get()
    beside(monkeypatch, looking, "own_rows", lambda: verbs.make_private(row, by=by(dana)), after=True)
    look(box)
    row.refresh_from_db()
    assert (row.state, row.subject) == ("private", "")


def test_disconnected_while_headers_are_read_none_is_kept(
    server: Imap, box: OwnMailbox, dana: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.deliver(mail(1, ANN, dana.email, "Zebrafish"))
    beside(monkeypatch, folders, "_heads", lambda: verbs.disconnect_own_mailbox(box, by=by(dana)), after=True)
    box = look(box)
    assert (box.connected, box.last_error, box.mails.count(), box.folders.count()) == (False, "", 0, 0)


def test_a_rule_removed_while_it_is_read_is_looked_at_again(
    server: Imap, box: OwnMailbox, dana: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    rule = verbs.add_own_rule(by=by(dana), effect=OwnRule.Effect.NEVER, covers="address", value=ANN)
    server.deliver(mail(1, ANN, dana.email))
    box = turned_on(box)
    assert counts(box) == {"blocked": 1}
    server.deliver(mail(2, ANN, dana.email))
    beside(monkeypatch, folders, "_heads", lambda: verbs.remove_own_rule(rule, by=by(dana)), after=True)
    due = look(box).next_look_at
    assert due is not None and due <= looking.clock.now()
    look(box)
    assert Message.objects.count() == 2


def test_a_private_rule_marks_what_waits_by_everybody_in_it(server: Imap, box: OwnMailbox, dana: Person) -> None:
    """A row that waits names whom it is with alone; the rule covers another receiver."""
    server.deliver(mail(1, ANN, f"{dana.email}, partner@lawyer.example", "Zebrafish"))
    box = look(box)
    verbs.add_own_rule(by=by(dana), **LAWYER)
    look(box)
    row = OwnMail.objects.get()
    assert (row.state, row.by_mark, row.subject) == ("private", "rule", "")


def test_a_uid_that_means_another_mail_by_now_is_not_asked_for_again(
    server: Imap, box: OwnMailbox, dana: Person
) -> None:
    """Some servers call the UIDVALIDITY of every inbox the same, so its number says nothing of another account."""
    server.deliver(mail(1, "mum@home.example", dana.email))
    box = turned_on(box)
    folder = OwnFolder.objects.get(role="inbox")
    OwnMail.objects.create(
        mailbox=box, key="f" * 64, state="waiting", folder="inbox", uid=folder.last_uid, at=box.last_read_at,
        uid_validity=folder.uid_validity, subject="Of the account before", address=ANN,
    )  # fmt: skip
    for _look in range(3):
        look(box)
    assert (counts(box), OwnMail.objects.count()) == ({"unknown": 1}, 0)


def test_a_private_rule_takes_back_what_was_sent_to_its_address_in_blind_copy(
    server: Imap, box: OwnMailbox, dana: Person, kind: str
) -> None:
    """A message does not keep whom it was hidden from; the header in the mailbox says it."""
    server.deliver(mail(1, dana.email, ANN, "Zebrafish", Bcc="partner@lawyer.example"), SENT[kind])
    box = turned_on(box)
    assert Message.objects.count() == 1
    verbs.add_own_rule(by=by(dana), **LAWYER)
    look(box)
    row = OwnMail.objects.get()
    assert (Message.objects.count(), row.state, row.subject) == (0, "private", "")

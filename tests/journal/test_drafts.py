"""Drafted interactions: kept as notes, dismissed, brought back; one with the task that asks for the note."""

from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from django.test import Client

from callboard.channels.models import Capture, Message
from callboard.core import clock
from callboard.core.access import visible
from callboard.core.actions import Actor, Forbidden, Refused, Text
from callboard.core.models import Log, TimelineEntry
from callboard.core.runs import working
from callboard.core.runs.actions import prepare_run, start_run
from callboard.core.undo import undo
from callboard.directory.actions import erase_contact, merge_accounts
from callboard.directory.models import Account, Contact
from callboard.journal import jobs, queries
from callboard.journal.actions import (
    attach_draft,
    dismiss_draft,
    give_draft,
    keep_draft,
    log_interaction,
    meet_draft,
    remove_interaction,
    reopen_draft,
    write_note,
)
from callboard.journal.actions.seen import UNWRITTEN
from callboard.journal.box import begun_url
from callboard.journal.models import Drafted, DraftedInteraction, Interaction, Kind
from callboard.team.models import Person
from callboard.work.actions import drop_task, finish_task, reopen_task
from callboard.work.models import Task, TaskState
from tests import make
from tests.channels.captured import mail, take

#: A Wednesday, half past four in Texas.
LATE = datetime(2026, 3, 11, 21, 30, tzinfo=UTC)
TO = "Ray Hargrove <ray@hargrove.example>"
SAID = Text("Offered 1,240 a month for eleven cars; Ray compares until Friday.")


@pytest.fixture(autouse=True)
def late(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = count()
    monkeypatch.setattr(clock, "now", lambda: LATE + timedelta(seconds=next(seconds)))


def drafted(person: Person, to: str = TO, id: str = "one@ours.example", hours: int = 3) -> DraftedInteraction:
    raw = mail(to, sender=person.email, id=id, at=LATE - timedelta(hours=hours))
    message = take(raw, None, capture=Capture.OWN, person=person, direction=Message.Direction.OUT)
    return DraftedInteraction.objects.get(message=message)


def asked() -> Task:
    jobs.ask_for_notes(timestamp=0)
    return Task.objects.get(kind=UNWRITTEN)


def last(name: str) -> Log:
    return Log.objects.filter(action=name).latest("at", "id")


def test_a_draft_counts_as_nothing_until_it_is_kept(dana: Person, hargrove: Account, ray: Contact, by: Actor) -> None:
    draft = drafted(dana)
    assert (draft.account, list(draft.contacts.all())) == (hargrove, [ray])
    assert not Interaction.objects.exists()
    assert queries.conversations_of([hargrove.pk]) == {}
    made = keep_draft(draft, by=by, text=SAID)
    draft.refresh_from_db()
    assert (draft.state, draft.interaction) == (Drafted.KEPT, made)
    assert (made.kind, made.at, made.person, made.contact, made.text) == (Kind.MAIL, draft.at, dana, ray, SAID)
    assert (list(made.accounts.all()), made.message) == ([hargrove], draft.message)


def test_without_words_the_note_says_what_the_mail_says(dana: Person, ray: Contact, by: Actor) -> None:
    made = keep_draft(drafted(dana), by=by)
    assert made.text == "Eleven cars\nDear Dana, the offer is 1,240 a month."


def test_undone_it_is_a_draft_again(dana: Person, ray: Contact, by: Actor) -> None:
    draft = drafted(dana)
    made = keep_draft(draft, by=by, text=SAID)
    undo(last("journal.keep_draft"), by=by)
    draft.refresh_from_db()
    made.refresh_from_db()
    assert (draft.state, draft.interaction, made.removed_at is not None) == (Drafted.OPEN, None, True)
    keep_draft(draft, by=by, text=SAID)
    dismissed = drafted(dana, id="two@ours.example")
    dismiss_draft(dismissed, by=by)
    undo(last("journal.dismiss_draft"), by=by)
    dismissed.refresh_from_db()
    assert dismissed.state == Drafted.OPEN


def test_the_note_removed_brings_the_draft_back(dana: Person, ray: Contact, by: Actor) -> None:
    draft = drafted(dana)
    remove_interaction(keep_draft(draft, by=by, text=SAID), by=by)
    draft.refresh_from_db()
    assert draft.state == Drafted.OPEN


def test_kept_twice_is_refused(dana: Person, ray: Contact, by: Actor) -> None:
    draft = drafted(dana)
    keep_draft(draft, by=by, text=SAID)
    with pytest.raises(Refused):
        keep_draft(draft, by=by, text=SAID)


def test_of_one_mail_there_is_one_task_and_keeping_the_draft_finishes_it(
    dana: Person, hargrove: Account, ray: Contact, by: Actor
) -> None:
    draft = drafted(dana)
    task = asked()
    assert (task.owner, task.account, task.source_id) == (dana, hargrove, draft.message_id)
    keep_draft(draft, by=by, text=SAID)
    task.refresh_from_db()
    assert task.state == TaskState.DONE
    undo(last("journal.keep_draft"), by=by)
    task.refresh_from_db()
    assert task.state == TaskState.OPEN


def test_the_note_of_the_task_keeps_the_draft(dana: Person, hargrove: Account, ray: Contact, by: Actor) -> None:
    draft = drafted(dana)
    asked()
    made = log_interaction(by=by, kind=Kind.MAIL, accounts=[hargrove], text=SAID, message=draft.message)
    draft.refresh_from_db()
    assert (draft.state, draft.interaction) == (Drafted.KEPT, made)


def test_the_task_leads_to_a_note_begun_from_the_draft(client: Client, dana: Person, ray: Contact) -> None:
    draft = drafted(dana)
    client.force_login(dana)
    page = client.get(begun_url(draft.message_id or 0)).content.decode()
    assert "Eleven cars\nDear Dana, the offer is 1,240 a month." in page


def test_whose_it_is_not_finds_no_page(client: Client, dana: Person, ray: Contact) -> None:
    draft = drafted(dana)
    client.force_login(make.person(roles=("account_executive",)))
    for path in (
        f"/drafted/{draft.pk}/",
        f"/do/journal.keep_draft/{draft.pk}/",
        f"/do/journal.dismiss_draft/{draft.pk}/",
    ):
        assert client.get(path).status_code == 404, path
    assert "Eleven cars" not in client.get("/drafted/?state=open").content.decode()
    assert client.post(f"/do/journal.keep_draft/{draft.pk}/", {"text": "mine"}).status_code == 404


def test_many_are_kept_at_once(dana: Person, ray: Contact, by: Actor) -> None:
    drafts = [drafted(dana, id=f"{number}@ours.example") for number in range(3)]
    ids = ",".join(str(draft.pk) for draft in drafts)
    run = prepare_run(by=by, verb="journal.keep_draft", source="drafted", ids=ids)
    start_run(run, by=by, given="{}")
    while working.work_chunk(run.pk):
        pass
    assert set(DraftedInteraction.objects.values_list("state", flat=True)) == {Drafted.KEPT}
    assert Interaction.objects.count() == 3


def test_a_note_of_that_day_ends_the_task_and_the_draft(
    dana: Person, hargrove: Account, ray: Contact, by: Actor
) -> None:
    draft = drafted(dana)
    task = asked()
    made = write_note(hargrove, by=by, text=SAID)
    draft.refresh_from_db()
    task.refresh_from_db()
    assert (draft.state, draft.interaction, task.state) == (Drafted.KEPT, made, TaskState.DONE)


def test_dismissed_and_dropped_go_together(dana: Person, ray: Contact, by: Actor) -> None:
    draft = drafted(dana)
    task = asked()
    dismiss_draft(draft, by=by)
    task.refresh_from_db()
    assert task.state == TaskState.DROPPED
    reopen_draft(draft, by=by)
    task.refresh_from_db()
    assert task.state == TaskState.OPEN
    for end in (drop_task, finish_task):
        end(task, by=by)
        draft.refresh_from_db()
        assert draft.state == Drafted.DISMISSED
        task.refresh_from_db()
        reopen_task(task, by=by)
        draft.refresh_from_db()
        assert draft.state == Drafted.OPEN


def test_dismissed_before_the_hour_it_is_never_asked_for(dana: Person, ray: Contact, by: Actor) -> None:
    draft, other = drafted(dana), drafted(dana, id="two@ours.example")
    for each in (draft, other):
        dismiss_draft(each, by=by)
    jobs.ask_for_notes(timestamp=0)
    assert not Task.objects.filter(kind=UNWRITTEN).exists()
    reopen_draft(draft, by=by)
    assert asked().source_id == draft.message_id


def test_what_nobody_knows_is_put_on_an_account_and_back(dana: Person, hargrove: Account, by: Actor) -> None:
    draft = drafted(dana, "Zoe Stranger <zoe@nowhere.example>")
    assert (draft.account, draft.name, draft.address) == (None, "Zoe Stranger", "zoe@nowhere.example")
    with pytest.raises(Exception, match="which account"):
        keep_draft(draft, by=by, text=SAID)
    attach_draft(draft, by=by, account=hargrove)
    message = Message.objects.get()
    assert (message.account, message.thread and message.thread.account) == (hargrove, hargrove)
    assert TimelineEntry.objects.get(ref_kind="channels.message").root_id == hargrove.pk
    undo(last("journal.attach_draft"), by=by)
    message.refresh_from_db()
    draft.refresh_from_db()
    assert (message.account, draft.account) == (None, None)
    assert not TimelineEntry.objects.filter(ref_kind="channels.message").exists()


def test_whom_nobody_knows_becomes_a_contact(dana: Person, hargrove: Account, by: Actor) -> None:
    draft = drafted(dana, "Zoe Stranger <zoe@nowhere.example>")
    meet_draft(draft, by=by, account=hargrove, name=draft.name, email=draft.address)
    (zoe,) = draft.contacts.all()
    assert (zoe.name, zoe.account, [each.address for each in zoe.emails.all()]) == (
        "Zoe Stranger", hargrove, ["zoe@nowhere.example"],
    )  # fmt: skip
    assert keep_draft(draft, by=by, text=SAID).contact == zoe


def test_a_contact_is_made_by_those_who_may_change_the_account(hargrove: Account) -> None:
    rep = make.person("Rep", roles=("account_executive",))
    draft = drafted(rep, "Zoe Stranger <zoe@nowhere.example>")
    with pytest.raises(Forbidden):
        meet_draft(draft, by=make.actor(rep), account=hargrove, name="Zoe", email=draft.address)


def test_a_draft_is_seen_by_whose_it_is(dana: Person, ray: Contact) -> None:
    rep, other = (make.person(roles=("account_executive",)) for _ in range(2))
    admin = make.person(roles=("administrator",))
    draft = drafted(rep)
    rows = DraftedInteraction.objects.all()
    assert list(visible(rows, make.actor(rep))) == [draft]
    assert list(visible(rows, make.actor(other))) == []
    assert list(visible(rows, make.actor(admin))) == [draft]
    with pytest.raises(Forbidden):
        keep_draft(draft, by=make.actor(other), text=SAID)


def test_given_on_it_is_theirs(dana: Person, ray: Contact, by: Actor) -> None:
    draft, other = drafted(dana), make.person()
    give_draft(draft, by=by, to=other)
    draft.refresh_from_db()
    assert draft.person == other
    assert keep_draft(draft, by=make.actor(other), text=SAID).person == other


def test_merged_accounts_keep_their_drafts(dana: Person, hargrove: Account, ray: Contact) -> None:
    draft = drafted(dana)
    kept = make.account("Hargrove Agency")
    admin = make.actor(make.person(roles=("administrator",)))
    merge_accounts(by=admin, keep=kept, gone=hargrove)
    draft.refresh_from_db()
    assert draft.account == kept


def test_erased_nobody_is_named_in_a_draft(dana: Person, ray: Contact) -> None:
    draft = drafted(dana)
    DraftedInteraction.objects.filter(pk=draft.pk).update(text="Ask Ray Hargrove", address="ray@hargrove.example")
    erase_contact(ray, by=make.actor(make.person(roles=("administrator",))), reason="asked by mail")
    draft.refresh_from_db()
    assert "Hargrove" not in draft.text and "ray@" not in draft.address

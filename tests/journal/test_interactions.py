from datetime import timedelta
from decimal import Decimal

import pytest

from callboard.core import clock
from callboard.core.actions import Actor, Forbidden, Invalid, Refused
from callboard.core.models import Log, TimelineEntry
from callboard.directory.models import Account, AccountFacts, Attempt, Contact
from callboard.journal.actions import (
    change_interaction,
    log_interaction,
    remove_interaction,
    restore_interaction,
    write_note,
)
from callboard.journal.models import Interaction, Kind, Outcome
from callboard.journal.rules import conversed
from callboard.team.models import Person
from callboard.work.models import Task
from tests import make


def facts(account: Account) -> AccountFacts:
    return AccountFacts.objects.get(account=account)


def test_a_call_that_reached_somebody_moves_all_three_clocks_and_stands_on_the_timeline(
    by: Actor, hargrove: Account, ray: Contact
) -> None:
    at = clock.now() - timedelta(hours=1)
    log_interaction(
        by=by, kind=Kind.CALL, accounts=[hargrove], contact=ray, at=at, text="Nine seats.", outcome=Outcome.SPOKE, duration_s=480
    )  # fmt: skip
    found = facts(hargrove)
    assert (found.last_attempt_at, found.last_conversation_at, found.last_word_at) == (at, at, at)
    line = TimelineEntry.objects.get(root_id=hargrove.pk)
    assert (line.kind, line.title) == ("journal.call", "Call with Ray Hargrove, spoke, 8 min")
    assert (line.text, line.at, line.person) == ("Nine seats.", at, by.person)
    assert Log.objects.get(action="journal.log_interaction").result_kind == "journal.interaction"


def test_a_call_nobody_answered_is_an_attempt_and_no_more(by: Actor, hargrove: Account) -> None:
    log_interaction(by=by, kind=Kind.CALL, accounts=[hargrove], outcome=Outcome.NO_ANSWER)
    found = facts(hargrove)
    assert found.last_attempt_at is not None
    assert (found.last_conversation_at, found.last_word_at) == (None, None)
    assert Attempt.objects.get().medium == "phone"


@pytest.mark.parametrize(
    ("kind", "outcome", "seconds", "counts"),
    [
        ("call", "spoke", 30, True),
        ("call", "spoke", 29, False),
        ("call", "spoke", None, True),
        ("call", "voicemail", 60, False),
        ("call", None, 600, False),
        ("meeting", None, None, True),
        ("demo", "no_answer", None, False),
        ("mail", "spoke", None, False),
        ("note", None, None, False),
    ],
)
def test_both_spoke_in_an_answered_call_of_thirty_seconds_or_face_to_face(
    kind: str, outcome: str | None, seconds: int | None, counts: bool
) -> None:
    assert conversed(kind, outcome, seconds) is counts


def test_a_note_moves_no_clock(by: Actor, hargrove: Account) -> None:
    write_note(hargrove, by=by, text="Their renewal is in May.")
    assert facts(hargrove).last_attempt_at is None
    assert Interaction.objects.get().kind == "note"


def test_an_outcome_makes_a_note_a_call(by: Actor, hargrove: Account) -> None:
    assert write_note(hargrove, by=by, outcome=Outcome.VOICEMAIL).kind == "call"


def test_it_stands_on_several_accounts_at_once(by: Actor, hargrove: Account) -> None:
    mesa = make.account("Mesa Verde")
    log_interaction(by=by, kind=Kind.MEETING, accounts=[hargrove, mesa], text="Cluster lunch.")
    assert TimelineEntry.objects.filter(kind="journal.meeting").count() == 2
    assert facts(mesa).last_conversation_at == facts(hargrove).last_conversation_at


def test_without_accounts_it_stands_on_the_contacts(by: Actor, hargrove: Account, ray: Contact) -> None:
    made = log_interaction(by=by, kind=Kind.NOTE, accounts=[], contact=ray, text="Likes mornings.")
    assert list(made.accounts.all()) == [hargrove]


def test_a_next_step_becomes_one_task_of_the_writer_with_its_reason(by: Actor, hargrove: Account, dana: Person) -> None:
    on = clock.business_day(clock.now()) + timedelta(days=3)
    made = write_note(hargrove, by=by, text="Wants a price.", next_step="Send prices", next_on=on)
    task = Task.objects.get()
    assert (task.title, task.owner, task.account) == ("Send prices", dana, hargrove)
    assert (task.source_kind, task.source_id) == ("journal.interaction", made.pk)
    assert task.due_at is not None
    assert task.due_at.astimezone(dana.tz).date() == on


def test_a_date_alone_is_a_follow_up(by: Actor, hargrove: Account) -> None:
    on = clock.business_day(clock.now()) + timedelta(days=1)
    write_note(hargrove, by=by, text="Later.", next_on=on)
    assert Task.objects.get().title == "Follow up"


def test_nothing_written_nothing_chosen_is_refused(by: Actor, hargrove: Account) -> None:
    with pytest.raises(Invalid) as stopped:
        write_note(hargrove, by=by, text="  ")
    assert set(stopped.value.errors) == {"text"}


def test_neither_the_future_nor_a_step_in_the_past_is_written_up(by: Actor, hargrove: Account) -> None:
    now = clock.now()
    with pytest.raises(Invalid) as stopped:
        log_interaction(
            by=by, kind=Kind.CALL, accounts=[hargrove], text="x", at=now + timedelta(hours=1), next_on=now.date() - timedelta(days=3)
        )  # fmt: skip
    assert set(stopped.value.errors) == {"at", "next_on"}


def test_somebody_of_another_account_is_not_who_it_was_with(by: Actor, hargrove: Account) -> None:
    other = make.contact(make.account("Other"), "Ann")
    with pytest.raises(Invalid):
        write_note(hargrove, by=by, text="x", contact=other)


def test_who_has_no_role_may_not_write(hargrove: Account) -> None:
    with pytest.raises(Forbidden):
        write_note(hargrove, by=make.actor(make.person(roles=())), text="x")


def test_a_removed_note_leaves_timeline_clocks_and_tasks_and_comes_back(by: Actor, hargrove: Account) -> None:
    first = make.interaction(hargrove, by.person, at=clock.now() - timedelta(days=2))
    second = make.interaction(hargrove, by.person, next_step="Call again")
    remove_interaction(second, by=by)
    assert facts(hargrove).last_conversation_at == first.at
    assert facts(hargrove).last_attempt_at == first.at
    assert TimelineEntry.objects.filter(ref_kind="journal.interaction").count() == 1
    assert Task.objects.get().state == "dropped"
    with pytest.raises(Refused):
        remove_interaction(second, by=by)
    restore_interaction(second, by=by)
    assert facts(hargrove).last_conversation_at == second.at
    assert TimelineEntry.objects.filter(ref_kind="journal.interaction").count() == 2
    assert Task.objects.filter(state="open").count() == 1


def test_saving_a_note_can_be_undone(by: Actor, hargrove: Account) -> None:
    write_note(hargrove, by=by, text="Wrong account.")
    write_note.undo_of(Log.objects.get(action="journal.write_note"), by=by)
    assert not TimelineEntry.objects.exists()


def test_a_change_goes_through_to_timeline_clocks_and_the_open_task(by: Actor, hargrove: Account) -> None:
    on = clock.business_day(clock.now()) + timedelta(days=3)
    made = make.interaction(hargrove, by.person, next_step="Call", next_on=on)
    change_interaction(made, by=by, text="No: voicemail.", outcome=Outcome.VOICEMAIL, next_step="Mail instead")
    line = TimelineEntry.objects.get(root_id=hargrove.pk)
    assert (line.title, line.text.splitlines()[0]) == ("Call, voicemail", "No: voicemail.")
    assert facts(hargrove).last_conversation_at is None
    assert Task.objects.get().title == "Mail instead"
    change_interaction(made, by=by, next_step="")
    assert Task.objects.get().state == "dropped"


def test_a_call_to_a_customer_counts_as_service_to_others_as_sales(by: Actor, hargrove: Account) -> None:
    make.interaction(hargrove, by.person)
    make.interaction(make.account("Customer", mrr=Decimal("99")), by.person)
    assert sorted(Attempt.objects.values_list("purpose", flat=True)) == ["sales", "service"]

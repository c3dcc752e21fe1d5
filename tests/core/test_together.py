"""Two people at once, on real connections."""

import logging
import threading
import time

import pytest
from django.db import IntegrityError, OperationalError, connection, transaction

from callboard.core.actions import Busy, Conflict, Invalid
from callboard.core.actor import Actor
from callboard.core.models import Log
from callboard.core.undo import refusal_of
from callboard.directory.models import Account
from callboard.work.models import Task
from tests.at_once import at_once, one_waits

from .verbs import open_note, reach_across, rename, take_note_away

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_renames_at_once_both_happen_one_after_the_other(account: Account, by: Actor) -> None:
    raised = at_once(lambda: rename(account, by=by, name="One"), lambda: rename(account, by=by, name="Two"))
    assert raised == [None, None]
    account.refresh_from_db()
    assert account.name in ("One", "Two") and account.version == 3


def test_whoever_waited_for_another_is_later_than_they_are(account: Account, by: Actor) -> None:
    begun, held = threading.Event(), threading.Event()

    def holder() -> None:
        with transaction.atomic():
            Account.objects.select_for_update(no_key=True).get(pk=account.pk)
            held.set()
            begun.wait(10)
            time.sleep(0.3)  # the other one has begun, and waits for the record
            rename(account, by=by, name="First")

    def waits() -> None:
        held.wait(10)
        begun.set()
        rename(account, by=by, name="Second")

    assert at_once(holder, waits) == [None, None]
    account.refresh_from_db()
    assert account.name == "Second"
    earlier, later = Log.objects.order_by("at")
    assert later.undo_args == {"name": "First"}
    assert refusal_of(earlier) is not None and refusal_of(later) is None


def test_of_two_edits_of_the_same_version_one_wins_and_one_is_told(account: Account, by: Actor) -> None:
    version = account.version
    raised = at_once(
        lambda: rename(account, by=by, name="One", _version=version),  # type: ignore[call-arg]
        lambda: rename(account, by=by, name="Two", _version=version),  # type: ignore[call-arg]
    )
    assert sorted(type(error) for error in raised if error) == [Conflict]


def test_the_same_key_pressed_eight_times_at_once_does_it_once(account: Account, by: Actor) -> None:
    press = by.with_key("pressed")
    raised = at_once(*[lambda: open_note(by=press, account=account, title="Once")] * 8)
    assert raised == [None] * 8
    assert Task.objects.count() == 1


def test_the_same_key_with_two_bodies_at_once_does_one(account: Account, by: Actor) -> None:
    press = by.with_key("pressed")
    raised = at_once(
        lambda: open_note(by=press, account=account, title="A"), lambda: open_note(by=press, account=account, title="B")
    )
    assert sorted(type(error) for error in raised if error) == [Invalid]
    assert Task.objects.count() == 1


def test_a_missing_root_starts_the_run_again(
    account: Account, other: Account, by: Actor, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, "callboard.restarts"):
        reach_across(account, by=by, other=other)
    assert "restarts for accounts" in caplog.text
    other.refresh_from_db()
    assert other.name == "Cypress Creek Agency reached"
    assert Log.objects.count() == 2


def test_reaching_across_both_ways_at_once_ends_well(account: Account, other: Account, by: Actor) -> None:
    raised = at_once(
        *[lambda: reach_across(account, by=by, other=other), lambda: reach_across(other, by=by, other=account)] * 4
    )
    assert raised == [None] * 8


def test_a_deadlock_with_others_is_tried_again(
    account: Account, other: Account, by: Actor, caplog: pytest.LogCaptureFixture
) -> None:
    """Somebody outside our order of locks holds the second row and wants the first."""
    holding, go = threading.Event(), threading.Event()
    low, high = sorted((account, other), key=lambda a: a.pk)

    def outsider() -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM directory_account WHERE id = %s FOR UPDATE", [high.pk])
            holding.set()
            go.wait(5)
            cursor.execute("SELECT 1 FROM directory_account WHERE id = %s FOR UPDATE", [low.pk])

    def ours() -> None:
        holding.wait(5)
        timer = threading.Timer(0.6, go.set)
        timer.start()
        reach_across(low, by=by, other=high)

    # Ours waits first, so the server's deadlock check, a second later, ends ours.
    with caplog.at_level(logging.INFO, "callboard.restarts"):
        assert at_once(outsider, ours) == [None, None]
    assert "40P01" in caplog.text
    high.refresh_from_db()
    assert high.name.endswith("reached")


def test_a_dry_run_waits_a_second_at_most_for_a_lock(account: Account, by: Actor) -> None:
    holding, done = threading.Event(), threading.Event()

    def holder() -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM directory_account WHERE id = %s FOR UPDATE", [account.pk])
            holding.set()
            done.wait(10)

    def previewer() -> None:
        holding.wait(5)
        try:
            assert isinstance(rename.dry_run(account, by=by, name="x").error, Busy)
        finally:
            done.set()

    assert at_once(holder, previewer) == [None, None]


def test_the_log_is_a_ledger(account: Account, by: Actor) -> None:
    rename(account, by=by, name="Bluebonnet")
    for statement in ("UPDATE core_log SET action = 'x'", "DELETE FROM core_log", "TRUNCATE core_log"):
        with pytest.raises(Exception, match=r"permission denied|ledger") as refused, connection.cursor() as cursor:
            cursor.execute(statement)
        assert not isinstance(refused.value, OperationalError)


def test_a_log_line_is_undone_once_although_two_press_at_the_same_moment(account: Account, by: Actor) -> None:
    take_note_away(Task.objects.create(title="Once", account=account, owner=by.person), by=by)
    log = Log.objects.get(action="core.take_note_away")
    raised = at_once(*[lambda: take_note_away.undo_of(log, by=by)] * 4)
    assert [str(error) for error in raised if error] == ["It was undone already."] * 3
    assert Task.objects.count() == 1


def test_what_somebody_changes_at_the_moment_of_the_undo_is_not_undone_under_them(account: Account, by: Actor) -> None:
    """The undo looked, then waited for the other change: it looks again."""
    rename(account, by=by, name="One")
    log = Log.objects.get(action="core.rename")
    raised = one_waits(lambda: rename(account, by=by, name="Two"), lambda: rename.undo_of(log, by=by))
    assert raised[0] is None
    assert "Something was done to it since" in str(raised[1])
    account.refresh_from_db()
    assert account.name == "Two"


def test_the_database_keeps_a_line_from_being_undone_twice(account: Account, by: Actor) -> None:
    rename(account, by=by, name="One")
    log = Log.objects.get(action="core.rename")
    rename.undo_of(log, by=by)
    with pytest.raises(IntegrityError):
        Log.objects.create(at=log.at, action="core.rename", actor_kind="person", via="page", undoes_id=log.pk)

"""Two people at once, on real connections."""

import logging
import threading

import pytest
from django.db import OperationalError, connection, transaction

from callboard.core.actions import Busy, Conflict, Invalid
from callboard.core.actor import Actor
from callboard.core.models import Log
from callboard.directory.models import Account
from callboard.work.models import Task

from .verbs import open_note, reach_across, rename, together

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_renames_at_once_both_happen_one_after_the_other(account: Account, by: Actor) -> None:
    raised = together(lambda: rename(account, by=by, name="One"), lambda: rename(account, by=by, name="Two"))
    assert raised == [None, None]
    account.refresh_from_db()
    assert account.name in ("One", "Two") and account.version == 3


def test_of_two_edits_of_the_same_version_one_wins_and_one_is_told(account: Account, by: Actor) -> None:
    version = account.version
    raised = together(
        lambda: rename(account, by=by, name="One", _version=version),  # type: ignore[call-arg]
        lambda: rename(account, by=by, name="Two", _version=version),  # type: ignore[call-arg]
    )
    assert sorted(type(error) for error in raised if error) == [Conflict]


def test_the_same_key_pressed_eight_times_at_once_does_it_once(account: Account, by: Actor) -> None:
    press = by.with_key("pressed")
    raised = together(*[lambda: open_note(by=press, account=account, title="Once")] * 8)
    assert raised == [None] * 8
    assert Task.objects.count() == 1


def test_the_same_key_with_two_bodies_at_once_does_one(account: Account, by: Actor) -> None:
    press = by.with_key("pressed")
    raised = together(
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
    raised = together(
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
        timer = threading.Timer(0.2, go.set)
        timer.start()
        reach_across(low, by=by, other=high)

    # Ours waits first, so the server's deadlock check, a second later, ends ours.
    with caplog.at_level(logging.INFO, "callboard.restarts"):
        assert together(outsider, ours) == [None, None]
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

    assert together(holder, previewer) == [None, None]


def test_the_log_is_a_ledger(account: Account, by: Actor) -> None:
    rename(account, by=by, name="Bluebonnet")
    for statement in ("UPDATE core_log SET action = 'x'", "DELETE FROM core_log", "TRUNCATE core_log"):
        with pytest.raises(Exception, match=r"permission denied|ledger") as refused, connection.cursor() as cursor:
            cursor.execute(statement)
        assert not isinstance(refused.value, OperationalError)

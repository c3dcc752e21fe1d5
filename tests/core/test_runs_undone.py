"""Runs that are taken back, as runs of their own."""

import pytest

from callboard.core.actions import Actor, Refused
from callboard.core.models import Log
from callboard.core.runs import working
from callboard.core.runs.actions import resume_run, retry_run, start_run, undo_run
from callboard.directory.models import Account

from . import verbs
from .running import finish, prepared, started

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("runs_may")]


def test_a_whole_run_is_undone_as_a_run_and_redone_by_undoing_that(by: Actor, accounts: list[Account]) -> None:
    names = [account.name for account in accounts]
    run = finish(started(prepared(by, "directory.change_account"), by, '{"name": "Same", "note": "bulk"}'))
    assert run.done == 7
    verbs.rename(accounts[6], by=by, name="Touched since")
    back = finish(undo_run(run, by=by))
    assert (back.undoes_id, back.done, back.refused) == (run.pk, 6, 1)
    assert "Something was done to it since" in back.targets.get(outcome="refused").sentence
    assert sorted(Account.objects.values_list("name", flat=True)) == [*names[:6], "Touched since"]
    assert Log.objects.filter(undoes_id__isnull=False).count() == 6
    with pytest.raises(Refused, match="undone already"):
        undo_run(run, by=by)
    redone = finish(undo_run(back, by=by))
    assert redone.done == 6
    assert Account.objects.filter(name="Same").count() == 6


def test_undoing_a_run_under_way_stops_it_and_takes_back_what_it_did(
    by: Actor, accounts: list[Account], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(working, "CHUNK", 3)
    run = started(prepared(by), by, '{"name": "Same"}')
    with pytest.raises(Refused, match="nothing yet"):
        undo_run(run, by=by)
    working.work_chunk(run.pk)
    back = finish(undo_run(run, by=by))
    run.refresh_from_db()
    assert (run.state, run.done, back.total, back.done) == ("stopped", 3, 3, 3)
    assert not Account.objects.filter(name="Same").exists()


def test_a_start_can_be_undone_from_its_toast(by: Actor, accounts: list[Account]) -> None:
    run = started(prepared(by), by, '{"name": "Same"}')
    finish(run)
    back = start_run.undo_of(Log.objects.get(action="core.start_run"), by=by)
    assert back.undoes_id == run.pk
    assert finish(back).done == 7


def test_a_run_of_an_action_without_undo_says_why(by: Actor, accounts: list[Account]) -> None:
    run = finish(started(prepared(by, "core.restore_name"), by, '{"name": "Same"}'))
    with pytest.raises(Refused, match="it is the undo itself"):
        undo_run(run, by=by)


def test_a_run_that_was_undone_does_not_go_on(
    by: Actor, accounts: list[Account], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(working, "CHUNK", 2)
    run = started(prepared(by), by, '{"name": "Same"}')
    working.work_chunk(run.pk)
    finish(undo_run(run, by=by))
    run.refresh_from_db()
    assert (run.state, run.over < run.total) == ("stopped", True)
    with pytest.raises(Refused, match="undone"):
        resume_run(run, by=by)


def test_what_an_undone_run_was_refused_is_not_tried_again(by: Actor, accounts: list[Account]) -> None:
    run = prepared(by)
    Account.objects.filter(pk=accounts[0].pk).update(version=9)
    run = finish(started(run, by, '{"name": "Same"}'))
    assert run.conflicts == 1
    finish(undo_run(run, by=by))
    run.refresh_from_db()
    with pytest.raises(Refused, match="undone"):
        retry_run(run, by=by)

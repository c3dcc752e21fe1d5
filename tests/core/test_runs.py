"""Runs: frozen, rehearsed, worked in chunks, stopped, resumed, tried again, undone; each target exactly once."""

from datetime import timedelta
from typing import Any

import pytest

from callboard.core import clock
from callboard.core.access import Scope
from callboard.core.actions import Actor, Forbidden, Invalid, Refused
from callboard.core.models import Change, Log, Run, RunTarget, TimelineEntry
from callboard.core.runs import rehearsing, working
from callboard.core.runs.actions import resume_run, retry_run, start_run, stop_run
from callboard.directory.models import Account, AccountFacts
from callboard.team.models import Person
from tests import make

from . import verbs
from .running import finish, outcomes, prepared, started

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("runs_may")]


def test_each_target_is_done_with_its_own_log_line_under_the_start(by: Actor, accounts: list[Account]) -> None:
    run = finish(started(prepared(by), by, '{"name": "Same"}'))
    assert (run.state, run.done, run.refused) == ("done", 7, 0)
    assert set(Account.objects.values_list("name", flat=True)) == {"Same"}
    start = Log.objects.get(action="core.start_run")
    lines = Log.objects.filter(action="core.rename")
    assert {(line.cause_id, line.person_id, line.via) for line in lines} == {(start.pk, by.person_id, "page")}
    assert set(run.targets.values_list("log_id", flat=True)) == {line.pk for line in lines}
    assert {line.undo_args["name"] for line in lines} == {account.name for account in accounts}
    assert TimelineEntry.objects.filter(kind="test.renamed").count() == 7
    assert Change.objects.filter(topic="names").count() == 7
    assert Change.objects.filter(topic=f"run:{run.pk}").exists()


def test_refused_conflicting_and_failing_targets_are_named_and_the_others_done(
    by: Actor, accounts: list[Account], monkeypatch: pytest.MonkeyPatch
) -> None:
    archived, changed, gone, broken = accounts[0], accounts[1], accounts[2], accounts[3]
    Account.objects.filter(pk=archived.pk).update(archived_at=make.NOW)
    run = prepared(by, source="accounts", ids=[account.pk for account in accounts])
    Account.objects.get(pk=changed.pk).save()
    AccountFacts.objects.filter(account=gone).delete()
    Account.objects.filter(pk=gone.pk).delete()
    body = verbs.rename.body

    def breaks(account: Account, **given: Any) -> Account:
        if account.pk == broken.pk:
            account.name = "half-done"
            account.save()
            raise RuntimeError("a mistake of ours")
        return body(account, **given)

    monkeypatch.setattr(verbs.rename, "body", breaks)
    run = finish(started(run, by, '{"name": "Same"}'))
    assert (run.done, run.refused, run.conflicts, run.failed) == (3, 2, 1, 1)
    found = outcomes(run)
    assert [(name, outcome) for name, outcome, _why in found[:4]] == [
        ("Agency 000", "refused"),
        ("Agency 001", "conflict"),
        ("", "refused"),
        ("Agency 003", "failed"),
    ]
    assert found[0][2] == "Agency 000 is archived."
    assert "Somebody changed this record" in found[1][2]
    assert "no longer there" in found[2][2]
    assert Account.objects.get(pk=broken.pk).name == "Agency 003"
    assert [entry.title for entry in TimelineEntry.objects.all()] == ["Renamed to Same"] * 3


def test_a_target_outside_ones_rights_is_refused_while_the_run_goes_on(
    by: Actor, accounts: list[Account], rights: dict[str, Scope], dana: Person
) -> None:
    rights["test.rename"] = "own"
    Account.objects.filter(pk=accounts[5].pk).update(owner=dana)
    run = finish(started(prepared(by), by, '{"name": "Mine"}'))
    assert (run.done, run.refused) == (1, 6)
    assert Account.objects.get(name="Mine").pk == accounts[5].pk


def test_a_rehearsal_says_what_would_happen_and_changes_nothing(by: Actor, accounts: list[Account]) -> None:
    Account.objects.filter(pk=accounts[0].pk).update(archived_at=make.NOW)
    run = prepared(by, ids=[account.pk for account in accounts])
    seen = rehearsing.rehearse(run, {"name": "Same"}, by=by)
    assert (seen.total, seen.checked, seen.would, seen.unchecked) == (7, 7, 6, 0)
    assert [(line.name, line.sentence) for line in seen.refusals] == [("Agency 000", "Agency 000 is archived.")]
    assert seen.sentences == [("… is archived.", 1)]
    effect = seen.effects[run.targets.get(position=2).pk]
    assert effect.said == ("Renamed to Same",)
    assert [(each.field.name, each.before, each.after) for each in effect.changes] == [("name", "Agency 001", "Same")]
    assert len(seen.effects) == 6
    assert not Account.objects.filter(name="Same").exists()
    assert Log.objects.filter(action="core.rename").count() == 0
    assert set(run.targets.values_list("outcome", flat=True)) == {"waiting"}


def test_a_rehearsal_tries_two_hundred_and_counts_the_rest(
    by: Actor, accounts: list[Account], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rehearsing, "IN_FULL", 3)
    seen = rehearsing.rehearse(prepared(by), {"name": "Same"}, by=by)
    assert (seen.total, seen.checked, seen.unchecked) == (7, 3, 4)


def test_a_large_run_asks_again(by: Actor, accounts: list[Account], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("callboard.core.company.setting", lambda name: 5)
    run = prepared(by)
    with pytest.raises(Invalid, match="7 records, more than 5"):
        started(run, by, '{"name": "Same"}')
    assert started(run, by, '{"name": "Same"}', confirmed=True).state == "waiting"


@pytest.mark.parametrize(
    "given", ["{}", "no json", "[]", '{"name": 7}', '{"name": "x", "colour": "red"}', '{"name": "x", "tone": "mild"}']
)
def test_a_run_does_not_start_with_arguments_the_verb_does_not_take(
    by: Actor, accounts: list[Account], given: str
) -> None:
    run = prepared(by)
    with pytest.raises(Invalid):
        started(run, by, given)
    assert Run.objects.get().state == "draft"


def test_it_stops_between_chunks_and_goes_on_where_it_stopped(
    by: Actor, accounts: list[Account], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(working, "CHUNK", 3)
    run = started(prepared(by), by, '{"name": "Same"}')
    assert working.work_chunk(run.pk)
    stop_run(run, by=by)
    assert not working.work_chunk(run.pk)
    run.refresh_from_db()
    assert (run.state, run.done, run.note) == ("stopped", 3, "Stopped by hand.")
    with pytest.raises(Refused):
        stop_run(run, by=by)
    resume_run(run, by=by)
    run = finish(run)
    assert (run.state, run.done) == ("done", 7)
    assert Log.objects.filter(action="core.rename").count() == 7
    with pytest.raises(Refused):
        resume_run(run, by=by)


def test_a_run_whose_worker_is_silent_is_woken_and_can_be_resumed(by: Actor, accounts: list[Account]) -> None:
    run = started(prepared(by), by, '{"name": "Same"}')
    with pytest.raises(Refused, match="under way"):
        resume_run(run, by=by)
    Run.objects.update(touched_at=clock.now() - timedelta(minutes=1))
    from procrastinate.contrib.django.models import ProcrastinateJob

    before = ProcrastinateJob.objects.filter(task_name__endswith="work_on_run").count()
    working.wake_runs(timestamp=0)
    assert ProcrastinateJob.objects.filter(task_name__endswith="work_on_run").count() == before + 1
    assert resume_run(Run.objects.get(), by=by).state == "waiting"


def test_what_was_refused_is_tried_again_as_it_is_now(by: Actor, accounts: list[Account]) -> None:
    Account.objects.filter(pk__in=[accounts[0].pk, accounts[1].pk]).update(archived_at=make.NOW)
    run = prepared(by, ids=[account.pk for account in accounts])
    Account.objects.get(pk=accounts[2].pk).save()
    run = finish(started(run, by, '{"name": "Same"}'))
    assert (run.done, run.refused, run.conflicts) == (4, 2, 1)
    Account.objects.filter(pk=accounts[0].pk).update(archived_at=None)
    run = finish(retry_run(run, by=by))
    assert (run.state, run.done, run.refused, run.conflicts) == ("done", 6, 1, 0)
    assert Log.objects.filter(action="core.rename").count() == 6


def test_a_target_that_needs_another_account_is_done_by_itself(
    by: Actor, accounts: list[Account], other: Account
) -> None:
    run = prepared(by, "core.reach_across", ids=[account.pk for account in accounts])
    run = finish(started(run, by, f'{{"other": {other.pk}}}'))
    assert (run.done, run.failed) == (7, 0)
    other.refresh_from_db()
    assert other.name == "Agency 006 reached"


@pytest.mark.django_db(transaction=True)
def test_a_target_the_database_would_not_commit_costs_only_itself(
    by: Actor, accounts: list[Account], monkeypatch: pytest.MonkeyPatch
) -> None:
    body = verbs.rename.body

    def dangles(account: Account, **given: Any) -> Account:
        made = body(account, **given)
        if account.pk == accounts[2].pk:
            # A foreign key is looked at when the transaction ends.
            Account.objects.filter(pk=account.pk).update(parent_id=10**9)
        return made

    monkeypatch.setattr(verbs.rename, "body", dangles)
    run = finish(started(prepared(by), by, '{"name": "Same"}'))
    assert (run.state, run.done, run.failed) == ("done", 6, 1)
    assert run.targets.get(outcome="failed").target_id == accounts[2].pk
    assert Account.objects.filter(name="Same").count() == 6


def test_whoever_left_does_no_more(by: Actor, accounts: list[Account], dana: Person) -> None:
    run = started(prepared(by), by, '{"name": "Same"}')
    Person.objects.filter(pk=dana.pk).update(is_active=False, left_on=make.NOW.date())
    run = finish(run)
    assert (run.state, run.done, run.note) == ("stopped", 0, "Whoever started it no longer works here.")


def test_one_sees_ones_own_runs(by: Actor, accounts: list[Account], rights: dict[str, Scope]) -> None:
    from callboard.core.access import visible

    rights["core.runs"] = "own"
    run = prepared(by)
    stranger = make.actor(make.person())
    assert visible(Run.objects.all(), by).get() == run
    assert not visible(Run.objects.all(), stranger).exists()
    assert not visible(RunTarget.objects.all(), stranger).exists()
    with pytest.raises(Forbidden):
        start_run(run, by=stranger, given='{"name": "Same"}')


def test_drafts_are_forgotten_after_a_day_and_runs_after_ninety(by: Actor, accounts: list[Account]) -> None:
    draft, run = prepared(by), finish(started(prepared(by), by, '{"name": "Same"}'))
    working.forget_old_runs(timestamp=0)
    assert Run.objects.count() == 2
    Run.objects.filter(pk=draft.pk).update(created_at=clock.now() - timedelta(days=2))
    Run.objects.filter(pk=run.pk).update(finished_at=clock.now() - timedelta(days=91))
    working.forget_old_runs(timestamp=0)
    assert not Run.objects.exists() and not RunTarget.objects.exists()


def test_a_run_that_must_wait_does_nothing_before_its_time(by: Actor, accounts: list[Account]) -> None:
    run = started(prepared(by), by, '{"name": "Same"}')
    Run.objects.update(not_before_at=clock.now() + timedelta(minutes=2))
    assert not working.work_chunk(run.pk)
    Run.objects.update(not_before_at=clock.now() - timedelta(seconds=1))
    assert finish(run).done == 7


GIVEN = '{"name": "Same"}'


def test_nobody_lets_a_run_act_in_somebody_elses_name(by: Actor, accounts: list[Account]) -> None:
    admin = make.actor(make.person("Ada"))
    draft = prepared(by)
    with pytest.raises(Refused, match="Dana Whitfield prepared this run"):
        started(draft, admin, GIVEN)
    assert working.work_chunk(draft.pk) is False
    run = started(draft, by, GIVEN)
    stop_run(run, by=admin)
    run.refresh_from_db()
    with pytest.raises(Refused):
        resume_run(run, by=admin)
    run = finish(resume_run(run, by=by))
    assert {log.person_id for log in Log.objects.filter(action="core.rename")} == {by.person_id}


def test_a_run_that_lost_its_right_since_it_was_prepared_does_not_start(
    by: Actor, accounts: list[Account], rights: dict[str, Scope]
) -> None:
    draft = prepared(by)
    rights["test.rename"] = "none"
    with pytest.raises(Forbidden):
        started(draft, by, GIVEN)


def test_a_run_acts_by_the_way_it_was_started_not_prepared(by: Actor, accounts: list[Account]) -> None:
    draft = prepared(Actor("token", person=by.person, name="payroll", via="api"))
    started(draft, by, GIVEN)
    finish(draft)
    assert set(Log.objects.filter(action="core.rename").values_list("actor_kind", "via")) == {("person", "page")}

"""A set-based twin does what the loop does: same records, same log, same timeline, same changes, same refusals."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from callboard.core import clock
from callboard.core.actions import Action, Actor
from callboard.core.models import Change, Log, Run, TimelineEntry
from callboard.core.runs import working
from callboard.core.runs.actions import prepare_run, start_run, undo_run
from callboard.directory.actions import archive_account, set_tier
from callboard.directory.models import Account
from tests import make

pytestmark = pytest.mark.django_db

#: What an account may be: its tier, whether it pays, is archived, is ours, and changes after the preview.
ACCOUNTS = st.lists(
    st.tuples(st.sampled_from([None, "A", "B"]), st.booleans(), st.booleans(), st.booleans(), st.booleans()),
    min_size=1,
    max_size=6,
)
CASES: list[tuple[Action[..., Any], str]] = [
    (archive_account, "{}"),
    (set_tier, '{"tier": "C"}'),
    (set_tier, '{"tier": null}'),
]


def ran(verb: Action[..., Any], arguments: str, wanted: list[Any], *, twin: bool) -> dict[str, Any]:
    """Everything a run over such accounts leaves behind, without ids and instants."""
    kept, verb.twin = verb.twin, verb.twin if twin else None
    try:
        executive = make.person(roles=("account_executive",))
        by, accounts = make.actor(executive), []
        for tier, pays, archived, ours, _changes in wanted:
            owner = executive if ours else make.person()
            gone = clock.now() if archived else None
            accounts.append(make.account(owner=owner, tier=tier, mrr=58 if pays else None, archived_at=gone))
        run = prepare_run(by=by, verb=verb.name, source="accounts", ids=",".join(str(one.pk) for one in accounts))
        for account, (*_rest, changes) in zip(accounts, wanted, strict=True):
            if changes:
                Account.objects.get(pk=account.pk).save()
        start_run(run, by=by, given=arguments)
        left = finished(run, accounts, by)
        if run.targets.filter(outcome="done").exists():
            left["undone"] = finished(undo_run(run, by=by), accounts, by)
        return left
    finally:
        verb.twin = kept


def finished(run: Run, accounts: list[Account], by: Actor) -> dict[str, Any]:
    while working.work_chunk(run.pk):
        pass
    run.refresh_from_db()
    at = {account.pk: place for place, account in enumerate(accounts)}
    rows = Account.objects.filter(pk__in=at).order_by("pk")
    lines = Log.objects.filter(target_kind="directory.account", target_id__in=at).order_by("target_id", "action")
    entries = TimelineEntry.objects.filter(root_id__in=at).order_by("root_id", "kind", "id")
    changes = Change.objects.filter(kind="directory.account", object_id__in=at).order_by("object_id", "topic")
    return {
        "counts": (run.state, run.total, run.done, run.refused, run.conflicts, run.failed),
        "outcomes": [
            (at.get(target.target_id or 0), target.outcome, target.sentence.replace(target.name, "it"))
            for target in run.targets.order_by("position")
        ],
        "records": [(row.tier, row.archived_at is not None, row.version, row.updated_at is not None) for row in rows],
        "log": [
            (at[line.target_id or 0], line.action, line.undo_args, line.result_kind, line.root_id == line.target_id)
            for line in lines
        ],
        "caused": {line.cause_id == run.log_id for line in lines if line.at >= run.started_at},
        "timeline": [
            (at[entry.root_id], entry.kind, entry.title, entry.person_id == by.person_id) for entry in entries
        ],
        "changes": {(at[change.object_id], change.topic.split(":")[0]) for change in changes},
    }


@pytest.mark.parametrize(("verb", "arguments"), CASES)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(wanted=ACCOUNTS)
def test_the_twin_and_the_loop_leave_the_same(verb: Action[..., Any], arguments: str, wanted: list[Any]) -> None:
    assert verb.twin is not None
    assert ran(verb, arguments, wanted, twin=True) == ran(verb, arguments, wanted, twin=False)


def test_a_twin_asks_the_database_the_same_few_questions_for_many(django_assert_max_num_queries: Any) -> None:
    by = make.actor(make.person())
    for _turn in range(40):
        make.account()
    run = prepare_run(by=by, verb=archive_account.name, source="accounts")
    start_run(run, by=by)
    person = Run.objects.get().person
    with django_assert_max_num_queries(16):
        working.work_chunk(run.pk, person)
    assert run.targets.filter(outcome="done").count() == 40

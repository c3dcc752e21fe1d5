"""A run that creates a record of each row it is given."""

import json
from typing import Any

import pytest

from callboard.core.access import Scope
from callboard.core.actions import Actor, Invalid
from callboard.core.models import Run
from callboard.core.runs import rehearsing
from callboard.core.runs.actions import prepare_rows, undo_run
from callboard.directory.models import Account
from callboard.work.models import Task

from .running import finish, outcomes, started

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("runs_may")]


def test_rows_to_create_are_each_created_or_refused_and_undone_as_a_run(
    by: Actor, rights: dict[str, Scope], account: Account
) -> None:
    rights |= {"pipeline.work": "all", "work.do": "all", "work.view": "all"}
    rows = [
        {"name": "1", "given": {"title": "Call", "account": account.pk}},
        {"name": "2", "given": {"title": "Mail", "account": 10**9}},
        {"name": "3", "given": {"title": ""}},
        {"name": "4", "refused": "Stake: no number"},
        {"name": "5", "given": {"title": "Visit", "due": "+3"}},
    ]
    run = prepare_rows(by=by, verb="work.create_task", source="tasks", rows=json.dumps(rows))
    assert (run.total, run.refused) == (5, 2)
    seen = rehearsing.rehearse(run, {}, by=by)
    assert (seen.checked, seen.would) == (3, 2)
    run = finish(started(run, by))
    assert (run.done, run.refused) == (2, 3)
    found = outcomes(run)
    assert [name for name, _outcome, _why in found] == ["Call", "2", "3", "4", "Visit"]
    assert [why for _name, _outcome, why in found[2:4]] == ["Say what there is to do.", "Stake: no number"]
    assert [target.result_kind for target in run.targets.filter(outcome="done")] == ["work.task"] * 2
    back = finish(undo_run(run, by=by))
    assert back.done == 2
    assert Task.objects.filter(state="dropped").count() == 2


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"verb": "core.rename", "rows": "[]"}, "verb"),
        ({"verb": "work.create_task", "rows": "{}"}, "rows"),
        ({"verb": "work.create_task", "rows": "no json"}, "rows"),
        ({"verb": "work.create_task", "rows": "[7]"}, "rows"),
        ({"verb": "work.create_task", "rows": "[]"}, "ids"),
    ],
)
def test_rows_that_make_no_sense_are_said(
    by: Actor, rights: dict[str, Scope], given: dict[str, Any], field: str
) -> None:
    rights |= {"work.do": "all"}
    with pytest.raises(Invalid) as refused:
        prepare_rows(by=by, source="tasks", **given)
    assert list(refused.value.errors) == [field]
    assert not Run.objects.exists()

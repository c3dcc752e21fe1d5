"""What people change of tasks is as it was once it is undone."""

from decimal import Decimal
from typing import Any

import pytest

from callboard.core.actions import Actor
from callboard.core.models import Log
from callboard.core.undo import undo
from callboard.work.actions import change_task, create_task, drop_task, finish_task, hand_over_task, snooze_task
from callboard.work.models import Task
from tests import make
from tests.work.days import last

pytestmark = pytest.mark.django_db


@pytest.fixture
def by() -> Actor:
    return make.actor(make.person("Dana", roles=("sales_support",)))


def test_what_had_no_stake_and_no_minutes_has_none_once_undone(by: Actor) -> None:
    task = create_task(by=by, title="X")
    change_task(task, by=by, stake=Decimal(500), minutes=30)  # type: ignore[arg-type]
    undo(last("change_task"), by=by)
    task = Task.objects.get()
    assert (task.stake, task.minutes) == (None, None)


def test_a_task_snoozed_anew_sleeps_as_before_once_undone(by: Actor) -> None:
    task = create_task(by=by, title="X")
    snooze_task(Task.objects.get(), by=by, until="+3")
    was = Task.objects.get().snoozed_until_at
    snooze_task(Task.objects.get(), by=by, until="+9")
    undo(last("snooze_task"), by=by)
    assert was is not None and Task.objects.get(pk=task.pk).snoozed_until_at == was


@pytest.mark.parametrize("verb", [hand_over_task, finish_task, drop_task])
def test_the_words_a_task_was_given_on_or_closed_with_are_gone_once_undone(by: Actor, verb: Any) -> None:
    create_task(by=by, title="X", note="First")
    snooze_task(Task.objects.get(), by=by, until="+3")
    was = Task.objects.get().snoozed_until_at
    given = {"to": make.person("Lee")} if verb is hand_over_task else {}
    verb(Task.objects.get(), by=by, note="Then", **given)
    assert Task.objects.get().note == "First\nThen"
    undo(Log.objects.get(action=verb.name), by=by)
    task = Task.objects.get()
    assert (task.note, task.snoozed_until_at, task.owner, task.state) == ("First", was, by.person, "open")

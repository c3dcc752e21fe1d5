"""Promises: one with their task, kept or not by themselves, taken back, corrected; how many were kept."""

from datetime import UTC, date, datetime, timedelta

import pytest

from callboard.core import clock
from callboard.core.actions import Actor, Forbidden, Invalid, Refused
from callboard.core.checks import run_all
from callboard.core.models import Log, Notice, TimelineEntry
from callboard.core.undo import undo
from callboard.directory.models import AccountFacts
from callboard.journal.actions import change_interaction, log_interaction, remove_interaction
from callboard.journal.models import Kind
from callboard.team.models import Person
from callboard.work.actions import (
    break_promise,
    change_task,
    create_task,
    drop_task,
    finish_task,
    give_promise_again,
    make_promise,
    mark_promise_broken,
    mark_promise_kept,
    promise_task,
    reopen_task,
    withdraw_promise,
)
from callboard.work.jobs import break_overdue_promises
from callboard.work.models import Promise, Task
from callboard.work.queries.promises import rates
from tests import make
from tests.work.promised import given, now, overdue

pytestmark = pytest.mark.django_db


@pytest.fixture
def dana() -> Person:
    return make.person("Dana", team=make.team("Support"))


@pytest.fixture
def by(dana: Person) -> Actor:
    return make.actor(dana)


def apart() -> list[str]:
    """What the check of promises finds."""
    return [each.record for each in run_all() if each.kind == "work.promises"]


def last(name: str) -> Log:
    return Log.objects.filter(action=f"work.{name}").latest("at")


def test_a_promise_and_its_task_are_one(by: Actor, dana: Person) -> None:
    account = make.account()
    ray = make.contact(account, "Ray")
    promise = given(by, account=account, contact=ray)
    assert (promise.promised_by, promise.team, promise.contact) == (dana, dana.team, ray)
    assert promise.task.promised
    assert promise.first_due_at == promise.task.due_at
    assert AccountFacts.objects.get(account=account).next_promise_on == date(2099, 3, 12)
    assert apart() == []


def test_a_task_marked_promised_has_its_promise_and_unmarked_it_is_taken_back(by: Actor) -> None:
    task = create_task(by=by, title="Call", account=make.account(), due="2099-03-12", promised=True)
    assert Promise.objects.get(task=task).state == "open"
    change_task(task, by=by, promised=False)
    assert Promise.objects.get(task=task).state == "taken_back"
    undo(last("change_task"), by=by)
    assert Promise.objects.get(task=task).state == "open"
    assert Promise.objects.count() == 1


def test_a_plain_task_becomes_a_promise_with_a_day_and_that_is_undone(by: Actor) -> None:
    account = make.account()
    task = create_task(by=by, title="Call", account=account)
    with pytest.raises(Invalid) as raised:
        promise_task(task, by=by)
    assert list(raised.value.errors) == ["due"]
    with pytest.raises(Invalid) as raised:
        promise_task(task, by=by, due="2099-03-12", contact=make.contact(make.account()))
    assert list(raised.value.errors) == ["contact"]
    ray = make.contact(account, "Ray")
    promise_task(task, by=by, due="2099-03-12", contact=ray)
    assert Promise.objects.get().contact == ray
    with pytest.raises(Refused):
        promise_task(Task.objects.get(), by=by)
    undo(last("promise_task"), by=by)
    assert not Task.objects.get().promised


def test_moving_the_task_is_moving_the_promise_and_the_first_day_is_remembered(by: Actor) -> None:
    promise = given(by)
    change_task(promise.task, by=by, due="2099-03-20 9:00")
    moved = now(promise)
    assert moved.task.due_at is not None and moved.first_due_at is not None
    assert moved.task.due_at - moved.first_due_at == timedelta(days=8)
    assert moved.state == "open"


def test_done_in_time_is_kept_done_late_is_not(by: Actor) -> None:
    kept, late = given(by), overdue(given(by))
    finish_task(kept.task, by=by)
    finish_task(late.task, by=by)
    assert (now(kept).state, now(late).state) == ("kept", "broken")
    assert TimelineEntry.objects.filter(kind="work.promise_kept").count() == 1
    reopen_task(now(kept).task, by=by)
    assert now(kept).state == "open"


def test_a_dropped_one_is_taken_back_and_reopened_with_its_task(by: Actor) -> None:
    promise = given(by)
    drop_task(promise.task, by=by)
    assert now(promise).state == "taken_back"
    undo(last("drop_task"), by=by)
    assert now(promise).state == "open"


def test_taken_back_with_a_reason_the_task_stays(by: Actor) -> None:
    promise = given(by)
    withdraw_promise(promise, by=by, because="They bought elsewhere.")  # type: ignore[arg-type]
    found = now(promise)
    assert (found.state, found.because, found.task.promised, found.task.state) == (
        "taken_back", "They bought elsewhere.", False, "open",
    )  # fmt: skip
    assert TimelineEntry.objects.filter(kind="work.promise_taken_back").count() == 1
    undo(last("withdraw_promise"), by=by)
    assert now(promise).task.promised
    with pytest.raises(Refused):
        give_promise_again(now(promise), by=by)
    assert apart() == []


def test_the_clock_breaks_what_is_over_and_tells_who_gave_it(by: Actor, dana: Person) -> None:
    other = make.person("Other")
    late, ahead = overdue(given(by, owner=other)), given(by)
    today = given(by, due=f"{clock.now().astimezone(dana.tz):%Y-%m-%d}")
    assert break_overdue_promises(0) == 1
    assert [now(each).state for each in (late, ahead, today)] == ["broken", "open", "open"]
    assert set(Notice.objects.filter(event="promise_broken").values_list("person__name", flat=True)) == {
        "Dana",
        "Other",
    }
    assert TimelineEntry.objects.filter(kind="work.promise_broken").count() == 1
    assert now(late).task.state == "open"
    assert break_overdue_promises(0) == 0
    # Done at last, it was still not kept.
    finish_task(now(late).task, by=by)
    assert now(late).state == "broken"


def test_nobody_but_the_clock_breaks_one_nor_the_clock_before_its_time(by: Actor) -> None:
    promise = given(by)
    with pytest.raises(Forbidden):
        break_promise(promise, by=by)
    with pytest.raises(Refused) as raised:
        break_promise(promise, by=Actor.clock("work.clock"))
    assert raised.value.refusal.code == "not_over"


def test_what_the_program_says_wrongly_is_corrected_with_a_reason_and_back(by: Actor) -> None:
    promise = overdue(given(by))
    break_overdue_promises(0)
    with pytest.raises(Invalid):
        mark_promise_kept(now(promise), by=by, because=" ")  # type: ignore[arg-type]
    mark_promise_kept(now(promise), by=by, because="Done by phone on Monday.")  # type: ignore[arg-type]
    assert (now(promise).state, now(promise).because) == ("kept", "Done by phone on Monday.")
    undo(last("mark_promise_kept"), by=by)
    assert now(promise).state == "broken"
    with pytest.raises(Refused):
        mark_promise_broken(now(promise), by=by, because="Again")  # type: ignore[arg-type]


def test_what_was_kept_after_all_is_done_and_that_is_taken_back_whole(by: Actor) -> None:
    """A promise that counts as kept beside an open task would be broken again by the next tick of the clock."""
    promise = overdue(given(by))
    break_overdue_promises(0)
    mark_promise_kept(now(promise), by=by, because="Done by phone on Monday.")  # type: ignore[arg-type]
    assert (now(promise).state, now(promise).task.state) == ("kept", "done")
    assert break_overdue_promises(0) == 0
    undo(last("mark_promise_kept"), by=by)
    assert (now(promise).state, now(promise).task.state) == ("broken", "open")
    assert apart() == []


def test_what_was_not_kept_may_still_be_to_do(by: Actor) -> None:
    promise = given(by)
    finish_task(promise.task, by=by)
    mark_promise_broken(now(promise), by=by, because="They got the wrong one.", reopen=True)  # type: ignore[arg-type]
    assert (now(promise).state, now(promise).task.state) == ("broken", "open")
    assert now(promise).because == "They got the wrong one."
    undo(last("mark_promise_broken"), by=by)
    assert (now(promise).state, now(promise).task.state) == ("kept", "done")


def test_a_next_step_that_was_promised_is_one_promise_that_follows_its_note(by: Actor) -> None:
    account = make.account()
    ray = make.contact(account, "Ray")
    noted = log_interaction(
        by=by, kind=Kind.CALL, accounts=[account], contact=ray, text="They asked.", next_step="Send the price",
        next_on=date(2099, 3, 12), promised=True,
    )  # fmt: skip
    promise = Promise.objects.get()
    assert (str(promise), promise.contact) == ("Send the price", ray)
    change_interaction(noted, by=by, next_on=date(2099, 3, 13))
    assert now(promise).task.due_at is not None
    assert now(promise).task.due_at.date() == date(2099, 3, 13)  # type: ignore[union-attr]
    remove_interaction(noted, by=by)
    assert now(promise).state == "taken_back"


def test_the_rates_count_by_department_person_and_month(by: Actor, dana: Person) -> None:
    kept, late, back, still = given(by), overdue(given(by)), given(by), given(by)
    finish_task(kept.task, by=by)
    finish_task(late.task, by=by)
    withdraw_promise(back, by=by)
    march = datetime(2026, 3, 9, 15, tzinfo=UTC)
    Promise.objects.exclude(pk=still.pk).update(decided_at=march)
    (team,) = rates(by, "team")
    assert (team.name, team.kept, team.broken, team.taken_back, team.open, team.rate) == ("Support", 1, 1, 1, 1, 50)
    assert [(rate.name, rate.rate) for rate in rates(by, "person")] == [("Dana", 50)]
    assert [(rate.name, rate.rate, rate.open) for rate in rates(by, "month")] == [
        ("2099-03", None, 1),
        ("2026-03", 50, 0),
    ]
    assert [rate.kept for rate in rates(by, "team", date(2026, 3, 9), date(2026, 3, 9))] == [1]
    assert rates(by, "team", date(2026, 3, 10), date(2026, 4, 1)) == []


def test_a_promised_task_that_lost_its_promise_is_found(by: Actor) -> None:
    make.task(promised=True)
    wrong = given(by)
    Promise.objects.filter(pk=wrong.pk).update(state="kept", decided_at=clock.now())
    Task.objects.filter(pk=wrong.task_id).update(promised=False)
    assert len(apart()) == 2


def test_a_promise_with_another_day_undone_is_due_as_before(by: Actor) -> None:
    task = create_task(by=by, title="X", account=make.account(), due="+1")
    promise_task(Task.objects.get(), by=by, due="+9")
    undo(last("promise_task"), by=by)
    assert (Task.objects.get().due_at, Task.objects.get().promised) == (task.due_at, False)


def test_a_promise_has_a_day_as_long_as_it_is_one(by: Actor) -> None:
    make_promise(by=by, what="Call", account=make.account(), due="+3")
    with pytest.raises(Invalid, match="A promise has a day"):
        change_task(Task.objects.get(), by=by, due="")
    change_task(Task.objects.get(), by=by, due="", promised=False)
    with pytest.raises(Invalid, match="A promise has a day"):
        change_task(Task.objects.get(), by=by, promised=True)
    with pytest.raises(Invalid, match="By when was it promised"):
        create_task(by=by, title="X", promised=True)

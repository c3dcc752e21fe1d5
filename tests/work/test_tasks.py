"""Tasks: state, log, refusal by right, refusal by state."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from callboard.core import clock, events
from callboard.core.actions import Actor, Forbidden, Invalid, Refused, action
from callboard.core.checks import run_all
from callboard.core.models import Change, Log, Notice
from callboard.core.registry import register
from callboard.directory.models import Account
from callboard.team.actions import deactivate_person, hand_on_work
from callboard.team.models import Person, Team
from callboard.work.actions import (
    change_task,
    create_task,
    drop_task,
    finish_task,
    hand_over_task,
    open_task,
    pin_task,
    release_task,
    reopen_task,
    reweigh,
    snooze_task,
    take_task,
    unpin_task,
    wake_task,
)
from callboard.work.models import StakeKind, Task
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def dana() -> Person:
    return make.person("Dana", roles=("account_executive",))


@pytest.fixture
def by(dana: Person) -> Actor:
    return make.actor(dana)


def logged(task: Task, name: str) -> Log:
    return Log.objects.get(action=f"work.{name}", target_id=task.pk)


@pytest.fixture
def order_opened() -> object:
    """An action of a room above that opens a task for an account, twice."""

    @action("Opened order", who="work.do")
    def open_test_order(account: Account, *, by: Actor, owner: Person, stake: Decimal) -> Account:
        for _time in range(2):
            open_task(
                by=by,
                title="Desk check",
                kind="orders.desk_check",
                account=account,
                owner=owner,
                source=account,
                stake=stake,
                stake_kind=StakeKind.NEW_MRR,
                reason_code="submitted",
                reason_args={"account": account, "on": by.today},
            )
        return account

    @action("Weighed order", who="work.do")
    def weigh_test_order(account: Account, *, by: Actor, stake: Decimal | None) -> Account:
        reweigh(account, by=by, stake=stake, due_at=by.now)
        return account

    yield open_test_order, weigh_test_order
    for verb in (open_test_order, weigh_test_order):
        register.actions.pop(verb.name)


def test_a_task_is_added_for_oneself_with_a_due_time_as_it_is_said(dana: Person, by: Actor) -> None:
    task = create_task(by=by, title="  Call   Ray back ", account=make.account(), due="2099-03-12 9:00", promised=True)
    assert (task.owner, task.title, task.promised, task.due_kind) == (dana, "Call Ray back", True, "by")
    assert task.due_at == datetime(2099, 3, 12, 14, 0, tzinfo=UTC)
    assert Log.objects.get(action="work.create_task").result_id == task.pk
    assert Change.objects.filter(topic=f"person:{dana.pk}", object_id=task.pk).exists()


def test_a_due_day_without_an_hour_is_a_day(by: Actor) -> None:
    assert create_task(by=by, title="x", due="2099-03-12").due_kind == "day"


@pytest.mark.parametrize(("field", "given"), [("title", {"title": " "}), ("due", {"title": "x", "due": "soon"})])
def test_a_task_without_words_or_with_an_unknown_time_is_refused(by: Actor, field: str, given: dict[str, str]) -> None:
    with pytest.raises(Invalid) as caught:
        create_task(by=by, **given)
    assert field in caught.value.errors


def test_a_task_for_someone_who_left_is_refused(by: Actor) -> None:
    leaver = make.person(is_active=False, left_on=clock.now().date())
    with pytest.raises(Invalid):
        create_task(by=by, title="x", owner=leaver)


def test_a_source_has_one_open_task_of_a_kind_for_an_owner(dana: Person, by: Actor, order_opened: tuple) -> None:
    opened, _weighed = order_opened
    account = make.account("Bluebonnet", owner=dana)
    opened(account, by=by, owner=dana, stake=Decimal(420))
    task = Task.objects.get()
    assert (task.source.kind, task.source.id, task.stake) == ("directory.account", account.pk, Decimal(420))
    assert task.reason_args["account"] == "Bluebonnet"
    with pytest.raises(IntegrityError), transaction.atomic():
        make.task(dana, kind=task.kind, source_kind=task.source_kind, source_id=task.source_id)
    finish_task(task, by=by)
    opened(account, by=by, owner=dana, stake=Decimal(420))
    assert Task.objects.count() == 2


def test_the_owner_of_a_source_weighs_its_open_tasks_anew(dana: Person, by: Actor, order_opened: tuple) -> None:
    opened, weighed = order_opened
    account = make.account(owner=dana)
    opened(account, by=by, owner=dana, stake=Decimal(420))
    weighed(account, by=by, stake=None)
    task = Task.objects.get()
    assert task.stake is None
    assert task.stake_kind == "new_mrr"
    assert task.due_at is not None


def test_finishing_tells_whoever_made_it_and_can_be_undone(dana: Person, by: Actor) -> None:
    task, heard = make.task(dana), []

    def listener(by: Actor, *, task_id: int) -> None:
        heard.append(task_id)

    events.work_finished.listen(listener)
    try:
        finish_task(task, by=by, note="He took two seats.")
    finally:
        events.work_finished.listeners.remove(listener)
    task.refresh_from_db()
    assert heard == [task.pk]
    assert (task.state, task.done_by, task.note) == ("done", dana, "He took two seats.")
    finish_task.undo_of(logged(task, "finish_task"), by=by)
    task.refresh_from_db()
    assert (task.state, task.done_at, task.done_by) == ("open", None, None)


def test_a_closed_task_refuses_everything_but_being_opened_again(dana: Person, by: Actor) -> None:
    task = make.task(dana)
    drop_task(task, by=by)
    for refused in (
        lambda: finish_task(task, by=by),
        lambda: drop_task(task, by=by),
        lambda: snooze_task(task, by=by, until="+1"),
        lambda: change_task(task, by=by, title="x"),
        lambda: hand_over_task(task, by=by, to=make.person()),
        lambda: pin_task(task, by=by),
    ):
        with pytest.raises(Refused) as caught:
            refused()
        assert caught.value.refusal.code == "closed"
    reopen_task(task, by=by)
    with pytest.raises(Refused):
        reopen_task(task, by=by)


def test_a_task_is_not_reopened_beside_its_twin(dana: Person, by: Actor) -> None:
    made = {"kind": "k", "source_kind": "directory.account", "source_id": 7}
    task = make.task(dana, **made)
    finish_task(task, by=by)
    make.task(dana, **made)
    with pytest.raises(Refused) as caught:
        reopen_task(task, by=by)
    assert caught.value.refusal.code == "open_twin"


def test_anothers_task_is_not_mine_to_do_but_the_desk_may(by: Actor) -> None:
    task = make.task(make.person(roles=("account_executive",)))
    with pytest.raises(Forbidden):
        finish_task(task, by=by)
    with pytest.raises(Forbidden):
        hand_over_task(task, by=by, to=by.person)
    finish_task(task, by=make.actor(make.person(roles=("sales_support",))))


def test_a_snooze_ends_when_the_work_of_that_day_begins(dana: Person, by: Actor) -> None:
    task = make.task(dana)
    snooze_task(task, by=by, until="2099-03-12")
    task.refresh_from_db()
    assert task.snoozed_until_at == datetime(2099, 3, 12, 13, 0, tzinfo=UTC)
    wake_task(task, by=by)
    with pytest.raises(Refused):
        wake_task(task, by=by)


def test_a_snooze_into_the_past_is_refused(dana: Person, by: Actor) -> None:
    for until in ("2020-01-01", "yesterday", "+0h"):
        with pytest.raises(Invalid) as caught:
            snooze_task(make.task(dana), by=by, until=until)
        assert "until" in caught.value.errors


def test_a_task_handed_over_leaves_one_day_and_stands_on_the_other(dana: Person, by: Actor) -> None:
    ray = make.person("Ray")
    task = make.task(dana, "Logo for website", snoozed_until_at=clock.now() + timedelta(days=1))
    hand_over_task(task, by=by, to=ray, note="You know him.")
    task.refresh_from_db()
    assert (task.owner, task.snoozed_until_at, task.note) == (ray, None, "You know him.")
    assert {f"person:{dana.pk}", f"person:{ray.pk}"} <= set(Change.objects.values_list("topic", flat=True))
    assert Notice.objects.get(event="task_handed_over").person == ray
    with pytest.raises(Refused):
        hand_over_task(task, by=make.actor(ray), to=ray)
    desk = make.actor(make.person())
    hand_over_task.undo_of(logged(task, "hand_over_task"), by=desk)
    task.refresh_from_db()
    assert task.owner == dana


def test_a_departments_task_is_taken_and_given_back() -> None:
    team: Team = make.team(is_department=True)
    member = make.person(roles=("department",), team=team)
    task = make.task(team=team)
    take_task(task, by=make.actor(member))
    task.refresh_from_db()
    assert task.owner == member
    with pytest.raises(Refused):
        take_task(task, by=make.actor(make.person(roles=("department",), team=team)))
    release_task(task, by=make.actor(member))
    task.refresh_from_db()
    assert (task.owner, task.team) == (None, team)
    with pytest.raises(Refused):
        release_task(make.task(member), by=make.actor(member))


def test_a_pin_is_set_and_taken_off(dana: Person, by: Actor) -> None:
    task = make.task(dana)
    pin_task(task, by=by)
    with pytest.raises(Refused):
        pin_task(task, by=by)
    unpin_task(task, by=by)
    with pytest.raises(Refused):
        unpin_task(task, by=by)


def test_a_change_keeps_what_is_not_said_and_can_be_undone(dana: Person, by: Actor) -> None:
    task = make.task(dana, "Old", due_at=datetime(2099, 3, 12, 14, 0, tzinfo=UTC), minutes=10)
    change_task(task, by=by, title="New", due="")
    task.refresh_from_db()
    assert (task.title, task.due_at, task.minutes) == ("New", None, 10)
    change_task.undo_of(logged(task, "change_task"), by=by)
    task.refresh_from_db()
    assert (task.title, task.due_at) == ("Old", datetime(2099, 3, 12, 14, 0, tzinfo=UTC))


def test_a_task_belongs_to_somebody() -> None:
    with pytest.raises(IntegrityError):
        Task.objects.create(title="Nobody's")


def test_the_accounts_facts_follow_its_tasks(dana: Person, by: Actor) -> None:
    account = make.account(owner=dana)
    first = create_task(by=by, title="Send the price", account=account, due="2099-03-12 9:00", promised=True)
    create_task(by=by, title="Ask", account=account)
    account.facts.refresh_from_db()
    assert (account.facts.open_items, account.facts.next_promise_on) == (2, date(2099, 3, 12))
    finish_task(first, by=by)
    account.facts.refresh_from_db()
    assert (account.facts.open_items, account.facts.next_promise_on) == (1, None)
    assert [found for found in run_all() if found.kind.startswith("fact")] == []


def test_a_leavers_accounts_and_tasks_go_on_together(dana: Person) -> None:
    heir, admin = make.person(), make.actor(make.person(roles=("administrator",)))
    tasks = [make.task(dana, account=make.account(owner=dana)) for _number in range(4)]
    dry = hand_on_work.dry_run(dana, by=admin, to=heir)
    assert dry.error is None
    hand_on_work(dana, by=admin, to=heir)
    for task in tasks:
        task.refresh_from_db()
        assert (task.owner, task.account.owner) == (heir, heir)
    deactivate_person(dana, by=admin)

"""Anchors and what counts from them: set, moved and moved back, tied to one another, removed; two at once; who may."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from callboard.core import clock, events
from callboard.core.actions import Actor, Invalid, Refused
from callboard.core.models import TimelineEntry
from callboard.core.undo import undo
from callboard.team.models import Holiday, Person
from callboard.work.actions import (
    change_anchor,
    change_deadline,
    change_task,
    create_anchor,
    create_deadline,
    finish_deadline,
    finish_task,
    follow_anchor,
    mark_deadline_told,
    move_anchor,
    set_deadline_day,
)
from callboard.work.models import Anchor, Deadline, DueKind, Task
from tests import make
from tests.work.days import OPENS, due, last, shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def dana() -> Person:
    return make.person("Dana")


@pytest.fixture
def by(dana: Person) -> Actor:
    return make.actor(dana)


def test_a_deadline_is_one_task_with_a_day_that_is_worked_out_and_its_price_at_stake(by: Actor, dana: Person) -> None:
    account = make.account()
    anchor = shown(by, account=account)
    deadline = create_deadline(by=by, title="Order the booth", anchor=anchor, days=-14, price=Decimal(900))
    task = Task.objects.get(deadline=deadline)
    assert (task.owner, task.account, task.stake, task.stake_kind) == (dana, account, Decimal(900), "to_lose")
    assert due(deadline) == date(2099, 6, 22)
    assert task.due_kind == DueKind.DAY
    assert task.reason_args["days"] == -14
    assert Task.objects.count() == 1


def test_a_day_of_work_is_counted_by_the_companys_calendar(by: Actor) -> None:
    deadline = create_deadline(by=by, title="Ship it", anchor=shown(by), days=-1, business=True)
    assert due(deadline) == date(2099, 7, 3)


def test_a_day_at_a_place_with_its_own_clock_ends_by_the_clock_there(by: Actor) -> None:
    anchor = shown(by, zone="Asia/Tokyo")
    task = create_deadline(by=by, title="Hand in the plan", anchor=anchor, days=0).task
    assert task.due_at == datetime(2099, 7, 6, 17, tzinfo=ZoneInfo("Asia/Tokyo"))
    assert task.due_kind == DueKind.BY
    change_anchor(anchor, by=by, zone="Europe/Berlin")
    task.refresh_from_db()
    assert task.due_at == datetime(2099, 7, 6, 17, tzinfo=ZoneInfo("Europe/Berlin"))


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({}, "due_on"),
        ({"days": 3}, "anchor"),
        ({"business": True, "due_on": OPENS}, "days"),
        ({"days": 3, "anchor": True, "due_on": OPENS}, "due_on"),
        ({"days": 30000, "anchor": True}, "days"),
        ({"title": "  ", "due_on": OPENS}, "title"),
    ],
)
def test_what_makes_no_day_is_said_at_its_field(by: Actor, given: dict[str, Any], field: str) -> None:
    given = {"title": "X", **given}
    if given.get("anchor"):
        given["anchor"] = shown(by)
    with pytest.raises(Invalid) as raised:
        create_deadline(by=by, **given)
    assert list(raised.value.errors) == [field]


def test_an_anchor_needs_a_name_a_day_and_a_zone_that_exists(by: Actor) -> None:
    for given, field in (
        ({"name": " ", "day_on": OPENS}, "name"),
        ({"name": "X"}, "day_on"),
        ({"name": "X", "day_on": OPENS, "zone": "Mars/Base"}, "zone"),
        ({"name": "X", "after_days": 2}, "after"),
        ({"name": "X", "after": shown(by), "day_on": OPENS, "after_days": 2}, "day_on"),
        ({"name": "X", "after": shown(by)}, "after_days"),
    ):
        with pytest.raises(Invalid) as raised:
            create_anchor(by=by, **given)
        assert list(raised.value.errors) == [field]


def asks_about(anchor: Anchor, to: date, by: Actor) -> str:
    """What the preview of a move says of the one deadline it asks about."""
    assert move_anchor.dry_run(anchor, by=by, to=to).error is None
    (line,) = (each for each in by.said if each.startswith("Asks"))
    by.said.clear()
    return line


def test_the_preview_names_the_day_of_rest_it_means_and_what_it_is_called(by: Actor) -> None:
    anchor = shown(by)
    create_deadline(by=by, title="Train the crew", anchor=anchor, days=-14)
    saturday = (
        "Asks: Train the crew would go from Mon, Jun 22, 2099 to Fri, Jun 26, 2099; Sat, Jun 27, 2099 is no day of work"
    )
    assert asks_about(anchor, OPENS + timedelta(days=5), by).startswith(saturday)
    Holiday.objects.create(on=date(2099, 6, 30), name="Founder's Day", created_at=clock.now(), updated_at=clock.now())
    Holiday.objects.create(
        on=date(2099, 6, 30), name="Of elsewhere", region="ZZ", created_at=clock.now(), updated_at=clock.now()
    )
    line = asks_about(anchor, OPENS + timedelta(days=8), by)
    assert line.endswith(
        "to Mon, Jun 29, 2099; Tue, Jun 30, 2099 (Founder's Day) is no day of work; the day of work before is meant"
    )


def test_the_preview_of_a_move_counts_deadlines_alone(by: Actor, client: Client, dana: Person) -> None:
    anchor = shown(by)
    create_deadline(by=by, title="Train the crew", anchor=anchor, days=-14)
    client.force_login(dana)
    given = {"to": f"{OPENS + timedelta(days=7)}", "preview": "1"}
    shown_page = client.post(f"/do/work.move_anchor/{anchor.pk}/", given).content.decode()
    assert "Deadlines that move: 1, stay: 0, ask: 0." in shown_page
    assert "records change" not in shown_page


@pytest.fixture
def five(by: Actor) -> dict[str, Deadline]:
    """Five deadlines of one anchor, one of each fate."""
    anchor = shown(by, account=make.account())
    made = {
        name: create_deadline(by=by, title=name, anchor=anchor, **given)
        for name, given in {
            "moves": {"days": -14},
            "done": {"days": -20},
            "fixed": {"due_on": date(2099, 6, 1)},
            "by hand": {"days": -7},
            "told": {"days": -21},
        }.items()
    }
    finish_deadline(made["done"], by=by)
    set_deadline_day(made["by hand"], by=by, on=date(2099, 6, 25))
    mark_deadline_told(made["told"], by=by)
    return {name: Deadline.objects.get(pk=each.pk) for name, each in made.items()}


def test_moving_an_anchor_moves_what_follows_and_leaves_what_asks(by: Actor, five: dict[str, Deadline]) -> None:
    anchor = five["moves"].anchor
    assert anchor is not None
    heard: list[int] = []

    def hear(by: Actor, *, anchor_id: int) -> None:
        heard.append(anchor_id)

    hear.__module__ = "callboard.board.listeners"
    events.anchor_moved.listen(hear)
    try:
        move_anchor(anchor, by=by, to=OPENS + timedelta(days=7))
    finally:
        events.anchor_moved.listeners.remove(hear)
    assert heard == [anchor.pk]
    assert {name: due(each) for name, each in five.items()} == {
        "moves": date(2099, 6, 29),
        "done": date(2099, 6, 16),
        "fixed": date(2099, 6, 1),
        "by hand": date(2099, 6, 25),
        "told": date(2099, 6, 15),
    }
    assert TimelineEntry.objects.filter(root_id=anchor.account_id, kind="work.anchor_moved").count() == 1


def test_what_asks_moves_where_somebody_says_so_and_the_customer_has_to_be_told_anew(
    by: Actor, five: dict[str, Deadline]
) -> None:
    anchor = five["moves"].anchor
    assert anchor is not None
    move_anchor(anchor, by=by, to=OPENS + timedelta(days=7), also=[five["by hand"], five["told"]])
    assert due(five["by hand"]) == date(2099, 7, 6)
    assert due(five["told"]) == date(2099, 6, 22)
    assert Deadline.objects.get(pk=five["told"].pk).told_on is None


def test_the_preview_says_each_and_writes_nothing(by: Actor, five: dict[str, Deadline]) -> None:
    anchor = five["moves"].anchor
    assert anchor is not None
    dry = move_anchor.dry_run(anchor, by=by, to=OPENS + timedelta(days=7))
    assert dry.error is None
    said = by.said
    assert said[0] == "Deadlines that move: 1, stay: 2, ask: 2."
    assert sorted(line.partition(":")[0] for line in said[1:]) == ["Asks", "Asks", "Moves", "Stays", "Stays"]
    assert due(five["moves"]) == date(2099, 6, 22)
    assert Anchor.objects.get(pk=anchor.pk).day_on == OPENS


def test_a_move_is_taken_back_whole_and_what_was_done_since_stays(by: Actor, five: dict[str, Deadline]) -> None:
    anchor = five["moves"].anchor
    assert anchor is not None
    other = create_deadline(by=by, title="later", anchor=anchor, days=-3)
    before = {name: due(each) for name, each in five.items()}
    move_anchor(anchor, by=by, to=OPENS + timedelta(days=7), also=[five["told"]])
    change_task(Task.objects.get(deadline=other), by=by, due="2099-08-01")
    undo(last("move_anchor"), by=by)
    assert {name: due(each) for name, each in five.items()} == before
    assert Deadline.objects.get(pk=five["told"].pk).told_on is not None
    assert due(other) == date(2099, 8, 1)
    assert Anchor.objects.get(pk=anchor.pk).day_on == OPENS


def test_a_day_in_the_past_or_of_rest_asks(by: Actor) -> None:
    today = clock.business_day(clock.now())
    anchor = shown(by, day_on=today + timedelta(days=60))
    late = create_deadline(by=by, title="late", anchor=anchor, days=-50)
    move_anchor(anchor, by=by, to=today + timedelta(days=20))
    assert due(late) == today + timedelta(days=10)
    on = shown(by, name="On a Monday")
    sunday = create_deadline(by=by, title="rest", anchor=on, days=0)
    move_anchor(on, by=by, to=OPENS - timedelta(days=1))
    assert due(sunday) == OPENS
    move_anchor(on, by=by, to=OPENS - timedelta(days=8), also=[sunday])
    assert due(sunday) == date(2099, 6, 26)


def test_one_that_was_left_behind_is_put_back_and_that_is_undone(by: Actor, five: dict[str, Deadline]) -> None:
    anchor = five["moves"].anchor
    assert anchor is not None
    move_anchor(anchor, by=by, to=OPENS + timedelta(days=7))
    follow_anchor(Deadline.objects.get(pk=five["by hand"].pk), by=by)
    assert due(five["by hand"]) == date(2099, 7, 6)
    undo(last("follow_anchor"), by=by)
    assert due(five["by hand"]) == date(2099, 6, 25)
    with pytest.raises(Refused) as raised:
        follow_anchor(Deadline.objects.get(pk=five["moves"].pk), by=by)
    assert raised.value.refusal.code == "follows"
    with pytest.raises(Refused) as raised:
        follow_anchor(Deadline.objects.get(pk=five["fixed"].pk), by=by)
    assert raised.value.refusal.code == "fixed"


def test_a_task_moved_in_my_day_is_moved_by_hand(by: Actor) -> None:
    anchor = shown(by)
    deadline = create_deadline(by=by, title="Order", anchor=anchor, days=-14)
    change_task(deadline.task, by=by, due="2099-06-24")
    move_anchor(anchor, by=by, to=OPENS + timedelta(days=7))
    assert due(deadline) == date(2099, 6, 24)


def test_other_days_move_it_and_that_is_undone(by: Actor) -> None:
    deadline = create_deadline(by=by, title="Order", anchor=shown(by), days=-14, price=Decimal(50))
    change_deadline(deadline, by=by, days=-10, price=Decimal(70))
    assert (due(deadline), Task.objects.get().stake) == (date(2099, 6, 26), Decimal(70))
    undo(last("change_deadline"), by=by)
    assert (due(deadline), Task.objects.get().stake) == (date(2099, 6, 22), Decimal(50))
    fixed = create_deadline(by=by, title="Pay", due_on=OPENS)
    with pytest.raises(Invalid):
        change_deadline(fixed, by=by, days=3)


def test_finishing_the_task_is_keeping_the_deadline(by: Actor) -> None:
    deadline = create_deadline(by=by, title="Order", anchor=shown(by), days=-14)
    finish_task(deadline.task, by=by)
    with pytest.raises(Refused):
        finish_deadline(Deadline.objects.get(pk=deadline.pk), by=by)
    assert not Deadline.objects.open().exists()


def test_a_day_set_by_hand_is_there_again_once_other_days_are_undone(by: Actor) -> None:
    deadline = create_deadline(by=by, title="X", anchor=shown(by), days=-10)
    set_deadline_day(Deadline.objects.get(), by=by, on=date(2099, 6, 15))
    change_deadline(Deadline.objects.get(), by=by, days=-5, price=Decimal(5))  # type: ignore[arg-type]
    undo(last("change_deadline"), by=by)
    assert (due(deadline), Deadline.objects.get().days, Task.objects.get().stake) == (date(2099, 6, 15), -10, None)

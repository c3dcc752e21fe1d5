from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from callboard.core import clock
from callboard.core.actions import Actor, Conflict, Forbidden, Invalid, Refused
from callboard.core.models import Log, TimelineEntry
from callboard.core.money import Money
from callboard.core.registry import register
from callboard.directory.models import Account
from callboard.pipeline.actions import (
    change_opportunity,
    lose_opportunity,
    move_stage,
    open_opportunity,
    reopen_opportunity,
    win_opportunity,
)
from callboard.pipeline.models import LostReason, Opportunity, Stage
from callboard.pipeline.queries import lanes
from callboard.team.models import Person
from callboard.work.models import Task
from tests import make

MRR = Money(Decimal("264"))


def ahead(days: int = 3):  # type: ignore[no-untyped-def]
    return clock.business_day(clock.now()) + timedelta(days=days)


def test_an_opportunity_belongs_to_the_accounts_owner_and_its_step_is_their_task(by: Actor, hargrove: Account) -> None:
    made = open_opportunity(
        hargrove, by=by, name=" Two  seats ", value_mrr=MRR, next_step="Send prices", next_on=ahead()
    )
    assert (made.name, made.owner, made.stage) == ("Two seats", hargrove.owner, "qualify")
    task = Task.objects.get()
    assert (task.title, task.owner, task.stake, task.stake_kind) == ("Send prices", hargrove.owner, 3168, "opportunity")
    assert TimelineEntry.objects.get(root_id=hargrove.pk).text == "$264"


def test_a_stage_asks_its_questions_and_names_those_not_answered(by: Actor, hargrove: Account) -> None:
    made = make.opportunity(hargrove, by=by)
    with pytest.raises(Invalid) as stopped:
        move_stage(made, by=by, stage=Stage.PROPOSAL)
    assert set(stopped.value.errors) == {"value_mrr", "close_on", "next_step", "next_on"}
    moved = move_stage(
        made, by=by, stage=Stage.PROPOSAL, value_mrr=MRR, close_on=ahead(30), next_step="Call Ray", next_on=ahead()
    )
    assert (moved.stage, moved.value_mrr) == ("proposal", 264)
    assert move_stage(moved, by=by, stage=Stage.COMMIT).stage == "commit"
    assert Task.objects.get(state="open").title == "Call Ray"


def test_back_a_stage_and_undo(by: Actor, hargrove: Account) -> None:
    made = make.opportunity(hargrove, by=by, next_step="Show it", next_on=ahead())
    move_stage(made, by=by, stage=Stage.DEMO)
    move_stage.undo_of(Log.objects.get(action="pipeline.move_stage"), by=by)
    assert Opportunity.objects.get().stage == "qualify"


def test_won_and_lost_have_forms_of_their_own(by: Actor, hargrove: Account) -> None:
    made = make.opportunity(hargrove, by=by)
    for stage in (Stage.WON, Stage.LOST):
        with pytest.raises(Invalid):
            move_stage(made, by=by, stage=stage)


def test_won_needs_a_value_closes_and_drops_the_task(by: Actor, hargrove: Account) -> None:
    made = make.opportunity(hargrove, by=by, next_step="Call", next_on=ahead())
    with pytest.raises(Invalid):
        win_opportunity(made, by=by)
    win_opportunity(made, by=by, value_mrr=MRR)
    made.refresh_from_db()
    assert (made.stage, made.closed_on) == ("won", clock.business_day(clock.now()))
    assert Task.objects.get().state == "dropped"
    with pytest.raises(Refused):
        win_opportunity(made, by=by)


def test_lost_says_why_to_whom_and_when_to_try_again(by: Actor, hargrove: Account) -> None:
    made = make.opportunity(hargrove, by=by)
    with pytest.raises(Invalid):
        lose_opportunity(made, by=by, reason=LostReason.COMPETITOR)
    lose_opportunity(made, by=by, reason=LostReason.COMPETITOR, competitor="RaterCo", try_again_on=ahead(90))
    task = Task.objects.get()
    assert (task.kind, task.title) == ("pipeline.try_again", "Try again: Two more seats")
    assert task.due_at is not None
    assert task.due_at.date() in (ahead(90), ahead(91))
    with pytest.raises(Refused):
        move_stage(made, by=by, stage=Stage.DEMO)


def test_a_lost_one_is_reopened_by_undo_in_its_old_stage(by: Actor, hargrove: Account) -> None:
    made = make.opportunity(hargrove, by=by, next_step="Show it", next_on=ahead())
    move_stage(made, by=by, stage=Stage.DEMO)
    lose_opportunity(made, by=by, reason=LostReason.TIMING, try_again_on=ahead(9))
    lose_opportunity.undo_of(Log.objects.get(action="pipeline.lose_opportunity"), by=by)
    made.refresh_from_db()
    assert (made.stage, made.lost_reason, made.closed_on) == ("demo", None, None)
    assert [task.title for task in Task.objects.filter(state="open")] == ["Show it"]
    with pytest.raises(Refused):
        reopen_opportunity(made, by=by)


def test_a_change_reweighs_the_task_and_conflicts_over_the_same_field_only(by: Actor, hargrove: Account) -> None:
    made = make.opportunity(hargrove, by=by, next_step="Call", next_on=ahead())
    change_opportunity(made, by=by, value_mrr=MRR, _based_on={"value_mrr": None})
    change_opportunity(made, by=by, next_step="Mail", _based_on={"next_step": "Call"})
    with pytest.raises(Conflict):
        change_opportunity(made, by=by, next_step="Visit", _based_on={"next_step": "Call"})
    task = Task.objects.get(state="open")
    assert (task.title, task.stake) == ("Mail", 3168)


def test_a_new_owner_gets_the_task(by: Actor, hargrove: Account) -> None:
    marcus = make.person("Marcus")
    made = make.opportunity(hargrove, by=by, next_step="Call", next_on=ahead())
    change_opportunity(made, by=by, owner=marcus)
    assert Task.objects.get(state="open").owner == marcus


def test_nothing_open_goes_back_to_somebody_who_left(by: Actor, hargrove: Account) -> None:
    gone = make.person("Gone", roles=("account_executive",))
    first, second = (make.opportunity(hargrove, by=by, owner=gone) for _ in range(2))
    change_opportunity(first, by=by, owner=by.person)
    lose_opportunity(second, by=by, reason=LostReason.DUPLICATE)
    Person.objects.filter(pk=gone.pk).update(is_active=False, left_on="2026-03-01")
    for log in Log.objects.filter(action__in=["pipeline.change_opportunity", "pipeline.lose_opportunity"]):
        with pytest.raises(Invalid):
            register.actions[log.action].undo_of(log, by=by)
    assert not Opportunity.objects.filter(owner=gone, closed_on=None).exists()


def test_what_a_stage_asked_for_cannot_be_emptied(by: Actor, hargrove: Account) -> None:
    made = make.opportunity(hargrove, by=by, next_step="Show it", next_on=ahead())
    move_stage(made, by=by, stage=Stage.DEMO)
    with pytest.raises(Invalid):
        change_opportunity(made, by=by, next_step="")


def test_an_executive_works_own_opportunities_only(by: Actor, hargrove: Account) -> None:
    marcus = make.person("Marcus", roles=("account_executive",))
    with pytest.raises(Forbidden):
        move_stage(make.opportunity(hargrove, by=by), by=make.actor(marcus), stage=Stage.DEMO)


def test_neither_less_than_nothing_nor_a_step_in_the_past(by: Actor, hargrove: Account) -> None:
    with pytest.raises(Invalid) as stopped:
        open_opportunity(hargrove, by=by, name="x", value_mrr=Money(Decimal("-1")), next_on=ahead(-3))
    assert set(stopped.value.errors) == {"value_mrr", "next_on"}


def test_the_database_keeps_lost_and_reason_together(by: Actor, hargrove: Account) -> None:
    made = make.opportunity(hargrove, by=by)
    with pytest.raises(IntegrityError), transaction.atomic():
        Opportunity.objects.filter(pk=made.pk).update(stage="lost", closed_on=ahead())


def test_the_lanes_count_and_sum_open_ones(by: Actor, hargrove: Account) -> None:
    make.opportunity(hargrove, by=by, value_mrr=MRR)
    make.opportunity(hargrove, by=by, value_mrr=MRR)
    lose_opportunity(make.opportunity(hargrove, by=by), by=by, reason=LostReason.PRICE)
    first = lanes(by)[0]
    assert (first.stage, first.count, first.mrr, len(first.rows)) == ("qualify", 2, 528, 2)
    assert [lane.count for lane in lanes(by)] == [2, 0, 0, 0]

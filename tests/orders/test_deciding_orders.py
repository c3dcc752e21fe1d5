"""The desk check, and what accepting an order does."""

from datetime import timedelta
from decimal import Decimal
from types import SimpleNamespace

import pytest
from django.test import Client
from django.utils.formats import date_format

from callboard.core import events
from callboard.core.actions import Forbidden, Invalid, Refused
from callboard.core.models import Change, Log, TimelineEntry
from callboard.directory.models import AccountFacts
from callboard.orders import actions
from callboard.orders.models import (
    Answer,
    DeskQuestion,
    Movement,
    MrrEntry,
    OneTimeEntry,
    OrderStep,
    PeriodLock,
    Subscription,
)
from callboard.team.models import Grant, Role, Team
from callboard.work.actions import finish_handoff
from callboard.work.models import Handoff, Task, TaskState
from tests import make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("agrees")]


@pytest.fixture
def waiting(scene: SimpleNamespace) -> SimpleNamespace:
    scene.order = make.order(scene.account, scene.rater, by=scene.priya, quantity=10, submitted=True)
    return scene


def test_accepting_posts_the_entry_opens_the_subscription_and_moves_the_facts(waiting: SimpleNamespace) -> None:
    make.check_everything(waiting.order, by=waiting.dana)
    order = actions.accept_order(waiting.order, by=waiting.dana)

    assert (order.state, order.booked_on, order.accepted_by) == ("complete", waiting.today, waiting.dana.person)
    entry = MrrEntry.objects.get()
    subscription = Subscription.objects.get()
    assert (entry.amount, entry.quantity, entry.units) == (Decimal(580), 10, 10)
    assert (entry.booked_on, entry.effective_on, entry.corrects_day) == (waiting.today, order.start_on, None)
    assert (entry.owner, subscription.mrr) == (waiting.priya.person, Decimal(580))
    assert Movement.objects.get().kind == "new"
    facts = AccountFacts.objects.get(account=waiting.account)
    assert (facts.mrr, facts.customer_since) == (Decimal(580), order.start_on)


def test_accepting_is_logged_told_and_stands_on_the_timeline(waiting: SimpleNamespace) -> None:
    make.check_everything(waiting.order, by=waiting.dana)
    actions.accept_order(waiting.order, by=waiting.dana)
    log = Log.objects.get(action="orders.accept_order")
    assert (log.target_id, log.root_id, log.person) == (waiting.order.pk, waiting.account.pk, waiting.dana.person)
    assert MrrEntry.objects.get().log_id == log.pk
    assert TimelineEntry.objects.filter(kind="order.accepted", title__contains="+$580").count() == 1
    assert Change.objects.filter(topic="board", kind="orders.order").exists()


def test_those_above_are_told_which_entries_were_posted(
    waiting: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[int, list[int]]] = []
    heard = [lambda by, *, account_id, entry_ids: told.append((account_id, entry_ids))]
    monkeypatch.setattr(events.entries_posted, "listeners", heard)
    make.check_everything(waiting.order, by=waiting.dana)
    actions.accept_order(waiting.order, by=waiting.dana)
    assert told == [(waiting.account.pk, [MrrEntry.objects.get().pk])]


def test_a_yearly_price_has_a_term_and_a_twelfth_a_month(scene: SimpleNamespace) -> None:
    website = make.product("Agency website", price=2000, billing="annual")
    order = make.accepted(scene.account, website, by=scene.priya, desk=scene.dana)
    subscription = Subscription.objects.get()
    assert subscription.mrr == Decimal("166.6666666667")
    assert subscription.term_end_on.replace(year=order.start_on.year) == order.start_on
    assert AccountFacts.objects.get(account=scene.account).renewal_on == subscription.term_end_on


def test_what_is_paid_once_goes_into_the_other_ledger(scene: SimpleNamespace) -> None:
    setup = make.product("Set-up", price=250, billing="one_time", counts_as_unit=False)
    make.accepted(scene.account, setup, by=scene.priya, desk=scene.dana)
    entry = OneTimeEntry.objects.get()
    assert (entry.amount, entry.units, entry.booked_on) == (Decimal(250), 0, scene.today)
    assert not MrrEntry.objects.exists() and not Subscription.objects.exists()


def test_an_unchecked_order_is_not_accepted_and_the_sentence_names_what_is_missing(waiting: SimpleNamespace) -> None:
    with pytest.raises(Refused, match="signature"):
        actions.accept_order(waiting.order, by=waiting.dana)
    make.check_everything(waiting.order, by=waiting.dana)
    billing = DeskQuestion.objects.filter(kind="new").first()
    actions.answer_desk_check(waiting.order, by=waiting.dana, question=billing, answer=Answer.NO)
    with pytest.raises(Refused, match=str(billing).lower()):
        actions.accept_order(waiting.order, by=waiting.dana)
    actions.answer_desk_check(waiting.order, by=waiting.dana, question=billing, answer=Answer.NOT_NEEDED)
    actions.accept_order(waiting.order, by=waiting.dana)


def test_an_answer_is_undone_to_what_it_was(waiting: SimpleNamespace) -> None:
    question = DeskQuestion.objects.filter(kind="new").first()
    actions.answer_desk_check(waiting.order, by=waiting.dana, question=question, answer=Answer.YES)
    log = Log.objects.get(action="orders.answer_desk_check")
    actions.answer_desk_check.undo_of(log, by=waiting.dana)
    assert not waiting.order.answers.exists()


def test_who_may_not_accept_is_forbidden(waiting: SimpleNamespace) -> None:
    with pytest.raises(Forbidden):
        actions.accept_order(waiting.order, by=waiting.priya)


def test_a_second_pair_of_eyes_accepts_unless_the_right_is_given(scene: SimpleNamespace) -> None:
    order = make.order(scene.account, scene.rater, by=scene.dana, submitted=True)
    make.check_everything(order, by=scene.dana)
    with pytest.raises(Refused, match="yourself"):
        actions.accept_order(order, by=scene.dana)
    Grant.objects.create(operation="orders.accept_own", role=Role.SALES_SUPPORT, scope="all")
    scene.dana.person.refresh_from_db()
    actions.accept_order(order, by=scene.dana)


def test_an_order_is_accepted_once(waiting: SimpleNamespace) -> None:
    make.check_everything(waiting.order, by=waiting.dana)
    actions.accept_order(waiting.order, by=waiting.dana)
    with pytest.raises(Refused):
        actions.accept_order(waiting.order, by=waiting.dana)
    assert MrrEntry.objects.count() == 1


def test_a_dry_run_shows_the_consequences_and_keeps_nothing(waiting: SimpleNamespace) -> None:
    make.check_everything(waiting.order, by=waiting.dana)
    shown = actions.accept_order.dry_run(waiting.order, by=waiting.dana)
    assert shown.error is None
    assert [line.kind for line in shown.effects.timeline] == ["order.accepted", "order.complete"]
    assert not MrrEntry.objects.exists()


def test_each_fulfilment_step_is_a_task_of_its_team_and_the_last_completes_the_order(waiting: SimpleNamespace) -> None:
    onboarding, support = Team.objects.create(name="Onboarding"), Team.objects.create(name="Support")
    for team, title, days in ((onboarding, "Build", 10), (onboarding, "Train", 12), (support, "Log-ins", 2)):
        actions.add_fulfilment_step(waiting.rater, by=waiting.carol, team=team, title=title, business_days=days)
    make.check_everything(waiting.order, by=waiting.dana)
    order = actions.accept_order(waiting.order, by=waiting.dana)
    tasks = list(Task.objects.filter(kind="orders.fulfil").order_by("due_at"))
    assert [(task.team, task.title) for task in tasks] == [
        (support, "Log-ins"),
        (onboarding, "Build"),
        (onboarding, "Train"),
    ]
    assert {task.stake for task in tasks} == {Decimal(6960)}
    assert order.state == "accepted"
    for task in tasks:
        finish_handoff(Handoff.objects.get(task=task), by=waiting.carol_desk, proof="It runs.")
    order.refresh_from_db()
    assert order.state == "complete"


def test_an_order_with_open_steps_is_not_complete(waiting: SimpleNamespace) -> None:
    actions.add_fulfilment_step(
        waiting.rater, by=waiting.carol, team=Team.objects.create(name="Onboarding"), title="Build"
    )
    make.check_everything(waiting.order, by=waiting.dana)
    order = actions.accept_order(waiting.order, by=waiting.dana)
    with pytest.raises(Refused, match="open"):
        actions.complete_order(order, by=waiting.dana)


def test_a_returned_order_lists_what_is_missing_and_comes_back_to_the_writer(waiting: SimpleNamespace) -> None:
    make.check_everything(waiting.order, by=waiting.dana)
    question = DeskQuestion.objects.filter(kind="new").first()
    actions.answer_desk_check(
        waiting.order, by=waiting.dana, question=question, answer=Answer.NO, note="The name does not match"
    )
    order = actions.return_order(waiting.order, by=waiting.dana, missing="Seat names")
    assert order.state == "returned"
    assert order.missing.splitlines() == [f"{question}: The name does not match", "Seat names"]
    task = Task.objects.get(kind="orders.correct")
    assert task.owner == waiting.priya.person

    actions.submit_order(order, by=waiting.priya)
    task.refresh_from_db()
    assert task.state == TaskState.DONE
    assert not order.answers.filter(question=question).exists()


def test_nothing_missing_is_no_reason_to_return(waiting: SimpleNamespace) -> None:
    make.check_everything(waiting.order, by=waiting.dana)
    with pytest.raises(Invalid):
        actions.return_order(waiting.order, by=waiting.dana)


def test_a_rejected_order_is_over(waiting: SimpleNamespace) -> None:
    actions.reject_order(waiting.order, by=waiting.dana, why="They owe us a year.")
    with pytest.raises(Refused):
        actions.submit_order(waiting.order, by=waiting.priya)


def test_an_acceptance_is_undone_by_entries_that_take_it_back(waiting: SimpleNamespace) -> None:
    setup = make.product("Set-up", price=250, billing="one_time")
    actions.recall_order(waiting.order, by=waiting.priya)
    actions.add_line(waiting.order, by=waiting.priya, product=setup)
    actions.submit_order(waiting.order, by=waiting.priya)
    actions.add_fulfilment_step(
        waiting.rater, by=waiting.carol, team=Team.objects.create(name="Onboarding"), title="Build"
    )
    make.check_everything(waiting.order, by=waiting.dana)
    actions.accept_order(waiting.order, by=waiting.dana)
    actions.accept_order.undo_of(Log.objects.get(action="orders.accept_order"), by=waiting.dana)

    waiting.order.refresh_from_db()
    assert waiting.order.state == "submitted"
    first, second = MrrEntry.objects.order_by("id")
    assert (second.amount, second.corrects, second.corrects_day) == (-first.amount, first, None)
    assert sum(OneTimeEntry.objects.values_list("amount", flat=True)) == 0
    assert {movement.kind for movement in Movement.objects.all()} == {"new"}
    assert Task.objects.get(kind="orders.fulfil").state == TaskState.DROPPED
    assert not OrderStep.objects.exists()
    assert AccountFacts.objects.get(account=waiting.account).mrr == 0

    actions.accept_order(waiting.order, by=waiting.dana)
    assert AccountFacts.objects.get(account=waiting.account).mrr == 580
    with pytest.raises(Refused):
        actions.accept_order(waiting.order, by=waiting.dana)


def test_nothing_books_into_a_closed_day_and_the_late_entry_names_it(waiting: SimpleNamespace, client: Client) -> None:
    make.check_everything(waiting.order, by=waiting.dana)
    PeriodLock.objects.create(day=waiting.today, locked_at=make.NOW)
    tomorrow = waiting.today + timedelta(days=1)
    client.force_login(waiting.dana.person)
    page = client.get(f"/orders/{waiting.order.pk}/").content.decode()
    assert f"booked {date_format(tomorrow, 'M j')}, effective" in page  # what is promised is what happens
    order = actions.accept_order(waiting.order, by=waiting.dana)
    entry = MrrEntry.objects.get()
    assert (order.booked_on, entry.booked_on, entry.corrects_day) == (tomorrow, tomorrow, waiting.today)


def test_a_step_without_words_would_stop_every_order(scene: SimpleNamespace) -> None:
    with pytest.raises(Invalid):
        actions.add_fulfilment_step(scene.rater, by=scene.carol, team=make.team(), title=" ")

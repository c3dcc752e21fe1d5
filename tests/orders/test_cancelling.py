"""A cancellation: logged the same day, saved or lost, never both."""

from datetime import timedelta
from decimal import Decimal
from types import SimpleNamespace

import pytest

from callboard.core import clock
from callboard.core.actions import Forbidden, Invalid, Refused
from callboard.core.models import Log, TimelineEntry
from callboard.directory.models import AccountFacts
from callboard.orders import actions
from callboard.orders.models import Cancellation, CancellationReason, Movement, MrrEntry, Order, PeriodLock
from callboard.work.models import Task, TaskState
from tests import make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("agrees")]


@pytest.fixture
def customer(scene: SimpleNamespace) -> SimpleNamespace:
    website = make.product("Agency website", price=2000, billing="annual")
    scene.subscription = make.subscription(scene.account, website, by=scene.priya, desk=scene.dana)
    scene.price = CancellationReason.objects.get(code="price")
    return scene


@pytest.fixture
def case(customer: SimpleNamespace) -> Cancellation:
    return actions.open_cancellation(customer.subscription, by=customer.dana, reason=customer.price)


def test_the_request_is_logged_with_what_is_at_stake_and_a_save_call(
    case: Cancellation, customer: SimpleNamespace
) -> None:
    assert (case.received_on, case.logged_on, case.days_late) == (customer.today, customer.today, 0)
    assert (case.outcome, case.mrr, case.logged_by) == ("open", customer.subscription.mrr, customer.dana.person)
    task = Task.objects.get(kind="orders.save")
    assert (task, task.owner, task.stake, task.stake_kind) == (
        case.save_task, customer.priya.person, Decimal(2000), "mrr_at_stake",
    )  # fmt: skip
    assert task.due_at > case.logged_at
    assert AccountFacts.objects.get(account=customer.account).open_cancellation
    assert TimelineEntry.objects.filter(kind="cancellation.opened").count() == 1
    assert Log.objects.get(action="orders.open_cancellation").root_id == customer.account.pk


def test_who_may_not_is_forbidden(customer: SimpleNamespace) -> None:
    with pytest.raises(Forbidden):
        actions.open_cancellation(customer.subscription, by=customer.sdr)


def test_the_same_request_is_not_logged_twice(case: Cancellation, customer: SimpleNamespace) -> None:
    with pytest.raises(Refused, match="already"):
        actions.open_cancellation(customer.subscription, by=customer.priya)


def test_what_was_received_yesterday_and_logged_today_says_so(customer: SimpleNamespace) -> None:
    received = clock.now() - timedelta(days=1)
    case = actions.open_cancellation(customer.subscription, by=customer.dana, received_at=received)
    assert case.days_late == 1
    with pytest.raises(Invalid):
        actions.change_cancellation(case, by=customer.dana)
        actions.confirm_cancellation(case, by=customer.dana)


def test_a_request_from_the_future_is_refused(customer: SimpleNamespace) -> None:
    with pytest.raises(Invalid):
        actions.open_cancellation(customer.subscription, by=customer.dana, received_at=clock.now() + timedelta(hours=1))


def test_a_loss_posts_minus_the_stored_balance_and_makes_the_order_that_ends_it(
    case: Cancellation, customer: SimpleNamespace
) -> None:
    end = customer.today + timedelta(days=30)
    actions.confirm_cancellation(case, by=customer.dana, end_on=end, last_words="Thank you all")
    entry = MrrEntry.objects.latest("id")
    assert entry.amount == -Decimal("166.6666666667")
    assert (entry.booked_on, entry.effective_on, entry.quantity) == (customer.today, end, -1)
    assert Movement.objects.get(entry=entry).kind == "churn"
    case.refresh_from_db()
    assert (case.outcome, case.order.kind, case.order.state) == ("lost", "cancellation", "complete")
    customer.subscription.refresh_from_db()
    assert (customer.subscription.ended_on, customer.subscription.mrr) == (end, 0)
    facts = AccountFacts.objects.get(account=customer.account)
    assert (facts.mrr, facts.open_cancellation, facts.renewal_on) == (0, False, None)
    assert Task.objects.get(kind="orders.save").state == TaskState.DONE


def test_one_of_two_subscriptions_lost_is_contraction(case: Cancellation, customer: SimpleNamespace) -> None:
    make.subscription(customer.account, customer.rater, by=customer.priya, desk=customer.dana)
    actions.confirm_cancellation(case, by=customer.dana)
    assert Movement.objects.latest("entry_id").kind == "contraction"


def test_a_save_changes_nothing_they_have(case: Cancellation, customer: SimpleNamespace) -> None:
    actions.save_cancellation(case, by=customer.priya, what_kept_them="Annual prepay")
    case.refresh_from_db()
    assert (case.outcome, case.decided_on, case.decided_by) == ("saved", customer.today, customer.priya.person)
    assert MrrEntry.objects.count() == 1
    assert not AccountFacts.objects.get(account=customer.account).open_cancellation


def test_never_confirmed_while_a_save_is_accepted_nor_the_reverse(
    case: Cancellation, customer: SimpleNamespace
) -> None:
    actions.save_cancellation(case, by=customer.priya)
    with pytest.raises(Refused, match="save was accepted"):
        actions.confirm_cancellation(case, by=customer.dana)
    actions.reopen_cancellation(case, by=customer.dana)
    actions.confirm_cancellation(case, by=customer.dana)
    with pytest.raises(Refused, match="confirmed"):
        actions.save_cancellation(case, by=customer.priya)
    assert MrrEntry.objects.filter(amount__lt=0).count() == 1


def test_a_loss_needs_a_reason(customer: SimpleNamespace) -> None:
    case = actions.open_cancellation(customer.subscription, by=customer.dana)
    with pytest.raises(Invalid, match="reason"):
        actions.confirm_cancellation(case, by=customer.dana)
    actions.change_cancellation(case, by=customer.dana, reason=customer.price, competitor="local web shop")
    actions.confirm_cancellation(case, by=customer.dana)


def test_a_loss_is_undone_by_a_correction_that_gives_it_back(case: Cancellation, customer: SimpleNamespace) -> None:
    actions.confirm_cancellation(case, by=customer.dana)
    actions.confirm_cancellation.undo_of(Log.objects.get(action="orders.confirm_cancellation"), by=customer.dana)
    case.refresh_from_db()
    customer.subscription.refresh_from_db()
    assert (case.outcome, case.order, customer.subscription.ended_on) == ("open", None, None)
    assert customer.subscription.mrr == Decimal("166.6666666667")
    assert Order.objects.get(kind="cancellation").state == "withdrawn"
    assert [movement.kind for movement in Movement.objects.order_by("entry_id")] == ["new", "churn", "churn"]
    with pytest.raises(Refused):
        actions.reopen_cancellation(case, by=customer.dana)


def test_a_mistake_is_discarded(case: Cancellation, customer: SimpleNamespace) -> None:
    actions.open_cancellation.undo_of(Log.objects.get(action="orders.open_cancellation"), by=customer.dana)
    assert not Cancellation.objects.exists()
    assert not AccountFacts.objects.get(account=customer.account).open_cancellation
    assert Task.objects.get(kind="orders.save").state == TaskState.DROPPED


def test_received_on_a_day_since_closed_it_is_booked_today_and_names_that_day(customer: SimpleNamespace) -> None:
    received = clock.now() - timedelta(days=1)
    case = actions.open_cancellation(
        customer.subscription, by=customer.dana, reason=customer.price, received_at=received
    )
    PeriodLock.objects.create(day=case.received_on, locked_at=make.NOW)
    actions.confirm_cancellation(case, by=customer.dana)
    entry = MrrEntry.objects.latest("id")
    assert (entry.booked_on, entry.corrects_day) == (customer.today, case.received_on)


def test_while_the_day_is_open_a_late_log_counts_for_the_day_they_asked(customer: SimpleNamespace) -> None:
    received = clock.now() - timedelta(days=1)
    case = actions.open_cancellation(
        customer.subscription, by=customer.dana, reason=customer.price, received_at=received
    )
    actions.confirm_cancellation(case, by=customer.dana)
    entry = MrrEntry.objects.latest("id")
    assert (entry.booked_on, entry.corrects_day) == (case.received_on, None)

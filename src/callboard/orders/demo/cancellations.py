"""Who asked to leave in the eighteen months, and how it ended."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from callboard.core import clock
from callboard.core.demo import World, update, write
from callboard.core.money import shown
from callboard.orders.actions.tasks import SAVE
from callboard.orders.demo.book import DAY, Book
from callboard.orders.demo.sales import clock_day
from callboard.orders.models import (
    Cancellation,
    CancellationReason,
    MrrEntry,
    Order,
    OrderKind,
    OrderLine,
    OrderState,
    Outcome,
    SaveEntry,
    Subscription,
)
from callboard.work.models import StakeKind, Task

ASKED, SAVED = 0.16, 0.34
OPEN_NOW = 6
#: Minutes ago, outcome; those that are today's business day.
TODAY = ((35, Outcome.OPEN), (150, Outcome.LOST), (95, Outcome.SAVED))
WEIGHTS = {"price_budget": 6, "price_use": 16, "competitor": 14, "unused": 16, "staff": 12, "sold": 10, "closed": 9,
           "product_missing": 7, "product_broken": 5, "service": 5}  # fmt: skip
RIVALS = ("a local web shop", "their network's own rater", "a cheaper rater", "")
WORDS = ("Nobody opens it any more.", "Too much for what we use.", "We were bought, they bring their own.", "")


@dataclass
class Leaving:
    """A request: for what, when, how it ended and when."""

    subscription: Subscription
    received_at: datetime
    outcome: Outcome
    decided_at: datetime | None
    end_on: date


def make_cancellations(world: World, book: Book) -> None:
    """Cases over time, today's, and a few open ones; each loss as an order that ends its subscription. Keeps `cancellations`."""
    cases = _past(world, book)
    cases += _todays(world, book, {case.subscription.pk for case in cases})
    cases.sort(key=lambda case: case.decided_at or case.received_at)
    lost = [case for case in cases if case.outcome == Outcome.LOST]
    orders = write(Order, [_order(world, book, case) for case in lost])
    lines = write(OrderLine, [_line(case, order) for case, order in zip(lost, orders, strict=True)])
    of_case = {id(case): order for case, order in zip(lost, orders, strict=True)}
    reasons = {reason.code: reason for reason in CancellationReason.objects.all()}
    rows = [_cancellation(world, book, case, of_case.get(id(case)), reasons) for case in cases]
    world.keep("cancellations", write(Cancellation, rows))
    _keep(book, rows)
    _end(book, lost, lines)
    _save_calls(world, [row for row in rows if row.outcome == Outcome.OPEN])
    for row in rows:
        _say(book, row)


def _past(world: World, book: Book) -> list[Leaving]:
    rng, found = world.rng, []
    for each in book.subscriptions:
        begun = datetime.combine(each.started_on, datetime.min.time(), book.zone)
        start = max(begun, world.since) + 30 * DAY
        if rng.random() > ASKED or start > world.now - 20 * DAY:
            continue
        received = book.working_moment(start, world.now - 15 * DAY)
        decided = book.working_moment(received + timedelta(hours=1), received + 6 * DAY)
        outcome = Outcome.SAVED if rng.random() < SAVED else Outcome.LOST
        end = decided.date() + rng.choice((0, 7, 30)) * DAY
        found.append(Leaving(each, received, outcome, decided, end))
    free = [each for each in book.subscriptions if each.pk not in {case.subscription.pk for case in found}]
    for each in rng.sample(free, min(len(free), world.count(OPEN_NOW))):
        received = book.working_moment(world.now - 6 * DAY, world.now - 2 * DAY)
        if received.date() > each.started_on:
            found.append(Leaving(each, received, Outcome.OPEN, None, book.today))
    return found


def _todays(world: World, book: Book, taken: set[int]) -> list[Leaving]:
    since = book.today - 30 * DAY
    free = [each for each in book.subscriptions if each.pk not in taken and each.started_on < since]
    moments = [(world.now - timedelta(minutes=minutes), outcome) for minutes, outcome in TODAY]
    todays = [(at, outcome) for at, outcome in moments if clock.business_day(at) == book.today]
    chosen = world.rng.sample(free, min(len(free), len(todays)))
    return [
        Leaving(each, at, outcome, at + timedelta(minutes=20) if outcome != Outcome.OPEN else None, book.today)
        for each, (at, outcome) in zip(chosen, todays, strict=False)
    ]


def _order(world: World, book: Book, case: Leaving) -> Order:
    account, at = case.subscription.account, case.decided_at
    return Order(
        number=book.next_number(),
        kind=OrderKind.CANCELLATION,
        account=account,
        owner_id=book.rep_on(account, case.received_at.date()),
        state=OrderState.COMPLETE,
        start_on=case.end_on,
        submitted_at=at,
        submitted_by=world["desk"][0],
        accepted_at=at,
        accepted_by=world["desk"][0],
        booked_on=clock_day(book, at or world.now),
        version=1,
        created_at=at,
        updated_at=at,
    )


def _line(case: Leaving, order: Order) -> OrderLine:
    each = case.subscription
    return OrderLine(
        order=order,
        product=each.product,
        quantity=each.quantity,
        unit_price=each.unit_price,
        mrr=-each.mrr,
        one_time=Decimal(0),
        ends=each,
        version=1,
        created_at=order.created_at,
        updated_at=order.created_at,
    )


def _cancellation(
    world: World, book: Book, case: Leaving, order: Order | None, reasons: dict[str, CancellationReason]
) -> Cancellation:
    rng, desk = world.rng, world["desk"]
    received_on = clock_day(book, case.received_at)
    late = rng.random() < 0.06 and case.decided_at is not None and case.received_at < world.now - 3 * DAY
    logged_at = case.received_at + (DAY if late else timedelta(minutes=6))
    return Cancellation(
        account=case.subscription.account,
        subscription=case.subscription,
        order=order,
        received_at=case.received_at,
        received_on=received_on,
        requested_end_on=case.end_on,
        reason=reasons[rng.choices(list(WEIGHTS), list(WEIGHTS.values()))[0]],
        reason_text=rng.choice(WORDS),
        competitor=rng.choice(RIVALS),
        mrr=case.subscription.mrr,
        outcome=case.outcome,
        decided_at=case.decided_at,
        decided_on=clock_day(book, case.decided_at) if case.decided_at else None,
        decided_by=rng.choice(desk) if case.decided_at else None,
        logged_at=logged_at,
        logged_on=received_on + DAY if late else received_on,
        logged_by=rng.choice(desk),
        version=1,
        created_at=logged_at,
        updated_at=case.decided_at or logged_at,
    )


def _keep(book: Book, rows: list[Cancellation]) -> None:
    """What the cases saved. Nobody asks twice in the practice company, so nothing saved is lost after all."""
    for row in rows:
        if row.outcome == Outcome.SAVED and row.decided_on and row.decided_at:
            entry = SaveEntry(cancellation=row, subscription=row.subscription, amount=row.mrr, cases=1)
            book.add(entry, row.account, row.decided_at, row.decided_on)


def _end(book: Book, lost: list[Leaving], lines: list[OrderLine]) -> None:
    """Minus the whole balance, booked when it was decided; late for the day they asked, it names that day."""
    ended = []
    for case, line in zip(lost, lines, strict=True):
        each, booked = case.subscription, line.order.booked_on
        if booked is None or case.decided_at is None:
            continue
        entry = MrrEntry(
            subscription=each, order_line=line, amount=-each.mrr, quantity=-each.quantity, effective_on=case.end_on
        )
        received = clock_day(book, case.received_at)
        entry.corrects_day = received if received < booked else None
        book.add(entry, each.account, case.decided_at, booked)
        each.ended_on, each.mrr = max(case.end_on, each.started_on), Decimal(0)
        ended.append(each)
    update(ended, ["ended_on", "mrr"])


def _save_calls(world: World, rows: list[Cancellation]) -> None:
    """The owner's call for each open case."""
    made = [
        Task(
            title=f"Save call: {row.subscription.product}",
            kind=SAVE,
            account=row.account,
            owner_id=row.account.owner_id or world["desk"][0].pk,
            due_at=max(row.received_at + timedelta(hours=5), world.now + timedelta(hours=2)),
            stake=(row.mrr * 12).quantize(Decimal("0.01")),
            stake_kind=StakeKind.MRR_AT_STAKE,
            reason_code="asked_to_cancel",
            reason_args={
                "product": str(row.subscription.product),
                "on": row.received_on.isoformat(),
                "reason": str(row.reason),
            },
            source_kind="orders.cancellation",
            source_id=row.pk,
            version=1,
            created_at=row.logged_at,
            updated_at=row.logged_at,
        )
        for row in rows
    ]
    for row, task in zip(rows, write(Task, made), strict=True):
        row.save_task = task
    Cancellation.objects.bulk_update(rows, ["save_task"])


def _say(book: Book, row: Cancellation) -> None:
    product, worth = row.subscription.product, shown(row.mrr)
    asked = f"Asked to cancel {product}, {worth} a month"
    book.say(row.account, row.received_at, "cancellation.opened", row, asked, row.logged_by)
    if row.decided_at is None:
        return
    if row.outcome == Outcome.SAVED:
        kind, title = "cancellation.saved", f"Stays: {product}, {worth} a month saved"
    else:
        kind, title = "cancellation.lost", f"Lost: {product}, {worth} a month"
    book.say(row.account, row.decided_at, kind, row, title, row.decided_by)

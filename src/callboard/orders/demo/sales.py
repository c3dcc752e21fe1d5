"""What customers had before us, and what they ordered since."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from callboard.core import clock
from callboard.core.demo import World, write
from callboard.core.money import shown
from callboard.directory.models import Account
from callboard.orders.demo.book import DAY, Book
from callboard.orders.demo.fulfilment import answer_checks, due_on, give_corrections, give_steps
from callboard.orders.models import (
    MrrEntry,
    OneTimeEntry,
    Order,
    OrderLine,
    OrderState,
    Product,
    Subscription,
)
from callboard.orders.rules import pricing

CUSTOMERS, HAD_BEFORE = 0.62, 0.75
#: How many orders a customer placed in the eighteen months.
ORDERS, ORDER_WEIGHTS = (0, 1, 2, 3), (22, 42, 26, 10)
#: Product -> how often, and seats.
TASTE = {
    "RATER": (34, (1, 14)), "SITE": (16, (1, 1)), "SITE-PLUS": (6, (1, 1)), "MKT": (14, (1, 1)),
    "MKT-FULL": (9, (1, 1)), "TEXT": (12, (1, 5)), "REVIEW": (9, (1, 1)),
}  # fmt: skip
EXTRA = {"SITE": "SETUP", "SITE-PLUS": "SETUP", "RATER": "MOVE", "MKT-FULL": "TRAIN"}
TAKES_EXTRA, GETS_DISCOUNT = 0.4, 0.12
WAITING, RETURNED, DRAFTS = 6, 2, 4
#: Minutes ago; those of them that are today's business day were accepted today.
TODAY = (4, 23, 55, 140, 260)


@dataclass
class Sale:
    """An order to be: whose, when it was submitted and, if it was, accepted."""

    account: Account
    submitted_at: datetime
    accepted_at: datetime | None
    state: str
    lines: list[OrderLine]


def make_openings(world: World, book: Book) -> None:
    """Subscriptions from before the eighteen months, with opening entries. Keeps `customers`."""
    rng, first = world.rng, world.since.astimezone(book.zone).date()
    customers = [account for account in world["accounts"] if rng.random() < CUSTOMERS]
    world.keep("customers", customers)
    rows = []
    for account in customers:
        if account.created_at is None or account.created_at > world.since - 30 * DAY or rng.random() > HAD_BEFORE:
            continue
        started = world.moment(account.created_at, world.since - 10 * DAY).date()
        rows += [_subscription(book, line, account, started) for line in _lines(world, rng.randint(1, 3), False)]
    for each in write(Subscription, rows):
        book.subscriptions.append(each)
        entry = MrrEntry(
            subscription=each, amount=each.mrr, quantity=each.quantity, effective_on=each.started_on, opening=True
        )
        book.add(entry, each.account, world.since, first)


def make_sales(world: World, book: Book) -> None:
    """Orders over the eighteen months, today's, and those that wait, came back or are being written."""
    had = {each.account_id for each in book.subscriptions}
    sales = [sale for account in world["customers"] for sale in _past(world, book, account, account.pk in had)]
    sales += [*_todays(world, book), *_unfinished(world, book)]
    sales.sort(key=lambda sale: sale.submitted_at)
    orders = write(Order, [_order(world, book, sale) for sale in sales])
    for order in orders:
        if order.submitted_at is not None and order.accepted_at is None:
            writer = order.submitted_by
            book.say(order.account, order.submitted_at, "order.submitted", order, f"{order} submitted", writer)
    lines = [line for sale, order in zip(sales, orders, strict=True) for line in _placed(sale, order)]
    write(OrderLine, lines)
    counted = [(sale, order) for sale, order in zip(sales, orders, strict=True) if sale.accepted_at]
    _subscribe(book, counted)
    answer_checks(world, orders)
    give_steps(world, book, [(order, sale.lines) for sale, order in counted])
    give_corrections(world, [order for order in orders if order.state == OrderState.RETURNED])


def _past(world: World, book: Book, account: Account, had: bool) -> list[Sale]:
    start = max(account.created_at or world.since, world.since) + 2 * DAY
    end = world.now - 2 * DAY
    count = world.rng.choices(ORDERS, ORDER_WEIGHTS)[0]
    found = []
    for _number in range(count if had else max(count, 1)):
        if start >= end:
            break
        at = book.working_moment(start, end)
        lines = _lines(world, world.rng.choices((1, 2, 3), (70, 24, 6))[0], True)
        found.append(Sale(account, at - timedelta(minutes=world.rng.randint(10, 400)), at, OrderState.COMPLETE, lines))
    return found


def _todays(world: World, book: Book) -> list[Sale]:
    moments = [world.now - timedelta(minutes=minutes) for minutes in TODAY[: world.count(len(TODAY))]]
    return [
        Sale(
            world.rng.choice(world["customers"]), at - timedelta(minutes=40), at, OrderState.COMPLETE,
            _lines(world, 1, True),
        )
        for at in moments
        if clock.business_day(at) == book.today
    ]  # fmt: skip


def _unfinished(world: World, book: Book) -> list[Sale]:
    states = [OrderState.SUBMITTED] * WAITING + [OrderState.RETURNED] * RETURNED + [OrderState.DRAFT] * DRAFTS
    return [
        Sale(
            world.rng.choice(world["customers"]),
            world.now - timedelta(minutes=world.rng.randint(12, 1500)),
            None,
            state,
            _lines(world, world.rng.randint(1, 3), True),
        )
        for state in states
    ]


def _lines(world: World, count: int, extras: bool) -> list[OrderLine]:
    """Lines of different products, now and then with what comes once."""
    rng, products = world.rng, {product.code: product for product in world["products"]}
    codes: list[str] = []
    while len(codes) < count:
        code = rng.choices(list(TASTE), [weight for weight, _seats in TASTE.values()])[0]
        if code not in codes:
            codes.append(code)
    found = [_line(products[code], rng.randint(*TASTE[code][1]), _discount(world)) for code in codes]
    extra = EXTRA.get(codes[0])
    if extras and extra and rng.random() < TAKES_EXTRA:
        found.append(_line(products[extra], 1, Decimal(0)))
    return found


def _discount(world: World) -> Decimal:
    return Decimal(world.rng.choice((5, 10, 15))) if world.rng.random() < GETS_DISCOUNT else Decimal(0)


def _line(product: Product, quantity: int, discount: Decimal) -> OrderLine:
    return OrderLine(
        product=product,
        quantity=quantity,
        unit_price=product.price,
        discount_percent=discount,
        mrr=pricing.monthly(product.billing, product.price, quantity, discount),
        one_time=pricing.one_time(product.billing, product.price, quantity, discount),
        version=1,
    )


def _order(world: World, book: Book, sale: Sale) -> Order:
    desk, writer = world["desk"], book.rep_on(sale.account, sale.submitted_at.date())
    waits = sale.state in (OrderState.SUBMITTED, OrderState.RETURNED) or sale.accepted_at is not None
    booked = clock_day(book, sale.accepted_at) if sale.accepted_at else None
    recent = booked is not None and any(due >= book.today for due in _due_days(world, sale, booked))
    return Order(
        number=book.next_number(),
        account=sale.account,
        owner_id=writer,
        state=OrderState.ACCEPTED if recent else sale.state,
        start_on=(booked or book.today) + world.rng.choice((0, 0, 1, 7)) * DAY,
        submitted_at=sale.submitted_at if waits else None,
        submitted_by_id=writer if waits else None,
        accepted_at=sale.accepted_at,
        accepted_by=world.rng.choice(desk) if sale.accepted_at else None,
        booked_on=booked,
        missing="Billing contact: their last one left\nSeat names" if sale.state == OrderState.RETURNED else "",
        version=1,
        created_at=sale.submitted_at - timedelta(minutes=30),
        updated_at=sale.accepted_at or sale.submitted_at,
    )


def clock_day(book: Book, at: datetime) -> date:
    """The business day of an instant: the calendar day for the past's office hours, the company's rule for today."""
    return book.today if (book.world.now - at) < DAY else at.astimezone(book.zone).date()


def _due_days(world: World, sale: Sale, booked: date) -> list[date]:
    sold = {line.product_id for line in sale.lines}
    return [due_on(booked, step) for step in world["fulfilment_steps"] if step.product_id in sold]


def _placed(sale: Sale, order: Order) -> list[OrderLine]:
    for line in sale.lines:
        line.order = order
        line.created_at = line.updated_at = order.created_at
    return sale.lines


def _subscription(book: Book, line: OrderLine, account: Account, started: date) -> Subscription:
    term = None
    if line.product.billing == "annual":
        term = started
        while term <= max(started, book.today):
            term = term.replace(year=term.year + 1, day=min(term.day, 28))
    return Subscription(
        account=account,
        product=line.product,
        order_line=line if line.pk else None,
        quantity=line.quantity,
        unit_price=line.unit_price,
        mrr=line.mrr,
        started_on=started,
        term_end_on=term,
        version=1,
        created_at=book.world.since,
        updated_at=book.world.since,
    )


def _subscribe(book: Book, counted: list[tuple[Sale, Order]]) -> None:
    """Subscriptions of what is billed again and again, and the entries of everything."""
    recurring = [(order, line) for sale, order in counted for line in sale.lines if line.product.billing != "one_time"]
    rows = write(Subscription, [_subscription(book, line, order.account, order.start_on) for order, line in recurring])
    for (order, line), each in zip(recurring, rows, strict=True):
        book.subscriptions.append(each)
        entry = MrrEntry(
            subscription=each, order_line=line, amount=line.mrr, quantity=line.quantity, units=line.quantity,
            effective_on=order.start_on,
        )  # fmt: skip
        _book(book, entry, order)
    for sale, order in counted:
        for line in sale.lines:
            if line.product.billing == "one_time":
                came = OneTimeEntry(product=line.product, order_line=line, amount=line.one_time, quantity=line.quantity)
                _book(book, came, order)
        total = sum((line.mrr for line in sale.lines), Decimal(0))
        once = sum((line.one_time for line in sale.lines), Decimal(0))
        worth = f"{shown(total, signed=True)} a month" if total else f"{shown(once)} once"
        when, person = order.accepted_at or order.created_at, order.accepted_by
        if when is not None:
            book.say(order.account, when, "order.accepted", order, f"{order} accepted, {worth}", person)


def _book(book: Book, entry: Any, order: Order) -> None:
    if order.accepted_at is not None and order.booked_on is not None:
        book.add(entry, order.account, order.accepted_at, order.booked_on)

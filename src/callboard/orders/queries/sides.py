"""An order as three columns of money: what they have, what changes, what it will be."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from callboard.core.money import cents, shown
from callboard.orders.models import Order, OrderLine, Subscription
from callboard.orders.rules import pricing

ZERO = Decimal(0)


@dataclass(frozen=True)
class Row:
    """A product with what is said under it and its money a month; ``once`` instead for what comes once."""

    product: str
    text: str
    amount: Decimal
    once: bool = False
    line: OrderLine | None = None


@dataclass
class Side:
    """A column: its rows and their sum a month."""

    rows: list[Row] = field(default_factory=list)
    total: Decimal = ZERO
    blanks: int = 0

    @property
    def empty_rows(self) -> range:
        """How many rows to leave, so that the columns end together."""
        return range(self.blanks)


@dataclass(frozen=True)
class Sides:
    """The three columns, and what comes once."""

    have: Side
    change: Side
    will_be: Side
    once: Decimal


def sides_of(lines: list[OrderLine], running: Iterable[Subscription]) -> Sides:
    """The three columns of an order, from its lines and what ran before it, both with their products."""
    have, before, products = Side(), dict[int, Decimal](), dict[int, str]()
    count: dict[int, int] = {}
    for each in running:
        mrr = each.mrr if each.ended_on is None else _ended(each, lines)
        have.rows.append(Row(str(each.product), seats(each.quantity, each.unit_price, each.product.billing), mrr))
        before[each.product_id] = before.get(each.product_id, ZERO) + mrr
        count[each.product_id] = count.get(each.product_id, 0) + each.quantity
        products[each.product_id] = str(each.product)
    change, after = Side(), dict(before)
    for line in lines:
        once = line.product.billing == "one_time"
        text = seats(line.quantity, line.unit_price, line.product.billing, line.discount_percent)
        change.rows.append(Row(str(line.product), text, line.one_time if once else line.mrr, once, line))
        if not once:
            after[line.product_id] = after.get(line.product_id, ZERO) + line.mrr
            signed = -line.quantity if line.ends_id else line.quantity
            count[line.product_id] = count.get(line.product_id, 0) + signed
            products[line.product_id] = str(line.product)
    will_be = Side(
        [
            Row(products[key], _("{n} in all").format(n=count[key]), amount)
            for key, amount in after.items()
            if cents(amount)
        ]
    )
    have.total = sum(before.values(), ZERO)
    change.total = sum((line.mrr for line in lines), ZERO)
    will_be.total = sum(after.values(), ZERO)
    longest = max(len(side.rows) for side in (have, change, will_be))
    for side in (have, change, will_be):
        side.blanks = longest - len(side.rows)
    return Sides(have, change, will_be, sum((line.one_time for line in lines), ZERO))


def first_month(order: Order, mrr: Decimal) -> Decimal:
    """What the first calendar month costs: the whole of it, or its days from the start."""
    return pricing.prorated(mrr, order.start_on)


def is_prorated(on: date) -> bool:
    """Whether the first month is a part of one."""
    return on.day != 1


def seats(quantity: int, price: Decimal, billing: str, discount: Decimal = ZERO) -> str:
    """ "10 at $58, monthly" with what is taken off."""
    words = {"monthly": _("monthly"), "annual": _("a year"), "one_time": _("once")}
    text = _("{quantity} at {price}, {billing}").format(quantity=quantity, price=shown(price), billing=words[billing])
    return _("{text}, {percent} % off").format(text=text, percent=f"{discount.normalize():f}") if discount else text


def _ended(subscription: Subscription, lines: list[OrderLine]) -> Decimal:
    """What an ended subscription was worth before this order ended it."""
    return -sum((line.mrr for line in lines if line.ends_id == subscription.pk), ZERO)

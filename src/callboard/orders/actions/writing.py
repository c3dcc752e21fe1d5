"""Writing an order: lines, until it is handed to the desk."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor, Refusal, Text, action
from callboard.core.errors import Invalid
from callboard.core.leavers import must_work_here
from callboard.core.money import cents
from callboard.directory.models import Account, Contact
from callboard.orders.actions import discounts, tasks
from callboard.orders.models import Answer, Order, OrderLine, OrderState, Product
from callboard.orders.models.order import OPEN_STATES
from callboard.orders.rules import pricing
from callboard.team.models import Person

ORDER_NUMBER = "orders_order_number"
#: More of one product, or a price of this size, is a slip of the finger.
MOST, DEAREST = 1_000_000, Decimal(10) ** 10
#: What an optional text is when nothing is said.
NOTHING = Text("")


@action(
    _("Wrote order"),
    said=_("Wrote order {result.number} for {account}"),
    who="orders.write",
    undo="orders.withdraw_order",
    roots=lambda kw: {kw["account"].pk},
    icon="file-invoice",
)
def create_order(
    *,
    by: Actor,
    account: Account,
    product: Product,
    quantity: int = 1,
    unit_price: Decimal | None = None,
    discount_percent: Decimal = Decimal(0),
    start_on: date | None = None,
    contact: Contact | None = None,
    owner: Person | None = None,
    note: Text = NOTHING,
) -> Order:
    """Begin an order with its first line. Without a price it is the book's; without a start it is today."""
    if contact is not None and contact.account_id != account.pk:
        raise Invalid({"contact": _("This contact belongs to another account.")})
    writer = owner or by.person or account.owner
    if writer is None:
        raise Invalid({"owner": _("Say who writes it: the account has no owner.")})
    must_work_here(owner=writer)
    order = Order.objects.create(
        number=by.draw(ORDER_NUMBER) or None,
        account=account,
        contact=contact,
        owner=writer,
        start_on=start_on or by.today,
        note=note,
        created_at=by.now,
        updated_at=by.now,
    )
    _write_line(OrderLine(order=order, product=product), by, quantity, unit_price, discount_percent)
    by.timeline(account.pk, "order.written", ref=order, title=str(_("{order} written")).format(order=order))
    return order


@action(
    _("Changed order"),
    said=_("Changed order {order.number} of {order.account}"),
    who="orders.write",
    undo="orders.change_order",
    icon="pencil",
)
def change_order(
    order: Order, *, by: Actor, start_on: date, contact: Contact | None = None, note: Text = NOTHING
) -> Order:
    """Change when it starts, who it is with, and the note."""
    by.undo_args(start_on=order.start_on, contact=order.contact, note=order.note)
    if contact is not None and contact.account_id != order.account_id:
        raise Invalid({"contact": _("This contact belongs to another account.")})
    order.start_on, order.contact, order.note = start_on, contact, note
    order.updated_at = by.now
    order.save()
    return order


@action(
    _("Gave order"),
    said=_("Gave order {order.number} of {order.account} to {to}"),
    who="orders.write",
    undo="orders.give_order",
    icon="arrow-forward-up",
)
def give_order(order: Order, *, by: Actor, to: Person) -> Order:
    """Let somebody else answer for an order. A yes to its discount that waits for them goes on to somebody else."""
    must_work_here(to=to)
    by.undo_args(to=order.owner)
    order.owner, order.updated_at = to, by.now
    order.save()
    discounts.send_discount_on(order, by=by)
    return order


@action(
    _("Added line"),
    said=_("Added {product} to order {order.number} of {order.account}"),
    who="orders.write",
    undo="orders.remove_line",
    icon="plus",
)
def add_line(
    order: Order,
    *,
    by: Actor,
    product: Product,
    quantity: int = 1,
    unit_price: Decimal | None = None,
    discount_percent: Decimal = Decimal(0),
) -> OrderLine:
    """Add a product. Without a price it is the book's."""
    line = _write_line(OrderLine(order=order, product=product), by, quantity, unit_price, discount_percent)
    by.changed(order)
    return line


@action(
    _("Changed line"),
    said=_("Changed {line.product} on order {line.order.number} of {line.order.account}"),
    who="orders.write",
    undo="orders.change_line",
    icon="pencil",
)
def change_line(
    line: OrderLine, *, by: Actor, quantity: int, unit_price: Decimal, discount_percent: Decimal = Decimal(0)
) -> OrderLine:
    """Change quantity, price or discount of a line."""
    by.undo_args(quantity=line.quantity, unit_price=line.unit_price, discount_percent=line.discount_percent)
    by.changed(line.order)
    return _write_line(line, by, quantity, unit_price, discount_percent)


@action(
    _("Removed line"),
    said=_("Removed {line.product} from order {result.number} of {result.account}"),
    who="orders.write",
    undo=add_line,
    icon="trash",
)
def remove_line(line: OrderLine, *, by: Actor) -> Order:
    """Take a product off the order."""
    by.undo_args(
        product=line.product,
        quantity=line.quantity,
        unit_price=line.unit_price,
        discount_percent=line.discount_percent,
    )
    order = line.order
    line.delete()
    return order


@action(
    _("Submitted order"),
    said=_("Submitted order {order.number} of {order.account}"),
    who="orders.submit",
    undo="orders.recall_order",
    icon="send",
)
def submit_order(order: Order, *, by: Actor) -> Order:
    """Hand it to the desk. It stands as pending, outside every total. What was answered with no is asked again."""
    if not order.lines.exists():
        raise Invalid({"": _("An order needs at least one line.")})
    order.answers.filter(answer=Answer.NO).delete()
    discounts.ask_for_discount(order, by=by)
    order.state, order.missing = OrderState.SUBMITTED, ""
    order.submitted_at, order.submitted_by = by.now, by.person
    order.updated_at = by.now
    order.save()
    tasks.close_corrections(order, by=by)
    by.timeline(order.account_id, "order.submitted", ref=order, title=str(_("{order} submitted")).format(order=order))
    by.changed(order, topic="board")
    return order


@action(
    _("Took order back"),
    said=_("Took order {order.number} of {order.account} back"),
    who="orders.submit",
    undo=submit_order,
    icon="arrow-back-up",
)
def recall_order(order: Order, *, by: Actor) -> Order:
    """Take a submitted order back to write on it; it is a draft again."""
    order.state, order.submitted_at, order.submitted_by = OrderState.DRAFT, None, None
    order.updated_at = by.now
    order.save()
    discounts.drop_discount(order, by=by)
    by.changed(order, topic="board")
    return order


@action(
    _("Withdrew order"),
    said=_("Withdrew order {order.number} of {order.account}"),
    who="orders.write",
    final=_("Write it again as a new order."),
    icon="x",
)
def withdraw_order(order: Order, *, by: Actor, why: Text = NOTHING) -> Order:
    """The customer does not want it after all. Nothing was counted."""
    order.state = OrderState.WITHDRAWN
    order.updated_at = by.now
    order.save()
    discounts.drop_discount(order, by=by)
    tasks.close_corrections(order, by=by)
    title = str(_("{order} withdrawn")).format(order=order)
    by.timeline(order.account_id, "order.withdrawn", ref=order, title=title, text=why)
    by.changed(order, topic="board")
    return order


def open_refusal(order: Order) -> Refusal | None:
    """Why its lines may not change, or None."""
    if order.state in OPEN_STATES:
        return None
    return Refusal(
        "not_open",
        _("{order} is {state}; only a draft or a returned order is written on."),
        order=order,
        state=order.get_state_display().lower(),
    )


def submitted_refusal(order: Order) -> Refusal | None:
    """Why the desk cannot decide about it now, or None."""
    if order.state == OrderState.SUBMITTED:
        return None
    return Refusal(
        "not_submitted",
        _("{order} is {state}; it is not waiting for the desk."),
        order=order,
        state=order.get_state_display().lower(),
    )


@change_order.can
@add_line.can
@submit_order.can
def _open(order: Order, now: datetime) -> Refusal | None:
    return open_refusal(order)


@change_line.can
@remove_line.can
def _line_open(line: OrderLine, now: datetime) -> Refusal | None:
    return open_refusal(line.order)


@recall_order.can
def _submitted(order: Order, now: datetime) -> Refusal | None:
    return submitted_refusal(order)


@withdraw_order.can
def _not_counted(order: Order, now: datetime) -> Refusal | None:
    if order.state in (*OPEN_STATES, OrderState.SUBMITTED):
        return None
    return Refusal(
        "not_withdrawable",
        _("{order} is {state}; there is nothing to withdraw."),
        order=order,
        state=order.get_state_display().lower(),
    )


def _write_line(
    line: OrderLine, by: Actor, quantity: int, unit_price: Decimal | None, discount_percent: Decimal
) -> OrderLine:
    price = line.product.price if unit_price is None else unit_price
    errors: dict[str, Any] = {}
    if not 1 <= quantity <= MOST:
        errors["quantity"] = _("At least one.") if quantity < 1 else _("That is too many for one line.")
    # What is counted is worked out from what is kept: neither may be rounded on the way.
    if not 0 <= price < DEAREST or price != cents(price):
        errors["unit_price"] = _("A price is 0 or more, in whole cents.")
    if not 0 <= discount_percent <= 100 or discount_percent != cents(discount_percent):
        errors["discount_percent"] = _("From 0 to 100, with two places at most.")
    if not line.product.active and line.pk is None:
        errors["product"] = _("This product is not sold any more.")
    if errors:
        raise Invalid(errors)
    line.quantity, line.unit_price, line.discount_percent = quantity, price, discount_percent
    line.mrr = pricing.monthly(line.product.billing, price, quantity, discount_percent)
    line.one_time = pricing.one_time(line.product.billing, price, quantity, discount_percent)
    line.created_at, line.updated_at = line.created_at or by.now, by.now
    line.save()
    return line

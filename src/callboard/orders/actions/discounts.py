"""The yes to the discount of an order. A submitted order asks for it where a rule of approval says so; until it is given the
order is not accepted. For the bodies of actions."""

from decimal import Decimal

from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor, Invalid, Refusal
from callboard.core.money import Money, cents, shown
from callboard.orders.models import Order, OrderKind
from callboard.orders.rules.pricing import given_away
from callboard.work.actions import ask_approval, cancel_approval
from callboard.work.models import Approval, ApprovalKind, ApprovalState
from callboard.work.queries.approvals import rules_for


def discount_of(order: Order) -> Money:
    """What a year of the order costs less than the price book says; what is billed once counts once."""
    lines = order.lines.select_related("product")
    off = (
        given_away(line.product.billing, line.product.price, line.unit_price, line.quantity, line.discount_percent)
        for line in lines
    )
    return cents(sum(off, Decimal(0)))


def ask_for_discount(order: Order, *, by: Actor) -> None:
    """Ask whoever the rules name, for whose order it is; does not save the order. What was approved holds while the discount
    is not larger. Without a rule nothing is asked. Invalid where nobody else may say yes."""
    amount = discount_of(order)
    if order.kind != OrderKind.NEW or not amount or not rules_for(ApprovalKind.DISCOUNT, amount, by.today):
        order.approval = None
        return
    before = order.approval
    if before is not None and before.state == ApprovalState.APPROVED and before.amount >= amount:
        return
    try:
        order.approval = ask_approval(
            by=by,
            kind=ApprovalKind.DISCOUNT,
            amount=amount,
            title=said("Discount on {order}, {account}").format(order=order, account=order.account),
            text=_lines_of(order),
            account=order.account,
            asker=order.owner,
        )
    except Invalid as error:
        # The form of submitting has no field of the approval's own.
        raise Invalid({"": " ".join(str(sentence) for sentence in error.errors.values())}) from None


def drop_discount(order: Order, *, by: Actor) -> None:
    """The order is not with the desk any more: nobody need answer."""
    waiting = Approval.objects.select_for_update(no_key=True).filter(
        pk=order.approval_id or 0, state=ApprovalState.OPEN
    )
    approval = waiting.first()
    if approval is not None:
        cancel_approval(approval, by=by)


def discount_refusal(order: Order) -> Refusal | None:
    """Why its discount lets it not be accepted yet, with whose turn it is, or None."""
    approval = order.approval
    if approval is None or approval.state == ApprovalState.APPROVED:
        return None
    task = approval.task
    if task is None or task.owner is None:
        return Refusal("discount", _("Its discount of {amount} is not approved."), amount=shown(approval.amount))
    return Refusal(
        "discount",
        _("Its discount of {amount} waits for {name} to approve it."),
        amount=shown(approval.amount),
        name=task.owner.name,
    )


def _lines_of(order: Order) -> str:
    """What the approver reads: each line with the price of the book and the one that is asked for."""
    return "\n".join(
        said("{quantity} × {product}: {price} instead of {book} each, less {percent} %").format(
            quantity=line.quantity,
            product=line.product,
            price=shown(line.unit_price),
            book=shown(line.product.price),
            percent=f"{line.discount_percent.normalize():f}",
        )
        for line in order.lines.select_related("product")
    )

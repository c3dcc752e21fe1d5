"""The yes to the discount of an order. A submitted order asks for it where a rule of approval says so; until it is given the
order is not accepted. What is given away is kept by product when it is submitted. For the bodies of actions."""

from collections.abc import Iterable
from decimal import Decimal

from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor, Invalid, Refusal, Refused
from callboard.core.money import Money, cents, shown
from callboard.orders.models import Order, OrderKind
from callboard.orders.rules.pricing import given_away
from callboard.work.actions import ask_approval, cancel_approval, send_on
from callboard.work.models import Approval, ApprovalKind, ApprovalState
from callboard.work.queries.approvals import rules_for


def discounts_of(order: Order) -> dict[str, list[str]]:
    """What a year of the order costs less than the price book says, by product (its id): the amount and the share of what
    the book says, as JSON keeps them. What is billed once counts once; a product without a discount is absent."""
    found: dict[str, tuple[Money, Money]] = {}
    for line in order.lines.select_related("product"):
        billing, price = line.product.billing, line.product.price
        off = given_away(billing, price, line.unit_price, line.quantity, line.discount_percent)
        less, whole = found.get(f"{line.product_id}", (Money(Decimal(0)), Money(Decimal(0))))
        nothing = given_away(billing, price, Decimal(0), line.quantity)
        found[f"{line.product_id}"] = Money(less + off), Money(whole + nothing)
    return {product: [f"{less}", f"{less / whole:.6f}"] for product, (less, whole) in found.items() if less}


def _sum(discounts: dict[str, list[str]]) -> Money:
    return cents(sum((Decimal(less) for less, _share in discounts.values()), Decimal(0)))


def _within(discounts: dict[str, list[str]], kept: dict[str, list[str]] | None) -> bool:
    """Whether of no product more is given away than was kept, neither in all nor of each."""
    return kept is not None and all(
        product in kept and all(Decimal(new) <= Decimal(old) for new, old in zip(found, kept[product], strict=True))
        for product, found in discounts.items()
    )


def ask_for_discount(order: Order, *, by: Actor) -> None:
    """Ask whoever the rules name, for whose order it is; does not save the order. What was approved holds while of no product
    more is given away. Without a rule nothing is asked. Invalid where nobody else may say yes."""
    discounts, kept = discounts_of(order), order.discounts
    amount, order.discounts = _sum(discounts), discounts
    if order.kind != OrderKind.NEW or not amount or not rules_for(ApprovalKind.DISCOUNT, amount, by.today):
        order.approval = None
        return
    before = order.approval
    if before is not None and before.state == ApprovalState.APPROVED and _within(discounts, kept):
        # The yes was to what was kept then.
        order.discounts = kept
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
            theirs=[by.person_id] if by.person_id is not None else [],
        )
    except Invalid as error:
        # The form of submitting has no field of the approval's own.
        raise Invalid({"": " ".join(str(sentence) for sentence in error.errors.values())}) from None


def whose_discount(approval: Approval) -> Iterable[int]:
    """Who does not approve it: whose order it is now, and whoever submitted it."""
    found = Order.objects.filter(approval=approval).values_list("owner", "submitted_by")
    return {pk for pair in found for pk in pair if pk is not None}


def send_discount_on(order: Order, *, by: Actor) -> None:
    """The order is another's now: where the yes waits for just them, it goes on to somebody else."""
    approval = _waiting(order)
    if approval is not None:
        send_on(approval, by=by)


def refuse_more(order: Order, *, by: Actor) -> None:
    """Refused where the price book changed since the order was submitted so that more is given away, and a rule asks for it."""
    if order.kind != OrderKind.NEW or order.discounts is None:
        return
    discounts = discounts_of(order)
    if _within(discounts, order.discounts) or not rules_for(ApprovalKind.DISCOUNT, _sum(discounts), by.today):
        return
    sentence = _(
        "The price book changed: it gives away {amount} now. Return it, so that it is submitted and asked for anew."
    )
    raise Refused(Refusal("discount_changed", sentence, amount=shown(_sum(discounts))))


def _waiting(order: Order) -> Approval | None:
    """The yes it waits for, held."""
    held = Approval.objects.select_for_update(no_key=True, of=("self",)).select_related("asked_by", "task__owner")
    return held.filter(pk=order.approval_id or 0, state=ApprovalState.OPEN).first()


def drop_discount(order: Order, *, by: Actor) -> None:
    """The order is not with the desk any more: nobody need answer."""
    approval = _waiting(order)
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

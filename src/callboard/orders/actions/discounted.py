"""What becomes of an order when its discount is decided."""

from django.utils.translation import gettext as said

from callboard.core.actions import Actor
from callboard.core.money import shown
from callboard.orders.actions.deciding import give_back
from callboard.orders.actions.writing import recall_order
from callboard.orders.models import Order, OrderState
from callboard.work.models import Approval, ApprovalState


def follow_discount(by: Actor, approval: Approval) -> None:
    """Approved: the desk goes on. Rejected: its writer gets the order back with the reason. Withdrawn: it is a draft again."""
    rows = Order.objects.select_for_update(no_key=True, of=("self",)).select_related("account", "owner")
    order = rows.filter(approval=approval, state=OrderState.SUBMITTED).first()
    if order is None:
        return
    if approval.state == ApprovalState.APPROVED:
        by.changed(order)
    elif approval.state == ApprovalState.WITHDRAWN:
        recall_order(order, by=by)
    else:
        last = approval.steps.order_by("-number").first()
        why = said("The discount of {amount} was not approved: {why}").format(
            amount=shown(approval.amount), why=" ".join(last.because.split()) if last is not None else ""
        )
        give_back(order, [why], by=by)
        by.touched(order, result=order)

"""What the lists of orders, subscriptions, cancellations and products show."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from callboard.kit.tables import Column, Table
from callboard.orders.models import Cancellation, Order, Outcome, Product, SaveEntry, SaveKind

#: State of an order -> tone of its chip.
TONES = {
    "draft": "",
    "submitted": "pend",
    "returned": "due",
    "accepted": "won",
    "complete": "won",
    "rejected": "",
    "withdrawn": "",
}
OUTCOME_TONES = {Outcome.OPEN: "due", Outcome.SAVED: "save", Outcome.LOST: "lost"}


def order_state(order: Order) -> tuple[Any, str]:
    """The state with the tone of its chip."""
    return order.get_state_display(), TONES[order.state]


def outcome(case: Cancellation) -> tuple[Any, str]:
    """The outcome with the tone of its chip."""
    return case.get_outcome_display(), OUTCOME_TONES[Outcome(case.outcome)]


def logged(case: Cancellation) -> str:
    """ "same day", or how late."""
    days = case.days_late
    return ngettext("{n} day late", "{n} days late", days).format(n=days) if days else str(_("same day"))


def sold(product: Product) -> tuple[Any, str]:
    return (_("Sold"), "won") if product.active else (_("Retired"), "")


def kept(entry: SaveEntry) -> tuple[Any, str]:
    """Saved, taken back, or lost after all, with the tone of its chip."""
    if entry.corrects_id is not None:
        return _("Taken back"), "due"
    return entry.get_kind_display(), "save" if entry.kind == SaveKind.SAVED else "lost"


class OrderTable(Table):
    columns = (
        Column("order", _("Order"), link=True, value=str, sort="number"),
        Column("account", _("Account"), kind="account"),
        Column("mrr", _("MRR"), kind="money", sort=None),
        Column("once", _("Once"), kind="money", value=lambda order: order.once or None),
        Column("state", _("State"), kind="chip", value=order_state, sort="state"),
        Column("owner", _("Written by"), kind="person"),
        Column("start_on", _("Starts"), kind="date"),
        Column("submitted_at", _("Submitted"), kind="when"),
    )


class CancellationTable(Table):
    columns = (
        Column("product", _("Product"), link=True, value="subscription.product", sort=None),
        Column("account", _("Account"), kind="account"),
        Column("mrr", _("MRR"), kind="money"),
        Column("reason", _("Reason"), value="reason", sort=None),
        Column("received_at", _("Received"), kind="when"),
        Column("logged", _("Logged"), value=logged, sort="logged_on"),
        Column("outcome", _("Outcome"), kind="chip", value=outcome, sort="outcome"),
        Column("decided_by", _("Decided by"), kind="person"),
    )


class SubscriptionTable(Table):
    columns = (
        Column("product", _("Product"), link=True, value=lambda row: str(row.product), sort=None, needs=("product",)),
        Column("account", _("Account"), kind="account"),
        Column("quantity", _("Quantity"), kind="number"),
        Column("mrr", _("MRR"), kind="money"),
        Column("started_on", _("Started"), kind="date"),
        Column("term_end_on", _("Term ends"), kind="date"),
        Column("ended_on", _("Ended"), kind="date"),
    )


class ProductTable(Table):
    columns = (
        Column("name", _("Product"), link=True, sort="name"),
        Column("code", _("Code")),
        Column("family", _("Family")),
        Column("billing", _("Billed")),
        Column("price", _("Price"), kind="money", total=False),
        Column("sold", _("State"), kind="chip", value=sold, sort="active"),
    )


class MovementTable(Table):
    columns = (
        Column("account", _("Account"), kind="account"),
        Column("product", _("Product"), sort=None),
        Column("kind", _("Movement")),
        Column("amount", _("MRR"), kind="money"),
        Column("units", _("Units"), kind="number"),
        Column("owner", _("Rep"), kind="person"),
        Column("booked_on", _("Booked"), kind="date"),
        Column("effective_on", _("Effective"), kind="date"),
        Column("corrects_day", _("Corrects"), kind="date", value="entry.corrects_day", sort=None),
    )


class SaveTable(Table):
    columns = (
        Column("account", _("Account"), kind="account"),
        Column("product", _("Product"), value="subscription.product", sort=None),
        Column("kind", _("What"), kind="chip", value=kept),
        Column("amount", _("MRR"), kind="money"),
        Column("cases", _("Cases"), kind="number"),
        Column("owner", _("Rep"), kind="person"),
        Column("booked_on", _("Booked"), kind="date"),
        Column("corrects_day", _("Corrects"), kind="date", sort=None),
    )


class OnceTable(Table):
    columns = (
        Column("account", _("Account"), kind="account"),
        Column("product", _("Product"), sort=None),
        Column("amount", _("One-time"), kind="money"),
        Column("units", _("Units"), kind="number"),
        Column("owner", _("Rep"), kind="person"),
        Column("booked_on", _("Booked"), kind="date"),
    )

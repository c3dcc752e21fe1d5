"""What accounts have."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from callboard.kit.filters import Between, Choice, Flag, Person
from callboard.kit.pages import Empty, Fact, ListPage, Panel, RecordPage
from callboard.orders import actions
from callboard.orders.models import MrrEntry, Product, Subscription
from callboard.orders.tables import SubscriptionTable


def products() -> QuerySet[Product, Any]:
    return Product.objects.order_by("name").values("pk", "name")


class Subscriptions(ListPage):
    """Every subscription, running and ended."""

    model = Subscription
    title = _("Subscriptions")
    url = "subscriptions/"
    name = "subscriptions"
    table = SubscriptionTable
    filters = (
        Choice("product", _("Product"), "product_id", rows=products),
        Person("owner", _("Rep"), "account.owner"),
        Between("term_end", _("Term ends"), "term_end_on"),
        Between("started", _("Started"), "started_on"),
        Flag("trial", _("Trial")),
    )
    order = ("-id",)
    empty = Empty(_("No subscriptions yet"), _("An accepted order opens them."), "stack-2")


class SubscriptionRecord(RecordPage):
    """What it is worth, since when, and every entry it is the sum of."""

    model = Subscription
    url = "subscriptions/<int:pk>/"
    name = "subscription"
    related = ("account", "account__owner", "product", "order_line", "order_line__order")
    buttons = (actions.open_cancellation,)
    panels = (
        Panel(
            "entries",
            _("Entries"),
            "orders/panel_entries.html",
            context=lambda subscription, actor: {
                "entries": MrrEntry.objects.filter(subscription=subscription)
                .select_related("movement", "order_line__order")
                .order_by("effective_on", "id")
            },
            place="middle",
        ),
    )

    def title(self, obj: Subscription) -> str:
        return f"{obj.product}, {obj.account}"

    def state(self, obj: Subscription) -> tuple[Any, str] | None:
        if obj.ended_on:
            return _("Ended"), "lost"
        return (_("Trial"), "") if obj.trial else (_("Running"), "won")

    def facts(self, obj: Subscription) -> Sequence[Fact]:
        return [
            (_("Account"), obj.account, "account"),
            (_("Quantity"), obj.quantity, "number"),
            (_("Price each"), obj.unit_price, "money"),
            (_("MRR"), obj.mrr, "money"),
            (_("Started"), obj.started_on, "date"),
            (_("Term ends"), obj.term_end_on, "date"),
            (_("Ended"), obj.ended_on, "date"),
        ]

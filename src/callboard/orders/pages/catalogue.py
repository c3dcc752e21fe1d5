"""What is sold."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from callboard.kit.filters import Choice, Flag, Search
from callboard.kit.pages import Empty, Fact, ListPage, Panel, RecordPage
from callboard.orders import actions
from callboard.orders.models import FulfilmentStep, Product
from callboard.orders.tables import ProductTable, sold


class Products(ListPage):
    """The catalogue."""

    model = Product
    title = _("Products")
    url = "products/"
    name = "products"
    table = ProductTable
    filters = (Search(("name", "code")), Choice("billing", _("Billed")), Flag("active", _("Sold")))
    order = ("name", "id")
    buttons = (actions.create_product,)
    bulk = (actions.retire_product, actions.restore_product)
    empty = Empty(_("No products yet"), _("Add what you sell; an order is written in its terms."), "package")


class ProductRecord(RecordPage):
    """A product and what each team does once it is sold."""

    model = Product
    url = "products/<int:pk>/"
    name = "product"
    buttons = (
        actions.change_product,
        actions.add_fulfilment_step,
        actions.retire_product,
        actions.restore_product,
    )
    panels = (
        Panel(
            "steps",
            _("After it is sold"),
            "orders/panel_steps.html",
            context=lambda product, actor: {
                "steps": FulfilmentStep.objects.filter(product=product).select_related("team"),
                "may_change": actions.remove_fulfilment_step.allowed(actor),
            },
            place="middle",
        ),
    )

    def state(self, obj: Product) -> tuple[Any, str]:
        return sold(obj)

    def facts(self, obj: Product) -> Sequence[Fact]:
        return [
            (_("Code"), obj.code),
            (_("Family"), obj.family),
            (_("Price"), obj.price, "money"),
            (_("Billed"), obj.get_billing_display()),
            (_("Counts as units"), _("yes") if obj.counts_as_unit else _("no")),
        ]

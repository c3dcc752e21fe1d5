"""The step of the first hour that belongs to the catalogue: what is sold."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from callboard.core.asking import Question
from callboard.core.registry import SetupStep, register
from callboard.orders.models import Product


def _done(found: Mapping[str, Any]) -> str:
    count = found["products"]
    return ngettext("{n} product", "{n} products", count).format(n=count) if count else ""


register.setup_step.add(
    SetupStep(
        "products",
        _("What you sell"),
        _("Products and prices: orders, subscriptions and the board are made of them."),
        "package",
        60,
        "orders.catalogue",
        lambda: reverse("products"),
        _("Add products"),
        lambda: {"products": Question("count", Product.objects.filter(active=True))},
        _done,
    )
)

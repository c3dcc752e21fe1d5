"""What orders know that a note can be compared with: the price book, and what accounts pay for."""

from collections.abc import Mapping, Sequence
from typing import Any

from callboard.core import clock
from callboard.core.asking import Question
from callboard.core.links import url_at
from callboard.core.registry import Part, register
from callboard.journal.queries import ClaimSource
from callboard.journal.rules.quality import Held, Record, Sold
from callboard.orders.models import Product, Subscription

MOST = 200


def _asks(ids: Sequence[int]) -> dict[str, Question]:
    running = Subscription.objects.running(clock.business_day(clock.now())).filter(account__in=ids, trial=False)
    return {
        "sold": Question(
            "list", Product.objects.filter(active=True).order_by("pk").values("pk", "name", "price", "billing")[:MOST]
        ),
        "held": Question(
            "list", running.order_by("-mrr", "pk").values("pk", "product__name", "quantity", "mrr")[:MOST]
        ),
    }


def _read(found: Mapping[str, Any]) -> Record:
    sold = [Sold(row["name"], row["price"], row["billing"], url_at(Product, row["pk"])) for row in found["sold"]]
    held = [
        Held(row["product__name"], row["quantity"], row["mrr"], url_at(Subscription, row["pk"]))
        for row in found["held"]
    ]
    return Record(sold=tuple(sold), held=tuple(held))


register.claim_source.add(Part("orders", ClaimSource(_asks, _read)))

"""What can be done with products, orders and cancellations. The only place that writes."""

from callboard.orders.actions import cancelling, catalogue, checking, deciding, writing

__all__ = ["cancelling", "catalogue", "checking", "deciding", "writing"]

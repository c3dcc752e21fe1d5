"""The pages of orders, cancellations, products and subscriptions."""

from callboard.orders.pages.cancellations import CancellationRecord, Cancellations
from callboard.orders.pages.catalogue import ProductRecord, Products
from callboard.orders.pages.orders import OrderRecord, Orders
from callboard.orders.pages.subscriptions import SubscriptionRecord, Subscriptions

__all__ = [
    "CancellationRecord",
    "Cancellations",
    "OrderRecord",
    "Orders",
    "ProductRecord",
    "Products",
    "SubscriptionRecord",
    "Subscriptions",
]

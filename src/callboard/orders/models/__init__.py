"""What is: products, orders, subscriptions, the three ledgers, movements, the period lock, cancellations."""

from callboard.orders.models.cancellation import Cancellation, CancellationReason, Outcome
from callboard.orders.models.catalogue import Billing, FulfilmentStep, Product
from callboard.orders.models.ledger import (
    Movement,
    MovementClass,
    MrrEntry,
    OneTimeEntry,
    PeriodLock,
    SaveEntry,
    SaveKind,
)
from callboard.orders.models.order import (
    Answer,
    DeskCheckAnswer,
    DeskQuestion,
    Order,
    OrderKind,
    OrderLine,
    OrderState,
    OrderStep,
)
from callboard.orders.models.subscription import Subscription

__all__ = [
    "Answer",
    "Billing",
    "Cancellation",
    "CancellationReason",
    "DeskCheckAnswer",
    "DeskQuestion",
    "FulfilmentStep",
    "Movement",
    "MovementClass",
    "MrrEntry",
    "OneTimeEntry",
    "Order",
    "OrderKind",
    "OrderLine",
    "OrderState",
    "OrderStep",
    "Outcome",
    "PeriodLock",
    "Product",
    "SaveEntry",
    "SaveKind",
    "Subscription",
]

"""What orders hangs on the registries."""

from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _

from callboard.core.actor import Actor
from callboard.core.registry import (
    Check,
    Fact,
    MergeHook,
    Metric,
    Nav,
    OwnedKind,
    PanelEntry,
    Part,
    SearchSource,
    SettingEntry,
    TaskKind,
    TimelineKind,
    register,
)
from callboard.orders import claims, reasons, setup
from callboard.orders.actions import tasks
from callboard.orders.actions.discounted import follow_discount
from callboard.orders.actions.discounts import whose_discount
from callboard.orders.models import Cancellation, Order, OrderState, Outcome
from callboard.orders.queries import checks, facts, panels, revenue
from callboard.work.actions import follow_handoff
from callboard.work.queries.handoffs import handoff_url

register.search_source.add(
    SearchSource(
        "orders.order",
        _("Orders"),
        "file-invoice",
        title=("number",),
        shown=_("Order {title}"),
        detail=("account__name", "lines__product__name"),
        keys=("number",),
        text=("note", "missing"),
        state="state",
        weight=60,
        word="order",
        parts={"orders.orderline": "order"},
    )
)
register.search_source.add(
    SearchSource(
        "orders.subscription",
        _("Subscriptions"),
        "receipt",
        title=("product__name",),
        detail=("account__name",),
        at="started_on",
        weight=45,
        word="subscription",
        faded=Q(ended_on__isnull=False),
    )
)
register.search_source.add(
    SearchSource(
        "orders.cancellation",
        _("Cancellations"),
        "door-exit",
        title=("account__name",),
        shown=_("Cancellation, {title}"),
        detail=("subscription__product__name", "competitor", "reason__name"),
        text=("reason_text", "outcome_text"),
        state="outcome",
        at="received_at",
        weight=50,
        word="cancellation",
    )
)
register.search_source.add(
    SearchSource(
        "orders.product",
        _("Products"),
        "package",
        title=("name",),
        detail=("code", "family"),
        keys=("code",),
        root="",
        weight=55,
        named=True,
        word="product",
        faded=Q(active=False),
    )
)


def _waiting_orders(actor: Actor) -> QuerySet[Order]:
    return Order.objects.filter(state=OrderState.SUBMITTED)


def _open_cancellations(actor: Actor) -> QuerySet[Cancellation]:
    return Cancellation.objects.filter(outcome=Outcome.OPEN)


def _fulfil_reason(code: str, args: dict[str, Any]) -> str:
    return said("{order}: {line}").format(order=args.get("order", ""), line=args.get("line", ""))


def _correct_reason(code: str, args: dict[str, Any]) -> str:
    return said("It was returned; missing: {missing}").format(missing=args.get("missing", ""))


def _save_reason(code: str, args: dict[str, Any]) -> str:
    if args.get("reason"):
        return said("They asked to cancel {product}: {reason}").format(
            product=args.get("product", ""), reason=args["reason"].lower()
        )
    return said("They asked to cancel {product}").format(product=args.get("product", ""))


register.nav.add(
    Nav(
        "orders", "customers", _("Orders"), "orders", "file-invoice", order=40, key="o", operation="orders.view",
        badge=_waiting_orders, topics=lambda actor: [Order._meta.label_lower],
    )
)  # fmt: skip
register.nav.add(
    Nav(
        "cancellations", "customers", _("Cancellations"), "cancellations", "door-exit", order=50, key="x",
        operation="orders.view", badge=_open_cancellations, topics=lambda actor: [Cancellation._meta.label_lower],
    )
)  # fmt: skip
register.nav.add(Nav("products", "team", _("Products"), "products", "package", order=60, operation="orders.view"))

register.task_kind.add(
    TaskKind(
        tasks.FULFIL,
        _("Fulfilment"),
        "arrow-forward-up",
        _fulfil_reason,
        url=handoff_url,
        begin=_("Open hand-off"),
        follow=follow_handoff,
    )
)
register.panel.add(
    PanelEntry(
        "order",
        "work.handoff",
        _("For the order"),
        "orders/panel_handoff.html",
        panels.order_of_handoff,
        10,
        operation="orders.view",
        asks=panels.handoff_asked,
    )
)
register.task_kind.add(TaskKind(tasks.CORRECT, _("Returned order"), "file-invoice", _correct_reason))
register.task_kind.add(TaskKind(tasks.SAVE, _("Save call"), "lifebuoy", _save_reason, stake_label=_("MRR at stake")))

for name, label, icon, tone in (
    ("order.written", _("Order written"), "file-invoice", ""),
    ("order.submitted", _("Order submitted"), "hourglass", "pend"),
    ("order.accepted", _("Order accepted"), "check", "won"),
    ("order.returned", _("Order returned"), "arrow-back-up", "due"),
    ("order.rejected", _("Order rejected"), "x", ""),
    ("order.withdrawn", _("Order withdrawn"), "x", ""),
    ("order.taken_back", _("Acceptance taken back"), "arrow-back-up", "due"),
    ("order.complete", _("Order complete"), "checks", "won"),
    ("cancellation.opened", _("Asked to cancel"), "door-exit", "due"),
    ("cancellation.saved", _("Customer kept"), "lifebuoy", "save"),
    ("cancellation.lost", _("Cancelled"), "arrow-down-right", "lost"),
    ("cancellation.reopened", _("Cancellation open again"), "arrow-back-up", "due"),
):
    register.timeline_kind.add(TimelineKind(name, label, icon, tone))

register.metric.add(Metric("mrr", _("MRR"), facts.mrr_on_days, facts.mrr_ahead))
register.fact.add(Fact("mrr", "orders", facts.mrr_of))
register.fact.add(Fact("customer_since", "orders", facts.customer_since_of))
register.fact.add(Fact("renewal_on", "orders", facts.renewal_on_of))
register.fact.add(Fact("open_cancellation", "orders", facts.open_cancellation_of))
register.check.add(Check("orders.balances", checks.balances))
register.check.add(Check("orders.movements", checks.movements))
register.check.add(Check("orders.saves", checks.saves))
register.check.add(Check("orders.facts", checks.account_facts))
register.setting.add(
    SettingEntry(
        "orders.save_call_hours", _("Business hours until the save call is due"), int, 4,
        _("After a cancellation is logged, unless another time is agreed."), _("Orders"),
    )
)  # fmt: skip
register.owned_kind.add(
    OwnedKind(
        "orders.order",
        _("orders being written"),
        lambda pk: Order.objects.filter(owner=pk, state__in=["draft", "returned", "submitted"]),
        "orders.give_order",
        columns=("orders.order.owner",),
        account="account_id",
        has="account__owner_id",
        due="start_on",
    )
)

register.panel.add(
    PanelEntry(
        "has", "directory.Account", _("Has"), "orders/panel_has.html", panels.has, 20, operation="orders.view",
        asks=panels.has_asked,
    )
)  # fmt: skip
register.panel.add(
    PanelEntry(
        "revenue", "directory.Account", _("MRR over a year"), "orders/panel_revenue.html", revenue.revenue_of, 25,
        operation="orders.view", lazy=True, exists=revenue.entries_seen,
    )
)  # fmt: skip
register.panel.add(
    PanelEntry(
        "orders", "directory.Account", _("Orders"), "orders/panel_orders.html", panels.orders_of, 40,
        operation="orders.view", lazy=True,
    )
)  # fmt: skip
register.panel.add(
    PanelEntry(
        "cancellations", "directory.Account", _("Cancellations"), "orders/panel_cancellations.html",
        panels.cancellations_of, 45, operation="orders.view", lazy=True, exists=panels.cancellations_seen,
    )
)  # fmt: skip

register.panel.add(
    PanelEntry(
        "discounted-order", "work.approval", _("Order"), "orders/panel_approved.html", panels.asked_for, 10,
        operation="orders.view", asks=panels.asked_for_asked,
    )
)  # fmt: skip
register.approval.add(Part("discount", follow_discount))
register.approval_theirs.add(Part("discount", whose_discount))

__all__ = ["claims", "reasons", "setup"]
LEDGER = _("A ledger keeps what was booked where it was booked; a pair of entries hands MRR over.")
for name in ("mrrentry", "onetimeentry", "saveentry", "movement"):
    register.merge_hook.add(MergeHook(f"orders.{name}.account_id", stays=LEDGER))

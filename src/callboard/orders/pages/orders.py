"""Orders: the list, and the order with its money, the desk's check and what accepting it does."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import DecimalField, OuterRef, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _

from callboard.core import clock
from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.core.asking import Question
from callboard.core.money import has_cents
from callboard.kit.filters import Between, Choice, Person
from callboard.kit.listing.lanes import Board
from callboard.kit.pages import ActionPage, Empty, ListPage, RecordPage
from callboard.kit.pages.records import HeadView
from callboard.kit.tables import Text
from callboard.kit.when import ago_text
from callboard.orders import actions
from callboard.orders.models import (
    Answer,
    DeskQuestion,
    FulfilmentStep,
    Order,
    OrderKind,
    OrderLine,
    OrderState,
    Product,
)
from callboard.orders.models.order import COUNTED_STATES, OPEN_STATES
from callboard.orders.queries.sheet import Sheet, sheet_asked, sheet_from
from callboard.orders.queries.sides import first_month, is_prorated, sides_of
from callboard.orders.rules.booking import book
from callboard.orders.tables import OrderTable, order_state
from callboard.team.queries import company_calendar
from callboard.team.rules.business_time import next_business_day

LABELS: dict[str, Text] = {"unit_price": _("Price each"), "discount_percent": _("Discount, %")}
#: What moves an order on; nothing else is ever the first thing to press.
FORWARD = (actions.accept_order.name, actions.submit_order.name)
ZERO = Value(Decimal(0), output_field=DecimalField())


def line_total(column: str) -> Coalesce:
    """What an order's lines are worth together; asked for each order that is shown, not for all to sort a few."""
    lines = OrderLine.objects.filter(order=OuterRef("pk")).order_by().values("order").annotate(total=Sum(column))
    return Coalesce(Subquery(lines.values("total")), ZERO)


class Orders(ListPage):
    """Every order; those that wait for the desk are a tab."""

    model = Order
    title = _("Orders")
    url = "orders/"
    name = "orders"
    table = OrderTable
    filters = (
        Choice("state", _("State")),
        Choice("kind", _("Kind")),
        Person("owner", _("Written by")),
        Between("submitted", _("Submitted"), "submitted_at"),
        Between("booked", _("Booked"), "booked_on"),
    )
    tabs = ((_("Waiting for the desk"), "state=submitted"), (_("Mine"), "owner=me"))
    order = ("-submitted_at", "-id")
    buttons = (actions.create_order,)
    bulk = (
        actions.submit_order,
        actions.give_order,
        actions.accept_order,
        actions.complete_order,
        actions.withdraw_order,
    )
    edits = (actions.change_order,)
    board = Board(
        "state",
        {
            OrderState.SUBMITTED: actions.submit_order,
            OrderState.RETURNED: actions.return_order,
            OrderState.ACCEPTED: actions.accept_order,
            OrderState.COMPLETE: actions.complete_order,
        },
        lanes=(
            OrderState.DRAFT,
            OrderState.SUBMITTED,
            OrderState.RETURNED,
            OrderState.ACCEPTED,
            OrderState.COMPLETE,
        ),
    )
    empty = Empty(
        _("No orders yet"), _("Write the first: an account, a product, a quantity. It takes a minute."), "file-invoice"
    )

    def queryset(self, actor: Actor) -> QuerySet[Any]:
        """With what the lines are worth."""
        rows = visible(Order.objects.all(), actor)
        return rows.annotate(mrr=line_total("mrr"), once=line_total("one_time"))


class OrderRecord(RecordPage):
    """What they have, what changes, what it will be; the check-list with the missing tick on top; what accepting does."""

    model = Order
    url = "orders/<int:pk>/"
    name = "order"
    related = ("account", "owner", "submitted_by", "accepted_by", "contact", "approval__task__owner")
    page_template = "orders/order.html"
    parts = {"body": "orders/order_body.html"}
    buttons = (
        actions.accept_order,
        actions.return_order,
        actions.submit_order,
        actions.change_order,
        actions.recall_order,
        actions.reject_order,
        actions.withdraw_order,
        actions.take_back_acceptance,
        actions.give_order,
    )

    def asks(self, obj: Order, actor: Actor) -> dict[str, Question]:
        return sheet_asked(obj, actor)

    def know(self, obj: Order, found: Mapping[str, Any]) -> None:
        """The checks stand with the order too: its buttons ask whether the desk has any left."""
        obj.__dict__["sheet"] = sheet = sheet_from(found)
        obj.__dict__["checks"] = sheet.checks

    def title(self, obj: Order) -> str:
        return f"{obj} · {obj.account}"

    def state(self, obj: Order) -> tuple[Any, str]:
        if obj.state == OrderState.SUBMITTED:
            return _("Pending, outside the totals"), "pend"
        return order_state(obj)

    def owner(self, obj: Order) -> None:
        """The subtitle says who wrote it."""
        return

    def subtitle(self, obj: Order) -> str:
        now = clock.now()
        parts = [said("{kind}, written by {owner}").format(kind=obj.get_kind_display(), owner=obj.owner)]
        if obj.state == OrderState.SUBMITTED and obj.submitted_at:
            parts.append(said("submitted {when}, {turn}").format(when=ago_text(obj.submitted_at, now), turn=_turn(obj)))
        if obj.state in COUNTED_STATES and obj.accepted_at:
            parts.append(
                said("accepted {when} by {who}").format(
                    when=ago_text(obj.accepted_at, now), who=obj.accepted_by or said("the program")
                )
            )
        return ", ".join(parts)

    def head(self, obj: Order, actor: Actor) -> HeadView:
        """Only what fits the state is offered; the missing tick, not the way back, is the first thing to press."""
        head = super().head(obj, actor)
        offered = [button for button in head.buttons if not button.refusal or _belongs(button.name, obj)]
        shown = [
            replace(button, primary=button.primary and button.name in FORWARD, more=n > 1)
            for n, button in enumerate(offered)
        ]
        return replace(head, buttons=shown)

    def context(self, request: HttpRequest, actor: Actor, obj: Order) -> dict[str, Any]:
        sheet: Sheet = obj.__dict__["sheet"]
        open_ = obj.state in OPEN_STATES and actions.add_line.allowed(actor, obj)
        return {
            "crumb": {"url": reverse("orders"), "label": _("Orders")},
            "sides": sides_of(sheet.lines, sheet.running),
            "checks": sorted(sheet.checks, key=lambda check: check.ticked),
            "ticked": sum(check.ticked for check in sheet.checks),
            "answers": Answer,
            "may_check": obj.state == OrderState.SUBMITTED and actions.answer_desk_check.allowed(actor, obj),
            "may_write": open_,
            "counted": obj.state in COUNTED_STATES,
            "is_cancellation": obj.kind == OrderKind.CANCELLATION,
            "case": sheet.case,
            "missing": obj.missing.splitlines(),
            "steps": sheet.steps,
            **_consequences(obj, sheet),
        }


def _turn(order: Order) -> str:
    """Who is to do something about a submitted order."""
    task = order.approval.task if order.approval is not None else None
    if task is None or task.owner is None:
        return said("the desk's turn")
    return said("{name}'s turn: the discount").format(name=task.owner.name)


def _belongs(name: str, order: Order) -> bool:
    """A grey button stays only where pressing it is the next thing: accept while the desk checks."""
    return name == actions.accept_order.name and order.state == OrderState.SUBMITTED


def _consequences(order: Order, sheet: Sheet) -> dict[str, Any]:
    """What accepting would do, worked out from the lines; the preview of the action is the proof."""
    if order.state in COUNTED_STATES:
        return {}
    today = clock.business_day(clock.now())
    today = book(today, today, sheet.closed).booked_on
    monthly = [line for line in sheet.lines if line.product.billing != "one_time"]
    mrr = sum((line.mrr for line in sheet.lines), Decimal(0))
    first = first_month(order, mrr)
    return {
        "today": today,
        "movements": len(monthly),
        "mrr": mrr,
        "units": sum(line.quantity for line in sheet.lines if line.product.counts_as_unit),
        "first_month": first,
        "full": has_cents([mrr, first]),
        "prorated": is_prorated(order.start_on),
        "planned": _planned(sheet.planned, today),
    }


def _planned(steps: list[FulfilmentStep], today: date) -> list[tuple[FulfilmentStep, date]]:
    """Each step with the day it would be due. The working days are read only where there is a step."""
    if not steps:
        return []
    calendar = company_calendar()
    return [
        (step, next_business_day(calendar, today, step.business_days) if step.business_days else today)
        for step in steps
    ]


class CreateOrder(ActionPage):
    """A first line is part of it; only what is sold is offered."""

    action = actions.create_order
    labels = LABELS
    fields = (
        "account",
        "product",
        "quantity",
        "unit_price",
        "discount_percent",
        "start_on",
        "contact",
        "owner",
        "note",
    )

    def choices(self, name: str, actor: Actor, target: Any) -> QuerySet[Any] | None:
        return Product.objects.filter(active=True).order_by("name") if name == "product" else None


class AddLine(ActionPage):
    """Only what is sold is offered."""

    action = actions.add_line
    labels = LABELS
    fields = ("product", "quantity", "unit_price", "discount_percent")

    def choices(self, name: str, actor: Actor, target: Any) -> QuerySet[Any] | None:
        return Product.objects.filter(active=True).order_by("name") if name == "product" else None

    def next_url(self, result: Any, target: Any) -> str:
        return str(target.get_absolute_url())


class ChangeLine(ActionPage):
    """Leads back to the order."""

    action = actions.change_line
    labels = LABELS

    def next_url(self, result: Any, target: Any) -> str:
        return str(target.order.get_absolute_url())


class AnswerDeskCheck(ActionPage):
    """Leads back to the order: the answer has no page."""

    action = actions.answer_desk_check

    def choices(self, name: str, actor: Actor, target: Any) -> QuerySet[Any] | None:
        return DeskQuestion.objects.filter(kind=target.kind, active=True) if name == "question" else None

    def next_url(self, result: Any, target: Any) -> str:
        return str(target.get_absolute_url())

"""Cancellations: the daily log, and the case on one screen."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _

from callboard.core import clock
from callboard.core.actions import Actor
from callboard.kit.filters import Between, Choice, Person
from callboard.kit.pages import ActionPage, Empty, ListPage, RecordPage
from callboard.kit.pages.records import HeadView
from callboard.kit.when import ago_text
from callboard.orders import actions
from callboard.orders.models import Cancellation, CancellationReason, Outcome, Subscription
from callboard.orders.rules.pricing import remaining_obligation
from callboard.orders.tables import OUTCOME_TONES, CancellationTable


def reasons() -> QuerySet[CancellationReason, Any]:
    return CancellationReason.objects.values("pk", "name")


class Cancellations(ListPage):
    """The log: what was received, why, by whom saved or lost, logged the same day or how late."""

    model = Cancellation
    title = _("Cancellations")
    url = "cancellations/"
    name = "cancellations"
    table = CancellationTable
    topics = ("orders.cancellation",)
    filters = (
        Choice("outcome", _("Outcome")),
        Choice("reason", _("Reason"), "reason_id", rows=reasons),
        Person("owner", _("Rep"), "account.owner"),
        Between("received", _("Received"), "received_on"),
        Between("decided", _("Decided"), "decided_on"),
    )
    tabs = ((_("Open"), "outcome=open"), (_("Saved"), "outcome=saved"), (_("Lost"), "outcome=lost"))
    order = ("-received_at", "-id")
    empty = Empty(
        _("Nobody asked to leave"),
        _("A cancellation is logged on the subscription, the day it is received."),
        "lifebuoy",
    )

    def queryset(self, actor: Actor) -> QuerySet[Any]:
        return super().queryset(actor).select_related("subscription__product")


class CancellationRecord(RecordPage):
    """The request, its term and value on the left; what to say and how it ends on the right."""

    model = Cancellation
    url = "cancellations/<int:pk>/"
    name = "cancellation"
    page_template = "orders/cancellation.html"
    buttons = (actions.change_cancellation, actions.reopen_cancellation, actions.discard_cancellation)

    def title(self, obj: Cancellation) -> str:
        return f"{obj.subscription.product}, {obj.account}"

    def state(self, obj: Cancellation) -> tuple[Any, str]:
        tone = OUTCOME_TONES[Outcome(obj.outcome)]
        if obj.outcome == Outcome.OPEN:
            return said("Open, asked {when}").format(when=ago_text(obj.received_at, clock.now())), tone
        return obj.get_outcome_display(), tone

    def queryset(self, actor: Actor) -> QuerySet[Any]:
        wanted = (
            "subscription__product",
            "account__owner",
            "reason__parent",
            "save_task__owner",
            "decided_by",
            "order",
        )
        return super().queryset(actor).select_related(*wanted)

    def head(self, obj: Cancellation, actor: Actor) -> HeadView:
        """While it is open the figures have the head; what else can be done stands behind the menu."""
        head = super().head(obj, actor)
        offered = [replace(button, primary=False) for button in head.buttons if not button.refusal]
        if obj.outcome == Outcome.OPEN:
            offered = [replace(button, more=True) for button in offered]
        return replace(head, buttons=offered)

    def context(self, request: HttpRequest, actor: Actor, obj: Cancellation) -> dict[str, Any]:
        today = clock.business_day(clock.now())
        subscription = obj.subscription
        end = earliest_end(subscription, today)
        owed = remaining_obligation(obj.mrr, today, subscription.term_end_on)
        others = Subscription.objects.running(today).filter(account=obj.account_id).exclude(pk=subscription.pk)
        rest = list(others.select_related("product").order_by("-mrr"))
        return {
            "crumb": {"url": reverse("cancellations"), "label": _("Cancellations")},
            "end": end,
            "owed": owed,
            "rest": rest,
            "rest_mrr": sum((each.mrr for each in rest), Decimal(0)),
            "years": _years(subscription.started_on, today),
            "a_year": obj.mrr * 12,
            "last": not rest,
            "is_open": obj.outcome == Outcome.OPEN,
            "may_work": actions.save_cancellation.allowed(actor, obj),
            "earlier": list(_earlier(obj)),
        }


def earliest_end(subscription: Subscription, today: date) -> date:
    """The end of the term, or today where there is none or it is over."""
    term = subscription.term_end_on
    return term if term and term > today else today


def _years(since: date, today: date) -> int:
    return today.year - since.year - ((today.month, today.day) < (since.month, since.day))


def _earlier(case: Cancellation) -> QuerySet[Cancellation]:
    """What the same account asked before."""
    rows = Cancellation.objects.filter(account=case.account_id).exclude(pk=case.pk)
    return rows.select_related("subscription__product").order_by("-received_at")[:5]


class OpenCancellation(ActionPage):
    """Reasons as the table orders them."""

    action = actions.open_cancellation
    fields = ("reason", "reason_text", "competitor", "requested_end_on", "received_at", "call_back_at")
    labels = {"call_back_at": _("Call them back at")}

    def choices(self, name: str, actor: Actor, target: Any) -> QuerySet[Any] | None:
        return CancellationReason.objects.filter(active=True).order_by("position") if name == "reason" else None


class ConfirmCancellation(ActionPage):
    """The end proposed is what they asked for, else the end of the term."""

    action = actions.confirm_cancellation
    danger = True

    def initial(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        today = clock.business_day(clock.now())
        return {"end_on": target.requested_end_on or earliest_end(target.subscription, today)}

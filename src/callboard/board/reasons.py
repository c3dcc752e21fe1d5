"""Why a figure of the board is what it is: the days it counts, and the largest of its rows."""

from collections.abc import Callable
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from callboard.board.queries.figures import booked
from callboard.core.actions import Actor
from callboard.core.links import url_of
from callboard.core.money import shown
from callboard.core.registry import Reason, WhyEntry, register
from callboard.orders.models import OneTimeEntry, Order, OrderState, SaveEntry
from callboard.orders.rules.movements import GAINS, LOSSES

SHOWN = 6
Span = tuple[date, date]


def _span(values: dict[str, str]) -> Span | None:
    try:
        return date.fromisoformat(values.get("first", "")), date.fromisoformat(values.get("last", ""))
    except ValueError:
        return None


def _counted(rule: str, count: int, span: Span) -> str:
    first, last = (formats.date_format(day, "M j, Y") for day in span)
    rows = ngettext("{n} row", "{n} rows", count).format(n=count)
    return _("{rule} {rows} from {first} to {last}; the largest:").format(rule=rule, rows=rows, first=first, last=last)


def _movements(kinds: Any, rule: Any) -> Callable[[dict[str, str], Actor], Reason | None]:
    def found(values: dict[str, str], actor: Actor) -> Reason | None:
        span = _span(values)
        if span is None:
            return None
        rows = booked(*span).filter(kind__in=list(kinds))
        order = "-amount" if kinds is GAINS else "amount"
        largest = rows.select_related("account").order_by(order, "id")[:SHOWN]
        lines = [
            (f"{one.account}, {one.get_kind_display().lower()}", shown(one.amount), url_of(one.account))
            for one in largest
        ]
        query = {"kind": ",".join(kinds), "booked_from": span[0], "booked_to": span[1]}
        return Reason(_counted(str(rule), rows.count(), span), lines, f"{reverse('board-rows')}?{urlencode(query)}")

    return found


def _once(values: dict[str, str], actor: Actor) -> Reason | None:
    span = _span(values)
    if span is None:
        return None
    rows = OneTimeEntry.objects.filter(booked_on__range=span)
    lines = [
        (f"{one.account}, {one.product}", shown(one.amount), url_of(one.account))
        for one in rows.select_related("account", "product").order_by("-amount", "id")[:SHOWN]
    ]
    query = urlencode({"booked_from": span[0], "booked_to": span[1]})
    said = _counted(_("What is paid once, on the day its order was accepted."), rows.count(), span)
    return Reason(said, lines, f"{reverse('board-one-time')}?{query}")


def _saved(values: dict[str, str], actor: Actor) -> Reason | None:
    span = _span(values)
    if span is None:
        return None
    rows = SaveEntry.objects.filter(booked_on__range=span)
    largest = rows.select_related("account").order_by("-amount", "id")[:SHOWN]
    lines = [(str(one.account), shown(one.amount), url_of(one.account)) for one in largest]
    rule = _("What cancellations would have taken that were withdrawn; given back where they leave within 90 days.")
    return Reason(_counted(rule, rows.count(), span), lines)


def _pending(values: dict[str, str], actor: Actor) -> Reason | None:
    rows = Order.objects.filter(state=OrderState.SUBMITTED).select_related("account").order_by("submitted_at", "id")
    lines = [(f"{one} · {one.account}", str(one.owner or ""), url_of(one)) for one in rows[:SHOWN]]
    said = _("Orders submitted and not yet accepted. They stand beside the totals and in none of them.")
    return Reason(said, lines, f"{reverse('orders')}?state=submitted")


for _name, _label, _of in (
    (
        "new",
        gettext_lazy("New MRR"),
        _movements(GAINS, gettext_lazy("New and grown MRR, on the day its order was accepted.")),
    ),
    (
        "lost",
        gettext_lazy("Cancelled"),
        _movements(LOSSES, gettext_lazy("MRR that went, on the day the cancellation was booked.")),
    ),
    ("once", gettext_lazy("One-time"), _once),
    ("saved", gettext_lazy("Saved"), _saved),
    ("pending", gettext_lazy("Pending, not counted"), _pending),
):
    register.why.add(WhyEntry(f"board.{_name}", _label, _of, operation="board.view"))

"""Why an account's MRR and renewal, and an order's total, are what they are."""

from datetime import date
from typing import Any

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from callboard.core import clock
from callboard.core.actions import Actor
from callboard.core.links import url_of
from callboard.core.money import shown
from callboard.core.registry import Reason, WhyEntry, register
from callboard.directory.models import Account
from callboard.directory.queries import mrr_ahead
from callboard.orders.models import Order, Subscription

SHOWN = 12


def _day(on: date | None) -> str:
    return formats.date_format(on, "M j, Y") if on is not None else ""


def _mrr(account: Account, actor: Actor) -> Reason | None:
    rows = Subscription.objects.filter(account=account, trial=False).exclude(mrr=0).select_related("product")
    found = list(rows.order_by("-mrr", "id")[: SHOWN + 1])
    sentence = ngettext(
        "What {n} subscription pays a month. Trials pay nothing and do not count.",
        "What {n} subscriptions pay a month, added up. Trials pay nothing and do not count.",
        rows.count(),
    ).format(n=rows.count())
    lines = [(f"{each.product}, {each.quantity}", shown(each.mrr), url_of(each)) for each in found[:SHOWN]]
    ahead = mrr_ahead(account, clock.business_day(clock.now()))
    if ahead is not None:
        sentence += " " + _("What is agreed counts already; today it pays {amount}, until {day}.").format(
            amount=shown(ahead.now), day=_day(ahead.first)
        )
    return Reason(sentence, lines)


def _renewal(account: Account, actor: Actor) -> Reason | None:
    rows = Subscription.objects.filter(account=account, ended_on=None, term_end_on__isnull=False)
    found = list(rows.select_related("product").order_by("term_end_on", "id")[:SHOWN])
    if not found:
        return None
    lines = [(str(each.product), _day(each.term_end_on), url_of(each)) for each in found]
    return Reason(_("The first day on which a running contract ends its term."), lines)


def _total(order: Order, actor: Actor) -> Reason | None:
    lines: list[tuple[Any, ...]] = []
    for line in order.lines.select_related("product").order_by("id"):
        once = line.product.billing == "one_time"
        price = _("{n} at {price}").format(n=line.quantity, price=shown(line.unit_price))
        if line.discount_percent:
            price = _("{price}, less {percent}%").format(price=price, percent=f"{line.discount_percent.normalize():f}")
        lines.append(
            (
                f"{line.product}: {price}",
                _("{amount} once").format(amount=shown(line.one_time)) if once else shown(line.mrr),
            )
        )
    return Reason(
        _("The lines of the order: quantity times price, less the discount; what comes once is in no monthly sum."),
        lines,
    )


register.why.add(WhyEntry("account.mrr", gettext_lazy("MRR"), _mrr, "directory.account", "orders.view"))
register.why.add(WhyEntry("account.renewal", gettext_lazy("Renewal"), _renewal, "directory.account", "orders.view"))
register.why.add(WhyEntry("order.total", gettext_lazy("Total of the order"), _total, "orders.order"))

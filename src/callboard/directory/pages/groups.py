"""Groups: the list of them, and a page of what one comes to as of a day."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import formats
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from callboard.core import clock
from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.core.money import has_cents, shown
from callboard.core.refs import BIGGEST
from callboard.directory import queries
from callboard.directory.actions import add_member, leave_network
from callboard.directory.actions.groups import HAS_MEMBERS
from callboard.directory.models import Account, AccountKind
from callboard.directory.pages.shown import today
from callboard.directory.queries.groups import Member
from callboard.directory.tables import GroupTable, MemberTable
from callboard.kit.charts import Chart, Series
from callboard.kit.filters import Choice, Person, Search
from callboard.kit.listing.shown import Row
from callboard.kit.pages import ActionPage, Empty, ListPage, ReportPage
from callboard.kit.pages.buttons import buttons_for
from callboard.kit.pages.reports import Sheet
from callboard.kit.pieces.charts import short_amount
from callboard.kit.tables import Table

#: Rows of the page; all of them are in its files and in the list of accounts.
SHOWN, MONTHS, LINES = 50, 12, 8
NEAR = timedelta(days=90)
NOBODY, NO_TIER = _("nobody"), _("without a tier")


class Groups(ListPage):
    """Networks, and agencies with others under them."""

    model = Account
    title = _("Groups")
    url = "groups/"
    name = "groups"
    table = GroupTable
    filters = (
        Search(("name",)),
        Choice("kind", _("Kind"), choices=AccountKind.choices),
        Person("owner", _("Owner")),
    )
    order = ("sort_key", "id")
    empty = Empty(
        _("No groups yet"),
        _("An account becomes one when another is part of it, or belongs to its network."),
        "hierarchy",
    )

    def queryset(self, actor: Actor) -> Any:
        return queries.groups_listed(actor, today())

    def row(self, obj: Any, table: Table) -> Row:
        """It opens the group; the account is one step from there."""
        return super().row(obj, table)._replace(url=reverse("group", args=[obj.pk]))


def day_of(text: str) -> date | None:
    """The day somebody asked for; None for what is no day."""
    try:
        found = parse_date(text)
    except ValueError:
        return None
    return found if found and date(2000, 1, 1) <= found <= date(2999, 12, 31) else None


class Group(ReportPage):
    """A group as of a day: `?on=2026-03-31`."""

    url = "groups/<int:pk>/"
    name = "group"
    model = Account
    title = _("Group")
    template = "directory/group.html"

    def get(self, request: HttpRequest, actor: Actor, **kwargs: Any) -> HttpResponseBase:
        self.group = _group(actor, kwargs["pk"])
        return super().get(request, actor, **kwargs)

    @property
    def has_members(self) -> bool:
        """Whether it is one by contract; what is legally part of an agency is said at that part."""
        return self.group.kind in HAS_MEMBERS

    def sheet(self, query: Mapping[str, str], actor: Actor, **kwargs: Any) -> Sheet:
        """Every account of the group as of the day."""
        day = day_of(query.get("on", "")) or today()
        return Sheet(MemberTable.columns, queries.members_on(_group(actor, kwargs["pk"]), day, actor))

    def context(self, request: HttpRequest, actor: Actor) -> dict[str, Any]:
        asked = request.GET.get("on", "")
        day = day_of(asked) or today()
        members = queries.members_on(self.group, day, actor)
        months = month_ends(day)
        history = queries.history_of(self.group, months, actor)
        return {
            "group": self.group,
            "title": str(self.group),
            "on": day,
            "now": day == today(),
            "wrong": now_("“{text}” is no day; these are the figures of today.").format(text=asked[:40])
            if asked and day_of(asked) is None
            else "",
            "figs": figures(members, day, history),
            "chart": _chart(history),
            "members": members[:SHOWN],
            "all": len(members),
            "list_url": f"{reverse('accounts')}?{urlencode({'group_of': self.group.pk})}",
            "by": [
                (_("By owner"), parted(members, lambda each: each.owner or str(NOBODY))),
                (_("By tier"), parted(members, lambda each: each.account.tier or str(NO_TIER))),
                (_("By state"), parted(members, lambda each: each.account.region or "–")),
            ],
            "full": has_cents([each.mrr for each in members if each.mrr]),
            "buttons": buttons_for((add_member,), actor, clock.now(), self.group) if self.has_members else [],
            "ends": leave_network.name if leave_network.allowed(actor) else "",
            "moved": queries.comings_and_goings(self.group, months[0], day, actor),
            "days": _days(day),
        }


class AddMember(ActionPage):
    action = add_member
    fields = ("account", "starts_on", "code")
    labels = {"account": _("Account"), "starts_on": _("Since; empty: today"), "code": _("Sub-code")}

    def next_url(self, result: Any, target: Any) -> str:
        return reverse("group", args=[target.pk])


def _group(actor: Actor, pk: int) -> Account:
    rows = visible(Account.objects.select_related("facts", "owner"), actor)
    found = rows.filter(pk=pk).first() if pk <= BIGGEST else None
    if found is None:
        raise Http404
    return found


def month_ends(day: date) -> list[date]:
    """The last days of the twelve months before, and the day itself."""
    found, first = [day], day.replace(day=1)
    for _month in range(MONTHS):
        last = first - timedelta(days=1)
        found.append(last)
        first = last.replace(day=1)
    return found[::-1]


def _days(day: date) -> list[tuple[str, str]]:
    """Days people ask for: today, the end of last month, of last year."""
    now = today()
    last_month, last_year = now.replace(day=1) - timedelta(days=1), date(now.year - 1, 12, 31)
    return [
        (now_("Today"), "?"),
        (now_("End of {month}").format(month=formats.date_format(last_month, "F")), f"?on={last_month}"),
        (now_("End of {year}").format(year=last_year.year), f"?on={last_year}"),
    ]


def figures(members: Sequence[Member], day: date, history: Sequence[tuple[date, int, Decimal]]) -> list[dict[str, Any]]:
    """What a group comes to on a day: accounts, those that pay, what they pay, beside a year before."""
    paying = [each for each in members if each.mrr]
    total = sum((each.mrr for each in paying if each.mrr), Decimal(0))
    _before, count, paid = history[0]
    due = [
        each for each in paying if each.account.facts.renewal_on and day <= each.account.facts.renewal_on <= day + NEAR
    ]
    return [
        {
            "label": _("Accounts"),
            "value": formats.number_format(len(members), use_l10n=True),
            "note": now_("{n} a year before").format(n=count),
        },
        {
            "label": _("Customers"),
            "value": formats.number_format(len(paying), use_l10n=True),
            "note": now_("{percent}% of them").format(percent=round(100 * len(paying) / len(members)))
            if members
            else "",
        },
        {"label": _("MRR"), "value": shown(total), "note": now_("{amount} a year before").format(amount=shown(paid))},
        {
            "label": _("MRR a customer"),
            "value": shown(total / len(paying)) if paying else "–",
            "note": "",
        },
        {
            "label": _("Renew in 90 days"),
            "value": formats.number_format(len(due), use_l10n=True),
            "note": shown(sum((each.mrr for each in due if each.mrr), Decimal(0))) if due else "",
            "tone": "due" if due else "",
        },
    ]


def parted(members: Sequence[Member], key: Any) -> list[tuple[str, int, Decimal]]:
    """(part, accounts, MRR), those that pay most first; what comes after the first few stands together."""
    count: Counter[str] = Counter()
    paid: defaultdict[str, Decimal] = defaultdict(Decimal)
    for each in members:
        count[key(each)] += 1
        paid[key(each)] += each.mrr or Decimal(0)
    found = sorted(((part, n, paid[part]) for part, n in count.items()), key=lambda row: (-row[2], -row[1], row[0]))
    if len(found) <= LINES:
        return found
    rest = found[LINES - 1 :]
    others = (now_("others"), sum(row[1] for row in rest), sum((row[2] for row in rest), Decimal(0)))
    return [*found[: LINES - 1], others]


def _chart(history: Sequence[tuple[date, int, Decimal]]) -> Chart | None:
    if not any(paid for _day, _count, paid in history):
        return None
    return Chart(
        now_("MRR of the group at the end of each month, in dollars"),
        now_("Month"),
        [formats.date_format(day, "M Y") for day, _count, _paid in history],
        [Series(now_("MRR"), [paid for _day, _count, paid in history], label=shown(history[-1][2]))],
        shown,
        short_amount,
    )

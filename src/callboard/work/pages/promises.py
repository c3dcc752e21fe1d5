"""Promises: the list, one with what became of it, and how many were kept."""

from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.db.models import Q, QuerySet
from django.db.models.lookups import GreaterThanOrEqual, LessThanOrEqual
from django.http import HttpRequest
from django.urls import reverse
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor
from callboard.kit.filters import Between, Choice, Search
from callboard.kit.filters import Person as PersonFilter
from callboard.kit.pages import ActionPage, Empty, ListPage, RecordPage, ReportPage
from callboard.kit.pages.reports import Sheet
from callboard.kit.tables import Column, Table
from callboard.team.models import Team
from callboard.work import actions
from callboard.work.models import Promise, PromiseState
from callboard.work.queries.promises import Rate, between, left_on, rates
from callboard.work.tables import due_chip

TONES = {
    PromiseState.OPEN: "",
    PromiseState.KEPT: "won",
    PromiseState.BROKEN: "over",
    PromiseState.TAKEN_BACK: "pend",
}


def state_of(promise: Promise) -> tuple[Any, str]:
    """What became of it; while it is open, when it is due."""
    if promise.state == PromiseState.OPEN and (due := due_chip(promise.task)) is not None:
        return due
    return promise.get_state_display(), TONES[PromiseState(promise.state)]


def teams() -> QuerySet[Any]:
    """The departments promises are counted by."""
    return Team.objects.order_by("name")


class Left(Between):
    """Days whose close a promise keeps open. The company's day is read only where somebody asks for it."""

    def _where(self, model: Any, start: date | None, end: date | None) -> Q:
        where = Q()
        if start:
            where &= Q(GreaterThanOrEqual(left_on(), start))
        if end:
            where &= Q(LessThanOrEqual(left_on(), end))
        return where


class PromiseTable(Table):
    columns = [
        Column("task", _("What"), link=True, value=str, sort="task__title", needs=("task",)),
        Column("account", _("Account"), kind="account", value="task.account"),
        Column("contact", _("To whom")),
        Column("due", _("Due"), kind="when", value="task.due_at"),
        Column("state", _("State"), kind="chip", value=state_of, sort="state", needs=("task__owner",)),
        Column("promised_by", _("Promised by"), kind="person"),
        Column("owner", _("Does it"), kind="person", value="task.owner"),
        Column("because", _("Why")),
    ]


class Promises(ListPage):
    """What our people told customers, and whether it was so."""

    model = Promise
    title = _("Promises")
    url = "promises/"
    name = "promises"
    near = ("promises-kept",)
    table = PromiseTable
    order = ("-id",)
    buttons = (actions.make_promise,)
    bulk = (actions.withdraw_promise, actions.mark_promise_kept)
    filters = (
        Search(("task__title", "task__account__name", "contact__name")),
        Choice("state", _("State")),
        PersonFilter("promised_by", _("Promised by")),
        Choice("team", _("Team then"), rows=lambda: teams().values("pk", "name")),
        Between("due", _("Due"), path="task.due_at"),
        Between("counted", _("Counts for"), path="counted_on"),
        Left("left", _("Keeps open the day")),
    )
    tabs = (
        (_("Mine, open"), "state=open&promised_by=me"),
        (_("Open"), "state=open"),
        (_("Not kept"), "state=broken"),
    )
    topics = ("work",)
    empty = Empty(
        _("Nothing is promised"),
        _("A promise is what a customer was told, with a day. It is one thing with its task."),
        "heart-handshake",
        (actions.make_promise.name,),
    )

    def queryset(self, actor: Actor) -> QuerySet[Any]:
        return between(super().queryset(actor), None, None)


class PromiseRecord(RecordPage):
    """One promise."""

    model = Promise
    url = "promises/<int:pk>/"
    name = "promise"
    related = ("task__account", "task__owner", "promised_by", "team", "contact")
    timeline = False
    buttons = (
        actions.withdraw_promise,
        actions.mark_promise_kept,
        actions.mark_promise_broken,
        actions.give_promise_again,
    )

    def state(self, obj: Promise) -> tuple[Any, str] | None:
        return state_of(obj)

    def owner(self, obj: Promise) -> Any:
        return obj.task.owner

    def facts(self, obj: Promise) -> Sequence[Any]:
        found = [
            (_("Account"), obj.task.account, "account"),
            (_("To whom"), obj.contact),
            (_("Due"), obj.task.due_at, "when"),
            (_("First said for"), obj.first_due_at if obj.first_due_at != obj.task.due_at else None, "when"),
            (_("State"), obj.get_state_display()),
            (_("Decided"), obj.decided_at, "when"),
            (_("Why"), obj.because, "prose"),
            (_("Its task"), obj.task),
            (_("Done"), obj.task.done_at, "when"),
            (_("Promised by"), obj.promised_by, "person"),
            (_("Team then"), obj.team),
            (_("Does it"), obj.task.owner, "person"),
        ]
        return [fact for fact in found if fact[1] not in (None, "")]


class MakePromise(ActionPage):
    action = actions.make_promise
    days = ("due",)
    fields = ("what", "account", "contact", "due", "owner")
    labels = {"what": _("What"), "contact": _("To whom"), "due": _("By when, as you say it"), "owner": _("Who does it")}

    def initial(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        return {"owner": actor.person}


class PromiseTask(ActionPage):
    action = actions.promise_task
    days = ("due",)
    labels = {"contact": _("To whom"), "due": _("By when, as you say it; empty: when it is due")}

    def choices(self, name: str, actor: Actor, target: Any) -> QuerySet[Any] | None:
        if name != "contact" or target.account is None:
            return None
        return target.account.contacts.all()


class WithdrawPromise(ActionPage):
    action = actions.withdraw_promise
    labels = {"because": _("Why; what the customer was told")}


GROUPS = (("team", _("Department")), ("person", _("Person")), ("month", _("Month")))


class PromiseRates(ReportPage):
    """How many promises were kept: `?by=team`, person or month; `?since=`, `?until=`."""

    title = _("Promises kept")
    url = "promises/kept/"
    name = "promises-kept"
    near = ("promises",)
    who = "work.view"
    template = "work/promise_rates.html"

    def sheet(self, query: Mapping[str, str], actor: Actor, **kwargs: Any) -> Sheet:
        return Sheet(
            (
                Column("name", _("Counted by"), value=lambda rate: rate.name),
                Column("rate", _("Kept, %"), kind="number", total=False),
                Column("kept", _("Kept"), kind="number"),
                Column("broken", _("Not kept"), kind="number"),
                Column("taken_back", _("Taken back"), kind="number"),
                Column("open", _("Open"), kind="number"),
            ),
            self.found(query, actor)[0],
        )

    def found(self, query: Mapping[str, str], actor: Actor) -> tuple[list[Rate], str, date | None, date | None]:
        """The rates and what they are narrowed by; what cannot be read narrows nothing."""
        by = query.get("by", "")
        by = by if by in dict(GROUPS) else "team"
        since, until = (_day(query.get(name, "")) for name in ("since", "until"))
        return rates(actor, by, since, until), by, since, until

    def context(self, request: HttpRequest, actor: Actor) -> dict[str, Any]:
        found, by, since, until = self.found(request.GET.dict(), actor)
        days = {name: f"{day}" for name, day in (("since", since), ("until", until)) if day is not None}
        return {
            "rows": [(rate, name_of(rate), behind(rate, by, since, until)) for rate in found],
            "tabs": [(label, f"?{urlencode({'by': key, **days})}", key == by) for key, label in GROUPS],
            "heading": dict(GROUPS)[by],
            "since": since,
            "until": until,
        }


def _day(text: str) -> date | None:
    try:
        return parse_date(text)
    except ValueError:
        return None


def name_of(rate: Rate) -> Any:
    """What a group is called."""
    if isinstance(rate.key, date):
        return date_format(rate.key, "F Y")
    return rate.name or _("Nobody")


def behind(rate: Rate, by: str, since: date | None, until: date | None) -> str:
    """The address of the promises a rate is made of."""
    if isinstance(rate.key, date):
        since = max(rate.key, since or rate.key)
        last = rate.key.replace(day=monthrange(rate.key.year, rate.key.month)[1])
        until = min(last, until or last)
    query = {"team" if by == "team" else "promised_by": f"{rate.key}"} if isinstance(rate.key, int) else {}
    if rate.key is None and by == "person":
        query = {"promised_by": "none"}
    days = {"counted_from": since, "counted_to": until}
    query |= {name: f"{day}" for name, day in days.items() if day is not None}
    return f"{reverse('promises')}?{urlencode(query or {'view': 'all'})}"

"""Promises: the list, one with what became of it, and how many were kept."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.db.models import Q, QuerySet
from django.db.models.lookups import GreaterThanOrEqual, LessThanOrEqual
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from callboard.core import clock
from callboard.core.actions import Action, Actor
from callboard.kit.filters import Between, Choice, Search
from callboard.kit.filters import Person as PersonFilter
from callboard.kit.pages import ActionPage, Empty, ListPage, RecordPage
from callboard.kit.pages.buttons import buttons_for
from callboard.kit.pages.records import HeadView
from callboard.kit.tables import Column, Table
from callboard.team.models import Team
from callboard.work import actions
from callboard.work.actions.promising import is_late
from callboard.work.models import Promise, PromiseState, TaskState
from callboard.work.queries.promises import between, left_on
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


#: Of a promise whose time is over, whether it is said of it or of its task.
OVER = _("Its time is over: the promise counts as not kept, also when it is done now.")


def is_to_do(promise: Promise) -> bool:
    """Whether the customer still waits for it, in time or not."""
    return promise.task.state == TaskState.OPEN and promise.state in (PromiseState.OPEN, PromiseState.BROKEN)


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

    def offered(self, obj: Promise, actor: Actor) -> Sequence[Action[..., Any]]:
        """What fits where it stands: of four verbs that each undo another, three would always be grey."""
        now = clock.now()
        return [verb for verb in self.buttons if verb.refusal(obj, now) is None]

    def head(self, obj: Promise, actor: Actor) -> HeadView:
        """How it is kept comes first: by finishing its task, which leads back to here."""
        head = super().head(obj, actor)
        if not is_to_do(obj):
            return head
        finish = buttons_for((actions.finish_task,), actor, clock.now(), obj.task)
        back = urlencode({"next": reverse(self.name, args=[obj.pk])})
        first = [replace(button, url=f"{button.url}?{back}") for button in finish]
        rest = [replace(button, primary=button.primary and not first) for button in head.buttons]
        return replace(head, buttons=[*first, *rest])

    def subtitle(self, obj: Promise) -> Any:
        if not is_to_do(obj):
            return ""
        if obj.state == PromiseState.BROKEN or is_late(obj.task, clock.now()):
            return OVER
        return _("Finishing its task in time keeps the promise; dropping the task takes it back.")

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
    text = _("Its task stays open and is no promise any more.")


class MarkPromiseKept(ActionPage):
    action = actions.mark_promise_kept
    labels = {"because": _("Why it counts as kept")}

    def words(self, actor: Actor, target: Promise | None) -> Any:
        """In bulk too: a promise that was kept is done."""
        if target is None or target.task.state == TaskState.OPEN:
            return _("Its task is finished with it.")
        return ""


class MarkPromiseBroken(ActionPage):
    action = actions.mark_promise_broken
    labels = {"because": _("Why it counts as not kept"), "reopen": _("It is still to be done: open its task again")}

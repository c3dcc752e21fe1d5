"""Hand-offs: what departments were asked, one with its steps, and the forms of its verbs."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.core.asking import Question
from callboard.core.refs import BIGGEST
from callboard.directory.models import Account
from callboard.kit.downloads import download
from callboard.kit.filters import Between, Choice, Search
from callboard.kit.filters import Person as PersonFilter
from callboard.kit.pages import ActionPage, Empty, ListPage, Page, Panel, RecordPage
from callboard.kit.pages.timeline import entries_about
from callboard.kit.tables import Column, Table
from callboard.team.models import Team
from callboard.work import actions
from callboard.work.models import OVER, Clock, ClockState, Handoff, HandoffState, HandoffStep
from callboard.work.tables import due_chip

TONES = {
    HandoffState.REQUESTED: "due",
    HandoffState.ACCEPTED: "acc",
    HandoffState.ASKED_BACK: "due",
    HandoffState.RETURNED: "over",
    HandoffState.FINISHED: "won",
    HandoffState.WITHDRAWN: "pend",
}
#: So many of the newest mails with a department are shown.
MAILS = 10
CLOCK_TONES = {ClockState.MET: "won", ClockState.MISSED: "over"}


def state_of(one: Handoff | HandoffStep) -> tuple[Any, str]:
    """Where it stands, as a chip."""
    return one.get_state_display(), TONES[HandoffState(one.state)]


def clock_chip(clock: Clock | None) -> tuple[Any, str] | None:
    """What became of a clock, as a chip; "late" from when its time was used up."""
    if clock is None:
        return None
    if clock.breached_at is not None:
        return ClockState.MISSED.label, "over"
    return clock.get_state_display(), CLOCK_TONES.get(ClockState(clock.state), "")


def departments() -> QuerySet[Any]:
    """The teams that take hand-offs."""
    return Team.objects.filter(is_department=True).order_by("name")


class HandoffTable(Table):
    columns = [
        Column("task", _("What"), link=True, value=str, sort="task__title", needs=("task",)),
        Column("account", _("Account"), kind="account"),
        Column("team", _("Department")),
        Column("state", _("State"), kind="chip", value=state_of, sort="state"),
        Column("due", _("Due"), kind="chip", value=lambda row: due_chip(row.task), sort="task__due_at"),
        Column("owner", _("Waits for"), kind="person", value="task.owner"),
        Column("requested_by", _("Asked by"), kind="person"),
        Column(
            "resolution",
            _("Done"),
            kind="chip",
            value=lambda row: clock_chip(row.resolution),
            sort=None,
            needs=("resolution",),
        ),
    ]


class StepTable(Table):
    columns = [
        Column("state", _("State"), kind="chip", value=state_of, sort=None),
        Column("person", _("By"), kind="person", sort=None),
        Column("address", _("By mail of"), sort=None),
        Column("since_at", _("Since"), kind="when", sort=None),
        Column("until_at", _("Until"), kind="when", sort=None),
        Column("text", _("Words"), sort=None),
    ]


class Handoffs(ListPage):
    """What departments were asked."""

    model = Handoff
    title = _("Hand-offs")
    url = "handoffs/"
    name = "handoffs"
    near = ("handoff-time", "improvements", "service-levels")
    table = HandoffTable
    order = ("-id",)
    buttons = (actions.request_handoff,)
    bulk = (actions.accept_handoff, actions.return_handoff, actions.withdraw_handoff)
    filters = (
        Search(("task__title", "text", "account__name")),
        Choice("state", _("State")),
        Choice("team", _("Department"), rows=lambda: departments().values("pk", "name")),
        PersonFilter("waits", _("Waits for"), path="task.owner", lent="work.do"),
        PersonFilter("requested_by", _("Asked by")),
        Between("created_at", _("Asked")),
    )
    tabs = (
        (_("Waits for me"), "waits=me&state=requested&state=accepted&state=asked_back&state=returned"),
        (_("Asked by me"), "requested_by=me"),
        (_("Open"), "state=requested&state=accepted&state=asked_back&state=returned"),
    )
    topics = ("work",)
    empty = Empty(
        _("Nothing was handed off"),
        _(
            "A hand-off asks a department to do something for an account, with what is known, and comes back with proof."
        ),
        "arrow-forward-up",
        (actions.request_handoff.name,),
    )


class HandoffRecord(RecordPage):
    """One hand-off with its steps and what it was asked with."""

    model = Handoff
    url = "handoffs/<int:pk>/"
    name = "handoff"
    related = (
        "account", "contact", "team", "requested_by", "accepted_by", "task__owner", "response", "resolution"
    )  # fmt: skip
    timeline = False
    buttons = (
        actions.accept_handoff,
        actions.finish_handoff,
        actions.ask_back,
        actions.answer_handoff,
        actions.return_handoff,
        actions.release_handoff,
        actions.reopen_handoff,
        actions.withdraw_handoff,
    )
    panels = (
        Panel(
            "steps",
            _("How it went"),
            rows=lambda record, actor: record.steps.select_related("person").order_by("id"),
            table=StepTable,
            place="middle",
        ),
        Panel(
            "mail",
            _("By mail"),
            "work/handoff_mail.html",
            context=lambda record, actor, found: found if found["letters"] or found["replies"] else None,
            asks=lambda record, actor: {
                "letters": Question("records", record.letters.order_by("-id")[:MAILS]),
                "replies": Question("records", record.replies.order_by("-id")[:MAILS]),
            },
        ),
        Panel(
            "context",
            _("Asked with"),
            "work/handoff_context.html",
            context=lambda record, actor, found: {"entries": found["context"]} if found["context"] else None,
            asks=lambda record, actor: {"context": Question("records", context_of(record, actor))},
        ),
    )

    def state(self, obj: Handoff) -> tuple[Any, str] | None:
        return state_of(obj)

    def owner(self, obj: Handoff) -> Any:
        return obj.task.owner

    def facts(self, obj: Handoff) -> Sequence[Any]:
        proof_url = reverse("handoff-proof", args=(obj.pk,)) if obj.proof_sha else ""
        response, resolution = clock_chip(obj.response), clock_chip(obj.resolution)
        found = [
            (_("Account"), obj.account, "account"),
            (_("For whom"), obj.contact),
            (_("Department"), obj.team),
            (_("What is asked"), obj.text, "prose"),
            (_("Waits for"), obj.task.owner, "person"),
            (_("Due"), obj.task.due_at if obj.state not in OVER else None, "when"),
            (_("Needed by"), obj.wanted_at, "when"),
            (_("First response"), response[0] if response else None),
            (_("Done"), resolution[0] if resolution else None),
            (_("Proof"), obj.proof, "prose"),
            (_("Proof, file"), obj.proof_name, "text", proof_url),
            (_("Asked by"), obj.requested_by, "person"),
            (_("Accepted by"), obj.accepted_by, "person"),
            (_("Its task"), obj.task),
            (_("Ended"), obj.ended_at, "when"),
        ]
        return [fact for fact in found if fact[1] not in (None, "")]


def context_of(handoff: Handoff, actor: Actor) -> QuerySet[Any]:
    """The lines of the account's timeline a hand-off was asked with, as far as the actor may see them, newest first."""
    rows = entries_about(Account._meta.label_lower, handoff.account_id, actor)
    return rows.filter(pk__in=handoff.context).order_by("-at", "-id")


class HandoffProof(Page):
    """The file that shows that a hand-off was done; seen by whoever sees the hand-off."""

    model = Handoff
    url = "handoffs/<int:pk>/proof/"
    name = "handoff-proof"

    def get(self, request: HttpRequest, actor: Actor, pk: int = 0, **kwargs: Any) -> HttpResponseBase:
        found = visible(Handoff.objects.filter(pk=pk), actor).exclude(proof_sha="").first() if pk <= BIGGEST else None
        if found is None:
            raise Http404
        return download(found.proof_sha, found.proof_name, "application/octet-stream")


class RequestHandoff(ActionPage):
    action = actions.request_handoff
    days = ("due",)
    fields = ("what", "team", "account", "text", "contact", "due")
    labels = {
        "what": _("What"),
        "team": _("Department"),
        "text": _("What they need to know"),
        "contact": _("For whom"),
        "due": _("Needed by, as you say it; empty: by its service level"),
    }
    submit = _("Ask")

    def choices(self, name: str, actor: Actor, target: Any) -> QuerySet[Any] | None:
        return departments() if name == "team" else None


class AskBack(ActionPage):
    action = actions.ask_back
    labels = {"question": _("What you need to know; whoever asked reads it")}


class AnswerHandoff(ActionPage):
    action = actions.answer_handoff
    labels = {"answer": _("The answer; the department reads it")}


class ReturnHandoff(ActionPage):
    action = actions.return_handoff
    labels = {"reason": _("Why; whoever asked reads it")}


class FinishHandoff(ActionPage):
    action = actions.finish_handoff
    labels = {"proof": _("What was done"), "file": _("A file that shows it")}


class WithdrawHandoff(ActionPage):
    action = actions.withdraw_handoff
    labels = {"because": _("Why; the department reads it")}

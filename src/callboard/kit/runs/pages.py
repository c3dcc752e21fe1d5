"""The list of runs, one run, and the rows of a run."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, ClassVar

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from callboard.core import clock
from callboard.core.actions import Actor
from callboard.core.links import url_of
from callboard.core.models import Run, RunTarget
from callboard.core.runs.actions import resume_run, retry_run, stop_run, undo_run
from callboard.core.runs.working import topic_of
from callboard.kit.belonging import Of
from callboard.kit.fields import label_of
from callboard.kit.filters import Between, Choice, Person
from callboard.kit.pages import ActionPage, Empty, ListPage, RecordPage
from callboard.kit.pages.records import HeadView
from callboard.kit.runs import drafts
from callboard.kit.runs.words import TONES, progress_of, said, state_of, title_of, verb_of, with_undoing
from callboard.kit.tables import Column, Table, Text


class RunTable(Table):
    columns = (
        Column("what", _("What"), value=title_of, link=True),
        Column(
            "state",
            _("State"),
            kind="chip",
            value=state_of,
            sort="state",
        ),
        Column("total", _("Targets"), kind="number"),
        Column("done", _("Done"), kind="number"),
        Column("refused", _("Refused"), kind="number"),
        Column("conflicts", _("Conflicts"), kind="number"),
        Column("failed", _("Failed"), kind="number"),
        Column("person", _("Started by"), kind="person"),
        Column("started_at", _("Started"), kind="when"),
    )


class Runs(ListPage):
    """Runs that were started, one's own and those whoever may sees; and what one prepared oneself and left."""

    model = Run
    title = _("Runs")
    url = "runs/"
    name = "runs"
    table = RunTable
    filters = (
        Choice("state", _("State"), choices=Run.State.choices),
        Person("person", _("Started by")),
        Between("started", _("Started"), "started_at"),
    )
    tabs = ((_("Mine"), "person=me"), (_("Not started"), "state=draft"))
    order = ("-id",)
    empty = Empty(_("No runs yet"), _("Tick rows of a list and choose what to do with them."), "player-play")

    def queryset(self, actor: Actor) -> QuerySet[Any]:
        others_drafts = Q(state=Run.State.DRAFT) & ~Q(person=actor.person_id)
        return with_undoing(super().queryset(actor).exclude(others_drafts))


OF_RUN = Of("run", _("Run"), "run_id", _("A run has a number, not “{value}”."))


class TargetTable(Table):
    columns = (
        Column("name", _("Record"), value=str, sort="name", link=True),
        Column(
            "outcome",
            _("Outcome"),
            kind="chip",
            value=lambda row: (row.get_outcome_display(), TONES[row.outcome]),
            sort="outcome",
        ),
        Column("sentence", _("Why")),
        Column("position", _("Row"), kind="number"),
        Column("of", _("Run"), value=lambda row: title_of(row.run), needs=("run",)),
    )


class RunRows(ListPage):
    """What came of each target."""

    model = RunTarget
    title = _("Rows of runs")
    url = "runs/rows/"
    name = "run-rows"
    table = TargetTable
    topics = ("core.run",)
    filters = (OF_RUN, Choice("outcome", _("Outcome")))
    order = ("run", "position")
    empty = Empty(
        _("No rows yet"), _("Start a run on a list; each of its records stands here with what came of it."), "list"
    )

    def queryset(self, actor: Actor) -> QuerySet[Any]:
        return super().queryset(actor).exclude(run__state=Run.State.DRAFT)


#: What only whoever started a run can do: it acts in their name.
OWN = (resume_run.name, retry_run.name)


class RunRecord(RecordPage):
    """A run: before it starts what would happen, then how far it is, at the end what came of it."""

    model = Run
    url = "runs/<int:pk>/"
    name = "run"
    related = ("person", "undoes")
    timeline = False
    buttons = (stop_run, resume_run, retry_run, undo_run)
    page_template = "kit/run.html"
    template = "kit/run_progress.html"
    api_fields: ClassVar[Sequence[str]] = (
        "id", "action", "given", "person", "kind", "source", "state", "total", "done", "refused", "conflicts", "failed",
        "undoes", "note", "created_at", "started_at", "finished_at", "version",
    )  # fmt: skip

    def title(self, obj: Run) -> Text:
        return title_of(obj)

    def state(self, obj: Run) -> tuple[Text, str] | None:
        return state_of(obj)

    def queryset(self, actor: Actor) -> QuerySet[Any]:
        return with_undoing(super().queryset(actor))

    def owner(self, obj: Run) -> None:
        return None

    def head(self, obj: Run, actor: Actor) -> HeadView:
        """Only what can be done in this state; going on is the one thing that is pressed without a thought."""
        head = super().head(obj, actor)
        others = OWN if obj.person_id != actor.person_id else ()
        open_now = [button for button in head.buttons if not button.refusal and button.name not in others]
        shown = [
            replace(button, primary=button.name == resume_run.name, more=place > 1)
            for place, button in enumerate(open_now)
        ]
        return replace(head, buttons=shown)

    def facts(self, obj: Run) -> list[tuple[Any, ...]]:
        verb = verb_of(obj)
        params = [param for param in verb.params if param.name in obj.given] if verb is not None else []
        given = [(label_of(verb, param), said(param, obj.given[param.name])) for param in params if verb is not None]
        return [
            (_("Targets"), obj.total, "number"),
            *given,
            (_("Started by"), obj.person, "person"),
            (_("Started"), obj.started_at, "when"),
            (_("Finished"), obj.finished_at, "when"),
            *([(_("Undoes"), obj.undoes, "account")] if obj.undoes_id else []),
            *([(_("Undone by"), obj.undoing, "account")] if obj.undoing else []),
            *([(_("Note"), obj.note)] if obj.note else []),
        ]

    def get(self, request: HttpRequest, actor: Actor, pk: int = 0, **kwargs: Any) -> HttpResponseBase:
        run = self.record(actor, pk)
        if run.state == Run.State.DRAFT:
            return self.draft(request, actor, run)
        return super().get(request, actor, pk, **kwargs)

    def post(self, request: HttpRequest, actor: Actor, pk: int = 0, **kwargs: Any) -> HttpResponseBase:
        """The form of a draft; anything later is an action with its own address."""
        run = self.record(actor, pk)
        if run.state != Run.State.DRAFT:
            return HttpResponse(status=405, headers={"Allow": "GET, HEAD"})
        return self.draft(request, actor, run)

    def draft(self, request: HttpRequest, actor: Actor, run: Run) -> HttpResponseBase:
        verb = verb_of(run)
        if verb is None:
            return super().get(request, actor, run.pk)
        found = drafts.answer(request, actor, run, verb)
        if isinstance(found, HttpResponse):
            return found
        shown, status = found
        return self.render(request, {"title": self.title(run), **shown}, "kit/run_draft.html", status=status)

    def context(self, request: HttpRequest, actor: Actor, obj: Run) -> dict[str, Any]:
        return {
            "progress": progress_of(obj, clock.now(), obj.undoing),
            "live": topic_of(obj),
            "live_src": url_of(obj),
            "crumb": {"url": reverse("runs"), "label": Runs.title},
        }


class StopRun(ActionPage):
    action = stop_run
    text = _("The records under way are finished first. What is done stays done; you can go on or undo it.")
    submit = _("Stop")


class ResumeRun(ActionPage):
    action = resume_run
    submit = _("Go on")


class RetryRun(ActionPage):
    action = retry_run
    text = _("Those that were refused, had changed, or failed are tried as they are now.")
    submit = _("Try again")


class UndoRun(ActionPage):
    action = undo_run
    text = _(
        "Each record is put back, the last one first, as a run of its own. What somebody changed since is left alone."
    )
    submit = _("Undo all")

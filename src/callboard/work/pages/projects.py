"""Projects and their steps: lists and records. Forms: project_forms.py."""

from collections.abc import Sequence
from typing import Any

from django.contrib.postgres.aggregates import StringAgg
from django.db.models import Count, F, Q, QuerySet, Value
from django.db.models.functions import Coalesce, NullIf
from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor
from callboard.kit.filters import Between, Choice, Flag, Search
from callboard.kit.filters import Person as PersonFilter
from callboard.kit.listing.lanes import Board
from callboard.kit.pages import Empty, ListPage, Panel, RecordPage
from callboard.kit.tables import Column, Table
from callboard.team.queries import company_zone
from callboard.work import actions
from callboard.work.models import (
    Project,
    ProjectState,
    ProjectStep,
    TaskState,
)
from callboard.work.pages.anchors import follows_words
from callboard.work.queries.projects import due_on
from callboard.work.tables import due_chip, state_chip

TONES = {ProjectState.OPEN: "", ProjectState.DONE: "won", ProjectState.DROPPED: "pend"}
LEFT = Q(steps__task__state=TaskState.OPEN)


def project_chip(project: Project) -> tuple[Any, str]:
    """Its state as a chip; that its anchor is gone comes first."""
    if project.state == ProjectState.OPEN and project.anchor is not None and project.anchor.removed_at is not None:
        return _("Anchor removed"), "due"
    return project.get_state_display(), TONES[ProjectState(project.state)]


def step_chip(step: ProjectStep) -> tuple[Any, str]:
    """How a step stands."""
    if step.task.state != TaskState.OPEN:
        return state_chip(step.task)
    return due_chip(step.task) or state_chip(step.task)


class ProjectTable(Table):
    columns = [
        Column("name", _("Project"), link=True),
        Column("day", _("Day"), kind="date", value="anchor.day_on", sort="anchor__day_on"),
        Column("standing", _("State"), kind="chip", value=project_chip, sort="state", needs=("anchor",)),
        Column("left", _("Steps open"), kind="number", sort="left"),
        Column("account", _("Account"), kind="account"),
        Column("owner", _("Owner"), kind="person"),
        Column("template", _("Made from")),
        Column("anchor", _("Anchor")),
    ]


class StepTable(Table):
    columns = [
        Column("what", _("What"), link=True, value=str, sort=None, needs=("task",)),
        Column("project", _("Project")),
        Column("due", _("Due"), kind="chip", value=step_chip, sort="task__due_at", needs=("task__owner",)),
        Column("owner", _("Owner"), kind="person", value="task.owner"),
        Column("minutes", _("Minutes"), kind="number", value="task.minutes"),
        Column("price", _("To lose"), kind="money", value="task.stake"),
    ]


class OfProject(Table):
    columns = [
        Column("what", _("What"), link=True, value=str, sort=None),
        Column("under", _("Waits for"), value=lambda step: under(step.task.minutes, step.waits), sort=None),
        Column("due", _("Due"), kind="chip", value=step_chip, sort=None),
        Column("owner", _("Owner"), kind="person", value="task.owner", sort=None),
    ]


def under(minutes: int | None, waits: str, *, first: str = "") -> str:
    """What stands under a step in its list: "60 min, waits for Book the booth"; `first` before it."""
    parts = [first] if first else []
    parts += [said("{n} min").format(n=minutes)] if minutes else []
    parts += [said("waits for {steps}").format(steps=waits)] if waits else []
    return ", ".join(parts)


def with_waits(steps: QuerySet[Any]) -> QuerySet[Any]:
    """Each with the names of what it waits for."""
    name = Coalesce(NullIf("ties__waits_for__words", Value("")), "ties__waits_for__task__title")
    return steps.annotate(waits=StringAgg(name, Value(", "), default=Value(""), order_by=F("ties__waits_for").asc()))


def steps_of(project: Project) -> QuerySet[Any]:
    """The steps of a project by their day."""
    found = with_waits(ProjectStep.objects.filter(project=project)).select_related("task__owner", "task__team")
    return found.order_by("task__due_at", "id")


class Projects(ListPage):
    """What several people do towards a day."""

    model = Project
    title = _("Projects")
    url = "projects/"
    name = "projects"
    near = ("projects-timeline", "projects-load", "project-templates")
    table = ProjectTable
    order = ("-id",)
    buttons = (actions.create_project,)
    bulk = (actions.hand_over_project, actions.finish_project, actions.drop_project)
    board = Board(
        "state",
        {"open": actions.reopen_project, "done": actions.finish_project, "dropped": actions.drop_project},
    )
    filters = (
        Search(("name", "account__name")),
        Choice("state", _("State")),
        PersonFilter("owner", _("Owner")),
        Between("anchor__day_on", _("Day")),
        Flag("confidential", _("Confidential"), ~Q(audience__contains=["all"])),
    )
    tabs = ((_("Open"), "state=open"), (_("Mine, open"), "state=open&owner=me"))
    topics = ("projects",)
    empty = Empty(
        _("No projects yet"),
        _("A project is steps that wait for each other and count from a day: move it, and they move."),
        "list-tree",
        (actions.create_project.name,),
    )

    def queryset(self, actor: Actor) -> QuerySet[Any]:
        return super().queryset(actor).annotate(left=Count("steps", filter=LEFT))


class ProjectRecord(RecordPage):
    """One project with its steps."""

    model = Project
    url = "projects/<int:pk>/"
    name = "project"
    related = ("account", "owner", "anchor__after", "template")
    timeline = False
    buttons = (
        actions.add_step,
        actions.move_project,
        actions.tie_project,
        actions.finish_project,
        actions.change_project,
        actions.hand_over_project,
        actions.share_project,
        actions.stop_sharing_project,
        actions.reveal_project,
        actions.conceal_project,
        actions.drop_project,
        actions.reopen_project,
    )
    panels = (
        Panel(
            "steps",
            _("Steps"),
            rows=lambda record, actor: steps_of(record),
            table=OfProject,
            place="middle",
            template="work/steps_panel.html",
        ),
    )

    def state(self, obj: Project) -> tuple[Any, str] | None:
        return project_chip(obj)

    def facts(self, obj: Project) -> Sequence[Any]:
        found = [
            (_("Day"), obj.anchor.day_on if obj.anchor is not None else None, "date"),
            (_("Anchor"), obj.anchor),
            (_("Follows"), follows_words(obj.anchor) if obj.anchor is not None else None),
            (_("Account"), obj.account, "account"),
            (_("Owner"), obj.owner, "person"),
            (_("Made from"), obj.template),
            (_("Seen by"), _("its people alone") if obj.confidential else None),
            (_("Note"), obj.note, "prose"),
        ]
        return [fact for fact in found if fact[1] not in (None, "")]


class ProjectSteps(ListPage):
    """The steps of all projects."""

    model = ProjectStep
    title = _("Steps of projects")
    url = "projects/steps/"
    name = "project-steps"
    table = StepTable
    order = ("-id",)
    bulk = (actions.finish_step, actions.hand_over_step, actions.move_step, actions.drop_step)
    filters = (
        Search(("task__title", "words", "project__name")),
        Choice("state", _("State"), path="task.state"),
        PersonFilter("owner", _("Owner"), path="task.owner"),
        Between("task__due_at", _("Due")),
    )
    tabs = ((_("Mine, open"), "state=open&owner=me"), (_("Open"), "state=open"))
    topics = ("projects",)
    empty = Empty(_("No steps yet"), _("A step is something to do in a project."), "list-tree")


class ProjectStepRecord(RecordPage):
    """One step."""

    model = ProjectStep
    url = "projects/steps/<int:pk>/"
    name = "project-step"
    related = ("project", "task__owner", "task__team", "task__account", "task__deadline__anchor")
    timeline = False
    buttons = (
        actions.finish_step,
        actions.move_step,
        actions.change_step,
        actions.tie_steps,
        actions.untie_steps,
        actions.hand_over_step,
        actions.drop_step,
        actions.reopen_step,
    )

    def queryset(self, actor: Actor) -> QuerySet[Any]:
        return with_waits(super().queryset(actor))

    def state(self, obj: ProjectStep) -> tuple[Any, str] | None:
        return step_chip(obj)

    def owner(self, obj: ProjectStep) -> Any:
        return obj.task.owner

    def facts(self, obj: Any) -> Sequence[Any]:
        found = [
            (_("Project"), obj.project),
            (_("Due"), due_on(obj, company_zone()), "date"),
            (_("Owner"), obj.task.owner, "person"),
            (_("Team"), obj.task.team),
            (_("Minutes it takes"), obj.task.minutes, "number"),
            (_("To lose"), obj.task.stake, "money"),
            (_("Waits for"), obj.waits),
            (_("Account"), obj.task.account, "account"),
            (_("Its task"), obj.task),
        ]
        return [fact for fact in found if fact[1] not in (None, "")]

"""What projects hang on the registries."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor
from callboard.core.registry import (
    Nav,
    OwnedKind,
    PanelEntry,
    SearchSource,
    TaskKind,
    TimelineKind,
    register,
)
from callboard.kit.addresses import action_url
from callboard.kit.pieces.prose import internal
from callboard.work import reasons
from callboard.work.actions import create_project
from callboard.work.actions.dated import PROJECT
from callboard.work.actions.showing import follow_step
from callboard.work.actions.steps import KIND
from callboard.work.models import Project, ProjectState, ProjectTemplate, Task
from callboard.work.queries.projects import projects_asked


def _project_url(task: Task) -> str:
    pk = task.reason_args.get(PROJECT)
    return reverse("project", args=[pk]) if isinstance(pk, int) else ""


def _owned(pk: int) -> Any:
    return Project.objects.filter(owner=pk, state=ProjectState.OPEN)


def _about(account: Any, actor: Actor, found: Mapping[str, Any]) -> dict[str, Any]:
    """rows: open projects with what is open of them (`left`); new_url: where one is started, "" for whoever may not."""
    url = f"{action_url(create_project)}?account={account.pk}" if create_project.allowed(actor, None) else ""
    return {"rows": found["projects"], "new_url": url}


internal("work.create_project", "note")
internal("work.change_project", "note")
internal("work.create_project_template", "note")
internal("work.change_project_template", "note")
register.task_kind.add(
    TaskKind(
        KIND,
        _("Step of a project"),
        "list-tree",
        reasons.deadline_reason,
        url=_project_url,
        begin=_("Open project"),
        follow=follow_step,
    )
)
register.panel.add(
    PanelEntry(
        "projects",
        "directory.account",
        _("Projects"),
        "work/projects_panel.html",
        _about,
        order=17,
        operation="work.view",
        asks=projects_asked,
    )
)
register.timeline_kind.add(TimelineKind("work.project_started", _("Project started"), "list-tree"))
register.nav.add(
    Nav("projects", "work", _("Projects"), "projects", "list-tree", order=50, key="j", operation="work.view")
)
register.nav.add(
    Nav(
        "projects-timeline",
        "more",
        _("Projects side by side"),
        "projects-timeline",
        "list-tree",
        order=10,
        operation="work.view",
    )
)
register.nav.add(
    Nav(
        "project-templates",
        "more",
        _("Project templates"),
        "project-templates",
        "template",
        order=83,
        operation="work.projects",
    )
)
register.owned_kind.add(
    OwnedKind(
        "work.project",
        _("projects"),
        _owned,
        "work.hand_over_project",
        columns=("work.project.owner",),
        account="account_id",
        has="account__owner_id",
    )
)
register.owned_kind.add(
    OwnedKind(
        "work.projecttemplate",
        _("project templates"),
        lambda pk: ProjectTemplate.objects.filter(owner=pk, removed_at=None),
        "work.hand_over_project_template",
        columns=("work.projecttemplate.owner",),
    )
)
register.search_source.add(
    SearchSource(
        "work.project",
        _("Projects"),
        "list-tree",
        title=("name",),
        detail=("account__name", "owner__name"),
        text=("note",),
        state="state",
        weight=30,
        word="project",
        faded=~Q(state="open"),
    )
)

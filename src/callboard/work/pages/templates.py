"""Templates of projects and their steps: lists and records."""

from collections.abc import Sequence
from typing import Any

from django.contrib.postgres.aggregates import StringAgg
from django.db.models import Count, Q, QuerySet, Value
from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor
from callboard.kit.filters import Flag, Search
from callboard.kit.filters import Person as PersonFilter
from callboard.kit.pages import Empty, ListPage, Panel, RecordPage
from callboard.kit.tables import Column, Table
from callboard.work import actions
from callboard.work.models import ProjectTemplate, TemplateStep
from callboard.work.pages.projects import under
from callboard.work.reasons import counts_words


class TemplateTable(Table):
    columns = [
        Column("name", _("Template"), link=True),
        Column("count", _("Steps"), kind="number", sort="count"),
        Column("used", _("Projects"), kind="number", sort="used"),
        Column("owner", _("Owner"), kind="person"),
    ]


class OfTemplate(Table):
    columns = [
        Column("title", _("What"), link=True, sort=None),
        Column("under", _("Day"), value=lambda step: under(step.minutes, step.waits, first=day_words(step)), sort=None),
        Column("who", _("Who"), value=lambda row: who_does(row), sort=None),
    ]


def day_words(step: TemplateStep) -> str:
    """ "20 days before the project's day"."""
    return counts_words(step.days, step.business, said("the project’s day"))


def who_does(step: TemplateStep) -> Any:
    """The person, the role, or the project's owner."""
    return step.person or step.get_role_display() or _("the project's owner")


def template_waits(steps: QuerySet[Any]) -> QuerySet[Any]:
    """Each with the names of what it waits for."""
    there = Q(ties__waits_for__removed_at=None)
    return steps.annotate(
        waits=StringAgg("ties__waits_for__title", Value(", "), filter=there, default=Value(""))
    ).select_related("person")


class ProjectTemplates(ListPage):
    """What projects are made from."""

    model = ProjectTemplate
    title = _("Project templates")
    url = "project-templates/"
    name = "project-templates"
    near = ("projects",)
    table = TemplateTable
    order = ("name", "id")
    buttons = (actions.create_project_template,)
    bulk = (actions.hand_over_project_template, actions.remove_project_template, actions.restore_project_template)
    filters = (
        Search(("name",)),
        PersonFilter("owner", _("Owner")),
        Flag("removed", _("Removed"), Q(removed_at__isnull=False)),
    )
    topics = ("work",)
    empty = Empty(
        _("No templates yet"),
        _("A template says what a project of a kind consists of, with days that count from its anchor."),
        "template",
        (actions.create_project_template.name,),
    )

    def queryset(self, actor: Actor) -> QuerySet[Any]:
        steps = Count("steps", filter=Q(steps__removed_at=None), distinct=True)
        return super().queryset(actor).annotate(count=steps, used=Count("projects", distinct=True))


class ProjectTemplateRecord(RecordPage):
    """One template with its steps."""

    model = ProjectTemplate
    url = "project-templates/<int:pk>/"
    name = "project-template"
    related = ("owner",)
    timeline = False
    buttons = (
        actions.add_template_step,
        actions.change_project_template,
        actions.hand_over_project_template,
        actions.remove_project_template,
        actions.restore_project_template,
    )
    panels = (
        Panel(
            "steps",
            _("Steps"),
            rows=lambda record, actor: template_waits(
                TemplateStep.objects.filter(template=record, removed_at=None)
            ).order_by("days", "id"),
            table=OfTemplate,
            place="middle",
            template="work/steps_panel.html",
        ),
    )

    def state(self, obj: ProjectTemplate) -> tuple[Any, str] | None:
        return (_("Removed"), "") if obj.removed_at is not None else None

    def facts(self, obj: ProjectTemplate) -> Sequence[Any]:
        found = [(_("Owner"), obj.owner, "person"), (_("Note"), obj.note, "prose")]
        return [fact for fact in found if fact[1] not in (None, "")]


class TemplateStepRecord(RecordPage):
    """One step of a template."""

    model = TemplateStep
    url = "project-templates/steps/<int:pk>/"
    name = "template-step"
    related = ("template", "person")
    timeline = False
    buttons = (
        actions.change_template_step,
        actions.order_template_step,
        actions.remove_template_step,
        actions.restore_template_step,
    )

    def queryset(self, actor: Actor) -> QuerySet[Any]:
        return template_waits(super().queryset(actor))

    def state(self, obj: TemplateStep) -> tuple[Any, str] | None:
        return (_("Removed"), "") if obj.removed_at is not None else None

    def facts(self, obj: Any) -> Sequence[Any]:
        found = [
            (_("Template"), obj.template),
            (_("Days after the anchor"), obj.days, "number"),
            (_("In days of work"), _("yes") if obj.business else _("no")),
            (_("Minutes it takes"), obj.minutes, "number"),
            (_("Who"), who_does(obj)),
            (_("Waits for"), obj.waits),
        ]
        return [fact for fact in found if fact[1] not in (None, "")]

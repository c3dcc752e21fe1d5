"""Projects: steps that wait for each other, made from a template or one by one."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from callboard.core.access import Access
from callboard.core.history import history
from callboard.core.leavers import WorksHere
from callboard.core.models import Model
from callboard.team.models.rights import Role
from callboard.work.models.anchors import Anchor
from callboard.work.models.tasks import Task, TaskState


def everybody() -> list[str]:
    """The audience of what is not confidential."""
    return ["all"]


class ProjectState(models.TextChoices):
    """Where a project stands."""

    OPEN = "open", _("Open")
    DONE = "done", _("Done")
    DROPPED = "dropped", _("Dropped")


@history
class ProjectTemplate(Model):
    """What a project of a kind consists of, with days that count from its anchor."""

    name = models.CharField(_("Name"), max_length=120)
    note = models.TextField(_("Note"), blank=True, default="")
    owner = models.ForeignKey(
        "team.Person", models.PROTECT, null=True, blank=True, related_name="project_templates", verbose_name=_("Owner")
    )
    removed_at = models.DateTimeField(_("Removed"), null=True, blank=True)

    access = Access(own="owner", team="owner__team")
    named_by = ("name",)

    class Meta:
        ordering = ["name", "id"]
        verbose_name = _("project template")
        verbose_name_plural = _("project templates")
        triggers = [WorksHere("owner", removed_at=None)]

    def __str__(self) -> str:
        return self.name


@history
class TemplateStep(Model):
    """A step of every project made from a template.

    days, business: after the anchor's day, before it where negative, in days of work where business.  role, person: who
    does it; neither: the project's owner.
    """

    template = models.ForeignKey(ProjectTemplate, models.PROTECT, related_name="steps", verbose_name=_("Template"))
    title = models.CharField(_("What"), max_length=200)
    days = models.SmallIntegerField(_("Days after the anchor"), default=0)
    business = models.BooleanField(_("In days of work"), default=False)
    minutes = models.PositiveSmallIntegerField(_("Minutes it takes"), null=True, blank=True)
    role = models.CharField(_("Role"), max_length=24, choices=Role, blank=True, default="")
    person = models.ForeignKey(
        "team.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Person")
    )
    removed_at = models.DateTimeField(_("Removed"), null=True, blank=True)

    access = Access(own="template__owner", team="template__owner__team")
    named_by = ("title",)

    class Meta:
        ordering = ["template_id", "days", "id"]
        verbose_name = _("step of a template")
        verbose_name_plural = _("steps of templates")
        constraints = [
            models.CheckConstraint(condition=Q(role="") | Q(person__isnull=True), name="template_step_role_or_person"),
        ]

    def __str__(self) -> str:
        return self.title


@history
class TemplateTie(Model):
    """That a step of a template waits for another."""

    step = models.ForeignKey(TemplateStep, models.CASCADE, related_name="ties", verbose_name=_("Step"))
    waits_for = models.ForeignKey(TemplateStep, models.CASCADE, related_name="held_up", verbose_name=_("Waits for"))

    access = Access(own="step__template__owner", team="step__template__owner__team")

    class Meta:
        ordering = ["id"]
        verbose_name = _("order of a template")
        verbose_name_plural = _("orders of templates")
        constraints = [
            models.UniqueConstraint(fields=["step", "waits_for"], name="template_tie_once"),
            models.CheckConstraint(condition=~Q(step=F("waits_for")), name="template_tie_not_itself"),
        ]

    def __str__(self) -> str:
        return f"{self.step} < {self.waits_for}"


@history
class Project(Model):
    """Steps towards a day. Its day, and how its steps' days move with it, are its anchor's (docs/decisions/0020).

    own_anchor: the anchor was set for it and goes with it.  audience: the tokens of whoever sees it; everybody, or the
    people of a confidential one.
    """

    name = models.CharField(_("Name"), max_length=200)
    note = models.TextField(_("Note"), blank=True, default="")
    account = models.ForeignKey(
        "directory.Account", models.PROTECT, null=True, blank=True, related_name="projects", verbose_name=_("Account")
    )
    owner = models.ForeignKey(
        "team.Person", models.PROTECT, null=True, blank=True, related_name="projects", verbose_name=_("Owner")
    )
    anchor = models.ForeignKey(
        Anchor, models.PROTECT, null=True, blank=True, related_name="projects", verbose_name=_("Anchor")
    )
    template = models.ForeignKey(
        ProjectTemplate, models.PROTECT, null=True, blank=True, related_name="projects", verbose_name=_("Made from")
    )
    own_anchor = models.BooleanField(_("Its anchor is its own"), default=False)
    state = models.CharField(_("State"), max_length=8, choices=ProjectState, default=ProjectState.OPEN)
    closed_at = models.DateTimeField(_("Closed"), null=True, blank=True)
    audience = ArrayField(models.CharField(max_length=30), default=everybody, editable=False)

    access = Access(own="owner", team="owner__team", audience="audience")
    named_by = ("name",)

    class Meta:
        ordering = ["-id"]
        verbose_name = _("project")
        verbose_name_plural = _("projects")
        triggers = [WorksHere("owner", state="open")]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="open", closed_at__isnull=True) | ~Q(state="open") & Q(closed_at__isnull=False),
                name="project_closed_has_instant",
            ),
        ]
        indexes = [
            models.Index(fields=["owner", "id"], condition=Q(state="open"), name="project_open_owner"),
            models.Index(fields=["account"], condition=Q(account__isnull=False), name="project_account"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def confidential(self) -> bool:
        """Whether only the people it names see it."""
        return "all" not in self.audience


class ProjectStepQuerySet(models.QuerySet["ProjectStep"]):
    """Sets of steps."""

    def open(self) -> ProjectStepQuerySet:
        """Those still to be done, of projects that run."""
        return self.filter(task__state=TaskState.OPEN, project__state=ProjectState.OPEN)


@history
class ProjectStep(Model):
    """That a task is a step of a project: what there is to do, who does it, its minutes, its price, when it is due and
    whether it is done are the task's; how its day counts from the project's anchor is the task's deadline.

    words: what there is to do in a confidential project, whose task says nothing of it.  audience: the project's.
    """

    project = models.ForeignKey(Project, models.PROTECT, related_name="steps", verbose_name=_("Project"))
    task = models.OneToOneField(Task, models.PROTECT, related_name="step", verbose_name=_("Task"))
    words = models.CharField(_("What"), max_length=200, blank=True, default="")
    audience = ArrayField(models.CharField(max_length=30), default=everybody, editable=False)

    access = Access(
        own="task__owner project__owner", team="task__owner__team project__owner__team", audience="audience"
    )
    objects = ProjectStepQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        verbose_name = _("step of a project")
        verbose_name_plural = _("steps of projects")

    def __str__(self) -> str:
        return self.words or self.task.title

    def roots(self) -> set[int]:
        """The accounts of its project and its task."""
        return {pk for pk in (self.project.account_id, self.task.account_id) if pk is not None}


@history
class StepTie(Model):
    """That a step waits for another of the same project."""

    step = models.ForeignKey(ProjectStep, models.CASCADE, related_name="ties", verbose_name=_("Step"))
    waits_for = models.ForeignKey(ProjectStep, models.CASCADE, related_name="held_up", verbose_name=_("Waits for"))

    access = Access(own="step__project__owner", team="step__project__owner__team")

    class Meta:
        ordering = ["id"]
        verbose_name = _("order of steps")
        verbose_name_plural = _("orders of steps")
        constraints = [
            models.UniqueConstraint(fields=["step", "waits_for"], name="step_tie_once"),
            models.CheckConstraint(condition=~Q(step=F("waits_for")), name="step_tie_not_itself"),
        ]

    def __str__(self) -> str:
        return f"{self.step_id} < {self.waits_for_id}"

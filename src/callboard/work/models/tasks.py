"""What waits for somebody."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from callboard.core.access import Access
from callboard.core.history import history
from callboard.core.leavers import WorksHere
from callboard.core.models import Model
from callboard.core.refs import Ref


class TaskState(models.TextChoices):
    """Where a task stands."""

    OPEN = "open", _("Open")
    DONE = "done", _("Done")
    DROPPED = "dropped", _("Dropped")


class StakeKind(models.TextChoices):
    """What the money beside a task means."""

    MRR_AT_STAKE = "mrr_at_stake", _("MRR at stake")
    MRR = "mrr", _("MRR")
    NEW_MRR = "new_mrr", _("new MRR")
    POSSIBLE_MRR = "possible_mrr", _("possible MRR")
    OPPORTUNITY = "opportunity", _("opportunity")
    ORDER = "order", _("order")
    TO_LOSE = "to_lose", _("to lose")


class DueKind(models.TextChoices):
    """How the due instant is meant: not later than it, at it, or some time that day."""

    BY = "by", _("By")
    AT = "at", _("At")
    DAY = "day", _("That day")


class TaskQuerySet(models.QuerySet["Task"]):
    """Sets of tasks."""

    def open(self) -> TaskQuerySet:
        """Not done and not dropped."""
        return self.filter(state=TaskState.OPEN)

    def about(self, kind: str, pk: int) -> TaskQuerySet:
        """Those whose source is this record."""
        return self.filter(source_kind=kind, source_id=pk)


@history
class Task(Model):
    """One next action of one person, or of a team until somebody takes it.

    `stake` is money at risk or to be won if it is not done; absent when unknown. `source` is the record it was made
    for, as a kind and an id. The reason is a code with its arguments, shown as a sentence by the kind's registration.
    """

    title = models.CharField(_("What"), max_length=200)
    kind = models.CharField(_("Kind"), max_length=48, default="work.todo")
    account = models.ForeignKey(
        "directory.Account", models.PROTECT, null=True, blank=True, related_name="tasks", verbose_name=_("Account")
    )
    owner = models.ForeignKey(
        "team.Person", models.PROTECT, null=True, blank=True, related_name="tasks", verbose_name=_("Owner")
    )
    team = models.ForeignKey(
        "team.Team", models.PROTECT, null=True, blank=True, related_name="tasks", verbose_name=_("Team")
    )
    state = models.CharField(_("State"), max_length=8, choices=TaskState, default=TaskState.OPEN)
    stake = models.DecimalField(_("Stake"), max_digits=14, decimal_places=2, null=True, blank=True)
    stake_kind = models.CharField(_("What the stake is"), max_length=16, choices=StakeKind, blank=True, default="")
    due_at = models.DateTimeField(_("Due"), null=True, blank=True)
    due_kind = models.CharField(_("Due is meant"), max_length=4, choices=DueKind, default=DueKind.BY)
    promised = models.BooleanField(_("Promised to the customer"), default=False)
    minutes = models.PositiveSmallIntegerField(_("Minutes it takes"), null=True, blank=True)
    reason_code = models.CharField(_("Reason"), max_length=64, blank=True, default="")
    reason_args = models.JSONField(_("Reason's arguments"), default=dict, blank=True)
    source_kind = models.CharField(_("Made for"), max_length=64, blank=True, default="")
    source_id = models.BigIntegerField(_("Made for, number"), null=True, blank=True)
    note = models.TextField(_("Note"), blank=True, default="")
    pinned = models.BooleanField(_("Pinned"), default=False)
    snoozed_until_at = models.DateTimeField(_("Snoozed until"), null=True, blank=True)
    done_at = models.DateTimeField(_("Closed"), null=True, blank=True)
    done_by = models.ForeignKey(
        "team.Person", models.PROTECT, null=True, blank=True, related_name="tasks_done", verbose_name=_("Closed by")
    )
    created_by = models.ForeignKey(
        "team.Person", models.PROTECT, null=True, blank=True, related_name="tasks_made", verbose_name=_("Made by")
    )

    access = Access(own="owner", team="owner__team team")
    objects = TaskQuerySet.as_manager()

    class Meta:
        ordering = ["due_at", "id"]
        verbose_name = _("task")
        verbose_name_plural = _("tasks")
        triggers = [WorksHere("owner", state="open")]
        constraints = [
            models.CheckConstraint(condition=Q(owner__isnull=False) | Q(team__isnull=False), name="task_owner_or_team"),
            models.CheckConstraint(
                condition=Q(state="open", done_at__isnull=True) | Q(done_at__isnull=False) & ~Q(state="open"),
                name="task_closed_has_instant",
            ),
            models.CheckConstraint(
                condition=Q(source_kind="", source_id__isnull=True) | ~Q(source_kind="") & Q(source_id__isnull=False),
                name="task_source_whole",
            ),
            models.UniqueConstraint(
                fields=["source_kind", "source_id", "kind", "owner", "team"],
                condition=Q(state="open", source_id__isnull=False),
                nulls_distinct=False,
                name="task_one_open_a_source",
            ),
        ]
        indexes = [
            models.Index(fields=["owner", "due_at"], condition=Q(state="open"), name="task_open_owner"),
            models.Index(fields=["team", "due_at"], condition=Q(state="open"), name="task_open_team"),
            models.Index(fields=["due_at", "id"], name="task_due"),
            models.Index(fields=["account", "-id"], name="task_account"),
            models.Index(fields=["source_kind", "source_id"], condition=Q(source_id__isnull=False), name="task_source"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def source(self) -> Ref | None:
        """The record it was made for."""
        return Ref(self.source_kind, self.source_id) if self.source_id is not None else None

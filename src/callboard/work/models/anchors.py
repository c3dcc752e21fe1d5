"""The days others hang on, and what has to be done so many days before or after them."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from callboard.core.access import Access
from callboard.core.history import history
from callboard.core.leavers import WorksHere
from callboard.core.models import Model
from callboard.work.models.tasks import Task, TaskState


class AnchorKind(models.TextChoices):
    """What happens on the day."""

    SHOW_OPENS = "show_opens", _("Show opens")
    MOVE_IN = "move_in", _("Move-in")
    CONTRACT_ENDS = "contract_ends", _("Contract ends")
    GO_LIVE = "go_live", _("Go-live")
    OTHER = "other", _("Other")


@history
class Anchor(Model):
    """A day that deadlines count from, on the wall of the place where it happens.

    zone: "" is the company's.  after, after_days, after_business: it follows another anchor by so many days (before it
    where negative), in days of work where after_business.
    """

    name = models.CharField(_("Name"), max_length=200)
    kind = models.CharField(_("Kind"), max_length=16, choices=AnchorKind, default=AnchorKind.OTHER)
    day_on = models.DateField(_("Day"))
    zone = models.CharField(_("Time zone"), max_length=64, blank=True, default="")
    place = models.CharField(_("Place"), max_length=200, blank=True, default="")
    account = models.ForeignKey(
        "directory.Account", models.PROTECT, null=True, blank=True, related_name="anchors", verbose_name=_("Account")
    )
    owner = models.ForeignKey(
        "team.Person", models.PROTECT, null=True, blank=True, related_name="anchors", verbose_name=_("Owner")
    )
    after = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="followers", verbose_name=_("Follows")
    )
    after_days = models.SmallIntegerField(_("Days after it"), null=True, blank=True)
    after_business = models.BooleanField(_("In days of work"), default=False)
    removed_at = models.DateTimeField(_("Removed"), null=True, blank=True)

    access = Access(own="owner", team="owner__team")
    named_by = ("name",)

    class Meta:
        ordering = ["day_on", "id"]
        verbose_name = _("anchor")
        verbose_name_plural = _("anchors")
        triggers = [WorksHere("owner", removed_at=None)]
        constraints = [
            models.CheckConstraint(
                condition=Q(after__isnull=True, after_days__isnull=True)
                | Q(after__isnull=False, after_days__isnull=False),
                name="anchor_follows_whole",
            ),
            models.CheckConstraint(condition=~Q(after=models.F("id")), name="anchor_not_itself"),
        ]
        indexes = [
            models.Index(fields=["day_on", "id"], condition=Q(removed_at=None), name="anchor_day"),
            models.Index(fields=["account", "day_on"], condition=Q(account__isnull=False), name="anchor_account"),
        ]

    def __str__(self) -> str:
        return self.name


class DeadlineQuerySet(models.QuerySet["Deadline"]):
    """Sets of deadlines."""

    def open(self) -> DeadlineQuerySet:
        """Those that are still to be kept."""
        return self.filter(task__state=TaskState.OPEN)


@history
class Deadline(Model):
    """That a task counts from an anchor, or stands on a day of its own: what to do, whose, its price (the stake), when it
    is due and whether it is done are the task's.

    days: after the anchor's day, before it where negative; absent: fixed, whatever the anchor does.  business: in days of
    work.  day_on: the day by that reckoning; where the task is due on another, somebody moved it by hand.
    told_on: the day the customer was told it.
    """

    task = models.OneToOneField(Task, models.PROTECT, related_name="deadline", verbose_name=_("What"))
    anchor = models.ForeignKey(
        Anchor, models.PROTECT, null=True, blank=True, related_name="deadlines", verbose_name=_("Anchor")
    )
    days = models.SmallIntegerField(_("Days after it"), null=True, blank=True)
    business = models.BooleanField(_("In days of work"), default=False)
    day_on = models.DateField(_("Day"))
    told_on = models.DateField(_("Customer told on"), null=True, blank=True)

    access = Access(own="task__owner", team="task__owner__team task__team")
    objects = DeadlineQuerySet.as_manager()

    class Meta:
        ordering = ["day_on", "id"]
        verbose_name = _("deadline")
        verbose_name_plural = _("deadlines")
        constraints = [
            models.CheckConstraint(
                condition=Q(days=None) | Q(anchor__isnull=False), name="deadline_relative_has_anchor"
            ),
            models.CheckConstraint(condition=Q(business=False) | Q(days__isnull=False), name="deadline_business_days"),
        ]
        indexes = [models.Index(fields=["day_on", "id"], name="deadline_day")]

    def __str__(self) -> str:
        return self.task.title

    def roots(self) -> set[int]:
        """The account of its task."""
        return {self.task.account_id} if self.task.account_id is not None else set()

    def due_on(self, company_zone: str) -> date | None:
        """The day the task is due, on the wall where it counts; `company_zone` where the anchor names none."""
        zone = (self.anchor.zone if self.anchor is not None else "") or company_zone
        return self.task.due_at.astimezone(ZoneInfo(zone)).date() if self.task.due_at is not None else None

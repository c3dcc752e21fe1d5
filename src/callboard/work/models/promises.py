"""What was promised to whom by when, and whether it was kept."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from callboard.core.access import Access
from callboard.core.history import history
from callboard.core.models import Model
from callboard.work.models.tasks import Task


class PromiseState(models.TextChoices):
    """What became of a promise."""

    OPEN = "open", _("Open")
    KEPT = "kept", _("Kept")
    BROKEN = "broken", _("Not kept")
    TAKEN_BACK = "taken_back", _("Taken back")


@history
class Promise(Model):
    """The other half of a promised task: what was promised, by when and to which account is the task's, so moving the task
    is moving the promise. This says who gave it to whom and what became of it (docs/decisions/0020).

    team: of whoever gave it, then.  first_due_at: when it was to be kept as it was first said; absent: some time.
    """

    task = models.OneToOneField(Task, models.PROTECT, related_name="promise", verbose_name=_("What"))
    promised_by = models.ForeignKey(
        "team.Person", models.PROTECT, null=True, blank=True, related_name="promises", verbose_name=_("Promised by")
    )
    team = models.ForeignKey(
        "team.Team", models.PROTECT, null=True, blank=True, related_name="promises", verbose_name=_("Team then")
    )
    contact = models.ForeignKey(
        "directory.Contact", models.PROTECT, null=True, blank=True, related_name="promises", verbose_name=_("To whom")
    )
    first_due_at = models.DateTimeField(_("First said for"), null=True, blank=True)
    state = models.CharField(_("State"), max_length=10, choices=PromiseState, default=PromiseState.OPEN)
    decided_at = models.DateTimeField(_("Decided"), null=True, blank=True)
    because = models.TextField(_("Why"), blank=True, default="")

    access = Access(own="task__owner promised_by", team="task__owner__team task__team team")

    class Meta:
        ordering = ["-id"]
        verbose_name = _("promise")
        verbose_name_plural = _("promises")
        constraints = [
            models.CheckConstraint(
                condition=Q(state="open", decided_at__isnull=True) | ~Q(state="open") & Q(decided_at__isnull=False),
                name="promise_decided_has_instant",
            ),
        ]
        indexes = [
            models.Index(fields=["id"], condition=Q(state="open"), name="promise_open"),
            models.Index(fields=["contact"], condition=Q(contact__isnull=False), name="promise_contact"),
        ]

    def __str__(self) -> str:
        return self.task.title

    def roots(self) -> set[int]:
        """The account of its task."""
        return {self.task.account_id} if self.task.account_id is not None else set()

"""What a department is asked to do, whose turn it is, and what it gave back."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from callboard.core.access import Access
from callboard.core.files import ShaField
from callboard.core.history import history
from callboard.core.models import Model
from callboard.work.models.clocks import Clock
from callboard.work.models.tasks import Task


class HandoffState(models.TextChoices):
    """Where a hand-off stands."""

    REQUESTED = "requested", _("Requested")
    ACCEPTED = "accepted", _("Accepted")
    ASKED_BACK = "asked_back", _("Asked back")
    RETURNED = "returned", _("Returned")
    FINISHED = "finished", _("Finished")
    WITHDRAWN = "withdrawn", _("Withdrawn")


#: Whoever asked has to act.
OURS = (HandoffState.ASKED_BACK, HandoffState.RETURNED)
#: Nobody has to act any more.
OVER = (HandoffState.FINISHED, HandoffState.WITHDRAWN)


@history
class Handoff(Model):
    """What a department is asked to do for an account. What it is about, for whom, whose turn it is and by when is its
    task's: the one task follows the turn, from the department to whoever asked and back (docs/decisions/0021).

    context: ids of the lines of the account's timeline it was asked with.  wanted_at: when whoever asked needs it.
    response, resolution: the clocks of its service level, absent where none holds.
    """

    task = models.OneToOneField(Task, models.PROTECT, related_name="handoff", verbose_name=_("What"))
    account = models.ForeignKey("directory.Account", models.PROTECT, related_name="handoffs", verbose_name=_("Account"))
    contact = models.ForeignKey(
        "directory.Contact", models.PROTECT, null=True, blank=True, related_name="handoffs", verbose_name=_("For whom")
    )
    team = models.ForeignKey("team.Team", models.PROTECT, related_name="handoffs", verbose_name=_("Department"))
    text = models.TextField(_("What is asked"), blank=True, default="")
    context = ArrayField(models.BigIntegerField(), default=list, blank=True, editable=False)
    requested_by = models.ForeignKey(
        "team.Person", models.PROTECT, null=True, blank=True, related_name="handoffs", verbose_name=_("Asked by")
    )
    accepted_by = models.ForeignKey(
        "team.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Accepted by")
    )
    state = models.CharField(_("State"), max_length=10, choices=HandoffState, default=HandoffState.REQUESTED)
    wanted_at = models.DateTimeField(_("Needed by"), null=True, blank=True)
    response = models.OneToOneField(
        Clock, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("First response"), editable=False
    )
    resolution = models.OneToOneField(
        Clock, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Done"), editable=False
    )
    proof = models.TextField(_("Proof"), blank=True, default="")
    proof_name = models.CharField(_("Proof, file"), max_length=200, blank=True, default="", editable=False)
    proof_sha = ShaField(blank=True, default="", editable=False)
    ended_at = models.DateTimeField(_("Ended"), null=True, blank=True)

    access = Access(own="requested_by task__owner", team="team", view="work.view")

    class Meta:
        ordering = ["-id"]
        verbose_name = _("hand-off")
        verbose_name_plural = _("hand-offs")
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["finished", "withdrawn"], ended_at__isnull=False)
                | ~Q(state__in=["finished", "withdrawn"]) & Q(ended_at=None),
                name="handoff_ended_has_instant",
            ),
            models.CheckConstraint(
                condition=~Q(state="finished") | ~Q(proof="") | ~Q(proof_sha=""), name="handoff_finished_has_proof"
            ),
        ]
        indexes = [
            models.Index(fields=["account", "-id"], name="handoff_account"),
            models.Index(fields=["team", "-id"], name="handoff_team"),
        ]

    def __str__(self) -> str:
        return self.task.title


@history
class HandoffStep(Model):
    """A time a hand-off stood in one state: from when until when, who brought it there, and with what words.

    address: by whose mail, where a department without accounts did.
    """

    handoff = models.ForeignKey(Handoff, models.PROTECT, related_name="steps", verbose_name=_("Hand-off"))
    state = models.CharField(_("State"), max_length=10, choices=HandoffState)
    person = models.ForeignKey(
        "team.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("By")
    )
    address = models.CharField(_("By mail of"), max_length=60, blank=True, default="", editable=False)
    text = models.TextField(_("Words"), blank=True, default="")
    since_at = models.DateTimeField(_("Since"))
    until_at = models.DateTimeField(_("Until"), null=True, blank=True)

    access = Access(own="handoff__requested_by handoff__task__owner", team="handoff__team", view="work.view")

    class Meta:
        ordering = ["handoff_id", "id"]
        verbose_name = _("step of a hand-off")
        verbose_name_plural = _("steps of hand-offs")
        constraints = [
            models.UniqueConstraint(fields=["handoff"], condition=Q(until_at=None), name="handoffstep_one_now"),
        ]
        indexes = [models.Index(fields=["since_at"], name="handoffstep_since")]

    def __str__(self) -> str:
        return str(self.get_state_display())

    def roots(self) -> set[int]:
        """The account of its hand-off."""
        return {self.handoff.account_id}

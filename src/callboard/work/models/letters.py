"""What a department without accounts is written, and what it answers."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from callboard.core.access import Access
from callboard.core.models import Model
from callboard.work.models.handoffs import Handoff


class LetterState(models.TextChoices):
    """Whether a letter left."""

    QUEUED = "queued", _("To be sent")
    SENT = "sent", _("Sent")
    FAILED = "failed", _("Not sent")


class HandoffLetter(Model):
    """A mail to the address of a department in which nobody has an account. answerable: it carries a token that is good once."""

    handoff = models.ForeignKey(Handoff, models.PROTECT, related_name="letters", verbose_name=_("Hand-off"))
    address = models.EmailField(_("Address"))
    text = models.TextField(_("Words"))
    answerable = models.BooleanField(_("Can be answered"), default=True)
    state = models.CharField(_("State"), max_length=6, choices=LetterState, default=LetterState.QUEUED)
    attempts = models.PositiveSmallIntegerField(_("Tries"), default=0)
    error = models.CharField(_("What was wrong"), max_length=500, blank=True, default="")
    sent_at = models.DateTimeField(_("Left"), null=True, blank=True)

    access = Access(own="handoff__requested_by handoff__task__owner", team="handoff__team", view="work.view")
    named_by = ("address",)

    class Meta:
        ordering = ["id"]
        verbose_name = _("letter to a department")
        verbose_name_plural = _("letters to departments")
        indexes = [models.Index(fields=["id"], name="handoffletter_queued", condition=models.Q(state="queued"))]

    def __str__(self) -> str:
        return self.address

    def roots(self) -> set[int]:
        """The account of its hand-off."""
        return {self.handoff.account_id}


class ReplyState(models.TextChoices):
    """What came of a reply."""

    WAITING = "waiting", _("To be done")
    DONE = "done", _("Done")
    UNCLEAR = "unclear", _("Not understood")
    REFUSED = "refused", _("Refused")


class HandoffReply(Model):
    """What came back to such a letter, from which address, and what came of it; reason: why it was refused, a code."""

    handoff = models.ForeignKey(Handoff, models.PROTECT, related_name="replies", verbose_name=_("Hand-off"))
    message = models.OneToOneField(
        "channels.Message", models.CASCADE, related_name="handoff_reply", verbose_name=_("Mail")
    )
    address = models.CharField(_("Address"), max_length=320)
    state = models.CharField(_("State"), max_length=8, choices=ReplyState, default=ReplyState.WAITING)
    reason = models.CharField(_("Why it was refused"), max_length=12, blank=True, default="")
    said = models.TextField(_("What came of it"), blank=True, default="")

    access = Access(own="handoff__requested_by handoff__task__owner", team="handoff__team", view="work.view")
    named_by = ("address",)

    class Meta:
        ordering = ["id"]
        verbose_name = _("reply of a department")
        verbose_name_plural = _("replies of departments")
        indexes = [models.Index(fields=["id"], name="handoffreply_waiting", condition=models.Q(state="waiting"))]

    def __str__(self) -> str:
        return self.address

    def roots(self) -> set[int]:
        """The account of its hand-off."""
        return {self.handoff.account_id}

"""Invitations that reached us by mail."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from callboard.calendar.models.events import Event
from callboard.core.access import Access
from callboard.core.files import ShaField
from callboard.core.models import Model


class InvitationState(models.TextChoices):
    """What we answered, or what became of it."""

    OPEN = "open", _("Not answered")
    ACCEPTED = "accepted", _("Accepted")
    TENTATIVE = "tentative", _("Maybe")
    DECLINED = "declined", _("Declined")
    OVER = "over", _("A newer one came")
    CALLED_OFF = "off", _("Called off")


class Invitation(Model):
    """Somebody asks us to come (RFC 5546, REQUEST): one for each mail and event.

    ours: the address of ours that was asked.  leaves: times of a series that were called off alone, on its wall.  event: what it
    became in the calendar of whoever answered."""

    message = models.ForeignKey(
        "channels.Message", models.PROTECT, related_name="invitations", verbose_name=_("Message"), editable=False
    )
    account = models.ForeignKey(
        "directory.Account", models.PROTECT, null=True, related_name="+", verbose_name=_("Account"), editable=False
    )
    uid = models.CharField(max_length=300, editable=False)
    sequence = models.PositiveIntegerField(default=0, editable=False)
    title = models.CharField(_("What"), max_length=300)
    starts = models.CharField(max_length=19, editable=False)
    ends = models.CharField(max_length=19, editable=False)
    zone = models.CharField(_("Time zone"), max_length=64, blank=True)
    rule = models.CharField(max_length=500, blank=True, editable=False)
    leaves = ArrayField(models.CharField(max_length=19), default=list, blank=True, editable=False)
    place = models.CharField(_("Place"), max_length=300, blank=True)
    organizer = models.CharField(_("From"), max_length=254)
    ours = models.CharField(_("Asked"), max_length=254)
    sha = ShaField(editable=False)
    state = models.CharField(_("Answer"), max_length=10, choices=InvitationState, default=InvitationState.OPEN)
    person = models.ForeignKey(
        "team.Person", models.PROTECT, null=True, related_name="+", verbose_name=_("Answered by"), editable=False
    )
    event = models.ForeignKey(
        Event, models.SET_NULL, null=True, related_name="invitations", verbose_name=_("In the calendar"), editable=False
    )

    access: ClassVar[Access] = Access(view="channels.view")

    class Meta:
        ordering = ["-id"]
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        constraints = [models.UniqueConstraint(fields=["message", "uid"], name="invitation_once")]
        indexes = [models.Index(fields=["uid"], name="invitation_uid")]

    def __str__(self) -> str:
        return self.title or str(_("(no title)"))

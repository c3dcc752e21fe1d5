"""Tokens for programs that speak to the API; what is kept for one person's hands stands in kit.hands.models, what is kept of
lists (views, live links, schedules) in kit.listing.models."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from callboard.core.access import Access
from callboard.core.models import Model
from callboard.kit.hands.models import Draft, KeyMap, Parked, Used
from callboard.kit.listing.models import Enclosure, LiveLink, Receiver, SavedView, Schedule, ViewDefault

__all__ = [
    "ApiToken",
    "Draft",
    "Enclosure",
    "KeyMap",
    "LiveLink",
    "Parked",
    "Receiver",
    "SavedView",
    "Schedule",
    "Used",
    "ViewDefault",
    "Visit",
]


class ApiToken(Model):
    """A key of one person's for a program.  It may do what the person may.  The secret is shown once and kept hashed."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("Person"), editable=False
    )
    name = models.CharField(_("What it is for"), max_length=80)
    hint = models.CharField(_("Begins with"), max_length=12, editable=False)
    secret_hash = models.CharField(max_length=64, unique=True, editable=False)
    last_used_at = models.DateTimeField(_("Last used"), null=True, editable=False)
    expires_on = models.DateField(_("Ends on"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("Revoked"), null=True, editable=False)
    #: The token itself: no column, only whoever has just made it holds it.
    secret: str

    access = Access(own="person", view="kit.tokens")

    class Meta:
        verbose_name = _("token")
        verbose_name_plural = _("tokens")
        ordering = ("-id",)

    def __str__(self) -> str:
        return self.name


class Presence(models.Model):
    """Who has a record open now, and whether they type on it.  A heartbeat: gone a minute after the last."""

    id = models.BigAutoField(primary_key=True)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=60)
    object_id = models.BigIntegerField()
    typing = models.BooleanField(default=False)
    at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["kind", "object_id", "person"], name="presence_once"),)
        indexes = (models.Index(fields=["at"], name="presence_at"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id}"


class Visit(models.Model):
    """When a person last had a record open, and the newest line of any timeline by then.

    A visit lasts while the record is seen and half an hour more.  before_at, before_entry: the visit before this one, from
    which on things are new; they stay while one reads.
    """

    id = models.BigAutoField(primary_key=True)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=60)
    object_id = models.BigIntegerField()
    at = models.DateTimeField()
    entry = models.BigIntegerField(default=0)
    before_at = models.DateTimeField(null=True)
    before_entry = models.BigIntegerField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["kind", "object_id", "person"], name="visit_once"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id}"

"""Who must not be written to or called, and every time we tried."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from callboard.core.access import Access
from callboard.core.models import Model
from callboard.directory.models.account import Account
from callboard.directory.models.contact import Contact
from callboard.directory.models.medium import Medium


class Purpose(models.TextChoices):
    """Why we contact somebody (words.md)."""

    ANSWER = "answer", _("Answer")
    SERVICE = "service", _("Service")
    SALES = "sales", _("Sales")
    CAMPAIGN = "campaign", _("Campaign")


class Scope(models.TextChoices):
    """What a person asked us to stop. `all`: nothing at all, not even an answer."""

    MARKETING = "marketing", _("No sales or campaigns")
    ALL = "all", _("Nothing at all")


class Suppression(Model):
    """An address (mail or E.164) that asked us to stop. Only its hash is kept, so it survives erasure."""

    access = Access()

    address_hash = models.CharField(max_length=64, unique=True, editable=False)
    scope = models.CharField(_("Scope"), max_length=12, choices=Scope, default=Scope.MARKETING)
    reason = models.CharField(_("Reason"), max_length=300, blank=True, default="")
    at = models.DateTimeField(_("When"))

    class Meta:
        verbose_name = _("suppression")
        verbose_name_plural = _("suppressions")
        constraints = [models.CheckConstraint(condition=Q(scope__in=Scope.values), name="suppression_scope")]

    def __str__(self) -> str:
        return str(self.get_scope_display())


class Attempt(models.Model):
    """We called or wrote, whatever came of it. Written by what goes out, never changed."""

    account = models.ForeignKey(Account, models.CASCADE, null=True, related_name="attempts")
    contact = models.ForeignKey(Contact, models.CASCADE, null=True, related_name="attempts")
    medium = models.CharField(max_length=8, choices=Medium)
    purpose = models.CharField(max_length=12, choices=Purpose)
    to_hash = models.CharField(max_length=64)
    person = models.ForeignKey("team.Person", models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("attempt")
        verbose_name_plural = _("attempts")
        constraints = [
            models.CheckConstraint(condition=Q(medium__in=Medium.values), name="attempt_medium"),
            models.CheckConstraint(condition=Q(purpose__in=Purpose.values), name="attempt_purpose"),
        ]
        indexes = [
            models.Index(fields=["account", "-at", "-id"], name="attempt_account_at"),
            models.Index(fields=["to_hash", "-at"], name="attempt_to_at"),
            models.Index(fields=["person", "-at"], name="attempt_person_at"),
        ]

    def __str__(self) -> str:
        return f"{self.get_medium_display()} {self.at:%Y-%m-%d %H:%M}"

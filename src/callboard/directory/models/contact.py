"""People at accounts, and where they are reached."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower, Upper
from django.utils.translation import gettext_lazy as _

from callboard.core.access import Access
from callboard.core.errors import Refusal
from callboard.core.history import history
from callboard.core.models import Model
from callboard.core.names import sort_key
from callboard.directory.models.account import Account
from callboard.directory.models.location import Location
from callboard.directory.models.medium import Medium
from callboard.directory.reading.addresses import phone_text
from callboard.directory.reading.persons import GONE

E164 = r"^\+[1-9][0-9]{6,14}$"


class RoleKind(models.TextChoices):
    """What part a person plays for us."""

    PRINCIPAL = "principal", _("Principal")
    MANAGER = "manager", _("Office manager")
    PRODUCER = "producer", _("Producer")
    SERVICE = "service", _("Service")
    BILLING = "billing", _("Billing")
    TECHNICAL = "technical", _("Technical")
    OTHER = "other", _("Other")


class PhoneKind(models.TextChoices):
    WORK = "work", _("Work")
    MOBILE = "mobile", _("Mobile")
    HOME = "home", _("Home")
    FAX = "fax", _("Fax")


@history
class Contact(Model):
    """A person. Who moves to another agency stays the same contact, so the history goes along."""

    access = Access(own="account__owner", team="account__owner__team")

    account = models.ForeignKey(Account, models.PROTECT, related_name="contacts", verbose_name=_("Account"))
    name = models.CharField(_("Name"), max_length=200)
    sort_key = models.CharField(max_length=400, db_collation="C", editable=False)
    title = models.CharField(_("Title"), max_length=120, blank=True, default="")
    role_kind = models.CharField(_("Role"), max_length=12, choices=RoleKind, default=RoleKind.OTHER)
    zone = models.CharField(_("Time zone"), max_length=40, null=True, blank=True)
    location = models.ForeignKey(
        Location, models.SET_NULL, null=True, blank=True, related_name="contacts", verbose_name=_("Works at")
    )
    language = models.CharField(_("Language"), max_length=10, blank=True, default="")
    reach_by = models.CharField(_("Likes to be reached by"), max_length=8, choices=Medium, blank=True, default="")
    best_time = models.CharField(_("Best time"), max_length=80, blank=True, default="")
    note = models.TextField(_("Note"), blank=True, default="")
    tags = ArrayField(models.CharField(max_length=40), default=list, blank=True, verbose_name=_("Tags"))
    #: Values of the company's own fields, by their name (models/custom.py).
    custom = models.JSONField(default=dict, blank=True, editable=False)
    left_on = models.DateField(_("Left on"), null=True, blank=True)
    #: The contact that took this one's place; the page leads there.
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="merged",
        verbose_name=_("Merged into"),
        editable=False,
    )

    class Meta:
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="contact_has_name"),
            models.CheckConstraint(condition=Q(role_kind__in=RoleKind.values), name="contact_role_kind"),
            models.CheckConstraint(condition=Q(reach_by="") | Q(reach_by__in=Medium.values), name="contact_reach_by"),
            models.CheckConstraint(
                condition=Q(merged_into=None) | (Q(left_on__isnull=False) & ~Q(merged_into=F("id"))),
                name="contact_merged_has_left",
            ),
        ]
        indexes = [
            GinIndex(OpClass(Upper("name"), "gin_trgm_ops"), name="contact_name_trgm"),
            models.Index(fields=["sort_key", "id"], name="contact_sort"),
            models.Index(fields=["account", "sort_key"], name="contact_account_sort"),
            GinIndex(fields=["tags"], name="contact_tags"),
        ]

    def __str__(self) -> str:
        return self.name

    def refuses(self) -> Refusal | None:
        """Who was erased takes nothing any more, whatever the verb."""
        if self.name == GONE:
            return Refusal("erased", _("They were erased: nothing more is kept about them."))
        return None

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.sort_key = sort_key(self.name)
        fields = kwargs.get("update_fields")
        if fields is not None and "name" in fields:
            kwargs["update_fields"] = {*fields, "sort_key"}
        super().save(*args, **kwargs)


@history
class ContactEmail(Model):
    """A mail address: lower case, of one person only."""

    access = Access(own="contact__account__owner", team="contact__account__owner__team")

    contact = models.ForeignKey(Contact, models.CASCADE, related_name="emails")
    address = models.CharField(_("Mail"), max_length=254, unique=True)
    primary = models.BooleanField(_("Primary"), default=False)
    bounced_at = models.DateTimeField(_("Bounced"), null=True, blank=True)

    class Meta:
        verbose_name = _("mail address")
        verbose_name_plural = _("mail addresses")
        constraints = [
            models.CheckConstraint(
                condition=Q(address=Lower("address")) & Q(address__contains="@"), name="contactemail_lower"
            ),
            models.UniqueConstraint(fields=["contact"], condition=Q(primary=True), name="contactemail_one_primary"),
        ]

    def __str__(self) -> str:
        return self.address

    def roots(self) -> set[int]:
        return self.contact.roots()


@history
class ContactPhone(Model):
    """A number in E.164. Two people of one office may share it."""

    access = Access(own="contact__account__owner", team="contact__account__owner__team")

    contact = models.ForeignKey(Contact, models.CASCADE, related_name="phones")
    e164 = models.CharField(_("Phone"), max_length=16)
    kind = models.CharField(_("Kind"), max_length=8, choices=PhoneKind, default=PhoneKind.WORK)
    primary = models.BooleanField(_("Primary"), default=False)

    class Meta:
        verbose_name = _("phone number")
        verbose_name_plural = _("phone numbers")
        constraints = [
            models.UniqueConstraint(fields=["contact", "e164"], name="contactphone_once"),
            models.CheckConstraint(condition=Q(e164__regex=E164), name="contactphone_e164"),
            models.CheckConstraint(condition=Q(kind__in=PhoneKind.values), name="contactphone_kind"),
            models.UniqueConstraint(fields=["contact"], condition=Q(primary=True), name="contactphone_one_primary"),
        ]
        indexes = [models.Index(fields=["e164"], name="contactphone_number")]

    def __str__(self) -> str:
        return self.e164

    @property
    def shown(self) -> str:
        """As people read it."""
        return phone_text(self.e164)

    def roots(self) -> set[int]:
        return self.contact.roots()

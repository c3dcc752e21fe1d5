"""Organisations we sell to or deal with, and who answers for them."""

from typing import Any, Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateRangeField, RangeBoundary, RangeOperators
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import Lower, Upper
from django.utils.translation import gettext_lazy as _

from callboard.core.access import Access
from callboard.core.history import history
from callboard.core.leavers import WorksHere
from callboard.core.models import Model
from callboard.core.names import sort_key
from callboard.directory.models.numbers import NextNumber
from callboard.team.models import OwnerRole


class AccountKind(models.TextChoices):
    AGENCY = "agency", _("Agency")
    MGA = "mga", _("MGA")
    CARRIER = "carrier", _("Carrier")
    NETWORK = "network", _("Network")
    ASSOCIATION = "association", _("Association")
    SUPPLIER = "supplier", _("Supplier")


class Tier(models.TextChoices):
    A = "A", "A"
    B = "B", "B"
    C = "C", "C"
    D = "D", "D"


class AccountQuerySet(models.QuerySet["Account"]):
    def current(self) -> Self:
        """Those not archived."""
        return self.filter(archived_at=None)


@history
class Account(Model):
    """An organisation. It is the root of every record that belongs to it."""

    access = Access(own="owner", team="owner__team")

    number = models.BigIntegerField(
        _("Number"), unique=True, db_default=NextNumber("directory_account_number"), editable=False
    )
    name = models.CharField(_("Name"), max_length=200)
    legal_name = models.CharField(_("Legal name"), max_length=200, blank=True, default="")
    sort_key = models.CharField(max_length=400, db_collation="C", editable=False)
    trade_name = models.CharField(_("Trades as"), max_length=200, blank=True, default="")
    kind = models.CharField(_("Kind"), max_length=12, choices=AccountKind, default=AccountKind.AGENCY)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("Part of")
    )
    tier = models.CharField(_("Tier"), max_length=1, choices=Tier, null=True, blank=True)
    owner = models.ForeignKey(
        "team.Person", models.PROTECT, null=True, blank=True, related_name="accounts", verbose_name=_("Owner")
    )
    phone = models.CharField(_("Phone"), max_length=16, blank=True, default="")
    zone = models.CharField(_("Time zone"), max_length=40, blank=True, default="")
    street = models.CharField(_("Street"), max_length=200, blank=True, default="")
    city = models.CharField(_("City"), max_length=100, blank=True, default="")
    region = models.CharField(_("State"), max_length=60, blank=True, default="")
    postal_code = models.CharField(_("Postal code"), max_length=20, blank=True, default="")
    country = models.CharField(_("Country"), max_length=2, default="US")
    website = models.CharField(_("Website"), max_length=200, blank=True, default="")
    language = models.CharField(_("Language"), max_length=10, blank=True, default="")
    bill_to = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="pays_for", verbose_name=_("Bills go to")
    )
    note = models.TextField(_("Note"), blank=True, default="")
    tags = ArrayField(models.CharField(max_length=40), default=list, blank=True, verbose_name=_("Tags"))
    #: Values of the company's own fields, by their name (models/custom.py).
    custom = models.JSONField(default=dict, blank=True, editable=False)
    archived_at = models.DateTimeField(_("Archived"), null=True, blank=True, editable=False)
    #: The account that took its place; its page leads there.
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="merged",
        verbose_name=_("Merged into"),
        editable=False,
    )

    objects = AccountQuerySet.as_manager()

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
        triggers = [WorksHere("owner")]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="account_has_name"),
            models.CheckConstraint(condition=Q(kind__in=AccountKind.values), name="account_kind"),
            models.CheckConstraint(condition=Q(tier=None) | Q(tier__in=Tier.values), name="account_tier"),
            models.CheckConstraint(condition=~Q(parent=F("id")), name="account_not_own_parent"),
            models.CheckConstraint(condition=~Q(bill_to=F("id")), name="account_not_own_payer"),
            models.CheckConstraint(
                condition=Q(merged_into=None) | (Q(archived_at__isnull=False) & ~Q(merged_into=F("id"))),
                name="account_merged_is_archived",
            ),
        ]
        indexes = [
            GinIndex(OpClass(Upper("name"), "gin_trgm_ops"), name="account_name_trgm"),
            GinIndex(OpClass(Upper("city"), "gin_trgm_ops"), name="account_city_trgm"),
            models.Index(fields=["sort_key", "id"], name="account_sort"),
            models.Index(fields=["owner", "sort_key", "id"], name="account_owner_sort"),
            models.Index(fields=["region", "sort_key", "id"], name="account_region_sort"),
            models.Index(fields=["phone"], condition=~Q(phone=""), name="account_phone"),
            GinIndex(fields=["tags"], name="account_tags"),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.sort_key = sort_key(self.name)
        fields = kwargs.get("update_fields")
        if fields is not None and "name" in fields:
            kwargs["update_fields"] = {*fields, "sort_key"}
        super().save(*args, **kwargs)

    def roots(self) -> set[int]:
        return {self.pk} if self.pk else set()

    @property
    def place(self) -> str:
        """City and state, as far as known."""
        return ", ".join(part for part in (self.city, self.region) if part)


class DateRange(Func):
    """Half-open: the last day is not part of it. No end is unbounded."""

    function = "daterange"
    output_field = DateRangeField()


class AccountOwner(Model):
    """Who answered for an account in a role, from a day up to (not including) another."""

    access = Access(own="person", team="person__team")

    account = models.ForeignKey(Account, models.CASCADE, related_name="owners")
    person = models.ForeignKey("team.Person", models.PROTECT, related_name="+")
    role = models.CharField(max_length=12, choices=OwnerRole, default=OwnerRole.OWNER)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("owner of an account")
        verbose_name_plural = _("owners of accounts")
        triggers = [WorksHere("person", ends_on=None)]
        constraints = [
            models.CheckConstraint(condition=Q(role__in=OwnerRole.values), name="accountowner_role"),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gt=F("starts_on")), name="accountowner_dates"
            ),
            ExclusionConstraint(
                name="accountowner_one_at_a_time",
                expressions=[
                    ("account", RangeOperators.EQUAL),
                    ("role", RangeOperators.EQUAL),
                    (DateRange("starts_on", "ends_on", RangeBoundary()), RangeOperators.OVERLAPS),
                ],
            ),
        ]
        indexes = [
            models.Index(fields=["person", "role"], name="accountowner_person"),
            # Whose owner changed since a day: few rows, of all there ever were.
            models.Index(fields=["starts_on"], name="accountowner_starts"),
            models.Index(fields=["ends_on"], name="accountowner_ends", condition=Q(ends_on__isnull=False)),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.get_role_display()}"


class AccountDomain(Model):
    """A mail domain that belongs to one account. Free-mail domains never stand here."""

    access = Access()

    account = models.ForeignKey(Account, models.CASCADE, related_name="domains")
    domain = models.CharField(_("Domain"), max_length=253, unique=True)

    class Meta:
        verbose_name = _("mail domain")
        verbose_name_plural = _("mail domains")
        constraints = [
            models.CheckConstraint(condition=Q(domain=Lower("domain")) & ~Q(domain=""), name="accountdomain_lower"),
        ]

    def __str__(self) -> str:
        return self.domain

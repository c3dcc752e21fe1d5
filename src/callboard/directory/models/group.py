"""Which accounts stand together: members of a network, and partners of an agency by state and line."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from callboard.core.access import Access
from callboard.core.history import history
from callboard.core.models import Model
from callboard.directory.models.account import Account, DateRange


@history
class NetworkMembership(Model):
    """An account belongs to a network from a day up to (not including) another; an open end still holds.

    The legal parent stands on the account itself: an agency may change its network without being sold.
    """

    access = Access(own="account__owner", team="account__owner__team")

    account = models.ForeignKey(Account, models.CASCADE, related_name="memberships", verbose_name=_("Account"))
    network = models.ForeignKey(Account, models.PROTECT, related_name="members", verbose_name=_("Network"))
    code = models.CharField(_("Sub-code"), max_length=40, blank=True, default="")
    starts_on = models.DateField(_("Since"))
    ends_on = models.DateField(_("Until"), null=True, blank=True)

    class Meta:
        verbose_name = _("network membership")
        verbose_name_plural = _("network memberships")
        constraints = [
            models.CheckConstraint(condition=~Q(account=F("network")), name="networkmembership_not_itself"),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gt=F("starts_on")), name="networkmembership_dates"
            ),
            ExclusionConstraint(
                name="networkmembership_one_at_a_time",
                expressions=[
                    ("account", RangeOperators.EQUAL),
                    ("network", RangeOperators.EQUAL),
                    (DateRange("starts_on", "ends_on", RangeBoundary()), RangeOperators.OVERLAPS),
                ],
            ),
        ]
        indexes = [models.Index(fields=["network", "starts_on"], name="networkmembership_network")]

    def __str__(self) -> str:
        return str(self.network)

    def roots(self) -> set[int]:
        return {self.account_id, self.network_id}


class RelationCategory(Model):
    """What a relation is about, one word of a list a company keeps: a pack may bring its lines of business."""

    access = Access()
    named_by = ("name",)

    name = models.CharField(_("Name"), max_length=60)
    pack = models.CharField(_("Came with"), max_length=40, blank=True, default="", editable=False)
    retired_at = models.DateTimeField(_("Retired"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("category of relations")
        verbose_name_plural = _("categories of relations")
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="relationcategory_has_name"),
            models.UniqueConstraint(Lower("name"), name="relationcategory_once"),
        ]

    def __str__(self) -> str:
        return self.name


class RelationStatus(models.TextChoices):
    ASKED = "asked", _("Asked for")
    ACTIVE = "active", _("Active")
    SUSPENDED = "suspended", _("Suspended")
    DECLINED = "declined", _("Declined")


@history
class Relation(Model):
    """An account and a partner, in a state and a category: which carrier an agency writes which line with, where.

    `code` is what the partner calls the account; never a password. `since_on`: the day it came into this status.
    """

    access = Access(own="account__owner", team="account__owner__team")

    account = models.ForeignKey(Account, models.CASCADE, related_name="relations", verbose_name=_("Account"))
    partner = models.ForeignKey(Account, models.PROTECT, related_name="partner_of", verbose_name=_("Partner"))
    region = models.CharField(_("State"), max_length=60, blank=True, default="")
    category = models.ForeignKey(
        RelationCategory, models.PROTECT, null=True, blank=True, related_name="relations", verbose_name=_("Category")
    )
    status = models.CharField(_("Status"), max_length=10, choices=RelationStatus, default=RelationStatus.ACTIVE)
    since_on = models.DateField(_("Since"), null=True, blank=True)
    code = models.CharField(_("Code on file"), max_length=40, blank=True, default="")
    ended_on = models.DateField(_("Ended on"), null=True, blank=True)

    class Meta:
        verbose_name = _("relation")
        verbose_name_plural = _("relations")
        constraints = [
            models.CheckConstraint(condition=~Q(account=F("partner")), name="relation_not_itself"),
            models.CheckConstraint(condition=Q(status__in=RelationStatus.values), name="relation_status"),
            models.UniqueConstraint(
                "account", "partner", "region", "category",
                condition=Q(ended_on=None), nulls_distinct=False, name="relation_once",
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["partner", "region"], name="relation_partner")]

    def __str__(self) -> str:
        return str(self.partner)

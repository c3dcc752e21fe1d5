"""Accounts named for a territory or kept out of all, and what a change of territories moved."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from callboard.core.access import Access
from callboard.core.history import history
from callboard.core.models import Model
from callboard.directory.models.account import Account, DateRange
from callboard.team.models import Dated, OwnerRole, Person, Territory, TerritoryChange


@history
class TerritoryAccount(Dated):
    """An account that belongs to a territory by name whatever the terms say; without a territory it stays with whoever has it."""

    account = models.ForeignKey(
        Account, models.CASCADE, related_name="territory_names", verbose_name=_("Account"), editable=False
    )
    territory = models.ForeignKey(
        Territory, models.PROTECT, null=True, blank=True, related_name="named", verbose_name=_("Territory")
    )
    reason = models.CharField(_("Why"), max_length=250)

    access = Access(view="directory.view")

    class Meta:
        verbose_name = _("account named for a territory")
        verbose_name_plural = _("accounts named for territories")
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="territoryaccount_reason"),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name="territoryaccount_dates"
            ),
            models.UniqueConstraint(fields=["account", "change"], name="territoryaccount_once_a_change"),
            ExclusionConstraint(
                name="territoryaccount_one_at_a_time",
                expressions=[
                    ("account", RangeOperators.EQUAL),
                    (DateRange("starts_on", "ends_on", RangeBoundary()), RangeOperators.OVERLAPS),
                ],
                condition=Q(starts_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return str(self.territory or _("Kept out"))

    def roots(self) -> set[int]:
        return {self.account_id}


class TerritoryMove(Model):
    """An account a change gives from one person to another in a role.  Written when the change begins, done one by one."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        DONE = "done", _("Done")
        SKIPPED = "skipped", _("Stayed")
        BACK = "back", _("Given back")

    change = models.ForeignKey(TerritoryChange, models.CASCADE, related_name="moves", verbose_name=_("Change"))
    account = models.ForeignKey(Account, models.CASCADE, related_name="+", verbose_name=_("Account"))
    territory = models.ForeignKey(Territory, models.PROTECT, related_name="+", verbose_name=_("Territory"))
    role = models.CharField(_("Role"), max_length=12, choices=OwnerRole, default=OwnerRole.OWNER)
    before = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+", verbose_name=_("From"))
    after = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("To"))
    state = models.CharField(_("State"), max_length=8, choices=State, default=State.WAITING)
    #: Why it stayed where it was.
    note = models.CharField(_("Why it stayed"), max_length=300, blank=True, default="")

    access = Access(view="directory.view")

    class Meta:
        verbose_name = _("account moved by a change")
        verbose_name_plural = _("accounts moved by a change")
        constraints = [models.UniqueConstraint(fields=["change", "account", "role"], name="territorymove_once")]
        indexes = [models.Index(fields=["change", "id"], condition=Q(state="waiting"), name="territorymove_waiting")]

    def __str__(self) -> str:
        return f"{self.account}: {self.after}"

    def roots(self) -> set[int]:
        return {self.account_id}

"""The three ledgers, the movements worked out from them, and the lock of a closed day.

Nothing changes or removes a row of a ledger: the database refuses it to everybody (see the first migration).
"""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from callboard.core.access import Access

OWN = Access(own="owner account__owner", team="owner__team account__owner__team", view="orders.view")


class MovementClass(models.TextChoices):
    NEW = "new", _("New")
    EXPANSION = "expansion", _("Expansion")
    CONTRACTION = "contraction", _("Contraction")
    CHURN = "churn", _("Churn")
    REACTIVATION = "reactivation", _("Reactivation")
    TRANSFER = "transfer", _("Transfer")


class Booked(models.Model):
    """What every ledger keeps. `owner` is the account's owner on the day it was booked."""

    access = OWN

    id = models.BigAutoField(primary_key=True)
    account = models.ForeignKey("directory.Account", models.PROTECT, related_name="+", verbose_name=_("Account"))
    owner = models.ForeignKey("team.Person", models.PROTECT, null=True, related_name="+", verbose_name=_("Rep"))
    booked_on = models.DateField(_("Booked"))
    corrects_day = models.DateField(_("Corrects the day"), null=True)
    corrects = models.ForeignKey("self", models.PROTECT, null=True, related_name="corrections")
    posted_at = models.DateTimeField(_("Posted"))
    log_id = models.UUIDField(null=True)

    class Meta:
        abstract = True

    def roots(self) -> set[int]:
        return {self.account_id}


class Entry(Booked):
    """What is sold. `quantity` is the change of seats, `units` the part of it that counted on the board when posted."""

    quantity = models.IntegerField(default=0)
    units = models.IntegerField(_("Units"), default=0)
    order_line = models.ForeignKey("orders.OrderLine", models.PROTECT, null=True, related_name="+")

    class Meta(Booked.Meta):
        abstract = True


class MrrEntry(Entry):
    """A change of MRR, rounded half-even once when it was posted.

    It counts for the board by `booked_on`, for MRR by `effective_on`.
    """

    subscription = models.ForeignKey("orders.Subscription", models.PROTECT, related_name="entries")
    amount = models.DecimalField(_("MRR"), max_digits=20, decimal_places=10)
    effective_on = models.DateField(_("Effective"))
    opening = models.BooleanField(_("From before us"), default=False)
    transfer = models.BooleanField(_("Transfer"), default=False)

    class Meta:
        verbose_name = _("MRR entry")
        verbose_name_plural = _("MRR entries")
        indexes = [
            models.Index(fields=["account", "effective_on", "id"], name="mrrentry_account"),
            models.Index(fields=["subscription", "id"], name="mrrentry_subscription"),
            models.Index(fields=["booked_on", "id"], name="mrrentry_booked"),
        ]

    def __str__(self) -> str:
        return f"{self.amount} {self.booked_on}"


class OneTimeEntry(Entry):
    """Revenue that comes once, in cents."""

    product = models.ForeignKey("orders.Product", models.PROTECT, related_name="+", verbose_name=_("Product"))
    amount = models.DecimalField(_("One-time"), max_digits=14, decimal_places=2)

    class Meta:
        verbose_name = _("one-time entry")
        verbose_name_plural = _("one-time entries")
        indexes = [
            models.Index(fields=["booked_on", "id"], name="onetimeentry_booked"),
            models.Index(fields=["account", "id"], name="onetimeentry_account"),
        ]

    def __str__(self) -> str:
        return f"{self.amount} {self.booked_on}"


class SaveKind(models.TextChoices):
    SAVED = "saved", _("Saved")
    LOST_AGAIN = "lost_again", _("Lost after all")


class SaveEntry(Booked):
    """MRR a month that stays because the customer was kept; less, where the save is taken back or was lost after all.

    `cases` is what it adds to the number of saves. A case that was discarded since leaves its id behind.
    """

    cancellation = models.ForeignKey(
        "orders.Cancellation", models.DO_NOTHING, db_constraint=False, related_name="save_entries"
    )
    subscription = models.ForeignKey("orders.Subscription", models.PROTECT, related_name="+")
    kind = models.CharField(_("What"), max_length=10, choices=SaveKind, default=SaveKind.SAVED)
    amount = models.DecimalField(_("MRR"), max_digits=20, decimal_places=10)
    cases = models.SmallIntegerField(_("Cases"), default=0)

    class Meta:
        verbose_name = _("saved MRR entry")
        verbose_name_plural = _("saved MRR entries")
        constraints = [models.CheckConstraint(condition=Q(kind__in=SaveKind.values), name="saveentry_kind")]
        indexes = [
            models.Index(fields=["booked_on", "id"], name="saveentry_booked"),
            models.Index(fields=["account", "id"], name="saveentry_account"),
            models.Index(fields=["cancellation"], name="saveentry_case"),
        ]

    def __str__(self) -> str:
        return f"{self.amount} {self.booked_on}"


class Movement(models.Model):
    """An entry with its class: worked out again for the whole account whenever one of its entries is posted."""

    access = OWN

    id = models.BigAutoField(primary_key=True)
    entry = models.OneToOneField(MrrEntry, models.PROTECT, related_name="movement")
    account = models.ForeignKey("directory.Account", models.PROTECT, related_name="+", verbose_name=_("Account"))
    product = models.ForeignKey("orders.Product", models.PROTECT, related_name="+", verbose_name=_("Product"))
    owner = models.ForeignKey("team.Person", models.PROTECT, null=True, related_name="+", verbose_name=_("Rep"))
    kind = models.CharField(_("Movement"), max_length=12, choices=MovementClass)
    amount = models.DecimalField(_("MRR"), max_digits=20, decimal_places=10)
    units = models.IntegerField(_("Units"), default=0)
    booked_on = models.DateField(_("Booked"))
    effective_on = models.DateField(_("Effective"))
    opening = models.BooleanField(_("From before us"), default=False)

    class Meta:
        verbose_name = _("movement")
        verbose_name_plural = _("movements")
        constraints = [models.CheckConstraint(condition=Q(kind__in=MovementClass.values), name="movement_kind")]
        indexes = [
            models.Index(
                fields=["booked_on", "kind"],
                include=["amount", "units", "owner", "product", "account"],
                condition=Q(opening=False),
                name="movement_board",
            ),
            models.Index(fields=["-booked_on", "-id"], name="movement_newest"),
            models.Index(fields=["effective_on", "kind"], name="movement_effective"),
            models.Index(fields=["account", "effective_on"], name="movement_account"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.amount}"

    def roots(self) -> set[int]:
        return {self.account_id}


class PeriodLock(models.Model):
    """A business day that is closed. Nothing books into it, and it is never opened again."""

    access = Access(view="orders.view")

    day = models.DateField(_("Day"), primary_key=True)
    locked_at = models.DateTimeField(_("Closed"))
    log_id = models.UUIDField(null=True)

    class Meta:
        verbose_name = _("closed day")
        verbose_name_plural = _("closed days")

    def __str__(self) -> str:
        return f"{self.day}"

"""A customer who asked to leave: what they said, what we did, how it ended."""

from decimal import Decimal

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from callboard.core.access import Access
from callboard.core.history import history
from callboard.core.models import Model


class Outcome(models.TextChoices):
    OPEN = "open", _("Open")
    SAVED = "saved", _("Saved")
    LOST = "lost", _("Lost")


class CancellationReason(Model):
    """Why customers leave; a reason may be a branch of another."""

    access = Access()

    code = models.CharField(_("Code"), max_length=40, unique=True)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="branches")
    name = models.CharField(_("Reason"), max_length=120)
    position = models.PositiveSmallIntegerField(_("Position"), default=1)
    active = models.BooleanField(_("Offered"), default=True)

    class Meta:
        ordering = ["position", "id"]
        verbose_name = _("reason for leaving")
        verbose_name_plural = _("reasons for leaving")

    def __str__(self) -> str:
        return self.name


@history
class Cancellation(Model):
    """The case of a cancellation. `received_on` is the day they asked, `logged_at` when it was written down here.

    `mrr` is the balance at stake when it was logged. A lost one has the order that ended the subscription.
    """

    access = Access(own="account__owner", team="account__owner__team")

    account = models.ForeignKey(
        "directory.Account", models.PROTECT, related_name="cancellations", verbose_name=_("Account"), editable=False
    )
    subscription = models.ForeignKey(
        "orders.Subscription",
        models.PROTECT,
        related_name="cancellations",
        verbose_name=_("Subscription"),
        editable=False,
    )
    order = models.OneToOneField("orders.Order", models.PROTECT, null=True, related_name="cancellation", editable=False)
    received_at = models.DateTimeField(_("Received"))
    received_on = models.DateField(_("Received on"), editable=False)
    requested_end_on = models.DateField(_("Wants to end on"), null=True, blank=True)
    reason = models.ForeignKey(CancellationReason, models.PROTECT, null=True, blank=True, verbose_name=_("Reason"))
    reason_text = models.TextField(_("In their words"), blank=True, default="")
    competitor = models.CharField(_("Goes to"), max_length=120, blank=True, default="")
    mrr = models.DecimalField(_("MRR"), max_digits=20, decimal_places=10, default=Decimal(0), editable=False)
    outcome = models.CharField(_("Outcome"), max_length=8, choices=Outcome, default=Outcome.OPEN, editable=False)
    outcome_text = models.TextField(_("How it ended"), blank=True, default="", editable=False)
    decided_at = models.DateTimeField(_("Decided"), null=True, editable=False)
    decided_on = models.DateField(_("Decided on"), null=True, editable=False)
    decided_by = models.ForeignKey("team.Person", models.PROTECT, null=True, related_name="+", editable=False)
    logged_at = models.DateTimeField(_("Logged"), editable=False)
    logged_on = models.DateField(_("Logged on"), editable=False)
    logged_by = models.ForeignKey("team.Person", models.PROTECT, null=True, related_name="+", editable=False)
    save_task = models.ForeignKey("work.Task", models.SET_NULL, null=True, related_name="+", editable=False)

    class Meta:
        verbose_name = _("cancellation")
        verbose_name_plural = _("cancellations")
        constraints = [
            models.CheckConstraint(condition=Q(outcome__in=Outcome.values), name="cancellation_outcome"),
            models.CheckConstraint(
                condition=Q(outcome="open", decided_at=None, decided_on=None)
                | (~Q(outcome="open") & Q(decided_at__isnull=False, decided_on__isnull=False)),
                name="cancellation_decided_when",
            ),
            models.CheckConstraint(
                condition=Q(outcome="lost", order__isnull=False) | (~Q(outcome="lost") & Q(order=None)),
                name="cancellation_lost_has_order",
            ),
            models.CheckConstraint(condition=Q(logged_on__gte=F("received_on")), name="cancellation_logged_after"),
            models.UniqueConstraint(fields=["subscription"], condition=Q(outcome="open"), name="cancellation_one_open"),
        ]
        indexes = [
            models.Index(fields=["-received_at", "-id"], name="cancellation_received"),
            models.Index(fields=["received_on"], name="cancellation_day"),
            models.Index(fields=["decided_on", "outcome"], name="cancellation_decided"),
            models.Index(fields=["account", "-id"], name="cancellation_account"),
        ]

    def __str__(self) -> str:
        return str(_("{product}, {account}").format(product=self.subscription.product, account=self.account))

    @property
    def days_late(self) -> int:
        """Business days are not asked: calendar days between receiving and logging; 0 is the same day."""
        return (self.logged_on - self.received_on).days

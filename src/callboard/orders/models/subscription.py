"""What an account has."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from callboard.core.access import Access
from callboard.core.history import history
from callboard.core.models import Model


class SubscriptionQuerySet(models.QuerySet["Subscription"]):
    def running(self, on: date) -> SubscriptionQuerySet:
        """Those not ended on the day; one that starts later is among them."""
        return self.filter(Q(ended_on=None) | Q(ended_on__gt=on))


@history
class Subscription(Model):
    """A product an account pays for from a day on. `mrr` is the balance of its entries, kept beside them.

    `ended_on` is the first day it is gone. `term_end_on` is the day the contract may first end.
    """

    access = Access(own="account__owner", team="account__owner__team", view="orders.view")

    account = models.ForeignKey(
        "directory.Account", models.PROTECT, related_name="subscriptions", verbose_name=_("Account")
    )
    product = models.ForeignKey("orders.Product", models.PROTECT, related_name="+", verbose_name=_("Product"))
    order_line = models.ForeignKey("orders.OrderLine", models.PROTECT, null=True, related_name="opened")
    quantity = models.PositiveIntegerField(_("Quantity"))
    unit_price = models.DecimalField(_("Price each"), max_digits=12, decimal_places=2)
    mrr = models.DecimalField(_("MRR"), max_digits=20, decimal_places=10, default=Decimal(0), editable=False)
    started_on = models.DateField(_("Started"))
    ended_on = models.DateField(_("Ended"), null=True, blank=True)
    term_end_on = models.DateField(_("Term ends"), null=True, blank=True)
    trial = models.BooleanField(_("Trial"), default=False)

    objects = SubscriptionQuerySet.as_manager()

    class Meta:
        verbose_name = _("subscription")
        verbose_name_plural = _("subscriptions")
        constraints = [
            models.CheckConstraint(condition=Q(quantity__gt=0), name="subscription_quantity"),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("started_on")), name="subscription_days"
            ),
            models.CheckConstraint(condition=Q(trial=False) | Q(mrr=0), name="subscription_trial_free"),
        ]
        indexes = [
            models.Index(fields=["account", "-id"], name="subscription_account"),
            models.Index(fields=["term_end_on", "id"], name="subscription_term"),
        ]

    def __str__(self) -> str:
        return f"{self.product}"

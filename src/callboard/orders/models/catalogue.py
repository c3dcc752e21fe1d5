"""What is sold, and what each department does once it is."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from callboard.core.access import Access
from callboard.core.history import history
from callboard.core.models import Model


class Billing(models.TextChoices):
    MONTHLY = "monthly", _("Monthly")
    ANNUAL = "annual", _("Annual")
    ONE_TIME = "one_time", _("Once")


@history
class Product(Model):
    """Something we sell at a price for one billing period and one seat."""

    access = Access()

    code = models.CharField(_("Code"), max_length=40, unique=True)
    name = models.CharField(_("Name"), max_length=120)
    family = models.CharField(_("Family"), max_length=80, blank=True, default="")
    billing = models.CharField(_("Billed"), max_length=8, choices=Billing, default=Billing.MONTHLY)
    price = models.DecimalField(_("Price"), max_digits=12, decimal_places=2)
    counts_as_unit = models.BooleanField(_("Counts as units on the board"), default=True)
    active = models.BooleanField(_("Sold"), default=True, editable=False)

    class Meta:
        verbose_name = _("product")
        verbose_name_plural = _("products")
        constraints = [
            models.CheckConstraint(condition=~Q(code="") & ~Q(name=""), name="product_named"),
            models.CheckConstraint(condition=Q(price__gte=0), name="product_price"),
            models.CheckConstraint(condition=Q(billing__in=Billing.values), name="product_billing"),
        ]
        indexes = [models.Index(fields=["name", "id"], name="product_name")]

    def __str__(self) -> str:
        return self.name


class FulfilmentStep(Model):
    """What a team does after an order of the product is accepted, and in how many business days."""

    access = Access()

    product = models.ForeignKey(Product, models.CASCADE, related_name="steps", verbose_name=_("Product"))
    position = models.PositiveSmallIntegerField(_("Position"), default=1)
    team = models.ForeignKey("team.Team", models.PROTECT, related_name="+", verbose_name=_("Team"))
    title = models.CharField(_("What is to be done"), max_length=160)
    business_days = models.PositiveSmallIntegerField(_("Business days"), default=5)

    class Meta:
        ordering = ["product_id", "position", "id"]
        verbose_name = _("fulfilment step")
        verbose_name_plural = _("fulfilment steps")
        constraints = [models.UniqueConstraint(fields=["product", "position"], name="fulfilmentstep_position")]

    def __str__(self) -> str:
        return self.title

    def roots(self) -> set[int]:
        return set()

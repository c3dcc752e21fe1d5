"""Where an account is: its offices, and where its post and its bills go."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from callboard.core.access import Access
from callboard.core.history import history
from callboard.core.models import Model
from callboard.directory.models.account import Account


class LocationKind(models.TextChoices):
    OFFICE = "office", _("Office")
    MAILING = "mailing", _("Mail goes here")
    BILLING = "billing", _("Bills go here")
    SHIPPING = "shipping", _("Parcels go here")


@history
class Location(Model):
    """A place of an account. The head office's address stands on the account itself; these stand beside it."""

    access = Access(own="account__owner", team="account__owner__team")
    named_by = ("name", "city", "region")

    account = models.ForeignKey(Account, models.CASCADE, related_name="locations", verbose_name=_("Account"))
    name = models.CharField(_("Name"), max_length=120, blank=True, default="")
    kind = models.CharField(_("Kind"), max_length=10, choices=LocationKind, default=LocationKind.OFFICE)
    street = models.CharField(_("Street"), max_length=200, blank=True, default="")
    city = models.CharField(_("City"), max_length=100, blank=True, default="")
    region = models.CharField(_("State"), max_length=60, blank=True, default="")
    postal_code = models.CharField(_("Postal code"), max_length=20, blank=True, default="")
    country = models.CharField(_("Country"), max_length=2, default="US")
    phone = models.CharField(_("Phone"), max_length=16, blank=True, default="")
    zone = models.CharField(_("Time zone"), max_length=40, blank=True, default="")
    closed_on = models.DateField(_("Closed on"), null=True, blank=True)

    class Meta:
        verbose_name = _("location")
        verbose_name_plural = _("locations")
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=LocationKind.values), name="location_kind"),
            models.CheckConstraint(
                condition=~Q(name="") | ~Q(street="") | ~Q(city="") | ~Q(postal_code=""), name="location_says_where"
            ),
        ]
        indexes = [models.Index(fields=["phone"], condition=~Q(phone=""), name="location_phone")]

    def __str__(self) -> str:
        place = ", ".join(part for part in (self.city, self.region) if part)
        return " · ".join(part for part in (self.name, place) if part) or self.street or self.postal_code

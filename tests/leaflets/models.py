from django.db import models
from django.utils.translation import gettext_lazy as _

from callboard.core.access import Access
from callboard.core.history import history
from callboard.core.models import Model


@history
class Leaflet(Model):
    access = Access(own="account__owner", team="account__owner__team")

    title = models.CharField(_("Title"), max_length=200)
    account = models.ForeignKey("directory.Account", models.PROTECT, verbose_name=_("Account"))
    copies = models.PositiveIntegerField(_("Copies"), default=1)
    sent_on = models.DateField(_("Sent"), null=True, blank=True)

    def __str__(self) -> str:
        return self.title

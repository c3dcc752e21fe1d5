"""Files kept with an account."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from callboard.core.access import Access
from callboard.core.files import ShaField
from callboard.core.history import history
from callboard.core.models import Model
from callboard.directory.models.account import Account
from callboard.directory.models.contact import Contact


@history
class AccountFile(Model):
    """A file somebody put with an account, about one of its people where that is said. The content never changes."""

    access = Access(own="account__owner", team="account__owner__team")
    named_by = ("name",)

    account = models.ForeignKey(Account, models.CASCADE, related_name="files", verbose_name=_("Account"))
    contact = models.ForeignKey(
        Contact, models.SET_NULL, null=True, blank=True, related_name="files", verbose_name=_("About")
    )
    name = models.CharField(_("Name"), max_length=200)
    media_type = models.CharField(_("Type"), max_length=100, blank=True, default="", editable=False)
    size = models.PositiveBigIntegerField(_("Bytes"), default=0, editable=False)
    sha256 = ShaField(editable=False)
    note = models.CharField(_("What it is"), max_length=200, blank=True, default="")
    added_by = models.ForeignKey("team.Person", models.PROTECT, null=True, related_name="+", verbose_name=_("Added by"))
    removed_at = models.DateTimeField(_("Removed"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("file")
        verbose_name_plural = _("files")
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="accountfile_has_name")]
        indexes = [models.Index(fields=["account", "-id"], name="accountfile_account")]

    def __str__(self) -> str:
        return self.name

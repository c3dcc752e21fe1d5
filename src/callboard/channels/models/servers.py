"""A mailbox on a server, as the shared ones and those of one person both are."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from callboard.core.models import Model


class ImapServer(Model):
    """Where a mailbox lies and as whom it is read.  The secret is stored encrypted (secrets.py)."""

    address = models.EmailField(_("address"))
    imap_host = models.CharField(_("IMAP server"), max_length=200, blank=True)
    imap_port = models.PositiveIntegerField(_("IMAP port"), default=993)
    imap_tls = models.BooleanField(_("IMAP over TLS"), default=True)
    user = models.CharField(_("user name"), max_length=200, blank=True)
    secret = models.TextField(blank=True, editable=False)
    last_read_at = models.DateTimeField(_("last read"), null=True, editable=False)
    last_error = models.CharField(_("last error"), max_length=500, blank=True, editable=False)

    class Meta:
        abstract = True

    @property
    def domain(self) -> str:
        return self.address.rpartition("@")[2] or "localhost"

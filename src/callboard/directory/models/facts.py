"""The current figures of an account. What is unknown is absent (null), not zero."""

from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from callboard.directory.models.account import Account


class AccountFacts(models.Model):
    """One row an account. Each column is owned by exactly one app (`register.fact`), written by its actions
    under the lock of the account, and recomputed by its check. No history: the sources have theirs."""

    account = models.OneToOneField(Account, models.CASCADE, primary_key=True, related_name="facts")
    mrr = models.DecimalField(_("MRR"), max_digits=14, decimal_places=2, null=True)
    customer_since = models.DateField(_("Customer since"), null=True)
    renewal_on = models.DateField(_("Contract renewal"), null=True)
    open_cancellation = models.BooleanField(_("Cancellation open"), default=False)
    last_attempt_at = models.DateTimeField(_("Last attempt"), null=True)
    last_conversation_at = models.DateTimeField(_("Last conversation"), null=True)
    last_word_at = models.DateTimeField(_("Last word"), null=True)
    next_promise_on = models.DateField(_("Next promise"), null=True)
    open_items = models.IntegerField(_("Open"), null=True)

    class Meta:
        verbose_name = _("facts of an account")
        verbose_name_plural = _("facts of accounts")
        # Lists sort by these with the unknown last, whichever way.
        indexes = [
            models.Index(F("mrr").desc(nulls_last=True), F("account").desc(), name="facts_mrr"),
            models.Index(F("last_conversation_at").desc(nulls_last=True), F("account").desc(), name="facts_talk_desc"),
            models.Index(fields=["last_conversation_at", "account"], name="facts_talk"),
            models.Index(fields=["renewal_on", "account"], name="facts_renewal"),
        ]

    def __str__(self) -> str:
        return str(self.account)

"""What our own people are told."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from callboard.core.access import Access
from callboard.core.models.record import Model


class Notice(Model):
    """Something one of our own people is told: in the bell of the page, on the desktop, by mail, each as they chose.

    Several of one event close together are one: the first is the head, the others name it as their ``bundle``.
    """

    class State(models.TextChoices):
        """Of the mail."""

        QUEUED = "queued", _("queued")
        SENT = "sent", _("sent")
        FAILED = "failed", _("failed")
        NONE = "none", _("not by mail")
        SEEN = "seen", _("read before the mail left")
        HIDDEN = "hidden", _("may not see it any more")

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    #: Who caused it; nobody where the program did.
    by_person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    event = models.CharField(_("event"), max_length=60)
    subject = models.CharField(_("what"), max_length=300)
    text = models.TextField()
    ref_kind = models.CharField(max_length=60, blank=True)
    ref_id = models.BigIntegerField(null=True)
    bundle = models.ForeignKey("self", on_delete=models.CASCADE, null=True, related_name="bundled")
    more = models.PositiveIntegerField(default=0)
    on_page = models.BooleanField(default=True)
    on_desktop = models.BooleanField(default=False)
    read_at = models.DateTimeField(_("read"), null=True)
    #: When the next person is told because this one did not read it.
    escalate_at = models.DateTimeField(null=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.QUEUED)
    #: The mail does not leave before; digest: it leaves with the others of the day.
    mail_at = models.DateTimeField(null=True)
    digest = models.BooleanField(default=False)
    attempts = models.PositiveSmallIntegerField(default=0)
    error = models.CharField(max_length=500, blank=True)
    sent_at = models.DateTimeField(null=True)

    access = Access(own="person", view="kit.notices")

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        indexes = (
            models.Index(fields=["id"], name="notice_queued", condition=models.Q(state="queued")),
            models.Index(fields=["person", "-created_at", "-id"], name="notice_person"),
            models.Index(
                fields=["person", "event"], name="notice_unread", condition=models.Q(read_at=None, on_page=True)
            ),
            models.Index(
                fields=["escalate_at"],
                name="notice_escalate",
                condition=models.Q(escalate_at__isnull=False, read_at=None),
            ),
        )

    def __str__(self) -> str:
        return self.subject

    @property
    def topic(self) -> str:
        """What the person's open pages listen to."""
        return f"bell:{self.person_id}"

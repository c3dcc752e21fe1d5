"""What a channel saw and sent: mailboxes, threads, messages, attachments."""

from typing import Any, ClassVar

from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from callboard.channels.models.captured import Capture, NotRead, NotTaken
from callboard.channels.models.servers import ImapServer
from callboard.core.access import Access
from callboard.core.files import ShaField
from callboard.core.models import Model

#: What is empty in the row of a mail of which only a fingerprint is kept.
SAID = ("subject", "text", "reply_text", "signature", "from_address", "from_name", "message_id", "raw_sha", "html_sha")
WHOSE = ("account", "contact", "by_person", "thread")


class Mailbox(ImapServer):
    """A shared mailbox of ours."""

    class Use(models.TextChoices):
        DESK = "desk", _("the desk: each message is work")
        ARCHIVE = "archive", _("the archive: what our people send it is written up")

    name = models.CharField(_("name"), max_length=80)
    use = models.CharField(_("what for"), max_length=8, choices=Use, default=Use.DESK)
    smtp_host = models.CharField(_("SMTP server"), max_length=200, blank=True)
    smtp_port = models.PositiveIntegerField(_("SMTP port"), default=587)
    smtp_tls = models.BooleanField(_("SMTP over TLS"), default=True)
    folder = models.CharField(_("folder"), max_length=100, default="INBOX")
    done_folder = models.CharField(_("move read mail to"), max_length=100, blank=True)
    #: Mail the server received before this day is left alone.
    since_on = models.DateField(_("take in mail since"), null=True, blank=True)
    uid_validity = models.BigIntegerField(null=True, editable=False)
    last_uid = models.BigIntegerField(default=0, editable=False)
    active = models.BooleanField(_("active"), default=True)

    access: ClassVar[Access] = Access(view="channels.view")

    class Meta:
        verbose_name = _("mailbox")
        verbose_name_plural = _("mailboxes")
        constraints = (models.UniqueConstraint(Lower("address"), name="mailbox_address"),)

    def __str__(self) -> str:
        return self.name


class Thread(Model):
    """Messages that answer one another."""

    subject = models.CharField(_("subject"), max_length=500, blank=True)
    account = models.ForeignKey("directory.Account", on_delete=models.PROTECT, null=True, related_name="threads")
    contact = models.ForeignKey("directory.Contact", on_delete=models.PROTECT, null=True, related_name="threads")
    last_at = models.DateTimeField(null=True)

    access: ClassVar[Access] = Access(view="channels.view")

    def __str__(self) -> str:
        return self.subject


class Retry(Model):
    """All messages that had failed, tried again in one go.  Each counts once: done or failed again; the rest still waits."""

    person = models.ForeignKey(
        "team.Person", on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("tried by")
    )
    total = models.PositiveIntegerField(_("tried"), default=0)
    done = models.PositiveIntegerField(_("read or sent"), default=0)
    failed = models.PositiveIntegerField(_("failed again"), default=0)

    access: ClassVar[Access] = Access(view="channels.view")

    class Meta:
        verbose_name = _("retry")
        verbose_name_plural = _("retries")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(total__gte=models.F("done") + models.F("failed")), name="retry_counts_once"
            ),
        )

    def __str__(self) -> str:
        return str(_("Retry {number}").format(number=self.pk))

    @property
    def waiting(self) -> int:
        """How many are not through yet."""
        return self.total - self.done - self.failed


class Message(Model):
    """One mail, in or out.  In: the raw bytes lie in the file store before the row commits, and the row before the server is told."""

    class Direction(models.TextChoices):
        IN = "in", _("in")
        OUT = "out", _("out")

    class State(models.TextChoices):
        STORED = "stored", _("stored")
        READ = "read", _("read")
        FAILED = "failed", _("failed")
        QUEUED = "queued", _("queued")
        SENDING = "sending", _("sending")
        SENT = "sent", _("sent")

    class Kind(models.TextChoices):
        MESSAGE = "message", _("message")
        AUTO_REPLY = "auto_reply", _("automatic reply")
        BOUNCE = "bounce", _("bounce")
        FEEDBACK = "feedback", _("feedback report")
        LIST = "list", _("list mail")
        ANSWER = "answer", _("answer to a notice")
        CALENDAR = "calendar", _("answer to an invitation")

    mailbox = models.ForeignKey(Mailbox, on_delete=models.PROTECT, null=True, related_name="messages")
    direction = models.CharField(max_length=3, choices=Direction.choices)
    state = models.CharField(max_length=10, choices=State.choices)
    error = models.CharField(max_length=500, blank=True)
    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.MESSAGE)
    uid_validity = models.BigIntegerField(null=True)
    uid = models.BigIntegerField(null=True)
    raw_sha = ShaField()
    raw_size = models.BigIntegerField(default=0)
    message_id = models.CharField(max_length=500, blank=True)
    digest = models.CharField(max_length=64, blank=True)
    #: The first message with this Message-ID and other contents: both are kept.
    duplicate_of = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="doubles")
    thread = models.ForeignKey(Thread, on_delete=models.PROTECT, null=True, related_name="messages")
    in_reply_to = models.CharField(max_length=500, blank=True)
    references = models.JSONField(default=list)
    from_address = models.CharField(max_length=320, blank=True)
    from_name = models.CharField(max_length=300, blank=True)
    to = models.JSONField(default=list)
    cc = models.JSONField(default=list)
    subject = models.CharField(max_length=500, blank=True)
    sent_at = models.DateTimeField(null=True)
    received_at = models.DateTimeField(null=True)
    text = models.TextField(blank=True)
    reply_text = models.TextField(blank=True)
    signature = models.TextField(blank=True)
    phones = models.JSONField(default=list)
    #: Title and company as the signature says them.
    title = models.CharField(max_length=200, blank=True)
    company = models.CharField(max_length=200, blank=True)
    #: What looks like spam: codes of reading/spam.py.
    spam_hints = models.JSONField(default=list)
    #: False for what RFC 3834 says no program may answer.
    auto_answerable = models.BooleanField(default=False)
    html_sha = ShaField()
    warnings = models.JSONField(default=list)
    account = models.ForeignKey("directory.Account", on_delete=models.PROTECT, null=True, related_name="messages")
    contact = models.ForeignKey("directory.Contact", on_delete=models.PROTECT, null=True, related_name="messages")
    #: Outbound: the message it answers, why we write (directory.Purpose), and what makes sending it twice one sending.
    answers = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="answered_by")
    purpose = models.CharField(max_length=12, blank=True)
    key = models.CharField(max_length=100, null=True, unique=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(null=True)
    #: Who wrote it (out); whose it is (captured, in either direction).
    by_person = models.ForeignKey("team.Person", on_delete=models.PROTECT, null=True, related_name="+")
    capture = models.CharField(_("how it came"), max_length=8, choices=Capture, blank=True, default="")
    not_taken = models.CharField(_("why it drafts nothing"), max_length=8, choices=NotTaken, blank=True, default="")
    #: The retry that waits for this message; None once it is counted there.
    retry = models.ForeignKey(
        Retry, on_delete=models.PROTECT, null=True, related_name="messages", editable=False, db_index=False
    )

    access: ClassVar[Access] = Access(view="channels.view")

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        constraints = (
            models.UniqueConstraint(
                fields=["mailbox", "uid_validity", "uid"], name="message_uid", condition=models.Q(uid__isnull=False)
            ),
            models.UniqueConstraint(
                fields=["message_id", "digest"],
                name="message_once",
                condition=models.Q(direction="in", capture="") & ~models.Q(digest=""),
            ),
            models.UniqueConstraint(
                fields=["message_id", "digest"],
                name="message_captured_once",
                condition=~models.Q(capture="") & ~models.Q(digest=""),
            ),
            models.CheckConstraint(
                condition=~models.Q(not_taken="between")
                | models.Q(**dict.fromkeys(SAID, ""), **dict.fromkeys(WHOSE, None)),
                name="message_between_is_a_hash",
            ),
        )
        indexes = (
            models.Index(fields=["-id"], name="message_not_taken", condition=~models.Q(not_taken="")),
            models.Index(fields=["id"], name="message_waiting", condition=models.Q(state__in=["stored", "queued"])),
            models.Index(fields=["-id"], name="message_failed", condition=models.Q(state="failed")),
            models.Index(models.F("received_at").desc(nulls_last=True), models.F("id").desc(), name="message_received"),
            models.Index(fields=["sent_at"], name="message_sent", condition=models.Q(direction="out")),
            models.Index(fields=["message_id"], name="message_message_id"),
            models.Index(fields=["in_reply_to"], name="message_answers", condition=~models.Q(in_reply_to="")),
            models.Index(fields=["from_address", "-received_at"], name="message_sender"),
            models.Index(fields=["thread", "-received_at"], name="message_thread"),
            models.Index(fields=["account", "-received_at"], name="message_account"),
        )

    def __str__(self) -> str:
        return self.subject or self.from_address or self.message_id or str(self.heading)

    @property
    def heading(self) -> Any:
        """What it is called in a list and over its page: its subject."""
        between = self.not_taken == NotTaken.BETWEEN
        return self.subject or (_("(a mail between colleagues)") if between else _("(no subject)"))

    @property
    def came_in(self) -> bool:
        """Whether it is read, not sent: also a mail of ours that was captured."""
        return self.direction == self.Direction.IN or bool(self.capture)

    @property
    def sender(self) -> str:
        return self.from_name or self.from_address


class Attachment(Model):
    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="attachments")
    name = models.CharField(max_length=300)
    mime = models.CharField(max_length=200)
    size = models.BigIntegerField()
    sha = ShaField()
    position = models.PositiveSmallIntegerField(default=0)
    #: Of several mails that were passed on: the message this file is, or why it is none.
    holds = models.ForeignKey(Message, on_delete=models.SET_NULL, null=True, related_name="carried_by")
    not_taken = models.CharField(max_length=8, choices=NotRead, blank=True, default="")

    access: ClassVar[Access] = Access(view="channels.view")

    def __str__(self) -> str:
        return self.name


class MailAnswer(Model):
    """What one of our people answered to a notice of ours, and what came of it."""

    class State(models.TextChoices):
        WAITING = "waiting", _("to be done")
        DONE = "done", _("done")
        UNCLEAR = "unclear", _("not understood")
        REFUSED = "refused", _("refused")

    message = models.OneToOneField(Message, on_delete=models.CASCADE, related_name="answer_to_notice")
    #: Whom the notice was for; who sent the answer stands in the message.
    person = models.ForeignKey("team.Person", on_delete=models.CASCADE, related_name="+")
    notice = models.ForeignKey("core.Notice", on_delete=models.SET_NULL, null=True, related_name="+")
    ref_kind = models.CharField(max_length=60, blank=True)
    ref_id = models.BigIntegerField(null=True)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    #: Why it was refused, by a code of rules.py; what was done or understood, in words.
    reason = models.CharField(max_length=20, blank=True)
    said = models.TextField(blank=True)

    access: ClassVar[Access] = Access(own="person", view="kit.notices")

    class Meta:
        verbose_name = _("answer by mail")
        verbose_name_plural = _("answers by mail")
        indexes = (models.Index(fields=["id"], name="answer_waiting", condition=models.Q(state="waiting")),)

    def __str__(self) -> str:
        return f"{self.person}: {self.get_state_display()}"

"""A mailbox of one of our people, read by their own choice: known contacts only, and nothing before they turned it on."""

from typing import ClassVar

from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from callboard.channels.models.servers import ImapServer
from callboard.core.access import Access
from callboard.core.models import Model

VIEW = "channels.own"


class Because(models.TextChoices):
    """Why a mail of an own mailbox is left out; counted, and never more than counted where nobody is known."""

    UNKNOWN = "unknown", _("with nobody known here")
    INTERNAL = "internal", _("between colleagues")
    COLLEAGUE = "colleague", _("written by a colleague: theirs to share")
    AUTOMATIC = "automatic", _("automatic or a list")
    BLOCKED = "blocked", _("on your list: never")
    COMPANY = "company", _("on the company's list: never")
    PRIVATE = "private", _("private")
    HERE = "here", _("here already")


class OwnMailbox(ImapServer):
    """The mailbox of one person.  Only they see it, its address, its rules and its mails; others, that it is and works."""

    class State(models.TextChoices):
        PREVIEW = "preview", _("connected, nothing shared")
        ON = "on", _("shared")
        OFF = "off", _("turned off")
        GONE = "gone", _("disconnected")

    person = models.OneToOneField("team.Person", on_delete=models.PROTECT, related_name="own_mailbox")
    state = models.CharField(max_length=8, choices=State, default=State.PREVIEW, editable=False)
    #: Mail the server received before this day is never taken.
    since_on = models.DateField(_("take in mail since"))
    #: The preview begins here.
    look_from = models.DateField(editable=False)
    sent_folder = models.CharField(_("sent folder"), max_length=200, blank=True)
    faults = models.PositiveSmallIntegerField(default=0, editable=False)
    next_look_at = models.DateTimeField(null=True, editable=False)

    access: ClassVar[Access] = Access(own="person", view=VIEW)
    #: Whether anything was taken, where a page knows it already.
    has_taken: bool | None = None
    has_earlier: bool | None = None

    class Meta:
        verbose_name = _("own mailbox")
        verbose_name_plural = _("own mailboxes")
        indexes = (models.Index(fields=["next_look_at"], name="ownmailbox_due", condition=~models.Q(secret="")),)

    def __str__(self) -> str:
        """Without its address: the log and a notice name it, and others read those."""
        return str(_("own mailbox"))

    @property
    def connected(self) -> bool:
        return bool(self.secret)


class OwnFolder(Model):
    """How far a folder of an own mailbox was looked at: all that is kept of the mails of unknown people."""

    class Role(models.TextChoices):
        INBOX = "inbox", _("inbox")
        SENT = "sent", _("sent")

    mailbox = models.ForeignKey(OwnMailbox, on_delete=models.CASCADE, related_name="folders")
    role = models.CharField(max_length=8, choices=Role)
    name = models.CharField(max_length=300)
    uid_validity = models.BigIntegerField(null=True)
    last_uid = models.BigIntegerField(default=0)
    #: So far it was ever looked at: what is found before it was passed by, because nobody in it was known then.
    passed_uid = models.BigIntegerField(default=0)

    access: ClassVar[Access] = Access(own="mailbox__person", view=VIEW)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["mailbox", "role"], name="ownfolder_role"),)

    def __str__(self) -> str:
        return self.get_role_display()


class OwnMail(Model):
    """A mail with a known contact, by its header.  Once it is private only the hash is left, so that it is never taken."""

    class State(models.TextChoices):
        WAITING = "waiting", _("would be taken")
        EARLIER = "earlier", _("earlier mail, not shared")
        TAKEN = "taken", _("taken")
        LEFT = "left", _("left out")
        BACK = "back", _("taken back")
        PRIVATE = "private", _("private")

    mailbox = models.ForeignKey(OwnMailbox, on_delete=models.CASCADE, related_name="mails")
    #: Of mail from before somebody in it was known: whether its person asked for it; without that it is never shared.  None
    #: of any other.
    asked_for = models.BooleanField(null=True)
    #: SHA-256 of the mailbox and the Message-ID (reading/own.py).
    key = models.CharField(max_length=64)
    state = models.CharField(max_length=8, choices=State)
    because = models.CharField(max_length=10, choices=Because, blank=True)
    #: The mark or the rule that makes it private: a word of reading/own.py.
    by_mark = models.CharField(max_length=10, blank=True)
    outgoing = models.BooleanField(default=False)
    folder = models.CharField(max_length=8, choices=OwnFolder.Role)
    uid_validity = models.BigIntegerField(null=True)
    uid = models.BigIntegerField(null=True)
    at = models.DateTimeField()
    address = models.CharField(max_length=320, blank=True)
    subject = models.CharField(max_length=500, blank=True)
    contact = models.ForeignKey("directory.Contact", on_delete=models.CASCADE, null=True, related_name="+")
    message = models.ForeignKey("channels.Message", on_delete=models.SET_NULL, null=True, related_name="own_copies")

    access: ClassVar[Access] = Access(own="mailbox__person", view=VIEW)

    class Meta:
        verbose_name = _("mail of an own mailbox")
        verbose_name_plural = _("mails of own mailboxes")
        constraints = (
            models.UniqueConstraint(fields=["mailbox", "key"], name="ownmail_once"),
            models.CheckConstraint(
                condition=~models.Q(state="private") | models.Q(subject="", address="", contact=None, message=None),
                name="ownmail_private_is_a_hash",
            ),
        )
        indexes = (models.Index(fields=["mailbox", "state", "-at"], name="ownmail_listed"),)

    def roots(self) -> set[int]:
        return self.message.roots() if self.message is not None else set()

    def __str__(self) -> str:
        """Without its subject: the log and a message of the page name it."""
        return str(_("mail"))


class OwnTally(Model):
    """How many mails of a day and a folder were left out, and why."""

    mailbox = models.ForeignKey(OwnMailbox, on_delete=models.CASCADE, related_name="tallies")
    folder = models.CharField(max_length=8, choices=OwnFolder.Role)
    on = models.DateField()
    because = models.CharField(max_length=10, choices=Because)
    count = models.PositiveIntegerField(default=0)

    access: ClassVar[Access] = Access(own="mailbox__person", view=VIEW)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["mailbox", "on", "folder", "because"], name="owntally_once"),)

    def __str__(self) -> str:
        return f"{self.get_because_display()}: {self.count}"


class Covers(models.TextChoices):
    """What a rule looks at."""

    ADDRESS = "address", _("address")
    DOMAIN = "domain", _("domain")
    WORD = "word", _("word in the subject")


class OwnRule(Model):
    """What a person never wants taken, or holds private.  The rules are theirs alone."""

    class Effect(models.TextChoices):
        NEVER = "never", _("never take it")
        PRIVATE = "private", _("it is private")

    person = models.ForeignKey("team.Person", on_delete=models.PROTECT, related_name="own_mail_rules")
    effect = models.CharField(_("then"), max_length=8, choices=Effect)
    covers = models.CharField(_("what"), max_length=8, choices=Covers)
    value = models.CharField(_("which"), max_length=320)

    access: ClassVar[Access] = Access(own="person", view=VIEW)

    class Meta:
        verbose_name = _("rule of an own mailbox")
        verbose_name_plural = _("rules of own mailboxes")
        constraints = (
            models.UniqueConstraint("person", "effect", "covers", Lower("value"), name="ownrule_once"),
            models.CheckConstraint(
                condition=models.Q(effect="private") | ~models.Q(covers="word"), name="ownrule_word_is_private"
            ),
        )

    def __str__(self) -> str:
        """Without its value: the log names it."""
        return str(_("rule"))


class NeverTaken(Model):
    """An address or domain the company wants taken from nobody's own mailbox."""

    covers = models.CharField(_("what"), max_length=8, choices=Covers)
    value = models.CharField(_("which"), max_length=320)

    access: ClassVar[Access] = Access(view="channels.manage")

    class Meta:
        verbose_name = _("never taken")
        verbose_name_plural = _("never taken")
        constraints = (
            models.UniqueConstraint("covers", Lower("value"), name="nevertaken_once"),
            models.CheckConstraint(condition=~models.Q(covers="word"), name="nevertaken_no_word"),
        )

    def __str__(self) -> str:
        return self.value

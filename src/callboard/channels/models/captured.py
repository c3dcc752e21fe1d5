"""What captured mail is called: how it came, and why it drafts nothing."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Capture(models.TextChoices):
    """How a mail came here that is no work of the desk: it becomes a drafted interaction of one of our people."""

    ARCHIVE = "archive", _("archive address")
    FILE = "file", _("dropped file")
    OWN = "own", _("own mailbox")


class NotTaken(models.TextChoices):
    """Why a captured mail is kept and drafts nothing."""

    STRANGER = "stranger", _("It was written to the archive address by nobody of ours.")
    UNPROVEN = "unproven", _("The mail server could not prove that it is from whom it says.")
    LEFT = "left", _("Whoever wrote it no longer works here.")
    CARRIER = "carrier", _("It passes on several mails; each of them is read by itself.")
    BETWEEN = "between", _("It is between colleagues only: nothing but a fingerprint of it is kept.")
    DEEPER = "deeper", _("It came in another mail and holds several mails itself. Pass these on by themselves.")


class NotRead(models.TextChoices):
    """Why one of several mails that one mail passes on is not taken by itself."""

    MORE = "more", _("Not read: it is behind the first 50. Pass it on by itself.")
    NO_MAIL = "no_mail", _("Not read: it names neither who wrote it nor what it is about.")
    BETWEEN = "between", _("Not read: it is between colleagues only, and nothing of it is kept.")
    HERE = "here", _("It is here already, and nothing is drafted of it.")

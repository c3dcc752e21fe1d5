"""What a company says of its notes."""

from datetime import time

from django.utils.translation import gettext_lazy as _

from callboard.core.registry import SettingEntry, register

register.setting.add(
    SettingEntry(
        "journal.unwritten_at",
        _("Tasks for mails nobody wrote up come at"),
        time,
        time(16),
        _("By the clock of whoever sent the mail. One task for each account and day, with the note begun."),
        _("Contact with customers"),
    )
)

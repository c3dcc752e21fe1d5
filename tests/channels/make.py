"""Records of channels for tests."""

from typing import Any

from callboard.channels.models import Mailbox
from callboard.channels.secrets import seal
from tests.channels.servers import PASSWORD, USER


def mailbox(**fields: Any) -> Mailbox:
    given = {
        "name": "Desk",
        "address": "desk@callboard.example",
        "user": USER,
        "secret": seal(PASSWORD),
        "imap_tls": False,
    }
    return Mailbox.objects.create(**{**given, "smtp_tls": False, **fields})

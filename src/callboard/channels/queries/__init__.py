"""What can be asked about messages and mailboxes."""

from callboard.channels.queries.messages import (
    answered_lately,
    first_with,
    same_mail,
    thread_for,
    to_read,
    to_send,
)
from callboard.channels.queries.stored import read_stored

__all__ = ["answered_lately", "first_with", "read_stored", "same_mail", "thread_for", "to_read", "to_send"]

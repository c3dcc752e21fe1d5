"""What can be asked about messages and mailboxes."""

from callboard.channels.queries.captured import held_among, layers, names_in
from callboard.channels.queries.messages import (
    TO_ERASED,
    Threads,
    answered_lately,
    desk_mailboxes,
    failed,
    not_allowed_now,
    same_mail,
    to_read,
    to_send,
    waiting_for,
)
from callboard.channels.queries.stored import read_stored

__all__ = [
    "TO_ERASED",
    "Threads",
    "answered_lately",
    "desk_mailboxes",
    "failed",
    "held_among",
    "layers",
    "names_in",
    "not_allowed_now",
    "read_stored",
    "same_mail",
    "to_read",
    "to_send",
    "waiting_for",
]

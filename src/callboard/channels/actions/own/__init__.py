"""What a person does with a mailbox of their own, and what the program notes about it."""

from callboard.channels.actions.own.connecting import (
    change_own_mailbox,
    connect_own_mailbox,
    disconnect_own_mailbox,
    forget_leaver,
    lacks_password,
)
from callboard.channels.actions.own.removing import make_private, note_private, take_back_captured
from callboard.channels.actions.own.ruling import (
    add_own_rule,
    allow_taking,
    forbid_taking,
    never_address,
    never_domain,
    remove_own_rule,
)
from callboard.channels.actions.own.sharing import (
    look_for_earlier_mail,
    look_into_own_mailbox,
    share_earlier_mail,
    turn_off_capture,
    turn_on_capture,
)

__all__ = [
    "add_own_rule",
    "allow_taking",
    "change_own_mailbox",
    "connect_own_mailbox",
    "disconnect_own_mailbox",
    "forbid_taking",
    "forget_leaver",
    "lacks_password",
    "look_for_earlier_mail",
    "look_into_own_mailbox",
    "make_private",
    "never_address",
    "never_domain",
    "note_private",
    "remove_own_rule",
    "share_earlier_mail",
    "take_back_captured",
    "turn_off_capture",
    "turn_on_capture",
]

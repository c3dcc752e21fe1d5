"""What can be done with accounts and people."""

from callboard.directory.actions.accounts import (
    archive_account,
    change_account,
    create_account,
    set_parent,
    set_tier,
    unarchive_account,
)
from callboard.directory.actions.addresses import (
    add_domain,
    add_email,
    add_phone,
    clear_bounce,
    make_primary_email,
    mark_bounced,
    remove_domain,
    remove_email,
    remove_phone,
)
from callboard.directory.actions.consent import record_attempt, suppress_address, unsuppress
from callboard.directory.actions.contacts import (
    add_contact,
    change_contact,
    mark_left,
    mark_returned,
    move_contact,
)
from callboard.directory.actions.facts import raise_fact, write_facts
from callboard.directory.actions.owners import set_owner

__all__ = [
    "add_contact",
    "add_domain",
    "add_email",
    "add_phone",
    "archive_account",
    "change_account",
    "change_contact",
    "clear_bounce",
    "create_account",
    "make_primary_email",
    "mark_bounced",
    "mark_left",
    "mark_returned",
    "move_contact",
    "raise_fact",
    "record_attempt",
    "remove_domain",
    "remove_email",
    "remove_phone",
    "set_owner",
    "set_parent",
    "set_tier",
    "suppress_address",
    "unarchive_account",
    "unsuppress",
    "write_facts",
]

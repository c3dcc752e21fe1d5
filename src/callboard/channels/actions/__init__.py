"""What can be done with mailboxes and messages."""

from callboard.channels.actions.answers import finish_answer, refuse_answer, refuse_link, use_answer_link
from callboard.channels.actions.attaching import attach
from callboard.channels.actions.calling import call_account, place_call
from callboard.channels.actions.mailboxes import (
    change_mailbox,
    connect_mailbox,
    mark_read,
    note_mailbox,
    pause_mailbox,
    resume_mailbox,
    test_mailbox,
)
from callboard.channels.actions.placing import place_message
from callboard.channels.actions.reading import read_batch, read_messages
from callboard.channels.actions.retrying import retry_failed, retry_message
from callboard.channels.actions.sending import answer_message, finish_sending, send_message, start_sending
from callboard.channels.actions.storing import receive_message, ring_reader, store_message

__all__ = [
    "answer_message",
    "attach",
    "call_account",
    "change_mailbox",
    "connect_mailbox",
    "finish_answer",
    "finish_sending",
    "mark_read",
    "note_mailbox",
    "pause_mailbox",
    "place_call",
    "place_message",
    "read_batch",
    "read_messages",
    "receive_message",
    "refuse_answer",
    "refuse_link",
    "resume_mailbox",
    "retry_failed",
    "retry_message",
    "ring_reader",
    "send_message",
    "start_sending",
    "store_message",
    "test_mailbox",
    "use_answer_link",
]

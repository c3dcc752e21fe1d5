"""The pages of channels."""

from callboard.channels.pages.answer import AnswerNotice
from callboard.channels.pages.calling import CallAccount
from callboard.channels.pages.files import AttachmentFile, MessageHtml, MessageRaw
from callboard.channels.pages.mailboxes import (
    ChangeMailbox,
    ConnectMailbox,
    Mailboxes,
    MailboxRecord,
    TestMailbox,
)
from callboard.channels.pages.messages import AnswerMessage, MessageRecord, Messages
from callboard.channels.pages.own import YourMailbox, YourMails
from callboard.channels.pages.own_forms import NeverTakenRecord, NeverTakens, OwnMailboxes
from callboard.channels.pages.retries import Retries, RetryFailed, RetryRecord

__all__ = [
    "AnswerMessage",
    "AnswerNotice",
    "AttachmentFile",
    "CallAccount",
    "ChangeMailbox",
    "ConnectMailbox",
    "MailboxRecord",
    "Mailboxes",
    "MessageHtml",
    "MessageRaw",
    "MessageRecord",
    "Messages",
    "NeverTakenRecord",
    "NeverTakens",
    "OwnMailboxes",
    "Retries",
    "RetryFailed",
    "RetryRecord",
    "TestMailbox",
    "YourMailbox",
    "YourMails",
]

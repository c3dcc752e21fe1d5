"""What channels keeps: mailboxes, messages and what belongs to them, mailboxes of our people."""

from callboard.channels.models.messages import Attachment, MailAnswer, Mailbox, Message, Retry, Thread
from callboard.channels.models.own import (
    Because,
    Covers,
    NeverTaken,
    OwnFolder,
    OwnMail,
    OwnMailbox,
    OwnRule,
    OwnTally,
)
from callboard.channels.models.servers import ImapServer

__all__ = [
    "Attachment",
    "Because",
    "Covers",
    "ImapServer",
    "MailAnswer",
    "Mailbox",
    "Message",
    "NeverTaken",
    "OwnFolder",
    "OwnMail",
    "OwnMailbox",
    "OwnRule",
    "OwnTally",
    "Retry",
    "Thread",
]

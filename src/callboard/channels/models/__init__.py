"""What channels keeps: mailboxes, messages and what belongs to them, mailboxes of our people."""

from callboard.channels.models.captured import Capture, NotRead, NotTaken
from callboard.channels.models.messages import (
    Attachment,
    MailAnswer,
    Mailbox,
    Message,
    Retry,
    Thread,
)
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
    "Capture",
    "Covers",
    "ImapServer",
    "MailAnswer",
    "Mailbox",
    "Message",
    "NeverTaken",
    "NotRead",
    "NotTaken",
    "OwnFolder",
    "OwnMail",
    "OwnMailbox",
    "OwnRule",
    "OwnTally",
    "Retry",
    "Thread",
]

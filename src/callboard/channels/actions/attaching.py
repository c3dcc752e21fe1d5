"""Files that leave with a message."""

from callboard.channels.models import Attachment, Message
from callboard.core import files
from callboard.core.actions import Actor


def attach(message: Message, name: str, mime: str, content: bytes, by: Actor) -> Attachment:
    """A file of a message that has not left; part of an action.  mime: with its parameters, like "text/calendar; method=REQUEST"."""
    row = Attachment(
        message=message,
        name=name,
        mime=mime,
        size=len(content),
        sha=files.store(content),
        position=message.attachments.count(),
        created_at=by.now,
        updated_at=by.now,
    )
    row.save()
    return row

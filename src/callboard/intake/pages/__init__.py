"""What is seen of the queue."""

from callboard.intake.pages.inbox import Inbox, InboxItem

__all__ = ["Inbox", "InboxItem"]

"""What calendars do when a mail was read."""

from django.db.models import Q

from callboard.calendar.actions.invited import take
from callboard.channels.models import Attachment, Message
from callboard.core import events
from callboard.core.actions import Actor


@events.message_received.listen
def take_invitations(by: Actor, *, message_ids: list[int]) -> None:
    """Calendar files of mails that came to a shared mailbox: one's own mail is answered where it came in."""
    calendars = Q(mime__startswith="text/calendar") | Q(name__iendswith=".ics")
    rows = Attachment.objects.filter(
        calendars, message__in=message_ids, message__direction=Message.Direction.IN, message__capture=""
    )
    take(rows.select_related("message__mailbox", "message__account").order_by("message", "position", "id"), by)

"""Messages by what they are and whom they answer."""

from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from callboard.channels.models import Message, Thread

#: RFC 3834: at most one automatic answer to a sender in this time.
ANSWER_ONCE_IN = timedelta(days=7)


def same_mail(message_id: str, digest: str) -> Message | None:
    """The inbound message with this Message-ID and these contents."""
    return Message.objects.filter(direction=Message.Direction.IN, message_id=message_id, digest=digest).first()


def first_with(message_id: str) -> Message | None:
    """The first inbound message with this Message-ID, whatever its contents."""
    if not message_id:
        return None
    return Message.objects.filter(direction=Message.Direction.IN, message_id=message_id).order_by("id").first()


def to_read() -> QuerySet[Message]:
    """What is stored and not read, oldest first."""
    return Message.objects.filter(state=Message.State.STORED).order_by("id")


def to_send(now: datetime) -> QuerySet[Message]:
    """What is to leave now, oldest first.  What a killed worker left half sent comes again once its time is up."""
    due = Q(next_try_at=None) | Q(next_try_at__lte=now)
    return Message.objects.filter(due, state__in=[Message.State.QUEUED, Message.State.SENDING]).order_by("id")


def thread_for(message_id: str, references: list[str]) -> Thread | None:
    """The conversation a mail belongs to: that of a mail it refers to, the nearest first, or of one that answers it already."""
    known = Message.objects.filter(message_id__in=references, thread__isnull=False).select_related("thread")
    by_id = {message.message_id: message.thread for message in known.order_by("-id")}
    for reference in reversed(references):
        if reference in by_id:
            return by_id[reference]
    if not message_id:
        return None
    answer = Message.objects.filter(in_reply_to=message_id, thread__isnull=False).select_related("thread").first()
    return answer.thread if answer else None


def answered_lately(address: str, now: datetime) -> bool:
    """Whether a program wrote to this address in the last seven days."""
    ours = Message.objects.filter(direction=Message.Direction.OUT, by_person=None, created_at__gte=now - ANSWER_ONCE_IN)
    return ours.filter(to__contains=[address]).exists()

"""What a captured mail may be about: itself, or what it passes on."""

from collections.abc import Iterable

from django.db.models import Q

from callboard.channels.models import Attachment, Message, NotTaken
from callboard.channels.queries.stored import read_stored
from callboard.channels.reading import ReadMail
from callboard.channels.reading.forwarded import original

#: A mail passed on, passed on again.
DEEPEST = 3


def layers(mail: ReadMail) -> list[ReadMail]:
    """The mail, then what it passes on, the outermost first."""
    found = [mail]
    while len(found) <= DEEPEST and (inner := original(found[-1])) is not None:
        found.append(inner)
    return found


def held_among(message_ids: Iterable[int]) -> list[Message]:
    """Captured mails, read, that were passed on with others in one mail, where they or that mail are among these: each with
    whoever passed it on as `by_person`, whosesoever it was before."""
    ids = list(message_ids)
    rows = Attachment.objects.filter(
        Q(holds__in=ids) | Q(message__in=ids), not_taken="", message__by_person__isnull=False
    )
    rows = rows.filter(holds__state=Message.State.READ, holds__kind=Message.Kind.MESSAGE).exclude(holds__capture="")
    found = []
    for row in rows.select_related("message__by_person", "holds__account").order_by("message_id", "position"):
        if row.holds is not None and row.holds.not_taken not in (NotTaken.CARRIER, NotTaken.DEEPER):
            row.holds.by_person = row.message.by_person
            found.append(row.holds)
    return found


def names_in(message: Message) -> dict[str, str]:
    """What the people of a stored mail are called there, by address; empty where it cannot be read."""
    try:
        mails = layers(read_stored(message.raw_sha))
    except (OSError, ValueError):
        return {}
    pairs = [(each.from_name, each.from_address) for each in mails] + [pair for each in mails for pair in each.people]
    return {address: name for name, address in reversed(pairs) if address and name}

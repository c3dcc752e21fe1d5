"""What a captured mail may be about: itself, or what it passes on."""

from callboard.channels.models import Message
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


def names_in(message: Message) -> dict[str, str]:
    """What the people of a stored mail are called there, by address; empty where it cannot be read."""
    try:
        mails = layers(read_stored(message.raw_sha))
    except (OSError, ValueError):
        return {}
    pairs = [(each.from_name, each.from_address) for each in mails] + [pair for each in mails for pair in each.people]
    return {address: name for name, address in reversed(pairs) if address and name}

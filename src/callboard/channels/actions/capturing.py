"""Mail that is no work of the desk: whose it is, which way it went, and whom it was with."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from callboard.channels.models import Capture, Mailbox, Message, NotTaken, OwnMailbox
from callboard.channels.reading import ReadMail
from callboard.team.models import Person


@dataclass(frozen=True)
class House:
    """Our own addresses as a batch of mails needs them: of our people, and of our mailboxes."""

    people: Mapping[str, Person] = field(default_factory=dict)
    boxes: frozenset[str] = frozenset()

    def is_ours(self, address: str) -> bool:
        return address in self.people or address in self.boxes

    def others(self, addresses: Iterable[str]) -> tuple[str, ...]:
        return tuple(address for address in addresses if not self.is_ours(address))


def house_of(mails: Iterable[ReadMail]) -> House:
    """Two queries for a batch; none where nothing was captured."""
    named = {address for mail in mails for address in (mail.from_address, *mail.to, *mail.cc)}
    if not named:
        return House()
    people = Person.objects.filter(email__in=named)
    addresses = Mailbox.objects.values_list("address", flat=True)
    boxes = frozenset(
        address.lower() for address in addresses.union(OwnMailbox.objects.values_list("address", flat=True))
    )
    return House({person.email: person for person in people}, boxes)


def capture(message: Message, mail: ReadMail, house: House, now: datetime) -> ReadMail:
    """Set whose a captured message is, which way it went and whether it drafts anything; returns the mail with our own
    addresses taken out of its receivers."""
    sender = house.people.get(mail.from_address)
    if message.capture == Capture.ARCHIVE:
        message.not_taken = _why_not(sender, mail)
        message.by_person = None if message.not_taken else sender
    ours = house.is_ours(mail.from_address)
    if message.by_person is not None:
        ours = ours or mail.from_address == message.by_person.email
    if message.capture != Capture.OWN:  # there the folder it lay in said so
        message.direction = Message.Direction.OUT if ours and not message.not_taken else Message.Direction.IN
    if mail.date_at is not None:
        message.received_at = min(mail.date_at, now)
    return replace(mail, to=house.others(mail.to), cc=house.others(mail.cc))


def _why_not(sender: Person | None, mail: ReadMail) -> str:
    """Why what came to the archive address drafts nothing; "" where it does."""
    if sender is None:
        return NotTaken.STRANGER
    if not sender.is_active:
        return NotTaken.LEFT
    return NotTaken.UNPROVEN if mail.proof == "fail" else ""

"""Mail that is no work of the desk: whose it is, which way it went, and whom it was with."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from callboard.channels.models import Attachment, Capture, Message, NotTaken
from callboard.channels.queries import layers, read_stored
from callboard.channels.queries.answers import TOKEN
from callboard.channels.queries.ours import Ours, ours
from callboard.channels.queries.proof import proof
from callboard.channels.reading import ReadMail
from callboard.channels.reading.forwarded import enclosed
from callboard.channels.reading.mail import Attachment as File
from callboard.team.models import Person


@dataclass(frozen=True)
class House:
    """Our own addresses as a batch of mails needs them, and what each captured mail passes on, by message.

    carried: those that came inside another, one of several; whoever passed that on vouches for them.
    """

    people: Mapping[str, Person] = field(default_factory=dict)
    ours: Ours = field(default_factory=Ours)
    mails: Mapping[int, list[ReadMail]] = field(default_factory=dict)
    carried: frozenset[int] = frozenset()

    def is_ours(self, address: str) -> bool:
        """Also the address of a notice of ours, which carries a token."""
        return address in self.people or self.ours.has(address) or TOKEN.search(address) is not None

    def others(self, addresses: Iterable[str]) -> tuple[str, ...]:
        return tuple(address for address in addresses if not self.is_ours(address))

    def is_with_others(self, mail: ReadMail) -> bool:
        """Whether somebody who is none of us wrote or got it."""
        return not self.is_ours(mail.from_address) or bool(self.others([*mail.to, *mail.cc, *mail.bcc]))

    def besides(self, writer: str, mails: Iterable[ReadMail]) -> bool:
        """Whether these name anybody but their writer, the archive, and notices of ours."""
        named = _named_in(mails) - self.ours.archives
        return any(self.ours.owners.get(each, each) != writer and not TOKEN.search(each) for each in named)

    def pieces(self, message: Message) -> list[File]:
        """The mails a captured mail among us passes on, where they are several; an own mailbox shares each mail by itself."""
        for mail in self.mails.get(message.pk, ()) if message.capture in (Capture.ARCHIVE, Capture.FILE) else ():
            if self.is_with_others(mail):
                return []
            if found := enclosed(mail):
                return found
        return []


def house_of(messages: Iterable[Message], mails: Mapping[int, ReadMail]) -> House:
    """Three queries for a batch; none where nothing was captured."""
    found = {each.pk: layers(mails[each.pk]) for each in messages if each.capture and each.pk in mails}
    if not found:
        return House()
    carried = frozenset(Attachment.objects.filter(holds__in=found).values_list("holds_id", flat=True))
    named = _named_in(mail for each in found.values() for mail in each)
    return House(_people_of(named), ours(named), found, carried)


def _named_in(mails: Iterable[ReadMail]) -> set[str]:
    return {address for mail in mails for address in addresses_of(mail)}


def _people_of(addresses: set[str]) -> dict[str, Person]:
    return {person.email: person for person in Person.objects.filter(email__in=addresses)}


def between_colleagues(mails: Sequence[ReadMail], writer: str) -> list[bool]:
    """Whether, of each of these, nobody but our own people wrote or got it and what it passes on, and somebody besides `writer`
    did: what a person tells the archive alone is theirs to tell.  Of a mail that passes on several, each has to be so.

    Two queries, however many."""
    found = [_apart(mail) for mail in mails]
    named = _named_in(each for groups in found for group in groups for each in group)
    house = House(_people_of(named), ours(named))
    return [
        not any(house.is_with_others(each) for group in groups for each in group)
        and all(house.besides(writer, group) for group in (groups[1:] or groups))
        for groups in found
    ]


def _apart(mail: ReadMail) -> list[list[ReadMail]]:
    """A mail with what it passes on; where that are several, the same of each of them behind it."""
    outer = layers(mail)
    held = next((found for each in outer if (found := enclosed(each))), [])
    return [outer, *(layers(read_stored(piece.sha, piece.content)) for piece in held)]


def addresses_of(mail: ReadMail) -> set[str]:
    return {mail.from_address, *mail.to, *mail.cc, *mail.bcc} - {""}


def capture(message: Message, house: House, now: datetime) -> ReadMail:
    """Set whose a captured message is, which way it went and whether it drafts anything; returns the mail it is about,
    our own addresses taken out of its receivers."""
    outer, carried = house.mails[message.pk][0], message.pk in house.carried
    if message.capture == Capture.ARCHIVE and not carried:
        sender = house.people.get(outer.from_address)
        message.not_taken = _why_not(sender, outer)
        message.by_person = None if message.not_taken else sender
    if not message.not_taken and house.pieces(message):
        message.not_taken = NotTaken.DEEPER if carried else NotTaken.CARRIER
    mail = outer if message.not_taken else _about(house.mails[message.pk], house)
    ours = not message.not_taken and _is_ours(mail, message.by_person, house)
    if message.capture != Capture.OWN:  # there the folder it lay in said so
        message.direction = Message.Direction.OUT if ours else Message.Direction.IN
    if message.capture == Capture.FILE and ours:  # whoever drops it need not have written it
        message.by_person = house.people.get(mail.from_address) or message.by_person
    message.received_at = min(mail.date_at or message.received_at or now, now)
    return replace(mail, to=house.others(mail.to), cc=house.others(dict.fromkeys([*mail.cc, *mail.bcc])))


def _about(mails: list[ReadMail], house: House) -> ReadMail:
    """The outermost that somebody else wrote or got: a mail passed on to us alone is about what it passes on."""
    return next((mail for mail in mails if house.is_with_others(mail)), mails[0])


def _is_ours(mail: ReadMail, person: Person | None, house: House) -> bool:
    """A mail forwarded inside a company names its sender without an address."""
    if person is not None and not mail.from_address:
        return mail.from_name.casefold() == person.name.casefold()
    return house.is_ours(mail.from_address)


def _why_not(sender: Person | None, mail: ReadMail) -> str:
    """Why what came to the archive address drafts nothing; "" where it does."""
    if sender is None:
        return NotTaken.STRANGER
    if not sender.is_active:
        return NotTaken.LEFT
    return NotTaken.UNPROVEN if proof(mail.vouched) == "fail" else ""

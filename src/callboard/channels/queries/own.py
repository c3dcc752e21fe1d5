"""What becomes of the mails of an own mailbox, a batch at a time: as many statements for two hundred as for one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Q, QuerySet, Sum

from callboard.channels.models import (
    Because,
    Capture,
    Message,
    NeverTaken,
    OwnFolder,
    OwnMail,
    OwnMailbox,
    OwnRule,
)
from callboard.channels.queries.ours import Ours, ours
from callboard.channels.queries.proof import proof
from callboard.channels.reading.own import RULE, Head, Rule, covered, key_of
from callboard.core.access import policy
from callboard.core.actions import Actor
from callboard.core.asking import Question
from callboard.directory.models import Contact
from callboard.directory.queries import match_addresses
from callboard.team.models import Person

#: Whose mailboxes somebody may know of.
STATES = "channels.own_states"


@dataclass(frozen=True)
class Verdict:
    """What becomes of one mail.  because: why it is left out, "" where it is taken; contact: whom it is with, where known."""

    head: Head
    key: str
    because: str
    outgoing: bool
    address: str = ""
    contact: Contact | None = None
    mark: str = ""
    #: The one that a colleague shares already out of their own mailbox: then both share it.
    shared: int | None = None

    @property
    def known(self) -> bool:
        """Whether a row is kept of it: only of a mail with a contact."""
        return self.because in ("", Because.BLOCKED, Because.COMPANY, Because.PRIVATE, Because.HERE)


class Judge:
    """One mailbox's rules and who belongs to the house, as they are when it is made: for one batch, since rules change."""

    def __init__(self, mailbox: OwnMailbox) -> None:
        self.mailbox = mailbox
        self.mine = {mailbox.address.lower(), mailbox.person.email.lower()}
        self.ours = Ours()
        rows = list(OwnRule.objects.filter(person=mailbox.person_id))
        self.never = [Rule(row.covers, row.value) for row in rows if row.effect == OwnRule.Effect.NEVER]
        self.private = [Rule(row.covers, row.value) for row in rows if row.effect == OwnRule.Effect.PRIVATE]
        self.company = [Rule(row.covers, row.value) for row in NeverTaken.objects.all()]

    def __call__(self, heads: Sequence[Head], role: str) -> list[Verdict]:
        everybody = {address for head in heads for address in head.everybody if address}
        self.ours = ours(everybody)
        people = {email.lower() for email in Person.objects.filter(email__in=everybody).values_list("email", flat=True)}
        known = match_addresses(everybody)
        contacts = {address: contact for address, (contact, _account) in known.items() if contact is not None}
        here = _here(heads)
        return [self._one(head, role, people, contacts, here) for head in heads]

    def _ours(self, address: str, people: set[str]) -> bool:
        return address in self.mine or address in people or self.ours.has(address)

    def _one(
        self,
        head: Head,
        role: str,
        people: set[str],
        contacts: dict[str, Contact],
        here: dict[tuple[str, str], tuple[int, bool]],
    ) -> Verdict:
        # Anybody can write our name into a From: what lies in the inbox is ours only where the server proves it.
        outgoing = role == OwnFolder.Role.SENT or (head.sender in self.mine and proof(head.vouched) == "pass")
        others = head.parties if outgoing else (head.sender, *head.parties)
        foreign = [address for address in others if address and not self._ours(address, people)]
        address = next((each for each in foreign if each in contacts), "")
        mark = head.mark or (RULE if covered(self.private, head.everybody, head.subject) else "")
        # A Message-ID is the sender's word: who else writes it has not written that mail.
        found, own = here.get((head.message_id, "" if outgoing else head.sender), (None, False))
        because = self._because(head, outgoing, foreign, address, mark, people, found is not None and not own)
        return Verdict(
            head,
            key_of(self.mailbox.pk, head),
            because,
            outgoing,
            address,
            contacts.get(address),
            mark,
            found if own else None,
        )

    def _because(
        self,
        head: Head,
        outgoing: bool,
        foreign: list[str],
        address: str,
        mark: str,
        people: set[str],
        here: bool,
    ) -> str:
        """The first that holds: who it is with comes before everything else, so that of strangers nothing is kept."""
        if not foreign:
            return Because.INTERNAL
        if not address:
            return Because.UNKNOWN
        if not outgoing and self._ours(head.sender, people):
            return Because.COLLEAGUE
        if head.kind != Message.Kind.MESSAGE:
            return Because.AUTOMATIC
        if mark:
            return Because.PRIVATE
        if covered(self.never, head.everybody, head.subject):
            return Because.BLOCKED
        if covered(self.company, head.everybody, head.subject):
            return Because.COMPANY
        return Because.HERE if here else ""


def _here(heads: Iterable[Head]) -> dict[tuple[str, str], tuple[int, bool]]:
    """Which mails are here by another way (the desk's, one we sent, the copy for the archive, a colleague's), by Message-ID
    and sender; of our own by the Message-ID alone, which we gave.  True: out of an own mailbox."""
    ids = {head.message_id for head in heads if head.message_id}
    rows = Message.objects.filter(message_id__in=ids).order_by("-id")
    found: dict[tuple[str, str], tuple[int, bool]] = {}
    for message_id, sender, pk, capture in rows.values_list("message_id", "from_address", "pk", "capture"):
        found[message_id, sender.lower()] = found[message_id, ""] = pk, capture == Capture.OWN
    return found


def own_rows(mailbox: OwnMailbox, keys: Iterable[str]) -> dict[str, OwnMail]:
    """What is known of these mails already."""
    rows = OwnMail.objects.filter(mailbox=mailbox, key__in=list(keys)).select_related("message")
    return {row.key: row for row in rows}


@dataclass(frozen=True)
class Standing:
    """What the state page says of a mailbox in numbers: rows by state, those taken today, what was left out by reason."""

    states: dict[str, int]
    today: int
    left_today: dict[str, int]
    left: dict[str, int]

    def of(self, *states: str) -> int:
        return sum(self.states.get(state, 0) for state in states)


def standing_asked(mailbox: OwnMailbox, since: datetime, on: date) -> dict[str, Question]:
    """since: when today began; on: today.  What is listed is counted by its rows, the rest by the tallies."""
    rows = mailbox.mails.order_by().values("state", "because")
    rows = rows.annotate(
        n=Count("pk"),
        came=Count("pk", filter=Q(at__gte=since)),
        taken=Count("message", filter=Q(message__created_at__gte=since)),
    )
    sums = mailbox.tallies.order_by().values("because")
    sums = sums.annotate(n=Sum("count"), came=Sum("count", filter=Q(on=on), default=0))
    return {"mails": Question("list", rows), "tallies": Question("list", sums)}


def standing_read(found: Mapping[str, Any]) -> Standing:
    """The numbers, from what was asked."""
    states: dict[str, int] = {}
    left = {row["because"]: row["n"] for row in found["tallies"]}
    fresh = {row["because"]: row["came"] for row in found["tallies"]}
    for row in found["mails"]:
        states[row["state"]] = states.get(row["state"], 0) + row["n"]
        if row["state"] in (OwnMail.State.LEFT, OwnMail.State.PRIVATE):
            left[row["because"]] = left.get(row["because"], 0) + row["n"]
            fresh[row["because"]] = fresh.get(row["because"], 0) + row["came"]
    return Standing(states, sum(row["taken"] for row in found["mails"]), fresh, left)


def states_seen(actor: Actor) -> QuerySet[OwnMailbox]:
    """The own mailboxes of whom the actor may know that they have one: nothing of what lies in them."""
    scope = policy().scope(actor, STATES)
    rows = OwnMailbox.objects.filter(person__is_active=True).select_related("person__team")
    if scope == "all" or actor.kind == "clock":
        return rows
    people = Q(person__in=policy().people(actor, STATES))
    if scope == "team":
        return rows.filter(people | Q(person__team__in=policy().teams(actor, STATES)))
    return rows.filter(people) if scope == "own" else rows.none()

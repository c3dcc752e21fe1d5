"""Which addresses are our own, besides those of our people: shared mailboxes, own ones, and the company's domains."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.db.models import F, Value

from callboard.channels.models import Mailbox, OwnMailbox
from callboard.directory.models import ContactEmail
from callboard.directory.reading.addresses import domain_of, is_free_mail

CONTACT = "contact"


@dataclass(frozen=True)
class Ours:
    """boxes: the addresses of shared mailboxes; archives: of the archive alone; domains: those of shared mailboxes, where all
    are ours; owners: by the address of an own mailbox, that of its person; contacts: whose address is a customer's, whoever
    calls it theirs and wherever it lies."""

    boxes: frozenset[str] = frozenset()
    archives: frozenset[str] = frozenset()
    domains: frozenset[str] = frozenset()
    owners: Mapping[str, str] = field(default_factory=dict)
    contacts: frozenset[str] = frozenset()

    def has(self, address: str) -> bool:
        if address in self.boxes or address in self.contacts:
            return address in self.boxes
        return address in self.owners or domain_of(address) in self.domains


def ours(among: Iterable[str]) -> Ours:
    """As it is now, in one query.  among: the addresses, in lower case, that are looked up among the known contacts."""
    shared = Mailbox.objects.annotate(owner=Value("")).values_list("address", "use", "owner")
    own = OwnMailbox.objects.annotate(what=Value(""), owner=F("person__email"))
    known = ContactEmail.objects.filter(address__in=set(among)).annotate(what=Value(CONTACT), owner=Value(""))
    columns = ("address", "what", "owner")
    rows = [
        (address.lower(), use, owner)
        for address, use, owner in shared.union(own.values_list(*columns), known.values_list(*columns), all=True)
    ]
    boxes = {address: use for address, use, _owner in rows if use and use != CONTACT}
    domains = {domain_of(address) for address in boxes}
    return Ours(
        frozenset(boxes),
        frozenset(address for address, use in boxes.items() if use == Mailbox.Use.ARCHIVE),
        frozenset(domain for domain in domains if domain and not is_free_mail(domain)),
        {address: owner.lower() for address, use, owner in rows if not use},
        frozenset(address for address, use, _owner in rows if use == CONTACT),
    )

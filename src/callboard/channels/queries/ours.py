"""Which addresses are our own, besides those of our people: shared mailboxes, own ones, and the company's domains."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db.models import F, Value

from callboard.channels.models import Mailbox, OwnMailbox
from callboard.directory.reading.addresses import domain_of, is_free_mail


@dataclass(frozen=True)
class Ours:
    """boxes: the addresses of mailboxes; archives: of the archive alone; domains: those of shared mailboxes, where all are ours;
    owners: by the address of an own mailbox, that of its person."""

    boxes: frozenset[str] = frozenset()
    archives: frozenset[str] = frozenset()
    domains: frozenset[str] = frozenset()
    owners: Mapping[str, str] = field(default_factory=dict)

    def has(self, address: str) -> bool:
        return address in self.boxes or domain_of(address) in self.domains


def ours() -> Ours:
    """As it is now, in one query."""
    shared = Mailbox.objects.annotate(owner=Value("")).values_list("address", "use", "owner")
    own = OwnMailbox.objects.annotate(what=Value(""), owner=F("person__email"))
    rows = [
        (address.lower(), use, owner)
        for address, use, owner in shared.union(own.values_list("address", "what", "owner"), all=True)
    ]
    domains = {domain_of(address) for address, use, _owner in rows if use}
    return Ours(
        frozenset(address for address, _use, _owner in rows),
        frozenset(address for address, use, _owner in rows if use == Mailbox.Use.ARCHIVE),
        frozenset(domain for domain in domains if domain and not is_free_mail(domain)),
        {address: owner.lower() for address, _use, owner in rows if owner},
    )

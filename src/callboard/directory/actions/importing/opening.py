"""A sent file as rows of cells, whichever kind it is: a table, or vCards."""

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from django.utils.translation import gettext as _

from callboard.directory.reading.tables import Said, Table, Unreadable, open_table
from callboard.directory.reading.vcards import Card, read_cards

SAMPLE = 100
#: Bytes of a file of vCards; photos are most of it.
MOST_CARDS = 64 * 1024 * 1024
#: Bytes of them that are looked at while somebody waits.
GLANCE_CARDS = 2 * 1024 * 1024
CARD_HEADS = (
    "Full name", "Email", "Work phone", "Mobile phone", "Home phone", "Fax", "Company", "Job title", "Street", "City",
    "State", "Postal code", "Country", "Website", "Notes",
)  # fmt: skip


class Opened:
    """Heads, a sample, and the rows: (number in the file, cells)."""

    heads: Sequence[str]
    width: int
    dialect: dict[str, object]

    def __iter__(self) -> Iterator[tuple[int, list[str]]]:
        raise NotImplementedError

    def sample(self) -> list[list[str]]:
        return [cells for _number, cells in islice(self, SAMPLE)]

    def warnings(self) -> list[str]:
        """What was noticed, once it was read."""
        return []


class OpenedTable(Opened):
    def __init__(self, table: Table) -> None:
        self.table, self.width = table, table.width
        self.heads = [*table.columns, *[""] * (table.width - len(table.columns))] if table.columns else []
        self.dialect = {**table.dialect.__dict__}

    def __iter__(self) -> Iterator[tuple[int, list[str]]]:
        for line in self.table:
            yield line.number, line.upto(self.width)

    def warnings(self) -> list[str]:
        return [said_of(warning) for warning in self.table.warnings]


class OpenedCards(Opened):
    """A card is a row; it has the heads of a table of people."""

    heads, width = CARD_HEADS, len(CARD_HEADS)
    dialect: dict[str, object] = {"encoding": "vCard", "delimiter": "", "quote": "", "header_row": None}

    def __init__(self, cards: Sequence[Card]) -> None:
        self.cards = cards

    def __iter__(self) -> Iterator[tuple[int, list[str]]]:
        for number, card in enumerate(self.cards, 1):
            yield number, _cells(card)

    def warnings(self) -> list[str]:
        return [f"{card.name}: {warning}" for card in self.cards for warning in card.warnings][:20]


def _cells(card: Card) -> list[str]:
    numbers = {
        kind: ";".join(p.number for p in card.phones if p.kind == kind) for kind in ("work", "mobile", "home", "fax")
    }
    place = card.addresses[0] if card.addresses else None
    where = [place.street, place.city, place.region, place.postal_code, place.country] if place else [""] * 5
    url = card.urls[0] if card.urls else ""
    return [card.name, ";".join(card.emails), *numbers.values(), card.org, card.title, *where, url, card.note]


def opened(path: Path, filename: str, *, glance: bool = False) -> Opened:
    """Unreadable for what is no table and no vCard.  glance: its beginning, for heads and a sample."""
    with path.open("rb") as file:
        start = file.read(2048)
    if b"BEGIN:VCARD" in start.upper() or filename.lower().endswith(".vcf"):
        if path.stat().st_size > MOST_CARDS:
            raise Unreadable(_("A file of vCards may have 64 MB. Cut it into parts."))
        with path.open("rb") as file:
            cards = read_cards(file.read(GLANCE_CARDS if glance else MOST_CARDS))
        if not cards:
            raise Unreadable(_("There is no vCard in this file."))
        return OpenedCards(cards)
    return OpenedTable(open_table(path, glance=glance))


def said_of(said: Said) -> str:
    """A sentence of the readers in the language of whoever reads it."""
    return _(said.text).format(**said.values)

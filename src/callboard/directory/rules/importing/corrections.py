"""The workbook of rows that were not brought in: its first columns say why and which row it was, so that it is recognised."""

from collections.abc import Sequence

from callboard.core.refs import number_in
from callboard.directory.rules.importing.heads import plain

#: The heads; the first is said in the language of whoever takes the workbook, the others are hidden.
BATCH, ROW = "Callboard import", "Callboard row"


def batch_in(heads: Sequence[str], sample: Sequence[Sequence[str]]) -> int | None:
    """The import the rows of such a workbook are of."""
    words = [plain(head) for head in heads]
    if plain(BATCH) not in words or plain(ROW) not in words or not sample:
        return None
    place = words.index(plain(BATCH))
    return number_in(sample[0][place]) if place < len(sample[0]) else None

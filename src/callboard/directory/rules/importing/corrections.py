"""The workbook of rows that were not brought in: its first columns say why and which row it was, so that it is recognised."""

from collections.abc import Sequence

from callboard.core.refs import number_in
from callboard.directory.rules.importing.heads import Mapping, plain

#: The heads; the first is said in the language of whoever takes the workbook, the others are hidden.
BATCH, ROW = "Callboard import", "Callboard row"


def batch_in(heads: Sequence[str], sample: Sequence[Sequence[str]]) -> int | None:
    """The import the rows of such a workbook are of."""
    words = [plain(head) for head in heads]
    if plain(BATCH) not in words or plain(ROW) not in words or not sample:
        return None
    place = words.index(plain(BATCH))
    return number_in(sample[0][place]) if place < len(sample[0]) else None


def mapping_again(columns: Sequence[str], mapping: Mapping, heads: Sequence[str]) -> Mapping:
    """The mapping of the import that is corrected, for the columns of the workbook: in their order behind the reason, or by
    their heads where somebody moved them."""
    old = mapping.columns
    if len(heads) == len(old) + 3:
        places: list[int | None] = [None, *range(len(old)), None, None]
    else:
        by_head = {plain(head): place for place, head in enumerate(columns) if head}
        places = [by_head.get(plain(head)) for head in heads]
    days = {str(now): mapping.days[str(then)] for now, then in enumerate(places) if str(then) in mapping.days}
    return Mapping(["" if place is None else old[place] for place in places], mapping.system, days, mapping.words)


def row_place(heads: Sequence[str]) -> int | None:
    """The column that says which row of the import each is."""
    words = [plain(head) for head in heads]
    return words.index(plain(ROW)) if plain(ROW) in words else None

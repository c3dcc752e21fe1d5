"""The workbook of rows that were not brought in, or not whole: its first columns say why and which row it was, so that it is
recognised."""

from collections.abc import Mapping as Given
from collections.abc import Sequence
from typing import Any

from callboard.core.refs import number_in
from callboard.directory.rules.importing.heads import Mapping, plain
from callboard.directory.rules.importing.values import Values

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
    now = ["" if place is None else old[place] for place in places]
    return Mapping(now, mapping.system, days, mapping.words, mapping.strict)


def row_place(heads: Sequence[str]) -> int | None:
    """The column that says which row of the import each is."""
    words = [plain(head) for head in heads]
    return words.index(plain(ROW)) if plain(ROW) in words else None


def only_corrected(
    values: Values, then: Values, plan: Given[str, Any], ids: Given[str, int | None], needs: str
) -> Values:
    """What a row of the workbook says of records that are there: the fields that differ from what the row said `then`, with
    the ids of the records and their versions of that time.  So nothing is made twice, nothing that was changed by hand since is
    put back, and a field both changed is a question.  plan: of the row then; ids: by part."""
    found = {name: value for name, value in values.items() if value != then.get(name)}
    account, person = plan.get("account", {}), ids.get("contact")
    if account.get("is") == "row" or (needs == "contact" and account.get("is") == "known" and "account.id" not in then):
        found = {name: value for name, value in found.items() if not name.startswith("account.")}
    if "contact.no_mail" in found or "contact.no_calls" in found:  # a wish is kept by the addresses of its row
        ways = ("contact.email", "contact.phones")
        found |= {name: values[name] for name in ways if name in values}
    if person is None or any(name.startswith("account.") for name in found):
        found |= _which("account", plan, ids)
    return found | _which("contact", plan, ids)


def _which(part: str, plan: Given[str, Any], ids: Given[str, int | None]) -> Values:
    pk, known = ids.get(part), plan.get(part, {})
    version = known.get("after") or known.get("version")
    found: Values = {f"{part}.id": pk} if pk is not None else {}
    return found | ({f"{part}.version": version} if found and version is not None else {})

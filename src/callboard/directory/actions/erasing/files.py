"""Imports that say something of the person: their rows are emptied, and the file as it was sent is not kept any longer."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from callboard.core import files
from callboard.core.actions import Actor
from callboard.directory.actions.erasing.reaching import finder_for, reach_of
from callboard.directory.actions.erasing.walking import Mentions
from callboard.directory.actions.importing.chunks import counted
from callboard.directory.actions.importing.opening import opened
from callboard.directory.models import Import, ImportRow, ImportState, Outcome, Verdict
from callboard.directory.queries.erasing import Traces
from callboard.directory.reading.persons import squeezed
from callboard.directory.reading.tables import Unreadable

TEXTS = ("name", "values", "plan", "asked", "said")
#: Bytes looked through at once, and how far two pieces overlap.
PIECE, OVERLAP = 1 << 20, 4096
ENCODINGS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
#: What stands between the cells of a file.
BETWEEN = re.compile(r"<[^<>]*>|[,;\t\"]+")
#: Larger files that nobody has read yet are looked through as they lie, not row by row.
ROW_BY_ROW = 10 * PIECE


def forget_imports(traces: Traces, by: Actor) -> int:
    """Empty their rows and let go of the files that name them; how many files. The batches are held first: whoever reads
    one waits, and stops."""
    open_ones = Import.objects.exclude(state__in=[ImportState.DONE, ImportState.UNDONE, ImportState.FAILED])
    list(open_ones.select_for_update(no_key=True, of=("self",)).order_by("pk").values_list("pk"))
    emptied = _empty_rows(traces)
    gone = 0
    for batch in Import.objects.order_by("pk"):
        named = batch.pk in emptied
        if batch.sha and (named or _names_them(batch, traces)):
            _let_go(batch, by)
            named, gone = True, gone + 1
        if named:
            _rest(batch, traces, by)
    return gone


def _empty_rows(traces: Traces) -> set[int]:
    """Batches with rows of theirs. What a row says of the account stays; nothing more is done with it."""
    mine = Q(contact_id__in=traces.pks) | Q(plan__contact__id__in=list(traces.pks))
    ids = set(ImportRow.objects.filter(mine).values_list("pk", flat=True))
    columns = [ImportRow._meta.get_field(name) for name in TEXTS]
    if traces.keys:
        ids |= set(ImportRow.objects.filter(Mentions(*columns, traces=traces)).values_list("pk", flat=True))
    found = [row for row in ImportRow.objects.filter(pk__in=ids) if _is_theirs(row, traces)]
    for row in found:
        row.values = {name: value for name, value in row.values.items() if name.startswith("account.")}
        row.plan = {part: value for part, value in row.plan.items() if part == "account"}
        row.name, row.asked, row.code, row.verdict = "", None, "", Verdict.LEAVE
        row.said, row.left = _("Erased"), 0
        row.outcome = {Outcome.DONE: Outcome.KEPT, Outcome.REFUSED: Outcome.WAITING}.get(
            Outcome(row.outcome), row.outcome
        )
        row.version += 1
    ImportRow.objects.bulk_update(
        found,
        ["values", "plan", "name", "asked", "code", "verdict", "said", "left", "outcome", "version"],
        batch_size=500,
    )
    return {row.batch_id for row in found}


def _is_theirs(row: ImportRow, traces: Traces) -> bool:
    """Whether it is about them: by what it made or changes, by an address, by a name with their account or their number."""
    contact = row.plan.get("contact") or {}
    if row.contact_id in traces.pks or contact.get("id") in traces.pks:
        return True
    if {str(mail).lower() for mail in row.values.get("contact.email") or ()} & traces.mails:
        return True
    known = (row.plan.get("account") or {}).get("id")
    paths: dict[str, Any] = {"contact_id": row.contact_id, "account_id": row.account_id or known}
    finder = finder_for(reach_of(ImportRow), [paths], traces)
    name = str(row.values.get("contact.name") or row.name)
    numbers = {number for number, *_kind in row.values.get("contact.phones") or ()}
    return finder.is_all_of(name) or (bool(numbers & traces.numbers) and traces.about.is_all_of(name))


def _names_them(batch: Import, traces: Traces) -> bool:
    """Whether the file says one of their addresses, numbers or whole names, wherever it stands in it."""
    path = files.path_of(batch.sha)
    if not path.exists():
        return False
    if batch.total == 0 and batch.size <= ROW_BY_ROW:
        try:
            return any(_has(traces, " ".join(cells)) for _number, cells in opened(path, batch.filename))
        except Unreadable:
            pass
    return any(_has(traces, piece) for piece in _pieces(path))


def _has(traces: Traces, text: str) -> bool:
    plain = squeezed(text)
    return any(key in plain for key in traces.keys) and traces.anywhere.found_in(text)


def _pieces(path: Path) -> Iterator[str]:
    """The file in pieces that overlap, a blank between its cells; what is packed is unpacked."""
    if not zipfile.is_zipfile(path):
        with path.open("rb") as file:
            yield from _read(file)
        return
    with zipfile.ZipFile(path) as packed:
        for name in packed.namelist():
            if name.endswith(".xml"):
                with packed.open(name) as file:
                    yield from _read(file)


def _read(file: Any) -> Iterator[str]:
    before = file.read(2)
    encoding = ENCODINGS.get(before, "utf-8")
    while piece := file.read(PIECE):
        both = before + piece
        yield BETWEEN.sub(" ", both.decode(encoding, "replace"))
        before = both[-OVERLAP:]


def _let_go(batch: Import, by: Actor) -> None:
    sha = batch.sha
    batch.sha = ""
    transaction.on_commit(lambda: files.drop([sha], now_s=by.now.timestamp()))
    if batch.state in (ImportState.MAPPING, ImportState.READING):
        batch.state = ImportState.FAILED
        batch.note = _("Somebody in this file was erased, so it is not kept. Send it again without them.")


def _rest(batch: Import, traces: Traces, by: Actor) -> None:
    """What is left of the file with the batch: its first rows, its counts."""
    batch.sample = [_row(row, traces) for row in batch.sample]
    if batch.counts:
        batch.counts = counted(batch)
    batch.unread = {
        name: [pair for pair in words if not _has(traces, str(pair[0]))] for name, words in batch.unread.items()
    }
    names = ("sha", "sample", "counts", "unread", "state", "note")
    Import.objects.filter(pk=batch.pk).update(touched_at=by.now, **{name: getattr(batch, name) for name in names})
    by.changed(batch)
    by.changed(batch, topic=batch.topic)


def _row(cells: list[Any], traces: Traces) -> list[Any]:
    """A row of the sample is empty where it names them."""
    return ["" for _cell in cells] if _has(traces, " ".join(map(str, cells))) else cells

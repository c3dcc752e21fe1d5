"""Reading the rows of a file: what would become of each is kept, and nothing else is written.  Begun anew where it was killed."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from callboard.core import clock
from callboard.core.db.copying import copy_in
from callboard.core.files import path_of
from callboard.core.frame import Frame
from callboard.core.reading import reading_once
from callboard.core.refs import number_in
from callboard.core.speaking import speaking_to
from callboard.directory.actions.importing.chunks import counted, tell
from callboard.directory.actions.importing.looking import look
from callboard.directory.actions.importing.opening import Opened, opened, said_of
from callboard.directory.models import Import, ImportRow, ImportState
from callboard.directory.queries.importing import kind_asked, known_for, people_by_words
from callboard.directory.reading.tables import Unreadable
from callboard.directory.rules.importing import Mapping, Parsed, Planner, Reader, Seen
from callboard.directory.rules.importing.corrections import only_corrected, row_place
from callboard.directory.rules.importing.words import Words

CHUNK = 1000
#: Rows of one file.
MOST_ROWS = 500_000
#: Bytes of a file whose names are compared letter by letter with ours (some thousand rows); in a larger one by their beginnings.
CLOSELY = 400_000
State = ImportState


def read_rows(pk: int) -> None:
    """Read the file of an import whose columns are said, a transaction a thousand rows; it is READY afterwards, or FAILED
    with the sentence."""
    batch = Import.objects.select_related("person").get(pk=pk)
    with speaking_to(batch.person):
        try:
            _read(batch)
        except Unreadable as error:
            _finish(batch, State.FAILED, said_of(error.said))


def look_at(pk: int) -> None:
    """Look at a file that was too large to be looked at when it was sent; its columns are to be said afterwards."""
    batch = Import.objects.select_related("person").get(pk=pk)
    with speaking_to(batch.person):
        try:
            look(batch)
        except Unreadable as error:
            _finish(batch, State.FAILED, said_of(error.said))
            return
    with transaction.atomic():
        if not Import.objects.select_for_update().filter(pk=pk, state=State.READING, mapping={}).exists():
            return
        frame = Frame(clock.now())
        batch.state, batch.touched_at = State.MAPPING, frame.now
        batch.save()
        tell(frame, batch)
        frame.write()


def _read(batch: Import) -> None:
    batch.rows.all()._raw_delete("default")
    mapping = Mapping.of(batch.mapping)
    kind = kind_asked(batch.kind)
    file = opened(path_of(batch.sha), batch.filename)
    _compare(file, batch)
    sent_back = any(name.endswith(".version") for name in mapping.columns)
    reader = Reader(kind, mapping, people_by_words(), keep_empty=sent_back)
    words, seen, total = Words(kind, mapping, reader.people), Seen(), 0
    corrects = row_place(batch.columns) if batch.corrects_id else None
    for lines in _chunks(file):
        total += len(lines)
        if total > MOST_ROWS:
            raise Unreadable(_("The file has more than {most} rows. Cut it into parts."), most=f"{MOST_ROWS:,}")
        parsed = [reader.row(number, cells) for number, cells in lines]
        for _number, cells in lines:
            words.take(cells)
        numbers = [number_in(cells[corrects]) for _number, cells in lines] if corrects is not None else []
        names = [row.name for row in parsed]
        if numbers:
            _correct(batch, kind.needs, parsed, numbers)
        made = _planned(batch, kind.needs, mapping, parsed, seen, keep_empty=sent_back)
        for row, number, name in zip(made, numbers, names, strict=False):
            row["plan"]["corrects"], row["name"] = number, name[:200]
        if not _keep(batch, made, total):
            return  # somebody stopped it
    batch.warnings, batch.dialect, batch.unread = [*file.warnings()], file.dialect, words.unread()
    _finish(batch, State.READY)


def _correct(batch: Import, needs: str, parsed: Sequence[Parsed], numbers: Sequence[int | None]) -> None:
    """Rows whose records are there, because they were taken without a cell, say what was corrected and nothing else."""
    wanted = [number for number in numbers if number is not None]
    old = {row.position: row for row in ImportRow.objects.filter(batch=batch.corrects_id, position__in=wanted)}
    for row, number in zip(parsed, numbers, strict=True):
        before = old.get(number or 0)
        if before is not None and (ids := before.records()):
            row.values = only_corrected(row.values, before.values, before.plan, ids, needs)


def _compare(file: Opened, batch: Import) -> None:
    """The columns were said of the beginning of the file: read whole it has the same heads."""
    width = len(batch.mapping["columns"])
    if [*file.heads][:width] != [*batch.columns][:width]:
        raise Unreadable(
            _(
                "Further down the file is written in another way than its beginning. Save it as CSV in UTF-8 and send it again."
            )
        )


def _chunks(file: Opened) -> Iterator[list[tuple[int, list[str]]]]:
    rows = iter(file)
    while some := list(islice(rows, CHUNK)):
        yield some


def _planned(
    batch: Import, needs: str, mapping: Mapping, parsed: Sequence[Parsed], seen: Seen, *, keep_empty: bool
) -> list[dict[str, Any]]:
    """Rows as they are kept."""
    known = known_for([row for row in parsed if not row.wrong], system=mapping.system, closely=batch.size <= CLOSELY)
    planner = Planner(needs, known, seen, update=batch.update_known, keep_empty=keep_empty)
    made = []
    for row in parsed:
        planned = planner.plan(row)
        planner.remember(row, planned)
        made.append({
            "batch_id": batch.pk, "position": row.position, "name": row.name[:200], "values": row.values,
            "plan": planned.stored(), "verdict": planned.verdict, "code": planned.code, "left": len(planned.left),
        })  # fmt: skip
    return made


def _keep(batch: Import, rows: Sequence[dict[str, Any]], total: int) -> bool:
    with reading_once(), transaction.atomic():
        now = Import.objects.select_for_update(no_key=True).get(pk=batch.pk)
        if now.state != State.READING:
            return False
        copy_in(ImportRow, rows)
        frame = Frame(clock.now())
        Import.objects.filter(pk=batch.pk).update(total=total, touched_at=frame.now)
        tell(frame, batch)
        frame.write()
    return True


def _finish(batch: Import, state: str, note: str = "") -> None:
    with transaction.atomic():
        if not Import.objects.select_for_update().filter(pk=batch.pk, state=State.READING).exists():
            return
        frame = Frame(clock.now())
        Import.objects.filter(pk=batch.pk).update(
            state=state,
            note=note[:500],
            counts=counted(batch),
            warnings=batch.warnings,
            unread=batch.unread,
            dialect=batch.dialect,
            touched_at=frame.now,
        )
        tell(frame, batch)
        frame.write()

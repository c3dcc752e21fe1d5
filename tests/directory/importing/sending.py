"""A file as somebody sends it, and its way through: read, brought in, taken back, without waiting for a worker."""

import csv
import io
import json
from collections.abc import Sequence
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from callboard.core.actions import Actor, Text
from callboard.directory.actions import import_file, map_import, start_import, undo_import
from callboard.directory.actions.importing.checking import read_rows
from callboard.directory.actions.importing.chunks import work_chunk
from callboard.directory.models import Import, ImportRow

Rows = Sequence[Sequence[str]]


def sheet(rows: Rows) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


def sent(rows: "Rows | bytes", *, by: Actor, kind: str = "accounts", name: str = "a.csv", **given: Any) -> Import:
    content = rows if isinstance(rows, bytes) else sheet(rows)
    return import_file(by=by, file=SimpleUploadedFile(name, content), kind=kind, **given)


def read(rows: "Rows | bytes", *, by: Actor, kind: str = "accounts", name: str = "a.csv", **mapping: Any) -> Import:
    """Sent and read, with the columns as they were proposed."""
    batch = sent(rows, by=by, kind=kind, name=name)
    return mapped(batch, by=by, **mapping)


def mapped(batch: Import, *, by: Actor, update_known: bool = True, **mapping: Any) -> Import:
    map_import(batch, by=by, mapping=Text(json.dumps({**batch.mapping, **mapping})), update_known=update_known)
    read_rows(batch.pk)
    return Import.objects.get(pk=batch.pk)


def brought_in(rows: "Rows | bytes", *, by: Actor, **given: Any) -> Import:
    return started(read(rows, by=by, **given), by=by)


def started(batch: Import, *, by: Actor) -> Import:
    start_import(batch, by=by)
    worked(batch)
    return Import.objects.get(pk=batch.pk)


def undone(batch: Import, *, by: Actor) -> Import:
    undo_import(batch, by=by)
    worked(batch)
    return Import.objects.get(pk=batch.pk)


def worked(batch: Import) -> None:
    while work_chunk(batch.pk):
        pass


def verdicts(batch: Import) -> list[tuple[int, str, str]]:
    return list(batch.rows.order_by("position").values_list("position", "verdict", "code"))


def row(batch: Import, position: int) -> ImportRow:
    return ImportRow.objects.select_related("batch").get(batch=batch, position=position)

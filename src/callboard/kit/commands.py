"""The commands of the kit: a list as a file."""

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from django.utils import timezone
from django.utils.translation import ngettext
from ninja.responses import NinjaJSONEncoder

from callboard.core import company
from callboard.core.actions import Actor, Invalid
from callboard.core.console import Console, Sentence
from callboard.core.links import url_of
from callboard.kit import xlsx
from callboard.kit.api.types import column_reader
from callboard.kit.export import CHUNK, KEYS, lines
from callboard.kit.runs.front import list_of, whole
from callboard.kit.tables import Table

FORMATS = ("xlsx", "csv", "json")


def export(arguments: argparse.Namespace) -> int:
    """Write the rows of a list, all that this company has, with the filters and the order of ``VIEW``."""
    begun = time.monotonic()
    name = arguments.view.partition("?")[0]
    page = list_of(name)
    if page is None:
        raise Sentence(f"There is no list “{name}”. They are called as in the API: accounts, contacts, tasks, orders …")
    by = Actor.clock("export")
    try:
        shown, table, found = whole(arguments.view, by)
    except Invalid as fault:
        raise Sentence(str(fault)) from fault
    form = arguments.format or ("json" if arguments.json else _form_of(arguments.file))
    if form == "xlsx" and not arguments.file and sys.stdout.isatty():
        raise Sentence("A workbook is no text for a terminal. Say where it goes: -o FILE.xlsx")
    counted = _Counted(found.iterator(chunk_size=CHUNK))
    # Nobody in particular reads it: hours stand in the company's own zone.
    with _opened(arguments.file) as target, timezone.override(company.setting("company.zone")):
        _WRITERS[form](target, str(shown.title), table, counted)
    seconds = time.monotonic() - begun
    said = ngettext("{n} row", "{n} rows", counted.number).format(n=f"{counted.number:,}")
    Console().progress(f"{said} in {seconds:.1f} s")
    if arguments.json and (arguments.file or form == "json"):
        Console(True).summary("", {"rows": counted.number, "seconds": round(seconds, 1)})
    return 0


class _Counted:
    """Rows, and how many went by."""

    def __init__(self, found: Iterable[Any]) -> None:
        self.found = found
        self.number = 0

    def __iter__(self) -> Iterator[Any]:
        for row in self.found:
            self.number += 1
            yield row


def _form_of(file: str | None) -> str:
    end = Path(file or "").suffix.lstrip(".").lower()
    return end if end in FORMATS else "csv"


@contextmanager
def _opened(file: str | None) -> "Iterator[IO[bytes]]":
    """Where it goes; a file stands in its place when it is whole, so that a disk that fills up leaves no half of one."""
    if file is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    path = Path(file)
    if path.exists() and not path.is_file():
        with path.open("wb") as device:
            yield device
        return
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("wb") as begun:
            yield begun
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _xlsx(target: "IO[bytes]", title: str, table: Table, found: Iterable[Any]) -> None:
    xlsx.write(target, title, [*table.all, *KEYS], found)


def _csv(target: "IO[bytes]", title: str, table: Table, found: Iterable[Any]) -> None:
    for line in lines(table.all, found):
        target.write(line.encode())


def _json(target: "IO[bytes]", title: str, table: Table, found: Iterable[Any]) -> None:
    """One object a line: what the API answers."""
    read = [(column.key, column_reader(table.model, column)) for column in table.all if column.key not in ("id", "url")]
    for row in found:
        item = {"id": row.pk, "url": url_of(row), **{key: of(row) for key, of in read}}
        target.write(json.dumps(item, cls=NinjaJSONEncoder, ensure_ascii=False).encode() + b"\n")


_WRITERS: "dict[str, Callable[[IO[bytes], str, Table, Iterable[Any]], None]]" = {
    "xlsx": _xlsx,
    "csv": _csv,
    "json": _json,
}

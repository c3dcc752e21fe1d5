"""A file of accounts and their people, brought in beside what is there: read, matched, planned, written, found."""

import csv
import random
import tempfile
import time
from pathlib import Path
from typing import Any

from callboard.config.bench.company import Company
from callboard.config.bench.rows import Figure, at_least

HEADS = (
    "Agency",
    "Street",
    "City",
    "State",
    "Postal code",
    "Website",
    "First name",
    "Last name",
    "Email",
    "Work phone",
)
#: Rows brought into a company of as many accounts at least; fewer into a smaller one.
MOST, FEWER = 100_000, 10_000
SEARCHED_S = 900.0


def import_bulk(company: Company, speed: float) -> Figure:
    """Rows a second, from the sent file until every record is made and found: a row is an account, a person, a mail address
    and a number, compared with what is there, with history, log, timeline and search."""
    from callboard.directory.models import Account

    rows = MOST if Account.objects.count() >= MOST else FEWER
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "agencies.csv"
        written(path, rows)
        begun = time.perf_counter()
        read_s, made = _brought_in(path)
        done_s = time.perf_counter() - begun
        _until_found()
        found_s = time.perf_counter() - begun
    if made != rows:
        raise RuntimeError(f"{made} of {rows} rows were brought in")
    figure = at_least(rows / found_s, 2000.0, speed, "/s")
    note = f"{rows:,} rows: read and planned {read_s:.1f} s, brought in {done_s - read_s:.1f} s, found {found_s - done_s:.1f} s later"
    return Figure(figure.value, figure.unit, None, None, figure.promise, figure.ok, note)


def written(path: Path, rows: int) -> None:
    dice = random.Random(11)
    syllables = tuple(consonant + vowel for consonant in "bdfklmnprstv" for vowel in "aeo")
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(HEADS)
        for number in range(rows):
            name = "".join(dice.choices(syllables, k=4)).title()
            domain = f"{name.lower()}{number}.example"
            writer.writerow((
                f"{name} {number} Insurance", f"{number} Main St", dice.choice(("Tyler", "Waco", "Austin", "Reno")),
                dice.choice(("TX", "NV", "OH")), f"{dice.randint(10000, 99999)}", f"www.{domain}", name[:4], name[4:],
                f"p@{domain}", f"({dice.randint(201, 989)}) 555-{number % 10000:04}",
            ))  # fmt: skip


def _brought_in(path: Path) -> tuple[float, int]:
    """Seconds until the rows were planned, and how many were made."""
    import json

    from django.core.files.uploadedfile import UploadedFile

    from callboard.core.actions import Actor, Text
    from callboard.directory.actions import import_file, map_import, start_import
    from callboard.directory.actions.importing.checking import read_rows
    from callboard.directory.actions.importing.chunks import work_chunk

    by, begun = Actor("clock", name="bench", via="command"), time.perf_counter()
    with path.open("rb") as file:
        sent: UploadedFile[Any] = UploadedFile(file, path.name, size=path.stat().st_size)
        batch = import_file(by=by, file=sent, kind="accounts")
    map_import(batch, by=by, mapping=Text(json.dumps(batch.mapping)))
    read_rows(batch.pk)
    read_s = time.perf_counter() - begun
    start_import(batch, by=by)
    while work_chunk(batch.pk):
        pass
    batch.refresh_from_db()
    return read_s, int(batch.counts.get("is_done", 0))


def _until_found() -> None:
    """Until the company's worker has indexed every change."""
    from callboard.core.search.feed import waiting

    until = time.monotonic() + SEARCHED_S
    while waiting():
        if time.monotonic() > until:
            raise RuntimeError("the index did not catch up")
        time.sleep(0.2)

"""`callboard backup FILE`: one archive with the whole database and every stored file.

The database first, then the files: a file is written before the row that names it, so what a row names is there.
"""

import argparse
import json
import os
import tarfile
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings

from callboard import __version__
from callboard.config import databases
from callboard.core.console import Console, Sentence

MANIFEST, DUMP, FILES = "manifest.json", "database.dump", "files"
FORMAT = 1


def backup(arguments: argparse.Namespace) -> int:
    console = Console(arguments.json)
    began = time.monotonic()
    target = Path(arguments.file).expanduser().absolute()
    if not target.parent.is_dir():
        raise Sentence(f"There is no folder {target.parent}.")
    rows, files = write_archive(target)
    fields = {
        "file": str(target),
        "rows": rows,
        "files": files,
        "bytes": target.stat().st_size,
        "seconds": round(time.monotonic() - began, 2),
    }
    console.summary(
        "{rows:,} rows and {files:,} files, {bytes:,} bytes in {seconds} s: {file}".format(**fields), fields
    )
    return 0


def write_archive(target: Path) -> tuple[int, int]:
    """Write the archive beside its place and rename it when it is whole and on disk. Returns rows and files."""
    fresh = target.with_name(f".{target.name}.new")
    try:
        with tempfile.TemporaryDirectory(prefix="callboard-backup-", dir=target.parent) as folder:
            dump = Path(folder) / DUMP
            counts = dump_database(dump)
            with fresh.open("xb") as file, tarfile.open(fileobj=file, mode="w") as archive:
                manifest = Path(folder) / MANIFEST
                manifest.write_text(json.dumps(describe(counts), indent=1))
                archive.add(manifest, MANIFEST)
                archive.add(dump, DUMP)
                files = add_files(archive, Path(settings.FILE_STORE))
                archive.close()
                file.flush()
                os.fsync(file.fileno())
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)
    return sum(counts.values()), files


def dump_database(dump: Path) -> databases.Counts:
    """pg_dump and exact counts from one snapshot."""
    with databases.connect() as handle:
        handle.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        row = handle.execute("SELECT pg_export_snapshot()").fetchone()
        assert row is not None
        databases.run("pg_dump", ["--format=custom", "--compress=6", f"--snapshot={row[0]}", f"--file={dump}"])
        counts = databases.count_rows(handle)
        handle.execute("ROLLBACK")
    return counts


def describe(counts: databases.Counts) -> dict[str, object]:
    return {
        "format": FORMAT,
        "callboard": __version__,
        "company": settings.COMPANY,
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "counts": counts,
    }


def add_files(archive: tarfile.TarFile, store: Path) -> int:
    number = 0
    for path in sorted(store.glob("??/??/*")):
        if not path.name.startswith("."):
            archive.add(path, f"{FILES}/{path.relative_to(store)}", recursive=False)
            number += 1
    return number

"""`callboard restore FILE`: into a scratch database first, compared row by row count, and only then in its place."""

import argparse
import hashlib
import json
import tarfile
import tempfile
import time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connections

from callboard.config import databases
from callboard.config.backup import DUMP, FILES, FORMAT, MANIFEST
from callboard.config.places import running_url
from callboard.core import files as store
from callboard.core.console import Console, Sentence


def restore(arguments: argparse.Namespace) -> int:
    console = Console(arguments.json)
    began = time.monotonic()
    source = Path(arguments.file).expanduser().absolute()
    if running_url(settings.HOME, settings.COMPANY):
        raise Sentence("Callboard is running; stop it first: callboard down")
    with opened(source) as archive, tempfile.TemporaryDirectory(prefix="callboard-restore-") as folder:
        manifest = read_manifest(archive, source)
        scratch = f"{databases.current()}_restore"
        try:
            fill_scratch(archive, Path(folder), scratch)
            compare(scratch, manifest["counts"])
            files = put_files(archive)
            kept = swap(scratch)
        finally:
            databases.drop(scratch)
    fields = {
        "rows": sum(manifest["counts"].values()),
        "files": files,
        "bytes": source.stat().st_size,
        "kept": kept,
        "seconds": round(time.monotonic() - began, 2),
    }
    text = "{rows:,} rows and {files:,} files are back in {seconds} s.".format(**fields)
    console.summary(text + (f" What was there before is kept as the database {kept}." if kept else ""), fields)
    return 0


def opened(source: Path) -> tarfile.TarFile:
    try:
        return tarfile.open(source, mode="r:")
    except tarfile.TarError as error:
        raise Sentence(f"{source} is not a backup of Callboard.") from error


def read_manifest(archive: tarfile.TarFile, source: Path) -> dict[str, Any]:
    try:
        file = archive.extractfile(MANIFEST)
        manifest: dict[str, Any] = json.loads(file.read()) if file else {}
    except (KeyError, ValueError, tarfile.TarError) as error:
        raise Sentence(f"{source} is not a backup of Callboard.") from error
    if manifest.get("format") != FORMAT:
        raise Sentence(f"{source} was written by Callboard {manifest.get('callboard')}; this version cannot read it.")
    return manifest


def fill_scratch(archive: tarfile.TarFile, folder: Path, scratch: str) -> None:
    databases.drop(scratch)
    databases.create(scratch)
    dump = folder / DUMP
    member = archive.extractfile(DUMP)
    if member is None:
        raise Sentence("The backup holds no database.")
    with dump.open("wb") as file:
        while block := member.read(1 << 20):
            file.write(block)
    # The owner's default rights name the server's user and are set already; everything else comes from the dump.
    listing = databases.run("pg_restore", ["--list", str(dump)])
    wanted = folder / "list"
    wanted.write_text("\n".join(line for line in listing.splitlines() if " DEFAULT ACL " not in line))
    databases.run(
        "pg_restore",
        [
            "--no-owner",
            "--exit-on-error",
            "--single-transaction",
            f"--use-list={wanted}",
            f"--dbname={scratch}",
            str(dump),
        ],
    )


def compare(scratch: str, wanted: databases.Counts) -> None:
    """Raises Sentence when a table came back with another number of rows."""
    with databases.connect(scratch) as handle:
        found = databases.count_rows(handle)
    for table in sorted(wanted | found):
        if wanted.get(table) != found.get(table):
            raise Sentence(
                f"The backup is damaged: {table} has {found.get(table, 'no')} rows, {wanted.get(table, 'none')} were"
                " written. Nothing was changed."
            )


def put_files(archive: tarfile.TarFile) -> int:
    """Every file under the SHA-256 it is named by; one that does not match its name stops the restore."""
    number = 0
    for member in archive:
        if not member.isfile() or not member.name.startswith(f"{FILES}/"):
            continue
        content = archive.extractfile(member)
        bytes_ = content.read() if content else b""
        if hashlib.sha256(bytes_).hexdigest() != Path(member.name).name:
            raise Sentence(f"The backup is damaged: {member.name} is not what it was. The database was not changed.")
        store.store(bytes_)
        number += 1
    return number


def swap(scratch: str) -> str:
    """Put the scratch database in place; what was there is kept under another name. Returns that name."""
    connections.close_all()
    current = databases.current()
    kept = ""
    if databases.exists(current):
        kept = f"{current}_before"
        databases.drop(kept)
        databases.rename(current, kept)
    databases.rename(scratch, current)
    return kept

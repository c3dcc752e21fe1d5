"""`callboard restore FILE`: into a scratch database first, compared row by row count, and only then in its place.

What was there before is kept as a database of its own, the newest few of them; `callboard restore --back NAME` swaps it in.
"""

import argparse
import hashlib
import json
import re
import tarfile
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connections

from callboard.config import databases
from callboard.config.backup import DUMP, FILES, FORMAT, MANIFEST
from callboard.config.places import command_for, running_url
from callboard.core import files as store
from callboard.core.console import Console, Sentence

#: How many databases that were replaced are kept.
KEPT = 3
PATTERN = r"{}\d{{8}}_\d{{6}}"


def restore(arguments: argparse.Namespace) -> int:
    console = Console(arguments.json)
    began = time.monotonic()
    if running_url(settings.HOME, settings.COMPANY):
        raise Sentence("Callboard is running; stop it first: callboard down")
    if arguments.back:
        return put_back(arguments.back, console)
    source = Path(arguments.file).expanduser().absolute()
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
    console.summary(text + said_of(kept), fields)
    return 0


def put_back(name: str, console: Console) -> int:
    """A kept copy takes the place of the database, which is kept in its turn."""
    known = kept_copies()
    if name not in known:
        names = ", ".join(known) or "none"
        raise Sentence(f"There is no kept copy {name}. Kept are: {names}.")
    kept = swap(name)
    console.summary(f"{name} is back in its place.{said_of(kept)}", {"back": name, "kept": kept})
    return 0


def said_of(kept: str) -> str:
    """Where the old database is and how it is got back; nothing where there was none."""
    if not kept:
        return ""
    back = command_for(f"restore --back {kept}")
    return (
        f"\nWhat was there before is kept as the database {kept} (the newest {KEPT} are kept). To get it back: {back}"
    )


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
    """Put the scratch database in place; what was there is kept under a name of its own. Returns that name, or ""."""
    connections.close_all()
    current = databases.current()
    kept = name_of_copy(current) if databases.exists(current) else ""
    if kept:
        databases.rename(current, kept)
    try:
        databases.rename(scratch, current)
    except BaseException:
        if kept:
            databases.rename(kept, current)
        raise
    for old in kept_copies()[KEPT:]:
        databases.drop(old)
    return kept


def name_of_copy(current: str) -> str:
    """`callboard_own_before_20261125_193015`: by the instant, so that none takes another's place."""
    while True:
        name = f"{prefix_of(current)}{datetime.now(UTC):%Y%m%d_%H%M%S}"
        if not databases.exists(name):
            return name
        time.sleep(1)


def kept_copies() -> list[str]:
    """The names of the databases that were replaced, newest first."""
    prefix = prefix_of(databases.current())
    return sorted((name for name in databases.names() if re.fullmatch(PATTERN.format(prefix), name)), reverse=True)


def prefix_of(current: str) -> str:
    """A name of PostgreSQL's has at most 63 bytes, of which the instant takes 15."""
    return f"{current[:40]}_before_"

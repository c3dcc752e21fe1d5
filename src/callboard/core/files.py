"""Files by SHA-256: written, fsynced and renamed before the row that names them commits.  Never changed, never renamed."""

import hashlib
import os
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import models

#: An unreferenced file may belong to a transaction under way; older ones are swept.
SWEEP_AFTER_S = 48 * 3600
#: So long a file may wait for the row that names it.
YOUNG_S = 10


class ShaField(models.CharField[Any, Any]):
    """A column that names a stored file; what no such column names is swept after 48 hours."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 64)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)


def root() -> Path:
    return Path(settings.FILE_STORE)


def path_of(sha: str) -> Path:
    """Where a file lies.  ``ValueError`` unless ``sha`` is 64 hexadecimal digits, so no name can leave the store."""
    if len(sha) != 64 or set(sha) - set("0123456789abcdef"):
        raise ValueError("Not the SHA-256 of a stored file.")
    return root() / sha[:2] / sha[2:4] / sha


def store(content: bytes) -> str:
    """Write ``content`` and return its SHA-256 (hex).  It is on disk when this returns.  OSError when the disk is full or read-only."""
    sha = hashlib.sha256(content).hexdigest()
    path = path_of(sha)
    if path.exists() and path.stat().st_size == len(content):
        os.utime(path)
        return sha
    _put([content])
    return sha


def store_stream(pieces: Iterable[bytes]) -> tuple[str, int]:
    """The same for a file that is too large to hold: its SHA-256 and its bytes, written piece by piece."""
    return _put(pieces)


def _put(pieces: Iterable[bytes]) -> tuple[str, int]:
    """Beside the store under a name nobody looks for, then at its place in one step; what fails half-way leaves nothing."""
    digest, size = hashlib.sha256(), 0
    root().mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=root(), prefix=".new-", delete=False) as new:
        try:
            for piece in pieces:
                digest.update(piece)
                size += len(piece)
                new.write(piece)
            new.flush()
            os.fsync(new.fileno())
            path = path_of(digest.hexdigest())
            path.parent.mkdir(parents=True, exist_ok=True)
            Path(new.name).replace(path)
        except BaseException:
            Path(new.name).unlink(missing_ok=True)
            raise
    _sync_folder(path.parent)
    return digest.hexdigest(), size


def load(sha: str) -> bytes:
    """The content; FileNotFoundError when it is not there."""
    return path_of(sha).read_bytes()


def stored() -> Iterator[str]:
    """The SHA-256 of every file in the store."""
    for path in root().glob("??/??/*"):
        if len(path.name) == 64:
            yield path.name


def referenced(among: Iterable[str] | None = None) -> set[str]:
    """Every SHA-256 that some ShaField of some row names; of those in `among` alone where it is given."""
    wanted = None if among is None else list(among)
    named: set[str] = set()
    for model in apps.get_models():
        for column in model._meta.concrete_fields:
            if isinstance(column, ShaField):
                rows = model._default_manager.exclude(**{column.name: ""})
                rows = rows if wanted is None else rows.filter(**{f"{column.name}__in": wanted})
                named |= set(rows.values_list(column.name, flat=True).iterator())
    return named - {None}


def sweep(*, now_s: float) -> int:
    """Delete files no row names and nobody wrote in the last 48 hours; returns how many."""
    return _delete(set(stored()) - referenced(), SWEEP_AFTER_S, now_s)


def drop(shas: Iterable[str], *, now_s: float) -> int:
    """Delete those of some files no row names any more, at once; returns how many.  One just written may belong to a
    transaction under way: the sweep has it later."""
    wanted = set(shas)
    return _delete(wanted - referenced(wanted), YOUNG_S, now_s)


def _delete(shas: Iterable[str], older_s: float, now_s: float) -> int:
    """Those written longer ago than so many seconds."""
    old = [path for sha in shas if (path := path_of(sha)).exists() and now_s - path.stat().st_mtime > older_s]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

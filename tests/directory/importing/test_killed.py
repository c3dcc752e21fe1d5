"""`kill -9` of a process in the middle of an import, and a file too large to be sent."""

import json
import os
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import IO, Any

import pytest
from django.core.files.uploadedfile import UploadedFile
from django.db import connection

from callboard.config.cli import main
from callboard.core import clock
from callboard.core.actions import Actor, Invalid
from callboard.directory.actions import import_file, resume_import, start_import
from callboard.directory.models import Account, Contact, ContactEmail, Import, ImportState
from tests.directory.importing.sending import read, worked

#: Works like the worker, chunk by chunk, and waits where the second has written everything and committed nothing.
WORKER = """
import json, sys, time
from django.conf import settings
settings.DATABASES["default"].update(json.loads(sys.argv[1]))
import django
django.setup()
from callboard.directory.actions.importing import chunks
store, done = chunks.store, []
def stores(rows):
    store(rows)
    done.append(rows)
    if len(done) == 2:
        print("written", flush=True)
        time.sleep(120)
chunks.store = stores
while chunks.work_chunk(int(sys.argv[2]), size=2):
    pass
"""
PEOPLE = (("Company", "Domain", "Name", "Email"),
          *((f"Agency {place} New", f"a{place}.example", f"Zeb {place}", f"zeb@a{place}.example") for place in range(5)))  # fmt: skip


@pytest.mark.django_db(transaction=True)
def test_a_killed_worker_leaves_nothing_half_and_nothing_comes_twice(by: Actor) -> None:
    batch = read(PEOPLE, by=by, kind="contacts")
    start_import(batch, by=by)
    where = json.dumps({name: connection.settings_dict[name] for name in ("NAME", "HOST", "PORT", "USER", "PASSWORD")})
    worker = subprocess.Popen(
        [sys.executable, "-c", WORKER, where, str(batch.pk)],
        stdout=subprocess.PIPE,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "callboard.config.settings"},
    )
    try:
        assert worker.stdout is not None
        assert worker.stdout.readline() == b"written\n"
    finally:
        os.kill(worker.pid, signal.SIGKILL)
        worker.communicate()
    assert (Account.objects.count(), Contact.objects.count()) == (2, 2)
    left = Import.objects.get(pk=batch.pk)
    assert (left.state, left.done) == (ImportState.WORKING, 2)
    Import.objects.filter(pk=batch.pk).update(touched_at=clock.now() - timedelta(minutes=2))
    resume_import(Import.objects.get(pk=batch.pk), by=by)
    worked(batch)
    done = Import.objects.get(pk=batch.pk)
    assert (done.state, done.done, done.counts) == (ImportState.DONE, 5, {"create": 5, "is_done": 5})
    assert sorted(Account.objects.values_list("name", flat=True)) == [f"Agency {place} New" for place in range(5)]
    assert ContactEmail.objects.count() == Contact.objects.count() == 5


class Untouched(UploadedFile[Any]):
    """A file nobody may read."""

    def read(self, *given: Any) -> bytes:
        raise AssertionError("It was read.")

    chunks = read  # type: ignore[assignment]


@pytest.fixture
def sparse(tmp_path: Path) -> Path:
    """Two gigabytes on no disk."""
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        file.truncate(2 * 1024**3)
    return path


def opened(path: Path) -> IO[bytes]:
    return path.open("rb")


def test_a_file_too_large_is_refused_by_its_size_alone(by: Actor, sparse: Path) -> None:
    with opened(sparse) as file, pytest.raises(Invalid, match=r"The file has 2\.15 GB; 210 MB at most are sent"):
        import_file(by=by, file=Untouched(file, sparse.name, size=sparse.stat().st_size), kind="accounts")
    assert not Import.objects.exists()


def test_the_command_line_refuses_it_too(by: Actor, sparse: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "accounts", str(sparse)]) == 1
    assert "Cut it into parts." in capsys.readouterr().err

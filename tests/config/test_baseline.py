"""A database that begins at the baseline is the one every migration makes: its tables, rights, rows."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from callboard.core.db import baseline
from callboard.core.db.cluster import Cluster, connect, ensure, stop

pytestmark = pytest.mark.slow
MOMENT = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?\+00")
#: PostgreSQL writes a list it has read back in other brackets.
BRACKETS = re.compile(r"[()\[\]]|::(text|character varying)")
DUMP = """
import os, sys
os.environ |= {"DJANGO_SETTINGS_MODULE": "callboard.config.settings", "CALLBOARD_DB_OWNER": "1"}
import django
django.setup()
from django.core.management import call_command
from callboard.config.baseline import dump
from callboard.config.prepare import prepare_role
prepare_role()
call_command("migrate", interactive=False, verbosity=0, from_nothing=sys.argv[1] == "from-nothing")
print(dump("django_migrations"))
"""


@pytest.fixture
def home() -> Iterator[Path]:
    """A folder PostgreSQL's system user can reach (pytest's own is closed to it)."""
    folder = Path(tempfile.mkdtemp(prefix="callboard-baseline-"))
    folder.chmod(0o711)
    yield folder
    for data in [*folder.glob("postgres"), *folder.glob("*/postgres")]:
        stop(Cluster(data.parent))
    shutil.rmtree(folder)


def made(home: Path, way: str) -> list[str]:
    """What `migrate` makes of an empty database, as SQL; instants and the counters of Django's own tables left out."""
    home.mkdir(mode=0o711)
    given = {name: value for name, value in os.environ.items() if not name.startswith(("CALLBOARD_", "DATABASE_"))}
    done = subprocess.run(
        [sys.executable, "-c", DUMP, way], env=given | {"CALLBOARD_HOME": str(home)}, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    lines = (line for line in done.stdout.splitlines() if "django_migrations_id_seq'" not in line)
    lines = (BRACKETS.sub("", line) if "ARRAY[" in line else line for line in lines)
    return sorted(MOMENT.sub("(then)", line) for line in lines)


def test_both_ways_come_to_the_same(home: Path) -> None:
    short = made(home / "short", "baseline")
    assert any("orders_deskquestion VALUES" in line for line in short)
    assert any(line.startswith("GRANT SELECT,INSERT ON TABLE public.core_log ") for line in short)
    assert short == made(home / "long", "from-nothing")


def test_what_cannot_be_laid_leaves_nothing(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that breaks off makes no table at all, so the next start begins again; laid once, it is not laid again."""
    tables = "SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace"
    half = home / "half.sql"
    half.write_text("CREATE TABLE one (); CREATE TABLE two (); SELECT nothing.at_all();", "utf-8")
    cluster = Cluster(home, throwaway=True)
    ensure(cluster, "fresh")
    with connect(cluster, "fresh") as handle:
        with monkeypatch.context() as patched, pytest.raises(psycopg.Error):
            patched.setattr(baseline, "FILE", half)
            baseline.lay(handle)
        assert handle.execute(tables).fetchone() == (0,)
        assert baseline.lay(handle)
        assert not baseline.lay(handle)

"""What a start may meet: each is one sentence that says what happened, what is safe and what to do, and no traceback."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests.config.conftest import Company
from tests.config.test_up import Running, free_port, running  # noqa: F401  the fixture

ROOT = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, "-m", "callboard.config.cli"]


def refused(done: "subprocess.CompletedProcess[str]") -> str:
    """The sentence a command ended with."""
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    lines = [line for line in done.stderr.splitlines() if line.strip()]
    return lines[-1]


def plain_environment() -> dict[str, str]:
    ours = ("CALLBOARD_", "DATABASE_", "DJANGO_")
    return {name: value for name, value in os.environ.items() if not name.startswith(ours)}


# The database is another version's.


def test_a_database_of_a_newer_callboard_is_left_alone_and_said(company: Company) -> None:
    with psycopg.connect(company.address, autocommit=True) as there:
        there.execute("INSERT INTO django_migrations (app, name, applied) VALUES ('orders', '9999_next_year', now())")
    sentence = refused(company.run("up", "--empty", "--port", str(free_port())))
    assert sentence.startswith("This database was made by a newer Callboard: it has orders.9999_next_year")
    assert "Nothing was changed." in sentence and "callboard restore FILE" in sentence
    told = [json.loads(line) for line in company.run("doctor", "--json").stdout.splitlines()]
    (of,) = [line["sentence"] for line in told if line.get("name") == "migrations"]
    assert "newer Callboard" in of and "orders.9999_next_year" in of


@pytest.mark.slow
def test_a_database_of_an_older_callboard_is_brought_up_to_date(company: Company) -> None:
    manage = [sys.executable, "-m", "callboard.config.manage", "migrate", "kit", "0003"]
    subprocess.run(manage, env=company.environment, check=True, capture_output=True)
    with psycopg.connect(company.address, autocommit=True) as there:
        assert there.execute("SELECT to_regclass('kit_presence')").fetchone() == (None,)
    process = company.start("up", "--empty", "--json", "--port", str(free_port()))
    try:
        assert process.stdout
        url = json.loads(process.stdout.readline())["url"]
        with urllib.request.urlopen(f"{url}/health/", timeout=60) as answer:
            assert json.loads(answer.read()) == {"database": True, "migrations": True}
    finally:
        company.run("down")
        process.communicate(timeout=30)
    with psycopg.connect(company.address, autocommit=True) as there:
        assert there.execute("SELECT count(*) FROM kit_presence").fetchone() == (0,)


# The disk.


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder PostgreSQL's system user can pass through, with a space and a letter of another alphabet in its name."""
    folder = Path(tempfile.mkdtemp(prefix="callboard däta "))
    folder.chmod(0o711)
    yield folder
    shutil.rmtree(folder)


def on_a_disk(folder: Path, options: str, script: str) -> "subprocess.CompletedProcess[str]":
    """Run a shell script while the folder is a disk of its own; nobody else sees that disk, and it ends with the script."""
    mine = [] if os.geteuid() == 0 else ["--map-current-user", "--keep-caps"]
    whole = f'mount -t tmpfs -o mode=711,{options} tmpfs "$1" && {script}'
    command = ["unshare", "--mount", *mine, "sh", "-c", whole, "sh", str(folder)]
    given = plain_environment() | {"CALLBOARD_HOME": str(folder), "CB": sys.executable}
    return subprocess.run(command, env=given, capture_output=True, text=True, timeout=240)


CB = '"$CB" -m callboard.config.cli'
needs_unshare = pytest.mark.skipif(
    shutil.which("unshare") is None, reason="needs util-linux: sudo apt install util-linux"
)


@needs_unshare
def test_a_read_only_disk_is_a_sentence(place: Path) -> None:
    said = refused(on_a_disk(place, "ro", f"{CB} up --empty"))
    assert (
        said
        == f"The data folder {place} cannot be written (Read-only file system); set CALLBOARD_HOME to one that can."
    )


@needs_unshare
def test_a_start_on_a_disk_that_is_nearly_full_is_refused_before_anything_is_begun(place: Path) -> None:
    said = refused(on_a_disk(place, "size=40m", f'{CB} up --empty || {{ ls "$1/postgres" >&2; exit 1; }}'))
    assert "No such file" in said  # nothing was begun
    said = refused(on_a_disk(place, "size=40m", f"{CB} up --empty"))
    assert said.startswith("Only 4") and "What is stored is safe" in said and "Free some space" in said


@needs_unshare
def test_a_disk_that_is_too_small_for_the_database_is_a_sentence(place: Path) -> None:
    said = refused(on_a_disk(place, "size=20m", f"{CB} check"))
    assert said == f"PostgreSQL's files could not be created in {place}: the disk is full. Nothing was left there."


@needs_unshare
@pytest.mark.slow
def test_a_disk_that_fills_up_leaves_what_was_stored(place: Path) -> None:
    script = f"""{CB} check --json && dd if=/dev/zero of="$1/filler" bs=1M 2>/dev/null; rm -f "$1/nothing"
    {CB} demo --scale 0.1; code=$?; rm "$1/filler"; {CB} check --json || code=9; {CB} down >/dev/null; exit $code"""
    done = on_a_disk(place, "size=400m", script)
    said = refused(done)
    assert said.startswith("The disk is full. What was saved before is safe")
    checked = [json.loads(line)["summary"] for line in done.stdout.splitlines() if "summary" in line]
    assert [each["differences"] for each in checked] == [0, 0]


# Paths, other clones, Python.


@pytest.mark.slow
def test_a_taken_port_names_the_clone_that_has_it(running: Running, tmp_path: Path) -> None:  # noqa: F811
    company, _process, said = running
    port = int(said["url"].rpartition(":")[2])
    given = company.environment | {"CALLBOARD_HOME": str(tmp_path / "second")}
    second = subprocess.run(
        [*COMMAND, "up", "--empty", "--port", str(port)], env=given, capture_output=True, text=True, timeout=60
    )
    sentence = (
        f"Port {port} is in use by the Callboard of {company.home}; choose another: callboard up --port {port + 1}"
    )
    assert refused(second) == sentence


def test_a_clone_in_a_folder_with_spaces_has_a_command_that_starts(place: Path) -> None:
    shutil.copytree(ROOT / "tools", place / "tools", ignore=shutil.ignore_patterns("__pycache__"))
    (place / "src").symlink_to(ROOT / "src")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(place / ".venv")], check=True)
    subprocess.run([sys.executable, "-c", "import dev; dev.point_at_source()"], cwd=place / "tools", check=True)
    given = plain_environment() | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if "site-packages" in path)}
    done = subprocess.run(
        [str(place / ".venv" / "bin" / "callboard"), "--version"], env=given, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout.startswith("callboard ")) == (0, True), done.stderr


def test_a_python_without_venv_is_told_what_to_install(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tools", tmp_path / "tools", ignore=shutil.ignore_patterns("__pycache__"))
    # As on Debian without python3-venv: the module that venv needs is not there.
    (tmp_path / "ensurepip.py").write_text("raise ImportError('No module named ensurepip')\n")
    given = plain_environment() | {"PYTHONPATH": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "tools/dev.py", "setup"], cwd=tmp_path, env=given, capture_output=True, text=True, timeout=60
    )
    assert refused(done) == "Python's venv module is missing. On Debian or Ubuntu: sudo apt install python3-venv"
    assert not (tmp_path / ".venv").exists()

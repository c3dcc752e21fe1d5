"""One more entity (list, record, two actions, API) costs at most 150 lines in at most 9 files and no template.

The throw-away one lies in tests/leaflets; it is walked by every conformance test in a process of its own, because an app
is installed when Django starts. The recipe is in docs/house.md.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

LEAFLETS = Path(__file__).parent / "leaflets"
LINES, FILES = 150, 9


def written() -> list[Path]:
    """What a person writes; the migration is made by a command, and an empty __init__.py says nothing."""
    return [file for file in sorted(LEAFLETS.glob("*")) if file.is_file() and file.stat().st_size]


def test_an_entity_is_at_most_150_lines_in_at_most_9_files() -> None:
    files = written()
    lines = sum(len(file.read_text().splitlines()) for file in files)
    assert len(files) <= FILES, [file.name for file in files]
    assert lines <= LINES, lines


def test_an_entity_needs_no_template() -> None:
    assert not list(LEAFLETS.rglob("*.html"))


@pytest.mark.slow
def test_an_entity_has_every_manner_of_the_house() -> None:
    environment = os.environ | {"CALLBOARD_EXTRA_APPS": "tests.leaflets", "CALLBOARD_TEST_DB": "leaflets"}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "--no-header", "tests/conformance", "-k", "leaflet"],
        env=environment,
        cwd=LEAFLETS.parents[1],
        capture_output=True,
        text=True,
        timeout=600,
    )
    assert done.returncode == 0, done.stdout[-4000:]
    # A walk that found nothing would pass as well: pages, actions and API of the entity were there.
    assert " passed" in done.stdout and int(done.stdout.split(" passed")[0].split()[-1]) > 20, done.stdout[-300:]

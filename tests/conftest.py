"""What every test has: files in a temporary folder, and a skip that is named at the end with what would enable it.

`@pytest.mark.needs("browser")` skips a test on a machine without it.
"""

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from hypothesis import HealthCheck
from hypothesis import settings as generating
from pytest_django import DjangoDbBlocker

from tests import database, seeds
from tests.needs import SYSTEM

# How long a generated input takes is the machine's affair: times are measured by the bench, never by a test.
generating.register_profile("callboard", deadline=None, suppress_health_check=[HealthCheck.too_slow])
generating.load_profile("callboard")

BROWSER_FIXTURES = {"page", "context", "browser"}


@pytest.fixture(scope="session", autouse=True)
def _throw_away_files() -> Iterator[None]:
    yield
    shutil.rmtree(settings.TEST_FOLDER, ignore_errors=True)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings: None, django_db_blocker: DjangoDbBlocker) -> None:
    with django_db_blocker.unblock():
        database.use_template()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    with django_db_blocker.unblock():
        database.keep_template()


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "needs(name): a program of tests/needs.py")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test with a browser is a story, whether it says so or not; FAST=1 leaves stories out."""
    for item in items:
        # A company of its own is a copy of the migrated test database: it has to be made, also when nobody else asks.
        if "company" in getattr(item, "fixturenames", []):
            item.add_marker(pytest.mark.django_db)
        if BROWSER_FIXTURES & set(getattr(item, "fixturenames", [])):
            item.add_marker(pytest.mark.story)


def pytest_runtest_setup(item: pytest.Item) -> None:
    for mark in item.iter_markers("needs"):
        need = SYSTEM[mark.args[0]]
        if not need.found():
            pytest.skip(need.reason)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Hand the skipped tests to tools/checks.py, which names them after everything else."""
    file = os.environ.get("CALLBOARD_SKIPPED")
    if not file:
        return
    skipped = []
    for report in terminalreporter.stats.get("skipped", []):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        skipped.append({"test": report.nodeid, "reason": reason.removeprefix("Skipped: ")})
    Path(file).write_text(json.dumps(skipped))


@pytest.fixture(autouse=True)
def _sown(request: pytest.FixtureRequest) -> None:
    """What migrations write is there for every test of the database, also after one that emptied every table."""
    asks = request.node.get_closest_marker("django_db") or {"db", "transactional_db"} & set(request.fixturenames)
    if asks:
        request.getfixturevalue("_django_db_helper")
        seeds.sow()

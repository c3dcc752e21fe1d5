"""What every test has: a database at hand, and nothing left in the temporary folder."""

import shutil
from collections.abc import Iterator

import pytest
from django.conf import settings


@pytest.fixture(scope="session", autouse=True)
def _throw_away_files() -> Iterator[None]:
    yield
    shutil.rmtree(settings.TEST_FOLDER, ignore_errors=True)

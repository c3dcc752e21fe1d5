"""Two colleagues, and a clock that stands."""

from typing import Any

import pytest

from callboard.core import clock
from callboard.team.models import Person
from tests import make


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> Any:
    """A clock that stands; call it to move it."""
    at = [make.NOW]
    monkeypatch.setattr(clock, "now", lambda: at[0])
    return lambda new: at.__setitem__(0, new)


@pytest.fixture
def dana(db: None) -> Person:
    return make.person("Dana Reed")


@pytest.fixture
def ray(db: None) -> Person:
    return make.person("Ray Hargrove")

"""Rows worked out while they are read: what is not asked for is not fetched."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from callboard.core.db import worked
from callboard.directory.models import Account
from tests import make

pytestmark = pytest.mark.django_db


def test_a_slice_is_a_limit_and_a_walk_keeps_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(7):
        make.account(f"Agency {number}")
    made: list[str] = []

    def name_of(row: Account) -> str:
        made.append(row.name)
        return row.name.upper()

    rows = worked.Worked(Account.objects.order_by("sort_key"), name_of)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert rows[2:4] == ["AGENCY 2", "AGENCY 3"]
    assert made == ["Agency 2", "Agency 3"] and "LIMIT 2 OFFSET 2" in asked[0]["sql"]
    assert rows[6] == "AGENCY 6"
    monkeypatch.setattr(worked, "CHUNK", 3)
    made.clear()
    part = rows[:5]
    assert made == []
    with CaptureQueriesContext(connection) as asked:
        assert list(part) == [f"AGENCY {number}" for number in range(5)]
        assert len(rows) == 7
    assert asked[-1]["sql"].startswith("SELECT COUNT") and len(made) == 5

"""The chips beside a date lead to days of work."""

from datetime import UTC, date, datetime

import pytest
from django.test import Client

from callboard.core import clock
from callboard.team.models import Holiday
from tests import make

pytestmark = pytest.mark.django_db

FRIDAY = datetime(2026, 11, 27, 16, tzinfo=UTC)


def test_a_day_off_gives_the_next_day_of_work() -> None:
    Holiday.objects.create(region="", on=date(2026, 11, 30), name="Ours")
    on = clock.business_day(FRIDAY)
    assert [clock.workday_after(on, days) for days in (1, 3, 7)] == [
        date(2026, 12, 1),
        date(2026, 12, 1),
        date(2026, 12, 4),
    ]


def test_a_chip_carries_the_day_it_gives(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: FRIDAY)
    client.force_login(make.person("Dana Reed"))
    text = client.get("/do/work.create_task/").content.decode()
    assert 'data-days="3" data-on="2026-11-30"' in text
    assert "3 days from today, Mon, Nov. 30" in text

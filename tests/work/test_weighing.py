"""The database ranks as the table of weights says: both read one table, and agree on any set of tasks."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from callboard.team.models import Person
from callboard.work.models import DueKind, Task
from callboard.work.queries import day_of
from callboard.work.queries.weighing import ranked
from callboard.work.rules import rank as table
from callboard.work.rules.rank import WEIGHTS, rank, score
from tests import make

pytestmark = pytest.mark.django_db
#: Sunday, November 1, in the night that has an hour more in Texas; and a Tuesday without anything odd.
NIGHT, TUESDAY = datetime(2026, 11, 1, 9, 30, tzinfo=UTC), datetime(2026, 3, 10, 15, 42, tzinfo=UTC)
ZONES = [ZoneInfo(name) for name in ("America/Chicago", "Europe/Berlin", "Asia/Kathmandu", "America/Asuncion")]

near = st.integers(-15 * 1440, 12 * 1440).map(lambda minutes: timedelta(minutes=minutes))
round_hours = st.integers(-15 * 24, 12 * 24).map(lambda hours: timedelta(hours=hours))
waiting = st.fixed_dictionaries(
    {
        "due": st.none() | near | round_hours,
        "due_kind": st.sampled_from(DueKind.values),
        "stake": st.none()
        | st.decimals(-(10**6), 10**6, places=2)
        | st.sampled_from([Decimal(0), Decimal(10), Decimal(5)]),
        "promised": st.booleans(),
        "pinned": st.booleans(),
        "age": st.none() | st.integers(0, 40 * 1440).map(lambda minutes: timedelta(minutes=minutes)),
    }
)


def write(owner: Person, now: datetime, one: dict[str, Any]) -> Task:
    due, age = one["due"], one["age"]
    return Task(
        title="any",
        owner=owner,
        due_at=None if due is None else now + due,
        created_at=None if age is None else now - age,
        **{name: one[name] for name in ("due_kind", "stake", "promised", "pinned")},
    )


moments = st.integers(0, 365 * 1440).map(lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(waiting, min_size=1, max_size=25), st.sampled_from(ZONES), st.sampled_from([NIGHT, TUESDAY]) | moments)
def test_the_database_ranks_as_the_table_says(many: list[dict[str, Any]], zone: ZoneInfo, now: datetime) -> None:
    owner = Person.objects.filter(name="Dana").first() or make.person("Dana")
    Task.objects.all().delete()
    Task.objects.bulk_create(write(owner, now, one) for one in many)
    tasks = list(Task.objects.all())
    found = list(ranked(Task.objects.all(), now, now.astimezone(zone).date(), zone))
    said = {task.pk: score(task, now, zone).total for task in tasks}
    assert {task.pk: task.weight for task in found} == pytest.approx(said, abs=1e-6)  # type: ignore[attr-defined]
    assert [task.pk for task in found] == [task.pk for task in rank(tasks, now, zone)]


def test_a_changed_table_changes_both(monkeypatch: pytest.MonkeyPatch) -> None:
    """One source: whoever changes a row of the table has changed the order of the list and of the reasons."""
    dana = make.person()
    late = make.task(dana, "late", due_at=TUESDAY - timedelta(days=1))
    today = make.task(dana, "today", due_at=TUESDAY, due_kind=DueKind.DAY)
    assert [row.task for row in day_of(dana, TUESDAY).rows] == [late, today]
    changed = table.Weight("today", "Due today", 5000)
    monkeypatch.setitem(table.WEIGHT, "today", changed)
    monkeypatch.setattr(
        "callboard.work.queries.weighing.WEIGHTS", [changed if w.word == "today" else w for w in WEIGHTS]
    )
    assert [row.task for row in day_of(dana, TUESDAY).rows] == [today, late]
    assert list(ranked(Task.objects.all(), TUESDAY, TUESDAY.astimezone(dana.tz).date(), dana.tz)) == [today, late]


def test_of_five_thousand_the_right_ones_come_first(django_assert_num_queries: Any) -> None:
    """What is undated and pinned, or due next year and worth most, was never looked at when the most urgent were weighed alone."""
    dana = make.person()
    Task.objects.bulk_create(
        Task(title=f"late {n}", owner=dana, due_at=TUESDAY - timedelta(days=2, minutes=n), created_at=TUESDAY, stake=n + 1)
        for n in range(5000)
    )  # fmt: skip
    pinned = make.task(dana, "pinned", pinned=True)
    broken = make.task(dana, "promised", promised=True, due_at=TUESDAY - timedelta(minutes=1))
    with django_assert_num_queries(2):
        day = day_of(dana, TUESDAY)
    titles = [row.task.title for row in day.rows]
    assert titles[:4] == [pinned.title, broken.title, "late 4999", "late 4998"]
    assert (day.to_do, day.overdue, len(day.rows)) == (5002, 5001, 30)

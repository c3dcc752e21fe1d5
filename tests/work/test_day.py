"""What a person's day holds."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from callboard.team.models import Person
from callboard.work.models import DueKind, StakeKind
from callboard.work.queries import day_of
from callboard.work.queries.day import NEXT_DUE
from callboard.work.queries.mine import overdue
from tests import make

pytestmark = pytest.mark.django_db
#: Tuesday, March 10, 10:42 in Texas.
NOW = datetime(2026, 3, 10, 15, 42, tzinfo=UTC)


@pytest.fixture
def dana() -> Person:
    return make.person("Dana")


def test_the_sentence_counts_what_is_to_do_before_noon_and_over(dana: Person) -> None:
    make.task(dana, due_at=NOW - timedelta(days=1))
    make.task(dana, due_at=NOW + timedelta(minutes=13), minutes=5)
    make.task(dana, due_at=NOW + timedelta(hours=2), minutes=20)
    make.task(dana, due_at=NOW + timedelta(hours=4), due_kind=DueKind.DAY)
    make.task(dana, due_at=NOW - timedelta(hours=1), due_kind=DueKind.DAY)
    make.task(dana, snoozed_until_at=NOW + timedelta(hours=1))
    make.task(dana, state="done", done_at=NOW, done_by=dana)
    make.task(make.person())
    day = day_of(dana, NOW)
    assert (day.to_do, day.before_noon, day.overdue, day.minutes, day.snoozed) == (5, 1, 1, 25, 1)
    assert overdue(dana, NOW, NOW.astimezone(dana.tz).date(), frozenset({dana.pk})).count() == 1
    assert day.today == date(2026, 3, 10)


def test_a_snooze_that_is_over_is_back_on_the_list(dana: Person) -> None:
    make.task(dana, snoozed_until_at=NOW)
    assert day_of(dana, NOW).to_do == 1


def test_who_covers_sees_the_tasks_of_the_absent_marked_with_their_name(dana: Person) -> None:
    away = make.person("Tom Away")
    make.task(away)
    make.absence(away, date(2026, 3, 9), date(2026, 3, 13), cover=dana)
    assert [row.of for row in day_of(dana, NOW).rows] == ["Tom Away"]


def test_a_departments_untaken_task_stands_on_the_day_of_each_of_its_people() -> None:
    team = make.team("Onboarding", is_department=True)
    first, second = make.person(team=team), make.person(team=team)
    make.task(team=team)
    assert [row.of for row in day_of(first, NOW).rows] == ["Onboarding"]
    assert day_of(second, NOW).to_do == 1


def test_ten_minutes_show_what_takes_ten_minutes(dana: Person) -> None:
    make.task(dana, "short", minutes=10)
    make.task(dana, "long", minutes=30)
    make.task(dana, "unknown")
    assert [row.task.title for row in day_of(dana, NOW, within=10).rows] == ["short"]


def test_a_row_says_what_its_money_is(dana: Person) -> None:
    make.task(dana, stake=Decimal(389), stake_kind=StakeKind.MRR_AT_STAKE)
    row = day_of(dana, NOW).rows[0]
    assert (row.stake, row.stake_label) == (Decimal(389), "MRR at stake")


def test_the_line_of_time_holds_todays_hours_and_what_was_done(dana: Person) -> None:
    make.task(dana, "later", due_at=NOW + timedelta(hours=2), due_kind=DueKind.AT)
    make.task(dana, "some time", due_at=NOW, due_kind=DueKind.DAY)
    make.task(dana, "done", state="done", done_at=NOW - timedelta(hours=1), done_by=dana)
    make.task(dana, "tomorrow", due_at=NOW + timedelta(days=1))
    assert [(stop.title, stop.past) for stop in day_of(dana, NOW).stops] == [("done", True), ("later", False)]


def test_a_day_costs_the_same_with_one_task_and_thirty(dana: Person, django_assert_num_queries: object) -> None:
    for number in range(30):
        if number in (1, 29):
            with django_assert_num_queries(2):  # type: ignore[operator]
                day_of(dana, NOW)
        make.task(dana, account=make.account())


def test_the_line_of_time_shows_what_comes_next_and_counts_the_rest(dana: Person) -> None:
    made = [make.task(dana, due_at=NOW + timedelta(minutes=5 * n)) for n in range(NEXT_DUE + 3, 0, -1)]
    day = day_of(dana, NOW, shown=2)
    assert [stop.url for stop in day.stops] == [task.get_absolute_url() for task in made[:2:-1]]
    assert (day.later, len(day.rows), day.to_do) == (3, 2, NEXT_DUE + 3)

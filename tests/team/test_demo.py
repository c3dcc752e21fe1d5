"""The practice company's people."""

from datetime import UTC, datetime

import pytest

from callboard.core.demo import World
from callboard.team.demo import build
from callboard.team.models import Absence, Holiday, Person
from callboard.team.queries import available, business_day, covered_by, setting
from callboard.work import demo as work_demo
from callboard.work.models import Task
from tests import make

pytestmark = pytest.mark.django_db
#: A Tuesday, 10:42 in Texas.
NOW = datetime(2026, 3, 10, 15, 42, tzinfo=UTC)


@pytest.fixture
def world() -> World:
    made = World(seed=1, now=NOW)
    build(made)
    return made


def test_there_are_25_people_in_5_teams_over_3_zones(world: World) -> None:
    assert len(world["people"]) == Person.objects.count() == 25
    assert len(world["teams"]) == 5
    assert len({person.zone for person in world["people"]}) == 3
    assert all(team.manager_id for team in world["teams"])
    assert [len(world[name]) for name in ("desk", "executives", "sdrs", "managers", "departments")] == [5, 8, 4, 3, 2]


def test_the_desk_stands_in_for_an_executive_this_week(world: World) -> None:
    by_name = {person.name: person for person in world["people"]}
    assert covered_by(by_name["Dana Whitfield"], NOW) == {by_name["Grace Holloway"].pk}
    answers = available(NOW)
    assert answers[by_name["Grace Holloway"].pk].reason == "absent"
    assert answers[by_name["Dana Whitfield"].pk].free


def test_the_company_has_a_name_a_day_and_holidays(world: World) -> None:
    assert setting("company.name", NOW.date()) == "Lakeside Agency Software"
    assert business_day(NOW) == NOW.date()
    days = {holiday.name: holiday.on for holiday in Holiday.objects.filter(on__year=2026)}
    assert (days["Thanksgiving"].isoformat(), days["Memorial Day"].isoformat()) == ("2026-11-26", "2026-05-25")
    assert Absence.objects.count() > 40


def test_people_have_tasks_where_there_are_accounts(world: World) -> None:
    work_demo.build(world)
    assert not Task.objects.exists()
    world.keep("accounts", [make.account(owner=person) for person in world["executives"]])
    work_demo.build(world)
    assert Task.objects.open().filter(kind="work.todo").count() == 13 * 5
    assert all(task.stake_kind for task in Task.objects.filter(kind="work.todo").exclude(stake=None))

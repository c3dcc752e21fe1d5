from datetime import UTC, datetime

from callboard.core.demo import World
from callboard.directory.demo import build as build_directory
from callboard.team.demo import build as build_team
from callboard.work.demo import PROJECTS, build
from callboard.work.models import Deadline, Project
from callboard.work.queries.anchors import off_its_anchor, with_due_day
from callboard.work.queries.side_by_side import lines_of, seen, slips, twice_of
from tests import make

NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)


def test_three_projects_of_the_practice_company_want_the_same_days_of_one_person(db: None) -> None:
    world = World(seed=7, now=NOW, scale=0.2)
    for part in (build_team, build_directory, build):
        part(world)
    person = world["desk"][0]
    picture = seen(make.actor(person), NOW.date())
    (found,) = twice_of(picture)
    assert found.who == person.pk
    assert len({picture.steps[key].project_id for key in found.keys}) == len(PROJECTS) == Project.objects.count()
    assert not any(line.late for line in lines_of(picture))
    costs = {str(step): sum(slip.cost or 0 for slip in slips(picture, key)) for key, step in picture.steps.items()}
    assert max(costs.values()) > 0
    assert not any(off_its_anchor(each) for each in with_due_day(Deadline.objects.all()))

from datetime import UTC, datetime, timedelta
from decimal import Decimal

from callboard.calendar.demo import build as build_calendar
from callboard.calendar.models import Event
from callboard.core.demo import World
from callboard.directory.demo import build as build_directory
from callboard.team.demo import build as build_team
from callboard.work.actions import approve_approval, create_project
from callboard.work.demo import PROJECTS, build
from callboard.work.models import (
    Anchor,
    AnchorKind,
    Approval,
    ApprovalRule,
    Deadline,
    Project,
    ProjectTemplate,
    Promise,
    PromiseState,
)
from callboard.work.queries.anchors import off_its_anchor, with_due_day
from callboard.work.queries.approvals import rules_for
from callboard.work.queries.promises import differences as promise_differences
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
    costs = {
        str(step): sum(slip.cost or 0 for slip in slips(picture, key).slips) for key, step in picture.steps.items()
    }
    assert max(costs.values()) > 0
    assert not any(off_its_anchor(each) for each in with_due_day(Deadline.objects.all()))
    # Each could have been started from a template; one more can be.
    show = ProjectTemplate.objects.get(name="Trade show")
    made = create_project(
        by=make.actor(person), name="Another show", template=show, day_on=NOW.date() + timedelta(days=90)
    )
    assert [str(step) for step in made.steps.order_by("id")] == [
        "Book the booth",
        "Pack and ship the crate",
        "Train the crew",
    ]


def test_the_practice_company_has_shows_with_prices_rules_of_approval_and_promises_of_every_kind(db: None) -> None:
    world = World(seed=7, now=NOW, scale=1)
    for part in (build_team, build_directory, build_calendar, build):
        part(world)
    shows = Anchor.objects.filter(kind=AnchorKind.SHOW_OPENS)
    assert shows.count() == 2
    for show in shows:
        assert Event.objects.filter(title=show.name, starts_on=show.day_on).exists(), "the day of the calendar"
        assert [each.task.stake is not None for each in show.deadlines.select_related("task")] == [True] * 3
    steps = rules_for("purchase", Decimal(1450), NOW.date())
    assert [(rule.step, rule.who) for rule in steps] == [(1, "manager"), (2, "role")]
    assert [rule.step for rule in rules_for("purchase", Decimal(380), NOW.date())] == [1]
    assert ApprovalRule.objects.filter(starts_on__lte=NOW.date()).count() == 3
    waits, decided = Approval.objects.get(state="open"), Approval.objects.get(state="approved")
    assert waits.task is not None and decided.task is None
    approve_approval(waits, by=make.actor(waits.task.owner))
    waits.refresh_from_db()
    assert (waits.state, waits.step) == ("open", 2), "then finance is asked"
    found = set(Promise.objects.values_list("state", flat=True))
    assert found >= {PromiseState.OPEN, PromiseState.KEPT, PromiseState.BROKEN}
    assert list(promise_differences()) == []
    assert not any(off_its_anchor(each) for each in with_due_day(Deadline.objects.all()))

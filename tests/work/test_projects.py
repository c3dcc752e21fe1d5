"""Projects from templates and step by step: their days, their order, moved and taken back, closed and opened again."""

from datetime import date, timedelta
from typing import Any

import pytest

from callboard.core import clock
from callboard.core.actions import Actor, Forbidden, Invalid, Refused
from callboard.core.undo import undo
from callboard.team.models import Person
from callboard.team.models.rights import Role
from callboard.team.queries import business_day
from callboard.work.actions import (
    add_step,
    create_project,
    drop_project,
    finish_project,
    finish_task,
    hand_over_project,
    move_project,
    move_step,
    remove_anchor,
    remove_project_template,
    reopen_project,
)
from callboard.work.models import Anchor, Project, ProjectState, ProjectStep, StepTie, Task
from tests import make
from tests.work.days import OPENS, last, shown
from tests.work.projects import dues, show_template, started, states, step

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def dana() -> Person:
    return make.person("Dana")


@pytest.fixture
def by(dana: Person) -> Actor:
    return make.actor(dana)


def test_a_project_has_the_steps_of_its_template_with_days_people_minutes_and_order(by: Actor, dana: Person) -> None:
    account = make.account()
    project = started(by, template=show_template(by), account=account)
    assert dues(project) == {
        "Book the booth": OPENS - 20 * DAY,
        "Build it": date(2099, 7, 2),
        "Open": OPENS,
    }
    task = Task.objects.get(title="Build it")
    assert (task.owner, task.minutes, task.account, task.kind) == (dana, 480, account, "work.step")
    pairs = StepTie.objects.values_list("step__task__title", "waits_for__task__title")
    assert set(pairs) == {("Build it", "Book the booth"), ("Open", "Build it")}
    assert project.anchor is not None
    assert (project.anchor.day_on, project.anchor.name, project.own_anchor) == (OPENS, "Expo", True)


def test_starting_is_taken_back_whole(by: Actor) -> None:
    project = started(by, template=show_template(by))
    undo(last("create_project"), by=by)
    project.refresh_from_db()
    assert project.state == ProjectState.DROPPED
    assert set(states(project).values()) == {"dropped"}
    assert Anchor.objects.get().removed_at is not None


def test_a_template_whose_person_left_gives_their_steps_to_the_owner_and_says_so(by: Actor, dana: Person) -> None:
    gone = make.person("Gone")
    template = show_template(by, person=gone)
    Person.objects.filter(pk=gone.pk).update(is_active=False, left_on=OPENS)
    create_project.dry_run(by=by, name="Expo", template=template, day_on=OPENS)
    assert any("Gone no longer works here: “Book the booth” is with Dana." in line for line in by.said)
    started(by, template=template)
    assert Task.objects.get(title="Book the booth").owner == dana


def test_a_role_is_done_by_the_accounts_owner_else_by_who_has_least_to_do_else_by_the_projects(
    by: Actor, dana: Person
) -> None:
    busy = make.person("A busy one", roles=("account_executive",))
    make.task(busy)
    idle = make.person("B idle", roles=("account_executive",))
    template = show_template(by, role=Role.ACCOUNT_EXECUTIVE)
    started(by, "One", template=template, account=make.account(owner=busy))
    started(by, "Two", template=template)
    found = dict(Task.objects.filter(title="Book the booth").values_list("step__project__name", "owner"))
    assert found == {"One": busy.pk, "Two": idle.pk}
    started(by, "Three", template=show_template(by, role=Role.FINANCE))
    assert Task.objects.get(title="Book the booth", step__project__name="Three").owner == dana


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"name": " "}, "name"),
        ({"day_on": OPENS, "anchor": True}, "day_on"),
        ({"anchor": "removed"}, "anchor"),
        ({"template": True}, "day_on"),
        ({"template": "removed", "day_on": OPENS}, "template"),
    ],
)
def test_what_makes_no_project_is_said_at_its_field(by: Actor, given: dict[str, Any], field: str) -> None:
    given = {"name": "X", **given}
    if "anchor" in given:
        anchor = shown(by)
        given["anchor"] = remove_anchor(anchor, by=by) if given["anchor"] == "removed" else anchor
    if "template" in given:
        template = show_template(by)
        given["template"] = remove_project_template(template, by=by) if given["template"] == "removed" else template
    with pytest.raises(Invalid) as raised:
        create_project(by=by, **given)
    assert list(raised.value.errors) == [field]


def test_moving_says_what_moves_stays_and_asks_and_what_cannot_be_done_then_and_is_taken_back(by: Actor) -> None:
    project = started(by, template=show_template(by))
    by_hand = ProjectStep.objects.get(task__title="Build it")
    move_step(by_hand, by=by, on=date(2099, 7, 1))
    finish_task(Task.objects.get(title="Book the booth"), by=by)
    before = dues(project)
    move_project.dry_run(project, by=by, to=OPENS + 7 * DAY)
    said = "\n".join(by.said)
    assert "Deadlines that move: 1, stay: 1, ask: 1." in said
    assert dues(project) == before
    move_project(project, by=by, to=OPENS + 7 * DAY)
    assert dues(project) == before | {"Open": OPENS + 7 * DAY}
    undo(last("move_project"), by=by)
    assert dues(project) == before
    assert Anchor.objects.get().day_on == OPENS


def test_moved_to_a_day_too_near_it_names_the_steps_that_cannot_be_done_in_time(by: Actor) -> None:
    project = started(by)
    first = step(project, by, "Long work", days=-2, business=True, minutes=480 * 30)
    step(project, by, "Party", days=-1, business=True, after=[first])
    move_project.dry_run(project, by=by, to=business_day(clock.now()) + 14 * DAY)
    assert "2 of its steps cannot be done in time: Long work, Party" in by.said


def test_whose_anchor_is_removed_does_not_move_until_it_is_restored(by: Actor) -> None:
    project = started(by, template=show_template(by))
    assert project.anchor is not None
    remove_anchor(project.anchor, by=by)
    project = Project.objects.get(pk=project.pk)
    with pytest.raises(Refused) as raised:
        move_project(project, by=by, to=OPENS + DAY)
    assert raised.value.refusal.code == "anchor_removed"
    with pytest.raises(Refused):
        add_step(project, by=by, title="More")
    assert dues(project)["Open"] == OPENS


def test_two_projects_of_one_anchor_move_together_and_that_is_said(by: Actor) -> None:
    anchor = shown(by)
    one, two = (create_project(by=by, name=name, anchor=anchor) for name in ("One", "Two"))
    step(one, by, "A", days=-1)
    step(two, by, "B", days=-3)
    move_project.dry_run(one, by=by, to=OPENS + 7 * DAY)
    assert any("move too: 1" in line for line in by.said)
    move_project(one, by=by, to=OPENS + 7 * DAY)
    assert dues(two) == {"B": OPENS + 4 * DAY}
    drop_project(one, by=by)
    anchor.refresh_from_db()
    assert anchor.removed_at is None


def test_a_project_is_finished_when_every_step_is_closed_and_opens_again(by: Actor) -> None:
    project = started(by)
    made = step(project, by)
    with pytest.raises(Refused) as raised:
        finish_project(project, by=by)
    assert raised.value.refusal.code == "open_steps"
    finish_task(made.task, by=by)
    finish_project(project, by=by)
    with pytest.raises(Refused):
        add_step(project, by=by, title="More")
    undo(last("finish_project"), by=by)
    add_step(Project.objects.get(pk=project.pk), by=by, title="More")


def test_dropping_drops_what_is_open_and_its_own_anchor_and_opening_it_again_brings_them_back(by: Actor) -> None:
    project = started(by, template=show_template(by))
    finish_task(Task.objects.get(title="Book the booth"), by=by)
    drop_project(project, by=by)
    assert states(project) == {"Book the booth": "done", "Build it": "dropped", "Open": "dropped"}
    assert Anchor.objects.get().removed_at is not None
    with pytest.raises(Refused):
        drop_project(project, by=by)
    undo(last("drop_project"), by=by)
    assert states(project) == {"Book the booth": "done", "Build it": "open", "Open": "open"}
    assert Anchor.objects.get().removed_at is None
    with pytest.raises(Refused):
        reopen_project(Project.objects.get(pk=project.pk), by=by)


def test_it_is_handed_over_and_back_and_not_to_who_left(by: Actor, dana: Person) -> None:
    project, lee = started(by), make.person("Lee")
    hand_over_project(project, by=by, to=lee)
    undo(last("hand_over_project"), by=by)
    project.refresh_from_db()
    assert project.owner == dana
    gone = make.person("Gone", is_active=False, left_on=OPENS)
    with pytest.raises(Invalid):
        hand_over_project(project, by=by, to=gone)


def test_who_may_plan_only_their_own_does_not_move_anothers(by: Actor) -> None:
    other = make.actor(make.person(roles=("account_executive",)))
    with pytest.raises(Forbidden):
        move_project(started(by), by=other, to=OPENS + DAY)
    mine = started(other)
    move_project(mine, by=other, to=OPENS + DAY)
    assert dues(mine) == {}

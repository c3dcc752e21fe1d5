"""Steps of projects and templates: tied and untied without a circle, changed and put back."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from callboard.core.access import may_see
from callboard.core.actions import Actor, Invalid
from callboard.core.undo import undo
from callboard.team.models import Person
from callboard.work.actions import (
    add_template_step,
    change_step,
    create_project_template,
    hand_over_step,
    move_step,
    order_template_step,
    remove_template_step,
    restore_template_step,
    share_project,
    tie_steps,
    untie_steps,
)
from callboard.work.models import Project, ProjectStep, StepTie, Task, TemplateStep
from tests import make
from tests.work.days import OPENS, last
from tests.work.projects import dues, show_template, started, step

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def dana() -> Person:
    return make.person("Dana")


@pytest.fixture
def by(dana: Person) -> Actor:
    return make.actor(dana)


def test_steps_of_a_template_that_wait_in_a_circle_are_refused_with_the_way(by: Actor) -> None:
    show_template(by)
    book, build, opens = TemplateStep.objects.order_by("id")
    with pytest.raises(Invalid, match=r"Book the booth > Open > Build it > Book the booth"):
        order_template_step(book, by=by, after=[opens])
    remove_template_step(build, by=by)
    order_template_step(book, by=by, after=[opens])
    assert [tie.waits_for_id for tie in book.ties.all()] == [opens.pk]


def test_steps_that_would_wait_in_a_circle_are_refused_with_the_way_and_ties_are_taken_back(by: Actor) -> None:
    project = started(by)
    one, two, three = (step(project, by, name) for name in ("One", "Two", "Three"))
    tie_steps(two, by=by, waits_for=one)
    tie_steps(three, by=by, waits_for=two)
    with pytest.raises(Invalid, match="One > Three > Two > One"):
        tie_steps(one, by=by, waits_for=three)
    with pytest.raises(Invalid, match="One > One"):
        tie_steps(one, by=by, waits_for=one)
    with pytest.raises(Invalid, match="same project"):
        tie_steps(one, by=by, waits_for=step(started(by), by))
    undo(last("tie_steps"), by=by)
    tie_steps(one, by=by, waits_for=three)
    untie_steps(one, by=by, waits_for=three)
    undo(last("untie_steps"), by=by)
    assert set(StepTie.objects.values_list("step__task__title", "waits_for__task__title")) == {
        ("Two", "One"),
        ("One", "Three"),
    }


def test_a_step_changes_and_is_put_back(by: Actor) -> None:
    made = step(started(by), by, "Book", days=-5, minutes=30, price=Decimal(100))
    change_step(made, by=by, title="Book it", days=-10, minutes=60, price=Decimal(200))
    task = Task.objects.get(pk=made.task_id)
    assert (task.title, task.minutes, task.stake) == ("Book it", 60, Decimal(200))
    assert task.reason_args["project_id"] == made.project_id
    assert dues(made.project) == {"Book it": OPENS - 10 * DAY}
    undo(last("change_step"), by=by)
    task.refresh_from_db()
    assert (task.title, task.minutes, task.stake) == ("Book", 30, Decimal(100))
    assert dues(made.project) == {"Book": OPENS - 5 * DAY}


@pytest.mark.parametrize("minutes", [0, -5, 40000])
def test_no_step_takes_no_time_or_for_ever(by: Actor, minutes: int) -> None:
    with pytest.raises(Invalid) as raised:
        step(started(by), by, minutes=minutes)
    assert list(raised.value.errors) == ["minutes"]


def test_a_step_on_a_day_set_by_hand_is_there_again_once_a_change_is_undone(by: Actor) -> None:
    project = started(by)
    made = step(project, by, "Book", days=-10)
    move_step(made, by=by, on=date(2099, 6, 15))
    change_step(ProjectStep.objects.get(), by=by, title="Reserve", days=-5, minutes=30)
    undo(last("change_step"), by=by)
    assert dues(project) == {"Book": date(2099, 6, 15)}
    assert Task.objects.get().minutes is None


def test_whoever_was_given_a_step_of_a_confidential_project_sees_it_no_more_once_undone(by: Actor) -> None:
    secret = started(by, "Falcon", confidential=True)
    step(secret, by, "Tell")
    lee, kim = make.person("Lee"), make.person("Kim")
    share_project(Project.objects.get(), by=by, to=kim)
    for person, sees in ((lee, False), (kim, True)):
        hand_over_step(ProjectStep.objects.get(), by=by, to=person)
        assert may_see(make.actor(person), Project.objects.get())
        undo(last("hand_over_step"), by=by)
        assert Task.objects.get().owner == by.person
        assert may_see(make.actor(person), ProjectStep.objects.get()) is sees


def test_a_step_of_a_template_that_is_restored_closes_no_circle(by: Actor) -> None:
    template = create_project_template(by=by, name="T")
    c = add_template_step(template, by=by, title="C")
    b = add_template_step(template, by=by, title="B", after=[c])
    a = add_template_step(template, by=by, title="A", after=[b])
    remove_template_step(b, by=by)
    order_template_step(TemplateStep.objects.get(pk=c.pk), by=by, after=[a])
    with pytest.raises(Invalid, match="B > C > A > B"):
        restore_template_step(TemplateStep.objects.get(pk=b.pk), by=by)
    assert set(dues(started(by, template=template))) == {"A", "C"}
    order_template_step(TemplateStep.objects.get(pk=c.pk), by=by, after=[])
    restore_template_step(TemplateStep.objects.get(pk=b.pk), by=by)
    assert set(dues(started(by, template=template, name="Again"))) == {"A", "B", "C"}

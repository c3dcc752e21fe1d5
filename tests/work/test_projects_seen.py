"""Who sees a confidential project, and that nothing of it is said where others look; its steps handed over."""

from datetime import UTC, timedelta

import pytest

from callboard.calendar.queries.showing import others_between
from callboard.core.access import may_see
from callboard.core.actions import Actor, Refused
from callboard.core.models import Notice, TimelineEntry
from callboard.core.undo import undo
from callboard.team.models import Person
from callboard.work.actions import (
    conceal_project,
    finish_step,
    hand_over_project,
    hand_over_step,
    hand_over_task,
    move_anchor,
    move_project,
    reveal_project,
    share_project,
    stop_sharing_project,
    take_task,
)
from callboard.work.models import Anchor, Deadline, Project, ProjectStep, Task
from tests import make
from tests.search.test_finding import titles
from tests.work.days import OPENS, last, shown
from tests.work.projects import show_template, started, step

pytestmark = pytest.mark.django_db


@pytest.fixture
def dana() -> Person:
    return make.person("Dana")


@pytest.fixture
def by(dana: Person) -> Actor:
    return make.actor(dana)


@pytest.fixture
def secret(by: Actor) -> Project:
    account = make.account("Falcon")
    return started(by, "Falcon takes Eagle over", account=account, template=show_template(by), confidential=True)


def test_nothing_of_a_confidential_project_is_said_where_others_look(secret: Project, by: Actor) -> None:
    lee = make.actor(make.person("Lee"))
    assert may_see(by, secret)
    assert not may_see(lee, secret)
    assert not any(may_see(lee, each) for each in ProjectStep.objects.all())
    for task in Task.objects.all():
        assert task.title == "Step of a confidential project"
        assert task.account is None
    said = [
        str(Anchor.objects.get()),
        *map(str, Deadline.objects.all()),
        *(str(t.reason_args) for t in Task.objects.all()),
    ]
    assert not any("Falcon" in text or "booth" in text for text in said)
    assert Anchor.objects.get().account is None
    assert not TimelineEntry.objects.exists()
    move_anchor.dry_run(Anchor.objects.get(), by=by, to=OPENS + timedelta(days=7))
    assert not any("booth" in line for line in by.said)
    assert {str(each) for each in ProjectStep.objects.all()} == {"Book the booth", "Build it", "Open"}


@pytest.mark.parametrize("way", ["step", "task"])
def test_whoever_gets_a_step_or_the_project_sees_it(secret: Project, by: Actor, way: str) -> None:
    lee, kim = make.person("Lee"), make.person("Kim")
    first = secret.steps.select_related("task", "project").earliest("id")
    if way == "step":
        hand_over_step(first, by=by, to=lee)
    else:
        hand_over_task(first.task, by=by, to=lee)
    assert may_see(make.actor(lee), secret)
    assert may_see(make.actor(lee), ProjectStep.objects.latest("id"))
    hand_over_project(Project.objects.get(pk=secret.pk), by=by, to=kim)
    assert may_see(make.actor(kim), secret)


def test_it_is_shared_and_no_more_but_not_taken_from_who_works_on_it(secret: Project, by: Actor, dana: Person) -> None:
    lee = make.person("Lee")
    share_project(secret, by=by, to=lee)
    assert may_see(make.actor(lee), secret)
    undo(last("share_project"), by=by)
    assert not may_see(make.actor(lee), secret)
    with pytest.raises(Refused) as raised:
        stop_sharing_project(Project.objects.get(pk=secret.pk), by=by, to=dana)
    assert raised.value.refusal.code == "works_on_it"


def test_it_is_revealed_whole_and_concealed_again(secret: Project, by: Actor) -> None:
    lee = make.actor(make.person("Lee"))
    reveal_project(secret, by=by)
    assert may_see(lee, secret)
    assert set(Task.objects.values_list("title", "account__name")) == {
        ("Book the booth", "Falcon"),
        ("Build it", "Falcon"),
        ("Open", "Falcon"),
    }
    undo(last("reveal_project"), by=by)
    assert not may_see(lee, secret)
    assert set(Task.objects.values_list("title", "account")) == {("Step of a confidential project", None)}
    assert {str(each) for each in ProjectStep.objects.select_related("task")} == {"Book the booth", "Build it", "Open"}


def test_concealing_says_what_it_does_not_reach(by: Actor) -> None:
    project = started(by)
    step(project, by, "Ask the lawyer")
    conceal_project(project, by=by)
    assert "Notes on its tasks, and what was written before, stay as they are." in by.said
    with pytest.raises(Refused):
        conceal_project(Project.objects.get(pk=project.pk), by=by)


def test_an_anchor_of_its_own_tells_nothing_of_a_concealed_project_and_everything_of_a_revealed_one(by: Actor) -> None:
    account = make.account("Falcon")
    project = started(by, "Falcon is sold", account=account)
    step(project, by, "Tell the board", days=0)
    closed = step(project, by, "Ask the lawyer", days=-1)
    finish_step(closed, by=by)
    make.indexed()
    conceal_project(Project.objects.get(), by=by)
    make.indexed()
    anchor = Anchor.objects.get()
    assert (anchor.name, anchor.account) == ("Day of a confidential project", None)
    assert not any("Falcon" in str(task.reason_args) for task in Task.objects.all())
    lee = make.actor(make.person("Lee", roles=("administrator",)))
    assert titles(lee, "falcon") == ["Falcon"], "the account alone"
    assert not any("Falcon" in one.title for one in others_between(lee, OPENS, OPENS + timedelta(days=1), UTC))
    move_project(Project.objects.get(), by=by, to=OPENS + timedelta(days=7))
    assert not TimelineEntry.objects.filter(root_id=account.pk, kind="work.anchor_moved").exists()
    reveal_project(Project.objects.get(), by=by)
    anchor = Anchor.objects.get()
    assert (anchor.name, anchor.account) == ("Falcon is sold", account)
    assert all(task.reason_args["anchor"] == "Falcon is sold" for task in Task.objects.all())


def test_an_anchor_others_count_from_keeps_its_name_when_a_project_is_concealed(by: Actor) -> None:
    show = shown(by, "Expo", account=make.account("Falcon"))
    project = started(by, "Falcon is sold", day_on=None, anchor=show)
    conceal_project(project, by=by)
    anchor = Anchor.objects.get()
    assert (anchor.name, str(anchor.account)) == ("Expo", "Falcon")


@pytest.mark.parametrize("way", ["give", "take"])
def test_nobody_gives_themselves_a_step_to_see_a_confidential_project(by: Actor, dana: Person, way: str) -> None:
    secret = started(by, "Falcon", confidential=True)
    lee = make.person("Lee", roles=("sales_support",))
    if way == "give":
        step(secret, by)
        hand_over_task(Task.objects.get(), by=make.actor(lee), to=lee)
    else:
        step(secret, by, team=make.team("Office"))
        take_task(Task.objects.get(), by=make.actor(lee))
    assert Task.objects.get().owner == lee
    assert not may_see(make.actor(lee), Project.objects.get())
    told = Notice.objects.filter(person=dana, subject="Lee got a step of “Falcon” and does not see it")
    assert told.exists()
    assert not Notice.objects.exclude(person=dana).filter(subject__contains="Falcon").exists()


def test_whoever_takes_a_step_given_to_their_team_sees_the_project(by: Actor) -> None:
    office = make.team("Office")
    secret = started(by, "Falcon", confidential=True)
    step(secret, by, team=office)
    lee = make.person("Lee", team=office, roles=("department",))
    take_task(Task.objects.get(), by=make.actor(lee))
    assert may_see(make.actor(lee), Project.objects.get())

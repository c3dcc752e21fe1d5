"""Projects and templates for tests."""

from datetime import date
from typing import Any

from callboard.core.actions import Actor
from callboard.work.actions import add_step, add_template_step, create_project, create_project_template
from callboard.work.models import Project, ProjectStep, ProjectTemplate, Task
from callboard.work.queries.anchors import with_due_day
from tests.work.days import OPENS


def show_template(by: Actor, **given: Any) -> ProjectTemplate:
    """Book, build after it, open after that: 20 days before, 2 days of work before, on the day."""
    template = create_project_template(by=by, name="Trade show")
    book = add_template_step(template, by=by, title="Book the booth", days=-20, minutes=60, **given)
    build = add_template_step(template, by=by, title="Build it", days=-2, business=True, minutes=480, after=[book])
    add_template_step(template, by=by, title="Open", days=0, after=[build])
    return template


def started(by: Actor, name: str = "Expo", day_on: date = OPENS, **given: Any) -> Project:
    return create_project(by=by, name=name, day_on=day_on, **given)


def step(project: Project, by: Actor, title: str = "Do it", **given: Any) -> ProjectStep:
    return add_step(project, by=by, title=title, **given)


def dues(project: Project) -> dict[str, date]:
    """The days its steps are due, by what there is to do."""
    found = {}
    for each in project.steps.select_related("task__deadline"):
        deadline = with_due_day(type(each.task.deadline).objects.filter(pk=each.task.deadline.pk)).get()
        found[str(each)] = deadline.due_day
    return found


def states(project: Project) -> dict[str, str]:
    return {str(each): Task.objects.get(pk=each.task_id).state for each in project.steps.select_related("task")}

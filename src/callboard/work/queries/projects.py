"""Projects as they stand: their steps with what they wait for, when they can be done, whose hours they take."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Count, F, Q, QuerySet

from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.core.asking import Question
from callboard.team.models import Absence, Person
from callboard.team.queries import calendars_of, company_calendar, company_zone
from callboard.team.rules.business_time import WorkCalendar
from callboard.work.models import (
    Deadline,
    Project,
    ProjectState,
    ProjectStep,
    StepTie,
    TaskState,
    TemplateStep,
    TemplateTie,
)
from callboard.work.rules.projects import MOST_AHEAD, Planned, Step, away_too, plan

DAY = timedelta(days=1)
#: So many projects of an account its page shows.
SHOWN = 6


def ties_of_template(template_id: int) -> dict[int, set[int]]:
    """What each step of a template waits for; steps that were removed are not waited for."""
    ties = TemplateTie.objects.filter(step__template=template_id, step__removed_at=None, waits_for__removed_at=None)
    return _by_step(ties.values_list("step", "waits_for"))


def ties_of(project_id: int) -> dict[int, set[int]]:
    """What each step of a project waits for."""
    return _by_step(StepTie.objects.filter(step__project=project_id).values_list("step", "waits_for"))


def _by_step(pairs: Iterable[tuple[int, int]]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for step, waits_for in pairs:
        found[step].add(waits_for)
    return found


def template_steps(template_id: int) -> list[TemplateStep]:
    """The steps a project gets, in their order."""
    steps = TemplateStep.objects.filter(template=template_id, removed_at=None)
    return list(steps.select_related("person").order_by("days", "id"))


def with_all(steps: QuerySet[ProjectStep]) -> QuerySet[ProjectStep]:
    """Steps with what a page says of them."""
    return steps.select_related("task__owner", "task__team", "task__deadline__anchor", "project")


@dataclass
class Picture:
    """Steps of one or several projects, all that is known of them, and when the open ones can be done.

    steps: by id.  after: what each waits for.  open: those still to be done, as the rules see them.  away: the calendars
    of their people less their absences, by person.
    """

    today: date
    steps: dict[int, ProjectStep]
    after: dict[int, set[int]]
    people: dict[int, WorkCalendar]
    company: WorkCalendar
    open: list[Step] = field(default_factory=list)
    planned: dict[int, Planned] = field(default_factory=dict)

    def calendar_of(self, who: int | None) -> WorkCalendar:
        """When somebody works; the company, for nobody."""
        return self.people.get(who, self.company) if who is not None else self.company

    def windows(self) -> dict[int, tuple[date, date]]:
        """From when until when each open step can be done: from its first possible day until its last one. What is late,
        or has no day, takes the days it needs."""
        return {key: (its.starts, max(its.latest or its.ends, its.ends)) for key, its in self.planned.items()}


def due_on(step: ProjectStep, company_zone: str) -> date | None:
    """The day a step is due, on the wall where it counts."""
    deadline: Deadline | None = getattr(step.task, "deadline", None)
    if deadline is not None:
        # Its task is read with it already.
        deadline.task = step.task
        return deadline.due_on(company_zone)
    due_at = step.task.due_at
    return due_at.astimezone(ZoneInfo(company_zone)).date() if due_at is not None else None


def picture_of(steps: QuerySet[ProjectStep], today: date) -> Picture:
    """The steps with their plan. Five queries, whatever their number."""
    found = {step.pk: step for step in with_all(steps)}
    after = _by_step(StepTie.objects.filter(step__in=found).values_list("step", "waits_for"))
    people = {step.task.owner for step in found.values() if step.task.owner is not None}
    picture = Picture(today, found, after, _calendars(people, today), company_calendar())
    zone = company_zone()
    picture.open = [
        Step(
            step.pk,
            step.task.owner_id,
            step.task.minutes or 0,
            frozenset(after.get(step.pk, ())),
            due_on(step, zone),
        )
        for step in found.values()
        if step.task.state == TaskState.OPEN and step.project.state == ProjectState.OPEN
    ]
    picture.planned = plan(picture.open, today, picture.calendar_of)
    return picture


def _calendars(people: Iterable[Person], today: date) -> dict[int, WorkCalendar]:
    calendars = calendars_of(people)
    away: dict[int, list[tuple[date, date]]] = defaultdict(list)
    until = today + DAY * MOST_AHEAD
    rows = Absence.objects.filter(
        person__in=calendars, withdrawn_at=None, ends_on__gte=today, starts_on__lte=until
    ).values_list("person", "starts_on", "ends_on")
    for person, starts, ends in rows:
        away[person].append((max(starts, today), min(ends, until)))
    return {pk: away_too(calendar, away.get(pk, ())) for pk, calendar in calendars.items()}


def projects_asked(account: Any, actor: Actor) -> dict[str, Question]:
    """The open projects about an account, the soonest day first, each with how many of its steps are open (`left`)."""
    open_ones = Count("steps", filter=Q(steps__task__state=TaskState.OPEN))
    found = visible(Project.objects.filter(account=account, state=ProjectState.OPEN), actor).annotate(left=open_ones)
    rows = found.select_related("owner", "anchor").order_by(F("anchor__day_on").asc(nulls_last=True), "id")
    return {"projects": Question("records", rows[:SHOWN])}


def open_steps(actor: Actor) -> QuerySet[ProjectStep]:
    """The steps still to be done of all projects somebody may see."""
    return visible(ProjectStep.objects.open(), actor)

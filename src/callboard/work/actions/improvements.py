"""Improvements: what is changed in how hand-offs go, followed by its figure; ended, the figures stay as they were."""

from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor, Invalid, Refusal, Text, action
from callboard.core.leavers import must_work_here
from callboard.team.models import Person, Team
from callboard.team.queries import business_day
from callboard.work.actions.handing import words
from callboard.work.models import Figure, Improvement, ImprovementState
from callboard.work.queries.improvements import measured

RUNNING, ENDED, DROPPED = ImprovementState.RUNNING, ImprovementState.ENDED, ImprovementState.DROPPED
LONGEST = 52


@action(
    _("Began improvement"),
    said=_("Began “{result}”"),
    who="work.improve",
    undo="work.drop_improvement",
    icon="trending-up",
)
def create_improvement(
    *,
    by: Actor,
    title: str,
    team: Team,
    text: Text | None = None,
    person: Person | None = None,
    figure: Figure = Figure.ALL,
    weeks: int = 8,
    starts_on: date | None = None,
) -> Improvement:
    """What is changed for the hand-offs of a department, by whom (oneself where nobody is said), from a day on (today); it is
    compared with so many weeks before that day."""
    somebody = person or by.person
    if somebody is None:
        raise Invalid({"person": _("Say who changes it.")})
    must_work_here(person=somebody)
    if not team.is_department:
        raise Invalid({"team": _("{team} takes no hand-offs. Choose a department.").format(team=team)})
    made = Improvement(
        title=words("title", title, _("Say what is changed."))[:200],
        text=(text or "").strip(),
        team=team,
        person=somebody,
        figure=figure,
        weeks=_weeks(weeks),
        starts_on=starts_on or by.today,
        created_at=by.now,
    )
    return _save(made, by)


@action(
    _("Changed improvement"),
    said=_("Changed “{improvement}”"),
    who="work.improve",
    undo="work.change_improvement",
    icon="pencil",
)
def change_improvement(
    improvement: Improvement,
    *,
    by: Actor,
    title: str | None = None,
    text: Text | None = None,
    person: Person | None = None,
    figure: Figure | None = None,
    weeks: int | None = None,
    starts_on: date | None = None,
) -> Improvement:
    """Change what is given; None leaves a value as it is. Its figures follow."""
    if title is not None:
        title = words("title", title, _("Say what is changed."))[:200]
    if weeks is not None:
        _weeks(weeks)
    if person is not None:
        must_work_here(person=person)
    given = {
        "title": title, "text": text, "person": person, "figure": figure, "weeks": weeks, "starts_on": starts_on
    }  # fmt: skip
    new: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    by.undo_args(**{name: getattr(improvement, name) for name in new})
    for name, value in new.items():
        setattr(improvement, name, value)
    return _save(improvement, by)


@action(
    _("Ended improvement"),
    said=_("Ended “{improvement}”"),
    who="work.improve",
    undo="work.reopen_improvement",
    icon="flag",
)
def end_improvement(improvement: Improvement, *, by: Actor) -> Improvement:
    """It is done, whatever came of it: both figures stay as they are now."""
    found = measured(improvement, by.now)
    improvement.before, improvement.before_count = found.before, found.before_count
    improvement.after, improvement.after_count = found.after, found.after_count
    improvement.state, improvement.ends_on = ENDED, by.today
    return _save(improvement, by)


@end_improvement.can
def _can_end(improvement: Improvement, now: datetime) -> Refusal | None:
    if improvement.starts_on > business_day(now):
        return Refusal("not_begun", _("It has not begun. Drop it instead."))
    return _runs(improvement, now)


@action(
    _("Dropped improvement"),
    said=_("Dropped “{improvement}”"),
    who="work.improve",
    undo="work.reopen_improvement",
    icon="x",
)
def drop_improvement(improvement: Improvement, *, by: Actor) -> Improvement:
    """It is not done after all; nothing is measured."""
    improvement.state = DROPPED
    return _save(improvement, by)


@change_improvement.can
@drop_improvement.can
def _runs(improvement: Improvement, now: datetime) -> Refusal | None:
    if improvement.state == RUNNING:
        return None
    return Refusal("over", _("It is {state}."), state=improvement.get_state_display().lower())


@action(
    _("Reopened improvement"),
    said=_("“{improvement}” goes on"),
    who="work.improve",
    final=_("End or drop it again."),
    icon="rotate",
)
def reopen_improvement(improvement: Improvement, *, by: Actor) -> Improvement:
    """It goes on: its figures follow again."""
    improvement.state, improvement.ends_on = RUNNING, None
    improvement.before = improvement.before_count = improvement.after = improvement.after_count = None
    return _save(improvement, by)


@reopen_improvement.can
def _is_over(improvement: Improvement, now: datetime) -> Refusal | None:
    return Refusal("runs", _("It runs.")) if improvement.state == RUNNING else None


def _weeks(weeks: int) -> int:
    if not 1 <= weeks <= LONGEST:
        raise Invalid({"weeks": _("Between 1 and {most} weeks.").format(most=LONGEST)})
    return weeks


def _save(improvement: Improvement, by: Actor) -> Improvement:
    improvement.updated_at = by.now
    improvement.save()
    by.changed(improvement, topic="work")
    return improvement

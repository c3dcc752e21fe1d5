"""Projects side by side: the timeline, who is promised twice, the load of the weeks, and what slips for what is done first."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _

from callboard.core import clock
from callboard.core.access import policy
from callboard.core.actions import Actor
from callboard.core.refs import number_in
from callboard.kit.addresses import action_url
from callboard.kit.pages import ReportPage, SheetPage
from callboard.kit.pages.reports import Sheet
from callboard.kit.tables import Column
from callboard.team.queries import business_day
from callboard.work.actions import move_step
from callboard.work.actions.shifting import said_day
from callboard.work.models import ProjectStep
from callboard.work.queries.projects import Picture
from callboard.work.queries.side_by_side import (
    MOST,
    Full,
    Line,
    Moves,
    Slip,
    is_cut,
    lines_of,
    mondays,
    seen,
    slips,
    twice_of,
    weeks_of,
)

DAY = timedelta(days=1)
#: Steps that want the same hours named on a row; the load of the weeks has all of them.
NAMED = 2


def hours(minutes: int) -> str:
    """ "7.5 h"."""
    return said("{n} h").format(n=f"{minutes / 60:.1f}".removesuffix(".0"))


def slack_words(line: Line) -> str:
    """How long it can wait, in words."""
    slack = line.planned.slack
    if slack is None:
        return said("no day")
    if slack < 0:
        return said("{n} d too late").format(n=-slack)
    return said("{n} d to spare").format(n=slack)


@dataclass(frozen=True)
class Row:
    """A line as it is drawn: for each week what happens in it ("work", "due", "both", or ""); words: all of it in a
    sentence; against: what else wants its hours; move_url: where its day is moved, "" for whoever may not."""

    line: Line
    weeks: list[str]
    slack: str
    words: str
    against: str
    first_url: str
    move_url: str


def _row(line: Line, weeks: Sequence[date], may_move: Callable[[ProjectStep], bool]) -> Row:
    cells = []
    for monday in weeks:
        sunday = monday + 6 * DAY
        work = line.planned.starts <= sunday and line.planned.ends >= monday
        due = line.due is not None and monday <= line.due <= sunday
        cells.append("both" if work and due else "work" if work else "due" if due else "")
    first = f"{reverse('projects-first')}?step={line.step.pk}"
    move = action_url(move_step, line.step) if may_move(line.step) else ""
    return Row(line, cells, slack_words(line), row_words(line), against_words(line), first, move)


def row_words(line: Line) -> str:
    """A line for who hears it: "Pack the crate: due Thu, Dec 3, 2026, can be done from … to …, 2 d to spare"."""
    due = said("due {day}, no day of work") if line.rest else said("due {day}")
    parts = [
        due.format(day=said_day(line.due)) if line.due is not None else said("no due day"),
        said("can be done from {since} to {until}").format(
            since=said_day(line.planned.starts), until=said_day(line.planned.ends)
        ),
    ]
    if line.planned.slack is not None:
        parts.append(slack_words(line))
    parts += [said("critical")] if line.critical else []
    parts += [said("promised twice, {against}").format(against=against_words(line))] if line.twice else []
    return said("{what}: {rest}").format(what=line.step, rest=", ".join(parts))


def against_words(line: Line) -> str:
    """What else wants the hours of a step that is promised twice, in words, the first by their names; "" for any other."""
    if not line.twice:
        return ""
    steps = ", ".join(f"{each} ({each.project})" for each in line.against[:NAMED])
    more = len(line.against) - NAMED
    return (
        said("with {steps} and {n} more").format(steps=steps, n=more)
        if more > 0
        else said("with {steps}").format(steps=steps)
    )


def _may_move(actor: Actor) -> Callable[[ProjectStep], bool]:
    """Whose steps one may move: those one may plan, of their doer or of the project's owner."""
    scope = policy().scope(actor, move_step.who)
    if scope == "all":
        return lambda step: True
    own = policy().people(actor, move_step.who) if scope in ("own", "team") else frozenset()
    return lambda step: step.task.owner_id in own or step.project.owner_id in own


def today_picture(actor: Actor) -> Picture:
    """What somebody sees of the projects, today."""
    return seen(actor, business_day(clock.now()))


def cut_of(picture: Picture) -> dict[str, str]:
    """That there is more than is reckoned with, for the head of a page."""
    if not is_cut(picture):
        return {}
    return {"stale": said("There are more open steps than {n}: those due later are left out.").format(n=MOST)}


class Timeline(SheetPage):
    """The open steps of all projects, week by week."""

    title = _("Projects side by side")
    url = "project-timeline/"
    name = "projects-timeline"
    near = ("projects",)
    who = "work.view"
    template = "work/timeline.html"
    topics = ("projects",)
    columns = (
        Column("project", _("Project"), value=lambda line: str(line.step.project)),
        Column("what", _("What"), value=lambda line: str(line.step)),
        Column("owner", _("Owner"), value=lambda line: str(line.step.task.owner or line.step.task.team)),
        Column("starts", _("Can begin"), value=lambda line: f"{line.planned.starts}"),
        Column("ends", _("Can end"), value=lambda line: f"{line.planned.ends}"),
        Column("due", _("Due"), value=lambda line: f"{line.due or ''}"),
        Column("slack", _("Slack"), value=slack_words),
    )

    def rows(self, actor: Actor) -> Sequence[Line]:
        return lines_of(today_picture(actor))

    def context(self, request: HttpRequest, actor: Actor) -> dict[str, Any]:
        picture = today_picture(actor)
        weeks = mondays(picture)
        may_move = _may_move(actor)
        rows = [_row(line, weeks, may_move) for line in lines_of(picture)]
        grouped = [(project, list(its)) for project, its in groupby(rows, key=lambda row: row.line.step.project)]
        return {"weeks": weeks, "projects": grouped, "load_url": reverse("projects-load"), **cut_of(picture)}


class Load(SheetPage):
    """Who is promised twice, and the weeks of each person: work of steps against hours less holidays and absences."""

    title = _("Load of the weeks")
    url = "projects/load/"
    name = "projects-load"
    near = ("projects", "projects-timeline")
    who = "work.view"
    template = "work/load.html"
    topics = ("projects",)
    columns = (
        Column("person", _("Person"), value=lambda row: row.person.name),
        Column("monday", _("Week of"), value=lambda row: f"{row.monday}"),
        Column("needs", _("Work"), value=lambda row: hours(row.needs)),
        Column("has", _("Hours"), value=lambda row: hours(row.has)),
        Column("over", _("Too much"), value=lambda row: hours(row.over) if row.over else ""),
    )

    def rows(self, actor: Actor) -> Sequence[Full]:
        return weeks_of(today_picture(actor))

    def context(self, request: HttpRequest, actor: Actor) -> dict[str, Any]:
        picture = today_picture(actor)
        people = {step.task.owner_id: step.task.owner for step in picture.steps.values()}
        twice = [
            (people[each.who], each, hours(each.needs), hours(each.has), [picture.steps[key] for key in each.keys])
            for each in twice_of(picture)
        ]
        rows = [(row, hours(row.needs), hours(row.has), hours(row.over)) for row in weeks_of(picture)]
        return {"twice": twice, "weeks": rows, "timeline_url": reverse("projects-timeline"), **cut_of(picture)}


def effect(slip: Slip) -> tuple[str, str]:
    """What a choice does to whether a step is in time, in words, and its tone; "" where it does nothing to that."""
    if slip.late:
        return said("late"), "over"
    if slip.mended:
        return said("in time"), "won"
    if slip.later:
        return said("later still"), "over"
    return (said("late before"), "pend") if slip.late_before else ("", "")


SLIPS = (
    Column("what", _("What"), value=lambda slip: str(slip.step)),
    Column("project", _("Project"), value=lambda slip: str(slip.step.project)),
    Column("was", _("Now ends"), kind="date"),
    Column("will", _("Would end"), kind="date"),
    Column("due", _("Due"), kind="date"),
    Column("effect", _("In time"), value=lambda slip: effect(slip)[0]),
    Column("cost", _("Costs"), kind="money"),
)


class First(ReportPage):
    """What slips where a step is done before everything else of its person: `?step=`. Nothing is changed."""

    title = _("What slips if I do this first")
    url = "projects/first/"
    name = "projects-first"
    who = "work.view"
    template = "work/first.html"

    def sheet(self, query: Mapping[str, str], actor: Actor, **kwargs: Any) -> Sheet:
        return Sheet(SLIPS, self.found(query, actor)[1].slips)

    def found(self, query: Mapping[str, str], actor: Actor) -> tuple[Any, Moves, Picture]:
        """The step that comes first, and what slips; None and nothing where it is none that is open."""
        picture = today_picture(actor)
        key = number_in(query.get("step", ""))
        if key is None or key not in picture.planned:
            return None, Moves([]), picture
        return picture.steps[key], slips(picture, key), picture

    def context(self, request: HttpRequest, actor: Actor) -> dict[str, Any]:
        step, moves, picture = self.found(request.GET, actor)
        steps = sorted((picture.steps[key] for key in picture.planned), key=lambda each: (str(each.project), each.pk))
        parts = (
            (_("What moves"), [slip for slip in moves.slips if not slip.late_before]),
            (_("Late before"), [slip for slip in moves.slips if slip.late_before]),
        )
        return {
            "step": step,
            "parts": [(label, [(slip, effect(slip)) for slip in found]) for label, found in parts if found],
            "cost": sum((slip.cost or Decimal(0) for slip in moves.slips), Decimal(0)),
            "late": sum(slip.late for slip in moves.slips),
            "later": sum(slip.later for slip in moves.slips),
            "stays_late": moves.stays_late,
            "steps": steps,
            **cut_of(picture),
        }

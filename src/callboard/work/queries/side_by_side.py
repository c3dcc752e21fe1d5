"""Several projects at once: their steps by day, who is promised twice, whose weeks are full, what slips for what."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import F

from callboard.core.actions import Actor
from callboard.team.models import Person
from callboard.work.models import ProjectStep
from callboard.work.queries.projects import Picture, open_steps, picture_of
from callboard.work.rules.project_load import Twice, load, monday_of, promised_twice
from callboard.work.rules.projects import Planned, critical, minutes_on, one_by_one

DAY = timedelta(days=1)
WEEK = 7 * DAY
#: The most steps and weeks that are drawn.
MOST, WEEKS = 500, 12


@dataclass(frozen=True)
class Line:
    """A step on the timeline. critical: no other of its project has less slack.  against: where it is promised
    twice, the other steps of its doer that want the same hours.  rest: the company does not work on the day it is due."""

    step: ProjectStep
    planned: Planned
    due: date | None
    critical: bool
    against: tuple[ProjectStep, ...] = ()
    rest: bool = False

    @property
    def twice(self) -> bool:
        """Whether its doer is promised twice; never by one step alone, which has the days it needs."""
        return bool(self.against)

    @property
    def late(self) -> bool:
        """Whether it, or what waits for it, cannot be done in time."""
        return self.planned.slack is not None and self.planned.slack < 0


@dataclass(frozen=True)
class Full:
    """A week of a person: minutes of work on steps, and the minutes they have less holidays and absences."""

    person: Person
    monday: date
    needs: int
    has: int

    @property
    def over(self) -> int:
        """Minutes too many."""
        return max(self.needs - self.has, 0)


@dataclass(frozen=True)
class Slip:
    """What becomes of a step where another is done first: it ended on `was`, and ends on `will`."""

    step: ProjectStep
    was: date
    will: date
    due: date | None

    @property
    def days(self) -> int:
        """Days later; fewer than none where it is sooner."""
        return (self.will - self.was).days

    @property
    def late(self) -> bool:
        """Whether it is late by this: in time before, and not any more."""
        return self.due is not None and self.was <= self.due < self.will

    @property
    def late_before(self) -> bool:
        """Whether it is late whatever comes first, or was until now."""
        return self.due is not None and self.was > self.due

    @property
    def later(self) -> bool:
        """Whether what was late before is later by this."""
        return self.late_before and self.will > self.was

    @property
    def mended(self) -> bool:
        """Whether what was late before is in time by this."""
        return self.late_before and self.due is not None and self.will <= self.due

    @property
    def cost(self) -> Decimal | None:
        """Its price, where it is late by this."""
        return self.step.task.stake if self.late else None


@dataclass(frozen=True)
class Moves:
    """What a choice does. slips: what ends on other days, the dearest first.  stays_late: how many are late and do not move."""

    slips: list[Slip]
    stays_late: int = 0


def seen(actor: Actor, today: date) -> Picture:
    """The open steps of all projects somebody may see; of more than MOST those whose day comes first (`is_cut`)."""
    return picture_of(open_steps(actor).order_by(F("task__due_at").asc(nulls_last=True), "id")[: MOST + 1], today)


def is_cut(picture: Picture) -> bool:
    """Whether there may be more steps than were looked at."""
    return len(picture.steps) > MOST


def lines_of(picture: Picture) -> list[Line]:
    """The open steps, project by project, by the day they can begin."""
    by_project: dict[int, dict[int, Planned]] = {}
    for key, its in picture.planned.items():
        by_project.setdefault(picture.steps[key].project_id, {})[key] = its
    least = {key for planned in by_project.values() for key in critical(planned)}
    twice = {key: each.keys for each in twice_of(picture) for key in each.keys}
    due = {step.key: step.due for step in picture.open}
    lines = [
        Line(
            picture.steps[key],
            its,
            day := due[key],
            key in least,
            tuple(picture.steps[other] for other in twice.get(key, ()) if other != key),
            day is not None and not picture.company.works_on(day),
        )
        for key, its in picture.planned.items()
    ]
    return sorted(lines, key=lambda line: (line.step.project_id, line.planned.starts, line.planned.ends, line.step.pk))


def twice_of(picture: Picture) -> list[Twice]:
    """Who has more to do on some days than hours."""
    dated = {step.key for step in picture.open if picture.planned[step.key].latest is not None}
    windows = {key: days for key, days in picture.windows().items() if key in dated}
    return promised_twice(picture.open, windows, picture.calendar_of)


def weeks_of(picture: Picture) -> list[Full]:
    """The weeks in which people have steps to do, by person and week."""
    people = {step.task.owner.pk: step.task.owner for step in picture.steps.values() if step.task.owner is not None}
    found = load(picture.open, picture.windows(), picture.calendar_of)
    rows = [
        Full(people[who], monday, needs, _minutes(picture, who, monday))
        for (who, monday), needs in found.items()
        if needs
    ]
    return sorted(rows, key=lambda row: (row.person.name, row.person.pk, row.monday))


def _minutes(picture: Picture, who: int, monday: date) -> int:
    calendar = picture.calendar_of(who)
    return sum(minutes_on(calendar, monday + DAY * n) for n in range(7))


def slips(picture: Picture, first: int) -> Moves:
    """What ends on other days where a step is done before everything else of its person."""
    usual = one_by_one(picture.open, picture.today, picture.calendar_of)
    other = one_by_one(picture.open, picture.today, picture.calendar_of, first)
    due = {step.key: step.due for step in picture.open}
    every = [Slip(picture.steps[key], was, other[key][1], due[key]) for key, (_starts, was) in usual.items()]
    found = sorted(
        (slip for slip in every if slip.days), key=lambda slip: (-(slip.cost or Decimal(0)), -slip.days, slip.step.pk)
    )
    return Moves(found, sum(slip.late_before for slip in every) - sum(slip.late_before for slip in found))


def mondays(picture: Picture) -> list[date]:
    """The weeks the timeline draws."""
    last = max((days[1] for days in picture.windows().values()), default=picture.today)
    first = monday_of(picture.today)
    return [first + WEEK * n for n in range(min((last - first).days // 7 + 1, WEEKS))]

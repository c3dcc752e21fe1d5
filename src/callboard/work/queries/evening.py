"""What is left at the end of a day: promises not kept, work still open, and what the rooms above know besides."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q

from callboard.core.actions import Actor
from callboard.core.asking import Question, answers
from callboard.core.registry import DayEnd, register
from callboard.work.models import Task
from callboard.work.queries.day import Row, row_of
from callboard.work.queries.mine import awake_at, of_people
from callboard.work.queries.weighing import midnight_of, ranked
from callboard.work.rules.due import DAY
from callboard.work.rules.rank import rank

#: So many rows of each are shown; the figures count them all.
SHOWN = 30


@dataclass(frozen=True)
class Left:
    """What another room says is left: its words, and (what, account, when, address, what the button says)."""

    entry: DayEnd
    rows: Sequence[Any]


@dataclass(frozen=True)
class Evening:
    """The end of a person's day."""

    promises: list[Row]
    promised: int  #: how many there are in all
    open: list[Row]
    still: int
    others: list[Left]

    @property
    def clear(self) -> bool:
        """Whether nothing is left."""
        return not (self.promised or self.still or any(each.rows for each in self.others))


def evening_of(actor: Actor, now: datetime, people: frozenset[int]) -> Evening:
    """What was due up to today's end and is not done, of them and whom they cover. One query."""
    person = actor.person
    zone = person.tz
    today = now.astimezone(zone).date()
    due = awake_at(now) & Q(due_at__lt=midnight_of(today + DAY, zone))
    # What another room shows itself stands here once.
    shown = [entry.task_kind for entry in register.day_end if entry.task_kind]
    tasks = of_people(person, people).filter(due).exclude(kind__in=shown)
    promises, rest = tasks.filter(promised=True), tasks.filter(promised=False)
    asked = {
        "promises": _first(promises, now, actor),
        "promised": Question("count", promises),
        "open": _first(rest, now, actor),
        "still": Question("count", rest),
    }
    found: dict[str, Any] = answers(asked | {f"end:{entry.name}": entry.asks(actor, now) for entry in register.day_end})
    return Evening(
        promises=_rows(found["promises"], now, actor),
        promised=found["promised"],
        open=_rows(found["open"], now, actor),
        still=found["still"],
        others=[Left(entry, [entry.shows(row) for row in found[f"end:{entry.name}"]]) for entry in register.day_end],
    )


def _first(tasks: Any, now: datetime, actor: Actor) -> Question:
    zone = actor.person.tz
    first = ranked(tasks, now, now.astimezone(zone).date(), zone)[:SHOWN]
    whole = Task.objects.select_related("account", "owner", "team")
    return Question("records", whole.filter(pk__in=first.values("pk")))


def _rows(tasks: Iterable[Task], now: datetime, actor: Actor) -> list[Row]:
    zone = actor.person.tz
    return [row_of(task, actor.person, now, zone) for task in rank(tasks, now, zone)]

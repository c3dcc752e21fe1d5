"""Where one is in the calendar: the days a view shows around a day, and what is on each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import formats
from django.utils.translation import gettext_lazy as _

from callboard.calendar.queries.showing import Shown
from callboard.kit.listing.months import grid, month_of, month_text, next_month
from callboard.kit.when import time_text

DAY = timedelta(days=1)
VIEWS = {"month": _("Month"), "week": _("Week"), "people": _("People"), "agenda": _("Agenda")}
#: Days of an agenda.
AGENDA = 30


@dataclass(frozen=True)
class Line:
    """One thing on a day: its time in words, "" for whole days."""

    shown: Shown
    time: str


@dataclass(frozen=True)
class Place:
    """Where one is: the days shown, what they are called, and the way on."""

    view: str
    first: date
    days: list[list[date]]
    title: str
    before: date
    after: date

    @property
    def since(self) -> date:
        return self.days[0][0]

    @property
    def until(self) -> date:
        """The day after the last."""
        return self.days[-1][-1] + DAY

    def day(self, today: date) -> date:
        """The one another view is opened on: today where it is shown, else the first."""
        shown = self.since <= today < self.until and (self.view != "month" or today.replace(day=1) == self.first)
        return today if shown else self.first


def place_of(view: str, on: date) -> Place:
    """The days a view shows around a day. An unknown view is the month."""
    if view in ("week", "people"):
        days = _week(on)
        return Place(view, on, [days], _from_to(days), on - 7 * DAY, on + 7 * DAY)
    if view == "agenda":
        days = [on + n * DAY for n in range(AGENDA)]
        return Place(view, on, [days], _from_to(days), on - AGENDA * DAY, on + AGENDA * DAY)
    first = on.replace(day=1)
    return Place("month", first, grid(first), month_text(first), (first - DAY).replace(day=1), next_month(first))


def _week(on: date) -> list[date]:
    return next(week for week in grid(on.replace(day=1)) if on in week)


def _from_to(days: Sequence[date]) -> str:
    """ "Nov 22 – 28, 2026", "Nov 29 – Dec 5, 2026"."""
    first, last = days[0], days[-1]
    ends = formats.date_format(last, "j, Y" if (first.year, first.month) == (last.year, last.month) else "M j, Y")
    return f"{formats.date_format(first, 'M j' if first.year == last.year else 'M j, Y')} – {ends}"


def agenda_of(shown: Sequence[Shown], since: date, until: date) -> list[tuple[date, list[Line]]]:
    """The days that have something, each with what is on it."""
    days = [since + n * DAY for n in range((until - since).days)]
    found = [(day, [line_of(one, day) for one in shown if one.first <= day <= one.last]) for day in days]
    return [(day, lines) for day, lines in found if lines]


def line_of(one: Shown, day: date) -> Line:
    """What runs past midnight has its time on the day it begins."""
    if one.at is None or day != one.first:
        return Line(one, "")
    ends = f" – {time_text(one.until)}" if one.until is not None and one.until != one.at else ""
    return Line(one, f"{time_text(one.at)}{ends}")


def day_of(text: str, today: date) -> date:
    """The day an address names; today for anything else, and for what no calendar shows."""
    try:
        on = date.fromisoformat(text)
    except ValueError:
        return month_of(text, today) if text else today
    return on if 1900 <= on.year <= 2999 else today

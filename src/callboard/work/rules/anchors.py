"""Days that count from an anchor, and what becomes of each when it moves. Asks nothing, writes nothing."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from callboard.team.rules.business_time import WorkCalendar

DAY = timedelta(days=1)
#: As many days of rest as there may be in a row before nobody looks further.
MOST_REST = 400
#: An anchor and what counts from it lie within ten years.
MOST_DAYS = 3660


class Fate(StrEnum):
    """What becomes of a deadline."""

    MOVES = "moves"
    STAYS = "stays"
    ASKS = "asks"


@dataclass(frozen=True)
class Counted:
    """A deadline as the rule sees it. due_on: the day it is due now; None for none."""

    days: int | None
    business: bool
    open: bool
    day_on: date
    due_on: date | None
    told: bool = False


@dataclass(frozen=True)
class Verdict:
    """fate; why: done, fixed, same, by_hand, told, past or closed, "" where it simply moves; to: the day where it moves;
    closed: the day of rest it would fall on, where that is why."""

    fate: Fate
    to: date
    why: str = ""
    closed: date | None = None


def day_from(on: date, days: int, business: bool, calendar: WorkCalendar) -> date:
    """The day so many days after `on`, before it where negative. In days of work, none of them is `on` itself."""
    if not business:
        return on + DAY * days
    step, left, day = (DAY if days > 0 else -DAY), abs(days), on
    rest = 0
    while left and rest < MOST_REST:
        day += step
        works = calendar.works_on(day)
        left, rest = left - works, 0 if works else rest + 1
    # A company that never works counts by the calendar.
    return day if not left else on + DAY * days


def workday_before(day: date, calendar: WorkCalendar) -> date:
    """The day itself where the company works on it, else the last day of work before: what is due on a day of rest is
    done before it. Itself, too, where nobody ever works."""
    return next((at for n in range(MOST_REST) if calendar.works_on(at := day - DAY * n)), day)


def judge(deadline: Counted, anchor_on: date, calendar: WorkCalendar, today: date) -> Verdict:
    """What becomes of a deadline when its anchor stands on `anchor_on`.

    It stays: done, dropped or fixed. It asks: moved by hand or told to the customer, or its day would be past or one on
    which nobody works; `to` is the day it gets where somebody says yes.
    """
    if deadline.days is None:
        return Verdict(Fate.STAYS, deadline.day_on, "fixed")
    day = day_from(anchor_on, deadline.days, deadline.business, calendar)
    if not deadline.open:
        return Verdict(Fate.STAYS, day, "done")
    to = workday_before(day, calendar)
    if deadline.due_on in (day, to):
        return Verdict(Fate.STAYS, deadline.due_on, "same")
    if deadline.due_on != deadline.day_on:
        return Verdict(Fate.ASKS, to, "by_hand")
    if deadline.told:
        return Verdict(Fate.ASKS, to, "told")
    if to < today:
        return Verdict(Fate.ASKS, to, "past")
    if to != day:
        return Verdict(Fate.ASKS, to, "closed", day)
    return Verdict(Fate.MOVES, day)

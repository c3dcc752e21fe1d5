"""Whether a person can be given something now, and why not."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from callboard.team.rules.business_time import WorkCalendar, is_open

Reason = Literal["", "absent", "holiday", "outside_hours", "blocked", "on_call", "wrap_up", "away", "left"]

#: The statuses that say "not now", as reasons.
BUSY: dict[str, Reason] = {"on_call": "on_call", "wrap_up": "wrap_up", "away": "away"}


@dataclass(frozen=True)
class Presence:
    """What is known of a person at an instant."""

    active: bool
    status: str
    calendar: WorkCalendar
    absent_until: date | None = None
    blocked_until: datetime | None = None


@dataclass(frozen=True)
class Free:
    """The answer: free, or the first reason why not. `until` is the last day of an absence, `until_at` the end of a block."""

    person_id: int
    reason: Reason = ""
    until: date | None = None
    until_at: datetime | None = None

    @property
    def free(self) -> bool:
        return self.reason == ""


def reason_not_free(presence: Presence, now: datetime) -> Reason:
    """The first reason that holds, the most lasting one first; an empty string when there is none."""
    if not presence.active:
        return "left"
    if presence.absent_until is not None:
        return "absent"
    if presence.calendar.day_of(now) in presence.calendar.holidays:
        return "holiday"
    if not is_open(presence.calendar, now):
        return "outside_hours"
    if presence.blocked_until is not None:
        return "blocked"
    return BUSY.get(presence.status, "")

"""Clocks of service levels: begun, stopped and begun again by whoever has the thing they count; what the clock itself says.

`start_clock`, `pause_clock`, `resume_clock`, `stop_clock`, `drop_clock` are for bodies of actions: the cause holds the log
line. Each takes None, for where no service level holds.
"""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor, Refusal, action
from callboard.core.registry import register
from callboard.team.models import Team
from callboard.team.queries import business_day
from callboard.work.models import Clock, ClockState
from callboard.work.queries.clocks import allowed_by, calendar_for, level_for, reading_of
from callboard.work.rules.clocks import due_at, print_of, used_by, warn_at


def start_clock(
    kind: str, measure: str, *, by: Actor, team: Team | None = None, tier: str = "", since: datetime | None = None
) -> Clock | None:
    """Begin to count, from now or from `since` on, by the service level of that day, in the department's hours.

    The caller keeps the clock by a foreign key of its own. None where no level says how long it may take.
    """
    level = level_for(kind, team.pk if team is not None else None, tier, business_day(since or by.now))
    allowed = allowed_by(level, measure) if level is not None else None
    if level is None or allowed is None:
        return None
    clock = Clock(
        kind=kind,
        measure=measure,
        level=level,
        team=team,
        tier=tier,
        started_at=since or by.now,
        since_at=since or by.now,
        allowed_seconds=int(allowed.total_seconds()),
        created_at=by.now,
    )
    return _reckon(clock, by)


def pause_clock(clock: Clock | None, *, by: Actor) -> None:
    """It stands from now on: somebody else has to act."""
    if clock is not None and clock.state == ClockState.RUNNING:
        _stand(clock, ClockState.PAUSED, by)


def resume_clock(clock: Clock | None, *, by: Actor, as_if_never_stopped: bool = False) -> None:
    """It runs from now on.  as_if_never_stopped: from when it was stopped, where that was a mistake."""
    if clock is None or clock.state == ClockState.RUNNING:
        return
    clock.since_at = clock.stood_at if as_if_never_stopped else by.now
    clock.state, clock.stood_at = ClockState.RUNNING, None
    _reckon(clock, by)


def stop_clock(clock: Clock | None, *, by: Actor) -> None:
    """What it counted is done: in time, or late."""
    if clock is None or clock.state not in (ClockState.RUNNING, ClockState.PAUSED):
        return
    if clock.breached_at is None and clock.due_at is not None and clock.due_at < by.now:
        clock.breached_at = clock.due_at
    _stand(clock, ClockState.MISSED if clock.breached_at is not None else ClockState.MET, by)


def drop_clock(clock: Clock | None, *, by: Actor) -> None:
    """What it counted need not be done: it says nothing about anybody."""
    if clock is not None and clock.state in (ClockState.RUNNING, ClockState.PAUSED):
        _stand(clock, ClockState.DROPPED, by)


@action(
    _("Warned of service level"),
    said=_("Nearly late: {clock}"),
    who="work.clock",
    final=_("It was said."),
    icon="clock",
)
def warn_clock(clock: Clock, *, by: Actor) -> Clock:
    """Most of its time is used: whoever has the thing it counts is told."""
    clock.warned_at = clock.updated_at = by.now
    clock.save()
    register.clock[clock.kind].value(by, clock, "near")
    return clock


@warn_clock.can
def _is_near(clock: Clock, now: datetime) -> Refusal | None:
    if clock.warned_at is not None or clock.warn_at is None or clock.warn_at > now:
        return Refusal("not_near", _("There is time."))
    return _stands(clock)


@action(
    _("Missed service level"),
    said=_("Late: {clock}"),
    who="work.clock",
    final=_("It was late."),
    icon="alert-triangle",
)
def miss_clock(clock: Clock, *, by: Actor) -> Clock:
    """Its time is used up: it is late since then, and whoever has the thing it counts is told."""
    clock.breached_at = clock.due_at
    clock.updated_at = by.now
    clock.save()
    register.clock[clock.kind].value(by, clock, "late")
    return clock


@miss_clock.can
def _is_late(clock: Clock, now: datetime) -> Refusal | None:
    if clock.due_at is None or clock.due_at > now:
        return Refusal("not_over", _("Its time is not over."))
    return _stands(clock)


@action(
    _("Reckoned service level anew"),
    said=_("Reckoned anew: {clock}"),
    who="work.clock",
    final=_("It follows the hours and the level."),
    icon="refresh",
)
def recount_clock(clock: Clock, *, by: Actor) -> Clock:
    """Hours, holidays or its level are others now. What was counted before its last pause stays as it was counted; what is
    late no more is not late."""
    _reckon(clock, by)
    for name, at in (("breached_at", clock.due_at), ("warned_at", clock.warn_at)):
        if at is not None and at > by.now:
            setattr(clock, name, None)
    clock.save()
    register.clock[clock.kind].value(by, clock, "reckoned")
    return clock


@recount_clock.can
def _can_recount(clock: Clock, now: datetime) -> Refusal | None:
    return _stands(clock)


def _stands(clock: Clock) -> Refusal | None:
    return None if clock.state == ClockState.RUNNING else Refusal("stands", _("This clock does not run."))


def _stand(clock: Clock, state: ClockState, by: Actor) -> None:
    if clock.state == ClockState.RUNNING:
        used = used_by(calendar_for(clock.team), reading_of(clock), by.now)
        clock.used_seconds = int(used.total_seconds())
        clock.since_at, clock.stood_at = None, by.now
    clock.state = state
    clock.updated_at = by.now
    clock.save()
    by.changed(clock, topic="work")


def _reckon(clock: Clock, by: Actor) -> Clock:
    """By the level that holds for the day it began, where there still is one, and the hours of now."""
    level = level_for(clock.kind, clock.team_id, clock.tier, business_day(clock.started_at))
    allowed = allowed_by(level, clock.measure) if level is not None else None
    if level is not None and allowed is not None:
        clock.level, clock.allowed_seconds = level, int(allowed.total_seconds())
    calendar = calendar_for(clock.team)
    reading = reading_of(clock)
    clock.due_at, clock.warn_at = due_at(calendar, reading), warn_at(calendar, reading)
    clock.reckoned_by = print_of(calendar)
    clock.updated_at = by.now
    clock.save()
    by.changed(clock, topic="work")
    return clock

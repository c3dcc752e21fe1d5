"""Service levels: set from a day on, ended for a day. A level is never changed: another follows it."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor, Invalid, Refusal, Refused, action
from callboard.directory.models import Tier
from callboard.team.models import Team
from callboard.work.models import Clock, Counted, ServiceLevel

MOST = Decimal(10000)


@action(
    _("Set service level"),
    said=_("Set the service level {result}"),
    who="work.levels",
    undo="work.end_service_level",
    icon="clock",
)
def create_service_level(
    *,
    by: Actor,
    kind: Counted = Counted.HANDOFF,
    team: Team | None = None,
    tier: Tier | None = None,
    response_hours: Decimal | None = None,
    resolution_hours: Decimal | None = None,
    starts_on: date | None = None,
) -> ServiceLevel:
    """Within how many hours of work something is answered and done, from a day on; one that holds for the same ends then.

    Hours are those of the department. What began that day or later is counted by it, within a minute.
    """
    _check(response_hours, resolution_hours)
    starts = starts_on or by.today
    if starts < by.today:
        raise Invalid({"starts_on": _("That is past: what began until today is counted by the levels of then.")})
    rows = ServiceLevel.objects.select_for_update(no_key=True)
    for level in rows.filter(kind=kind, team=team, tier=tier or "", ends_on=None):
        if level.starts_on > starts:
            raise Invalid({"starts_on": _("Another level for the same begins later; end that one first.")})
        _end(level, starts, by)
        by.touched(level, result=level)
    made = ServiceLevel(
        kind=kind,
        team=team,
        tier=tier or "",
        response_hours=response_hours,
        resolution_hours=resolution_hours,
        starts_on=starts,
        created_at=by.now,
        updated_at=by.now,
    )
    made.save()
    _let_reckon(kind)
    return made


@action(
    _("Ended service level"),
    said=_("Ended the service level {level}"),
    who="work.levels",
    undo="work.reopen_service_level",
    icon="calendar-x",
)
def end_service_level(level: ServiceLevel, *, by: Actor, ends_on: date | None = None) -> ServiceLevel:
    """From that day on (today where none is said) nothing is counted by it any more. What is counted by it stays so."""
    on = max(ends_on or by.today, level.starts_on)
    if on < by.today:
        raise Invalid({"ends_on": _("That is past.")})
    _end(level, on, by)
    _let_reckon(level.kind)
    return level


@end_service_level.can
def _holds(level: ServiceLevel, now: datetime) -> Refusal | None:
    return Refusal("ended", _("It has ended.")) if level.ends_on is not None else None


@action(
    _("Reopened service level"),
    said=_("The service level {level} holds again"),
    who="work.levels",
    undo="work.end_service_level",
    icon="rotate",
)
def reopen_service_level(level: ServiceLevel, *, by: Actor) -> ServiceLevel:
    """It did not end after all."""
    same = ServiceLevel.objects.filter(kind=level.kind, team=level.team_id, tier=level.tier, ends_on=None)
    if same.exists():
        raise Refused(Refusal("followed", _("Another level holds for the same.")))
    level.ends_on, level.updated_at = None, by.now
    level.save()
    _let_reckon(level.kind)
    return level


@reopen_service_level.can
def _has_ended(level: ServiceLevel, now: datetime) -> Refusal | None:
    return Refusal("holds", _("It has no end.")) if level.ends_on is None else None


def _check(response: Decimal | None, resolution: Decimal | None) -> None:
    given = {"response_hours": response, "resolution_hours": resolution}
    wrong: dict[str, Any] = {
        name: _("Between a quarter of an hour and {most} hours.").format(most=MOST)
        for name, hours in given.items()
        if hours is not None and not Decimal("0.25") <= hours <= MOST
    }
    if response is None and resolution is None:
        wrong["response_hours"] = _("Say how soon it is answered, or how soon it is done.")
    elif response is not None and resolution is not None and not wrong and response > resolution:
        wrong["response_hours"] = _("It is answered before it is done.")
    if wrong:
        raise Invalid(wrong)


def _end(level: ServiceLevel, on: date, by: Actor) -> None:
    level.ends_on, level.updated_at = on, by.now
    level.save()


def _let_reckon(kind: str) -> None:
    """The clocks of this kind that run look at their level again with the next minute."""
    Clock.objects.running().filter(kind=kind).update(reckoned_by="")

"""Hours and absences."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from callboard.core import events
from callboard.core.access import allows
from callboard.core.actions import Actor, Invalid, Refusal, Refused, Text, action
from callboard.core.leavers import must_work_here
from callboard.team.models import Absence, Person, Team, WorkHours
from callboard.team.reading.hours import Unreadable, Week, read_week, write_week
from callboard.team.rules.settings import known_zone
from callboard.team.rules.settings import region as known_region

DAY = timedelta(days=1)


@action(
    _("Recorded absence"),
    said=_("Recorded the absence of {person}"),
    who="team.own",
    undo="team.end_absence",
    icon="sun",
)
def record_absence(
    person: Person, *, by: Actor, starts_on: date, ends_on: date, cover: Person | None = None, note: str = ""
) -> Absence:
    """Days, both included, on which a person is away; `cover` sees and does for those days what they may.

    Invalid for days that run backwards or overlap another absence, or a cover who is away then or has left.
    """
    _check_days(person, starts_on, ends_on)
    if cover is not None:
        _check_cover(person, cover, starts_on, ends_on)
        _refuse_oneself(person, cover, by)
    absence = Absence(
        person=person,
        starts_on=starts_on,
        ends_on=ends_on,
        cover=cover,
        note=note.strip(),
        created_at=by.now,
        updated_at=by.now,
    )
    absence.save()
    by.undo_args(withdraw=True)
    by.changed(absence, topic="presence")
    events.absence_changed.send(by, absence_id=absence.pk)
    return absence


@record_absence.can
def _record_absence(person: Person, now: datetime) -> Refusal | None:
    if not person.is_active:
        return Refusal("left", _("{name} no longer works here."), name=person.name)
    return None


@action(
    _("Ended absence"),
    said=_("Ended the absence of {absence.person}"),
    who="team.own",
    final=_("Record it again where it was ended by mistake."),
    icon="home",
)
def end_absence(absence: Absence, *, by: Actor, withdraw: bool = False) -> Absence:
    """The person is back today: yesterday was the last day. An absence that has not begun, or `withdraw`, never was."""
    yesterday = by.now.astimezone(absence.person.tz).date() - DAY
    if withdraw or absence.starts_on > yesterday:
        absence.withdrawn_at = by.now
    else:
        absence.ends_on = yesterday
    absence.updated_at = by.now
    absence.save()
    by.changed(absence, topic="presence")
    events.absence_changed.send(by, absence_id=absence.pk)
    return absence


@end_absence.can
def _end_absence(absence: Absence, now: datetime) -> Refusal | None:
    if absence.withdrawn_at is not None:
        return Refusal("withdrawn", _("This absence was withdrawn already."))
    if absence.ends_on < now.astimezone(absence.person.tz).date():
        return Refusal("over", _("This absence is over since {on}."), on=absence.ends_on)
    return None


@action(_("Set hours"), said=_("Set the hours of {person}"), who="team.own", undo="team.set_hours", icon="clock")
def set_hours(person: Person, *, by: Actor, hours: Text) -> Person:
    """A person's week, like "Mon-Thu 8:00-12:00, 12:30-17:00; Fri 8-15". Empty means the company's hours."""
    week = _read(hours)
    by.undo_args(hours=hours_text(person))
    _replace_hours(person, week, by)
    person.updated_at = by.now
    person.save()
    by.changed(person, topic="presence")
    return person


@action(
    _("Set hours of team"),
    said=_("Set the hours of {team}"),
    who="team.manage",
    undo="team.set_team_hours",
    icon="clock",
)
def set_team_hours(team: Team, *, by: Actor, hours: Text, zone: str = "", region: str = "") -> Team:
    """When a team works, like "Mon-Fri 8:00-17:00", where, and by whose holidays; what is empty is as the company has it.

    Service levels of a department are counted in these hours; what runs is reckoned anew within a minute.
    """
    week = write_week(_read(hours))
    if len(week) > 250:
        raise Invalid({"hours": _("That is too long: write days with the same hours together.")})
    new = {"hours": week, "zone": _fit("zone", known_zone, zone), "region": _fit("region", known_region, region)}
    by.undo_args(**{name: getattr(team, name) for name in new})
    for name, value in new.items():
        setattr(team, name, value)
    team.updated_at = by.now
    team.save()
    return team


def _fit(field: str, read: Callable[[str], str], text: str) -> str:
    try:
        return read(text.strip()) if text.strip() else ""
    except ValueError as fault:
        raise Invalid({field: str(fault)}) from None


def _read(hours: str) -> Week:
    try:
        return read_week(hours)
    except Unreadable as fault:
        raise Invalid(
            {"hours": _("“{part}” cannot be read. Write it like Mon-Fri 8:00-17:00.").format(part=fault.part)}
        ) from None


def hours_text(person: Person, known: Iterable[WorkHours] | None = None) -> str:
    """A person's own hours as they would write them; empty for the company's.  known: the rows, where they were read."""
    rows = person.hours.all() if known is None else known
    return write_week([(row.weekday, row.starts, row.ends) for row in rows])


def _replace_hours(person: Person, week: Week, by: Actor) -> None:
    person.hours.all().delete()
    WorkHours.objects.bulk_create(
        WorkHours(person=person, weekday=day, starts=starts, ends=ends, created_at=by.now, updated_at=by.now, version=1)
        for day, starts, ends in week
    )


def _check_days(person: Person, starts_on: date, ends_on: date) -> None:
    if ends_on < starts_on:
        raise Invalid({"ends_on": _("The last day is before the first.")})
    other = _around(person, starts_on, ends_on).first()
    if other is not None:
        raise Refused(
            Refusal("overlaps", _("There is an absence already, {days}. End that one first."), days=_days(other))
        )


def _check_cover(person: Person, cover: Person, starts_on: date, ends_on: date) -> None:
    must_work_here(cover=cover)
    if cover.pk == person.pk:
        raise Invalid({"cover": _("Choose somebody else.")})
    away = _around(cover, starts_on, ends_on).first()
    if away is not None:
        raise Invalid({"cover": _("They are away themselves, {days}.").format(days=_days(away))})


def _refuse_oneself(person: Person, cover: Person, by: Actor) -> None:
    """Nobody makes themselves the stand-in of somebody else, unless they manage that person."""
    if by.person_id is None or cover.pk != by.person_id or person.pk == by.person_id:
        return
    leads = person.team is not None and person.team.manager_id == by.person_id
    if not leads and not allows(by, "team.manage"):
        raise Invalid({"cover": _("Only a manager takes over for somebody else. Ask them, or choose another person.")})


def _around(person: Person, starts_on: date, ends_on: date) -> QuerySet[Absence]:
    return person.absences.filter(withdrawn_at__isnull=True, starts_on__lte=ends_on, ends_on__gte=starts_on)


def _days(absence: Absence) -> str:
    return f"{absence.starts_on:%b} {absence.starts_on.day} - {absence.ends_on:%b} {absence.ends_on.day}"

"""Holidays: one by one, and those of a region and year in one go."""

from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor, Invalid, Text, action
from callboard.core.reading import forget
from callboard.core.refs import number_in
from callboard.team.models import Holiday
from callboard.team.queries.company import holds_in
from callboard.team.reading.public_holidays import (
    FIRST_YEAR,
    LAST_YEAR,
    UnknownRegion,
    UnknownYear,
    public_holidays,
)
from callboard.team.rules.settings import region as read_region

THERE = _("This day is a holiday there already.")


@action(
    _("Added holiday"), said=_("Added holiday {name}"), who="team.manage", undo="team.remove_holiday", icon="confetti"
)
def add_holiday(*, by: Actor, on: date, name: str, region: str = "") -> Holiday:
    """A day nobody of a region works; no region means everybody."""
    holiday = Holiday(on=on, name=_name(name), region=_region(region), created_at=by.now)
    return _saved(holiday, by)


@action(
    _("Changed holiday"),
    said=_("Changed holiday {holiday.name}"),
    who="team.manage",
    undo="team.change_holiday",
    icon="pencil",
)
def change_holiday(
    holiday: Holiday, *, by: Actor, on: date | None = None, name: str | None = None, region: str | None = None
) -> Holiday:
    """Another day, name or region; None leaves it as it is."""
    by.undo_args(on=holiday.on, name=holiday.name, region=holiday.region)
    holiday.on = on or holiday.on
    holiday.name = holiday.name if name is None else _name(name)
    holiday.region = holiday.region if region is None else _region(region)
    return _saved(holiday, by)


@action(
    _("Removed holiday"),
    said=_("Removed holiday {holiday.name}"),
    who="team.manage",
    undo="team.add_holiday",
    icon="trash",
)
def remove_holiday(holiday: Holiday, *, by: Actor) -> None:
    """The day is worked after all."""
    by.undo_args(on=holiday.on, name=holiday.name, region=holiday.region)
    holiday.delete()


@action(
    _("Added public holidays"),
    said=_("Added the public holidays of {region}, {year}"),
    who="team.manage",
    undo="team.remove_public_holidays",
    icon="table-import",
)
def add_public_holidays(*, by: Actor, region: str, year: int, days: Text | None = None) -> None:
    """Add the public holidays of a region and year; those that hold there already are left as they are.

    days: only these, as dates like 2027-01-01 with spaces between. Invalid where nothing is left to add.
    """
    place = _region(region)
    found, wanted = offered(place, year), set((days or "").split())
    if unknown := wanted - {f"{on}" for on, _title in found}:
        sentence = _("{day} is no public holiday there.").format(day=min(unknown)[:40])
        raise Invalid({"days": sentence})
    there = held(place, year)
    made = [
        Holiday(on=on, name=name, region=place, created_at=by.now, updated_at=by.now, version=1)
        for on, name in found
        if on not in there and (not wanted or f"{on}" in wanted)
    ]
    if not made:
        raise Invalid({"": _("All of them are there already.")})
    Holiday.objects.bulk_create(made)
    forget()
    by.undo_args(ids=" ".join(str(one.pk) for one in made))


@action(
    _("Removed public holidays"),
    said=_("Removed the public holidays again"),
    who="team.manage",
    final=_("Add them again."),
    icon="trash",
)
def remove_public_holidays(*, by: Actor, ids: Text) -> None:
    """Remove what was added, but for those that somebody changed since."""
    numbers = [number for one in ids.split() if (number := number_in(one)) is not None]
    Holiday.objects.filter(pk__in=numbers, version=1).delete()
    forget()


def offered(region: str, year: int) -> list[tuple[date, str]]:
    """The public holidays of a region and year. Invalid with the sentence why there are none."""
    try:
        return public_holidays(region, year, get_language() or "en")
    except UnknownRegion:
        sentence = _(
            "The public holidays of “{region}” are not known here. Write a country, or a part of one: US, US-TX."
        )
        raise Invalid({"region": sentence.format(region=region[:40])}) from None
    except UnknownYear:
        sentence = _("Choose a year from {first} to {last}.")
        raise Invalid({"year": sentence.format(first=FIRST_YEAR, last=LAST_YEAR)}) from None


def held(region: str, year: int) -> dict[date, Holiday]:
    """The holidays of a year that hold in a region already: its own, its country's, everybody's."""
    rows = Holiday.objects.filter(on__year=year).order_by("region")
    return {row.on: row for row in rows if holds_in(row.region, region)}


def _saved(holiday: Holiday, by: Actor) -> Holiday:
    if Holiday.objects.filter(on=holiday.on, region=holiday.region).exclude(pk=holiday.pk).exists():
        raise Invalid({"on": THERE})
    holiday.updated_at = by.now
    holiday.save()
    return holiday


def _name(name: str) -> str:
    cleaned = " ".join(name.split())
    if not cleaned:
        raise Invalid({"name": _("Give the holiday a name.")})
    return cleaned


def _region(region: str) -> str:
    try:
        return read_region(region)
    except ValueError as fault:
        raise Invalid({"region": str(fault)}) from None

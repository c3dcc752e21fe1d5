"""Calendars set up, renamed, put away and taken out again; and the words events are marked with."""

from datetime import datetime
from zoneinfo import available_timezones

from django.utils.translation import gettext_lazy as _

from callboard.calendar.models import Calendar, Category, Event, Layer
from callboard.core.access import own_token
from callboard.core.actions import Actor, Invalid, Refusal, Refused, action
from callboard.team.models import Person


@action(
    _("Set up calendar"),
    said=_("Set up “{result}”"),
    who="calendar.manage",
    undo="calendar.archive_calendar",
    icon="calendar-plus",
)
def create_calendar(*, by: Actor, name: str, layer: Layer = Layer.TEAM, zone: str = "") -> Calendar:
    """One everybody sees. zone: of what is written without one; "" for the company's."""
    if layer == Layer.PERSONAL:
        raise Invalid({"layer": _("Everybody has a calendar of their own by themselves.")})
    calendar = Calendar(
        name=_free_name(name, None), layer=layer, zone=_zone(zone), created_at=by.now, updated_at=by.now
    )
    calendar.save()
    by.changed(calendar, topic="calendar")
    return calendar


@action(
    _("Changed calendar"),
    said=_("Changed “{calendar}”"),
    who="calendar.manage",
    undo="calendar.change_calendar",
    icon="pencil",
)
def change_calendar(
    calendar: Calendar, *, by: Actor, name: str | None = None, layer: Layer | None = None, zone: str | None = None
) -> Calendar:
    """What is not said stays."""
    by.undo_args(name=calendar.name, layer=calendar.layer, zone=calendar.zone)
    if layer is not None and (layer == Layer.PERSONAL) != (calendar.layer == Layer.PERSONAL):
        raise Invalid({"layer": _("A calendar of one's own stays that, and no other becomes one.")})
    calendar.name = calendar.name if name is None else _free_name(name, calendar)
    calendar.layer = layer or calendar.layer
    calendar.zone = calendar.zone if zone is None else _zone(zone)
    calendar.updated_at = by.now
    calendar.save()
    by.changed(calendar, topic="calendar")
    return calendar


@action(
    _("Archived calendar"),
    said=_("Archived “{calendar}”"),
    who="calendar.manage",
    undo="calendar.restore_calendar",
    icon="archive",
)
def archive_calendar(calendar: Calendar, *, by: Actor) -> Calendar:
    """Its events are kept and no longer shown."""
    calendar.archived_at = calendar.updated_at = by.now
    calendar.save()
    by.changed(calendar, topic="calendar")
    return calendar


@archive_calendar.can
@change_calendar.can
def _may_change(calendar: Calendar, now: datetime) -> Refusal | None:
    return Refusal("archived", _("It is archived.")) if calendar.archived_at is not None else None


@action(
    _("Restored calendar"),
    said=_("Restored “{calendar}”"),
    who="calendar.manage",
    undo="calendar.archive_calendar",
    icon="archive-off",
)
def restore_calendar(calendar: Calendar, *, by: Actor) -> Calendar:
    """It is shown again."""
    _free_name(calendar.name, calendar)
    calendar.archived_at, calendar.updated_at = None, by.now
    calendar.save()
    by.changed(calendar, topic="calendar")
    return calendar


@restore_calendar.can
def _may_restore(calendar: Calendar, now: datetime) -> Refusal | None:
    return Refusal("there", _("It is not archived.")) if calendar.archived_at is None else None


@action(
    _("Added category"), said=_("Added “{result}”"), who="calendar.manage", undo="calendar.retire_category", icon="tag"
)
def create_category(*, by: Actor, name: str) -> Category:
    """A word events can be marked with."""
    said = " ".join(name.split())[:60]
    if not said:
        raise Invalid({"name": _("Give it a name.")})
    if Category.objects.filter(name__iexact=said).exists():
        raise Invalid({"name": _("There is such a category already.")})
    category = Category(name=said, created_at=by.now, updated_at=by.now)
    category.save()
    return category


@action(
    _("Renamed category"),
    said=_("Renamed it to “{category}”"),
    who="calendar.manage",
    undo="calendar.rename_category",
    icon="pencil",
)
def rename_category(category: Category, *, by: Actor, name: str) -> Category:
    """On every event that has it."""
    said = " ".join(name.split())[:60]
    if not said or Category.objects.filter(name__iexact=said).exclude(pk=category.pk).exists():
        raise Invalid({"name": _("Give it a name no other has.")})
    by.undo_args(name=category.name)
    for event in Event.objects.filter(categories__contains=[category.name]):
        event.categories = [said if each == category.name else each for each in event.categories]
        event.save(update_fields=["categories"])
    category.name, category.updated_at = said, by.now
    category.save()
    return category


@action(
    _("Retired category"),
    said=_("Retired “{category}”"),
    who="calendar.manage",
    undo="calendar.bring_category_back",
    icon="archive",
)
def retire_category(category: Category, *, by: Actor) -> Category:
    """It stays where it is and is offered no more."""
    category.retired_at = category.updated_at = by.now
    category.save()
    return category


@retire_category.can
def _may_retire(category: Category, now: datetime) -> Refusal | None:
    return Refusal("retired", _("It is retired already.")) if category.retired_at is not None else None


@action(
    _("Brought category back"),
    said=_("Brought “{category}” back"),
    who="calendar.manage",
    undo="calendar.retire_category",
    icon="archive-off",
)
def bring_category_back(category: Category, *, by: Actor) -> Category:
    """It is offered again."""
    category.retired_at, category.updated_at = None, by.now
    category.save()
    return category


@bring_category_back.can
def _may_bring_back(category: Category, now: datetime) -> Refusal | None:
    return Refusal("offered", _("It is offered.")) if category.retired_at is None else None


def own_calendar(by: Actor) -> Calendar:
    """The calendar of whoever acts, which nobody else sees; made when they first need it. Invalid for the clock."""
    if by.person is None:
        raise Invalid({"calendar": _("Say which calendar.")})
    found = Calendar.objects.filter(owner=by.person, archived_at=None).first()
    if found is not None:
        return found
    calendar = Calendar(
        name=by.person.name[:120],
        layer=Layer.PERSONAL,
        owner=by.person,
        audience=[own_token(by.person.pk)],
        created_at=by.now,
        updated_at=by.now,
    )
    calendar.save()
    by.changed(calendar, topic="calendar")
    return calendar


def put_away(by: Actor, person: Person) -> None:
    """Whoever leaves: their own calendar is archived with them."""
    for calendar in Calendar.objects.filter(owner=person, archived_at=None):
        archive_calendar(calendar, by=by)


def _free_name(name: str, own: Calendar | None) -> str:
    said = " ".join(name.split())[:120]
    if not said:
        raise Invalid({"name": _("Give it a name.")})
    others = Calendar.objects.filter(name=said, owner=None, archived_at=None)
    if (others.exclude(pk=own.pk) if own is not None else others).exists():
        raise Refused(Refusal("taken", _("There is a calendar of that name.")))
    return said


def _zone(zone: str) -> str:
    if zone and zone not in available_timezones():
        raise Invalid({"zone": _("There is no time zone “{zone}”.").format(zone=zone[:60])})
    return zone

"""Lists and records: events, the calendars they stand in, the words they are marked with."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from callboard.calendar import actions
from callboard.calendar.models import Calendar, Category, Event
from callboard.calendar.pages.parts import PANELS
from callboard.calendar.rules.reminding import alarm_of
from callboard.calendar.rules.repeating import in_words
from callboard.calendar.tables import CalendarTable, CategoryTable, EventTable, state_of, when_of
from callboard.kit.filters import Between, Choice, Flag, Search
from callboard.kit.filters import Person as PersonFilter
from callboard.kit.pages import ListPage, RecordPage
from callboard.kit.pages.lists import Empty


class Events(ListPage):
    """Everything that stands in a calendar, as a list: filtered, exported, as a month by its own dates."""

    model = Event
    title = _("Events")
    url = "events/"
    name = "events"
    table = EventTable
    filters = (
        Search(("title", "place")),
        Between("starts_on", _("From")),
        PersonFilter("organizer", _("Organizer")),
        Flag("repeats", _("Repeats"), ~Q(rule="")),
        Flag("removed", _("Removed"), Q(removed_at__isnull=False)),
    )
    order = ("-starts_on", "-id")
    buttons = (actions.create_event,)
    bulk = (actions.remove_event, actions.restore_event)
    paste = False
    empty = Empty(
        _("No events yet"), _("Add one, or bring in a calendar file."), "calendar", (actions.create_event.name,)
    )


class EventRecord(RecordPage):
    """One event, or a series with its rule in words."""

    model = Event
    url = "events/<int:pk>/"
    name = "event"
    related = ("calendar", "account", "organizer", "series")
    buttons = (
        actions.change_event,
        actions.move_event,
        actions.send_invitations,
        actions.add_guest,
        actions.call_off,
        actions.remind_again,
        actions.hand_over_event,
        actions.join_series,
        actions.remove_event,
        actions.restore_event,
    )
    timeline = False
    panels = PANELS

    def state(self, obj: Event) -> tuple[Any, str] | None:
        return state_of(obj)

    def subtitle(self, obj: Event) -> str:
        return in_words(obj.rule, obj.starts)

    def facts(self, obj: Event) -> Sequence[Any]:
        found = [
            (_("From"), obj.starts_on, "date"),
            (_("To"), obj.ends_on if obj.ends_on != obj.starts_on else None, "date"),
            (_("Time"), when_of(obj)),
            (_("Categories"), ", ".join(obj.categories)),
            (_("Reminder"), alarm_of(obj.alarms).label if obj.alarms else ""),
            (_("Time zone"), obj.zone),
            (_("Calendar"), obj.calendar),
            (_("Place"), obj.place),
            (_("Account"), obj.account, "account"),
            (_("Organizer"), obj.organizer, "person"),
            (_("Text"), obj.text),
            (_("Instead of"), obj.recurrence_of),
        ]
        return [fact for fact in found if fact[1] not in (None, "")]


class Calendars(ListPage):
    model = Calendar
    title = _("Calendars")
    url = "calendars/"
    name = "calendars"
    table = CalendarTable
    filters = (
        Search(("name",)),
        Choice("layer", _("What for")),
        Flag("archived", _("Archived"), Q(archived_at__isnull=False)),
    )
    order = ("name", "id")
    buttons = (actions.create_calendar, actions.create_feed)
    bulk = (actions.archive_calendar, actions.restore_calendar)
    empty = Empty(_("No calendars yet"), _("Set up one for conventions, one for the sales month."), "calendar")


class CalendarRecord(RecordPage):
    model = Calendar
    url = "calendars/<int:pk>/"
    name = "calendar-record"
    related = ("owner",)
    buttons = (
        actions.read_event_file,
        actions.change_calendar,
        actions.archive_calendar,
        actions.restore_calendar,
    )
    timeline = False

    def state(self, obj: Calendar) -> tuple[Any, str] | None:
        return (_("Archived"), "") if obj.archived_at else None

    def facts(self, obj: Calendar) -> Sequence[Any]:
        found = [
            (_("What for"), obj.get_layer_display()),
            (_("Whose"), obj.owner, "person"),
            (_("Time zone"), obj.zone),
        ]
        return [fact for fact in found if fact[1] not in (None, "")]


class Categories(ListPage):
    model = Category
    title = _("Categories of events")
    url = "event-categories/"
    name = "event-categories"
    table = CategoryTable
    filters = (Search(("name",)), Flag("retired", _("Retired"), Q(retired_at__isnull=False)))
    order = ("name", "id")
    buttons = (actions.create_category,)
    bulk = (actions.retire_category, actions.bring_category_back)
    empty = Empty(_("No categories yet"), _("Words events are marked with, like Convention or Training."), "tag")


class CategoryRecord(RecordPage):
    model = Category
    url = "event-categories/<int:pk>/"
    name = "event-category"
    buttons = (actions.rename_category, actions.retire_category, actions.bring_category_back)
    timeline = False

    def state(self, obj: Category) -> tuple[Any, str] | None:
        return (_("Retired"), "") if obj.retired_at else None

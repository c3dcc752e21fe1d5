"""What the lists of calendars show."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from callboard.calendar.models import Event
from callboard.calendar.rules.repeating import in_words
from callboard.kit.tables import Column, Table
from callboard.kit.when import time_text


def when_of(event: Event) -> str:
    """ "10:00 to 11:00 AM", in its own zone; "" for whole days."""
    if event.starts_time is None or event.ends_time is None:
        return ""
    return f"{time_text(event.starts_time)} – {time_text(event.ends_time)}"


def repeats_words(event: Event) -> str:
    """How it repeats, in words."""
    return in_words(event.rule, event.starts)


class EventTable(Table):
    columns = [
        Column("title", _("What"), link=True),
        Column("starts_on", _("From"), kind="date"),
        Column("when", _("Time"), value=when_of, sort=None, needs=("starts_time", "ends_time")),
        Column("repeats", _("Repeats"), value=repeats_words, sort=None, needs=("rule",)),
        Column("calendar", _("Calendar")),
        Column("place", _("Place")),
        Column("account", _("Account"), kind="account"),
    ]


class CalendarTable(Table):
    columns = [
        Column("name", _("Calendar"), link=True),
        Column("layer", _("What for"), value=lambda row: row.get_layer_display()),
        Column("owner", _("Whose"), kind="person"),
        Column("zone", _("Time zone")),
        Column("archived_at", _("Archived"), kind="when"),
    ]


class CategoryTable(Table):
    columns = [
        Column("name", _("Category"), link=True),
        Column("retired_at", _("Retired"), kind="when"),
    ]


def state_of(event: Event) -> tuple[Any, str] | None:
    """What is out of the ordinary about it."""
    if event.removed_at is not None:
        return _("Removed"), ""
    return {"cancelled": (_("Cancelled"), "lost"), "tentative": (_("Tentative"), "due")}.get(event.state)

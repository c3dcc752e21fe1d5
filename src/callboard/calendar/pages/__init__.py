"""The pages of calendars."""

from callboard.calendar.pages.feeds import FeedRecord, Feeds
from callboard.calendar.pages.files import CalendarDownload, EventDownload, EventFileRecord, EventFiles
from callboard.calendar.pages.forms import ChangeEvent, ChangeTime, CreateEvent, LeaveOut, MoveEvent, MoveTime
from callboard.calendar.pages.guests import InvitationRecord, Invitations
from callboard.calendar.pages.month import CalendarPage
from callboard.calendar.pages.records import (
    CalendarRecord,
    Calendars,
    Categories,
    CategoryRecord,
    EventRecord,
    Events,
)

__all__ = [
    "CalendarDownload",
    "CalendarPage",
    "CalendarRecord",
    "Calendars",
    "Categories",
    "CategoryRecord",
    "ChangeEvent",
    "ChangeTime",
    "CreateEvent",
    "EventDownload",
    "EventFileRecord",
    "EventFiles",
    "EventRecord",
    "Events",
    "FeedRecord",
    "Feeds",
    "InvitationRecord",
    "Invitations",
    "LeaveOut",
    "MoveEvent",
    "MoveTime",
]

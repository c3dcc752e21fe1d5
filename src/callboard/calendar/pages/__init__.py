"""The pages of calendars."""

from callboard.calendar.pages.forms import ChangeEvent, ChangeOne, CreateEvent, LeaveOut, MoveEvent, MoveTime
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
    "CalendarPage",
    "CalendarRecord",
    "Calendars",
    "Categories",
    "CategoryRecord",
    "ChangeEvent",
    "ChangeOne",
    "CreateEvent",
    "EventRecord",
    "Events",
    "LeaveOut",
    "MoveEvent",
    "MoveTime",
]

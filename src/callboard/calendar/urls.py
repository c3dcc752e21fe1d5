"""The addresses of calendars."""

from callboard.calendar.pages import (
    CalendarPage,
    CalendarRecord,
    Calendars,
    Categories,
    CategoryRecord,
    EventRecord,
    Events,
)
from callboard.kit.pages import page_urls

urlpatterns = page_urls(CalendarPage, Events, EventRecord, Calendars, CalendarRecord, Categories, CategoryRecord)

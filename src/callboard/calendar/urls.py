"""The addresses of calendars."""

from django.urls import path

from callboard.calendar import pages
from callboard.calendar.pages.feeds import feed
from callboard.kit.pages import page_urls

urlpatterns = [
    path("calendar-feeds/<str:token>.ics", feed, name="calendar-feed-ics"),
    *page_urls(
        pages.CalendarPage,
        pages.Events,
        pages.EventRecord,
        pages.EventDownload,
        pages.Calendars,
        pages.CalendarRecord,
        pages.CalendarDownload,
        pages.Categories,
        pages.CategoryRecord,
        pages.EventFiles,
        pages.EventFileRecord,
        pages.Invitations,
        pages.InvitationRecord,
        pages.Feeds,
        pages.FeedRecord,
    ),
]

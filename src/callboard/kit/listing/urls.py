"""Addresses of views, live links and schedules."""

from django.urls import path

from callboard.kit.listing import fetching, pages, sending, stopping
from callboard.kit.pages import page_urls

urlpatterns = [
    path("live/<str:token>.csv", fetching.live, name="live"),
    path("stop/<str:token>/", stopping.stop, name="stop-list"),
    *page_urls(
        pages.SavedViews,
        pages.SavedViewRecord,
        sending.LiveLinks,
        sending.LiveLinkRecord,
        sending.Schedules,
        sending.ScheduleRecord,
    ),
]

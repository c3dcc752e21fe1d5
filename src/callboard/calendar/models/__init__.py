"""Calendars and what stands in them; invitations; the files that were brought, the feeds that are given."""

from callboard.calendar.models.events import (
    Answer,
    Calendar,
    Category,
    Event,
    EventQuerySet,
    EventState,
    Guest,
    Layer,
    Occurrence,
)
from callboard.calendar.models.files import Detail, EventFile, Feed, FileState
from callboard.calendar.models.invitations import Invitation, InvitationState
from callboard.calendar.models.looking import HiddenLayers, Reminder

__all__ = [
    "Answer",
    "Calendar",
    "Category",
    "Detail",
    "Event",
    "EventFile",
    "EventQuerySet",
    "EventState",
    "Feed",
    "FileState",
    "Guest",
    "HiddenLayers",
    "Invitation",
    "InvitationState",
    "Layer",
    "Occurrence",
    "Reminder",
]

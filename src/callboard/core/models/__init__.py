"""The tables every app leans on: log, changes, timeline, keys, links, notices, runs, and the index of the search."""

from callboard.core.models.heartbeat import Heartbeat
from callboard.core.models.links import Link
from callboard.core.models.log import Change, Log, OnceKey
from callboard.core.models.notices import Notice
from callboard.core.models.record import Model, choices_of
from callboard.core.models.runs import Run, RunTarget
from callboard.core.models.timeline import TimelineEntry
from callboard.core.search.models import SearchEntry, SearchMark, SearchWord

__all__ = [
    "Change",
    "Heartbeat",
    "Link",
    "Log",
    "Model",
    "Notice",
    "OnceKey",
    "Run",
    "RunTarget",
    "SearchEntry",
    "SearchMark",
    "SearchWord",
    "TimelineEntry",
    "choices_of",
]

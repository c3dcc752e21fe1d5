"""What the clock starts in directory."""

from callboard.directory.duplicate_jobs import look_at_new, search_nightly, work_on_search

__all__ = ["look_at_new", "search_nightly", "work_on_search"]

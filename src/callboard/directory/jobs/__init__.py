"""What the clock and the queue start in directory: imports, searches for duplicates, changes of territories."""

from callboard.directory.actions.importing.working import wake_imports, work_on_import
from callboard.directory.jobs.duplicates import look_at_new, search_nightly, work_on_search
from callboard.directory.jobs.territories import carry_changes

__all__ = ["carry_changes", "look_at_new", "search_nightly", "wake_imports", "work_on_import", "work_on_search"]

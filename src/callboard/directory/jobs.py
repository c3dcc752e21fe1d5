"""What the clock and the queue start: imports."""

from callboard.directory.actions.importing.working import wake_imports, work_on_import

__all__ = ["wake_imports", "work_on_import"]

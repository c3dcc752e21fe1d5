"""Core's own entries: its check and its jobs register by being imported."""

from callboard.core import checks, later, notify, worker

__all__ = ["checks", "later", "notify", "worker"]

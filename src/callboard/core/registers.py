"""Core's own entries: its check and its jobs register by being imported."""

from callboard.core import checks, delivery, later, worker

__all__ = ["checks", "delivery", "later", "worker"]

"""Core's own entries: its checks and its jobs register by being imported."""

from callboard.core import checks, later, notify, worker
from callboard.core.search import checks as search

__all__ = ["checks", "later", "notify", "search", "worker"]

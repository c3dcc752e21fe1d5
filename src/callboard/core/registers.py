"""Core's own entries: its checks and its jobs register by being imported."""

from callboard.core import checks, delivery, later, worker
from callboard.core.runs import actions as run_actions
from callboard.core.search import checks as search

__all__ = ["checks", "delivery", "later", "run_actions", "search", "worker"]

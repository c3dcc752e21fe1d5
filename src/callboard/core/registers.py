"""Core's own entries: its check and its jobs register by being imported."""

from callboard.core import checks, later, notify, worker
from callboard.core.runs import actions as run_actions

__all__ = ["checks", "later", "notify", "run_actions", "worker"]

"""The pages of work: My Day, tasks, and who joins."""

from callboard.work.pages.joining import Newcomers
from callboard.work.pages.tasks import MyDay, TaskRecord, Tasks

__all__ = ["MyDay", "Newcomers", "TaskRecord", "Tasks"]

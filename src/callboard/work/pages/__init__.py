"""The pages of work: My Day, tasks, time blocks, and who joins."""

from callboard.work.pages.blocks import TimeBlockRecord, TimeBlocks
from callboard.work.pages.day import MyDay
from callboard.work.pages.evening import DidToday, Evening
from callboard.work.pages.joining import Newcomers
from callboard.work.pages.tasks import TaskRecord, Tasks

__all__ = ["DidToday", "Evening", "MyDay", "Newcomers", "TaskRecord", "Tasks", "TimeBlockRecord", "TimeBlocks"]

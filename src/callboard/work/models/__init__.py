"""What waits for people, and what was agreed about it."""

from callboard.work.models.blocks import TimeBlock, TimeBlockQuerySet
from callboard.work.models.tasks import DueKind, StakeKind, Task, TaskQuerySet, TaskState

__all__ = ["DueKind", "StakeKind", "Task", "TaskQuerySet", "TaskState", "TimeBlock", "TimeBlockQuerySet"]

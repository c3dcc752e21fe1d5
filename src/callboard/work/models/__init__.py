"""What waits for people, and what was agreed about it."""

from callboard.work.models.anchors import Anchor, AnchorKind, Deadline, DeadlineQuerySet
from callboard.work.models.approvals import (
    Approval,
    ApprovalKind,
    ApprovalRule,
    ApprovalState,
    ApprovalStep,
    Approver,
)
from callboard.work.models.blocks import TimeBlock, TimeBlockQuerySet
from callboard.work.models.projects import (
    Project,
    ProjectState,
    ProjectStep,
    ProjectTemplate,
    StepTie,
    TemplateStep,
    TemplateTie,
)
from callboard.work.models.promises import Promise, PromiseState
from callboard.work.models.tasks import DueKind, StakeKind, Task, TaskQuerySet, TaskState

__all__ = [
    "Anchor",
    "AnchorKind",
    "Approval",
    "ApprovalKind",
    "ApprovalRule",
    "ApprovalState",
    "ApprovalStep",
    "Approver",
    "Deadline",
    "DeadlineQuerySet",
    "DueKind",
    "Project",
    "ProjectState",
    "ProjectStep",
    "ProjectTemplate",
    "Promise",
    "PromiseState",
    "StakeKind",
    "StepTie",
    "Task",
    "TaskQuerySet",
    "TaskState",
    "TemplateStep",
    "TemplateTie",
    "TimeBlock",
    "TimeBlockQuerySet",
]

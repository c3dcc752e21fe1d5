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
from callboard.work.models.clocks import Clock, ClockQuerySet, ClockState, Counted, Measure, ServiceLevel
from callboard.work.models.handoffs import OURS, OVER, Handoff, HandoffState, HandoffStep
from callboard.work.models.improvements import Figure, Improvement, ImprovementState
from callboard.work.models.letters import HandoffLetter, HandoffReply, LetterState, ReplyState
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
    "OURS",
    "OVER",
    "Anchor",
    "AnchorKind",
    "Approval",
    "ApprovalKind",
    "ApprovalRule",
    "ApprovalState",
    "ApprovalStep",
    "Approver",
    "Clock",
    "ClockQuerySet",
    "ClockState",
    "Counted",
    "Deadline",
    "DeadlineQuerySet",
    "DueKind",
    "Figure",
    "Handoff",
    "HandoffLetter",
    "HandoffReply",
    "HandoffState",
    "HandoffStep",
    "Improvement",
    "ImprovementState",
    "LetterState",
    "Measure",
    "Project",
    "ProjectState",
    "ProjectStep",
    "ProjectTemplate",
    "Promise",
    "PromiseState",
    "ReplyState",
    "ServiceLevel",
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

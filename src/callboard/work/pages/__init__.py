"""The pages of work: My Day, tasks, approvals, promises, the days tasks count from, and who joins."""

from callboard.work.pages import anchor_forms
from callboard.work.pages.anchors import AnchorRecord, Anchors, DeadlineRecord, Deadlines
from callboard.work.pages.approvals import ApprovalRecord, ApprovalRuleRecord, ApprovalRules, Approvals
from callboard.work.pages.joining import Newcomers
from callboard.work.pages.promises import PromiseRates, PromiseRecord, Promises
from callboard.work.pages.tasks import MyDay, TaskRecord, Tasks

__all__ = [
    "AnchorRecord",
    "Anchors",
    "ApprovalRecord",
    "ApprovalRuleRecord",
    "ApprovalRules",
    "Approvals",
    "DeadlineRecord",
    "Deadlines",
    "MyDay",
    "Newcomers",
    "PromiseRates",
    "PromiseRecord",
    "Promises",
    "TaskRecord",
    "Tasks",
    "anchor_forms",
]

"""The pages of work: My Day, tasks, time blocks, approvals, promises, the days tasks count from, projects, and who joins."""

from callboard.work.pages import anchor_forms, project_forms
from callboard.work.pages.ahead import WhatIsAhead
from callboard.work.pages.anchors import AnchorRecord, Anchors, DeadlineRecord, Deadlines
from callboard.work.pages.approvals import ApprovalRecord, ApprovalRuleRecord, ApprovalRules, Approvals
from callboard.work.pages.away import WhileYouWereAway
from callboard.work.pages.blocks import TimeBlockRecord, TimeBlocks
from callboard.work.pages.day import MyDay
from callboard.work.pages.evening import DidToday, Evening
from callboard.work.pages.handoffs import HandoffProof, HandoffRecord, Handoffs
from callboard.work.pages.improvements import ImprovementRecord, Improvements
from callboard.work.pages.joining import Newcomers
from callboard.work.pages.levels import ServiceLevelRecord, ServiceLevels
from callboard.work.pages.lost import HandoffTime
from callboard.work.pages.projects import (
    ProjectRecord,
    Projects,
    ProjectStepRecord,
    ProjectSteps,
)
from callboard.work.pages.promise_rates import PromiseRates
from callboard.work.pages.promises import PromiseRecord, Promises
from callboard.work.pages.side_by_side import First, Load, Timeline
from callboard.work.pages.tasks import TaskRecord, Tasks
from callboard.work.pages.templates import ProjectTemplateRecord, ProjectTemplates, TemplateStepRecord

__all__ = [
    "AnchorRecord",
    "Anchors",
    "ApprovalRecord",
    "ApprovalRuleRecord",
    "ApprovalRules",
    "Approvals",
    "DeadlineRecord",
    "Deadlines",
    "DidToday",
    "Evening",
    "First",
    "HandoffProof",
    "HandoffRecord",
    "HandoffTime",
    "Handoffs",
    "ImprovementRecord",
    "Improvements",
    "Load",
    "MyDay",
    "Newcomers",
    "ProjectRecord",
    "ProjectStepRecord",
    "ProjectSteps",
    "ProjectTemplateRecord",
    "ProjectTemplates",
    "Projects",
    "PromiseRates",
    "PromiseRecord",
    "Promises",
    "ServiceLevelRecord",
    "ServiceLevels",
    "TaskRecord",
    "Tasks",
    "TemplateStepRecord",
    "TimeBlockRecord",
    "TimeBlocks",
    "Timeline",
    "WhatIsAhead",
    "WhileYouWereAway",
    "anchor_forms",
    "project_forms",
]

"""The addresses of work."""

from callboard.kit.pages import page_urls
from callboard.work.pages import (
    AnchorRecord,
    Anchors,
    ApprovalRecord,
    ApprovalRuleRecord,
    ApprovalRules,
    Approvals,
    DeadlineRecord,
    Deadlines,
    DidToday,
    Evening,
    First,
    HandoffProof,
    HandoffRecord,
    Handoffs,
    HandoffTime,
    ImprovementRecord,
    Improvements,
    Load,
    MyDay,
    Newcomers,
    ProjectRecord,
    Projects,
    ProjectStepRecord,
    ProjectSteps,
    ProjectTemplateRecord,
    ProjectTemplates,
    PromiseRates,
    PromiseRecord,
    Promises,
    ServiceLevelRecord,
    ServiceLevels,
    TaskRecord,
    Tasks,
    TemplateStepRecord,
    TimeBlockRecord,
    TimeBlocks,
    Timeline,
    WhatIsAhead,
    WhileYouWereAway,
)

urlpatterns = page_urls(
    MyDay, Tasks, TaskRecord, Newcomers, Evening, DidToday, WhileYouWereAway, WhatIsAhead, TimeBlocks, TimeBlockRecord
)
urlpatterns += page_urls(Anchors, AnchorRecord, Deadlines, DeadlineRecord)
urlpatterns += page_urls(Promises, PromiseRecord, PromiseRates)
urlpatterns += page_urls(Approvals, ApprovalRecord, ApprovalRules, ApprovalRuleRecord)
urlpatterns += page_urls(Handoffs, HandoffTime, HandoffRecord, HandoffProof, ServiceLevels, ServiceLevelRecord)
urlpatterns += page_urls(Improvements, ImprovementRecord)
urlpatterns += page_urls(Timeline, Load, First, ProjectSteps, ProjectStepRecord, TemplateStepRecord)
urlpatterns += page_urls(ProjectTemplates, ProjectTemplateRecord, Projects, ProjectRecord)

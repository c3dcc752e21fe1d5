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
    HandoffProof,
    HandoffRecord,
    Handoffs,
    HandoffTime,
    MyDay,
    Newcomers,
    PromiseRates,
    PromiseRecord,
    Promises,
    ServiceLevelRecord,
    ServiceLevels,
    TaskRecord,
    Tasks,
    TimeBlockRecord,
    TimeBlocks,
    WhatIsAhead,
)

urlpatterns = page_urls(
    MyDay, Tasks, TaskRecord, Newcomers, Evening, DidToday, WhatIsAhead, TimeBlocks, TimeBlockRecord
)
urlpatterns += page_urls(Anchors, AnchorRecord, Deadlines, DeadlineRecord)
urlpatterns += page_urls(Promises, PromiseRecord, PromiseRates)
urlpatterns += page_urls(Approvals, ApprovalRecord, ApprovalRules, ApprovalRuleRecord)
urlpatterns += page_urls(Handoffs, HandoffTime, HandoffRecord, HandoffProof, ServiceLevels, ServiceLevelRecord)

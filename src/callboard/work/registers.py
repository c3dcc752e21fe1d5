"""What work hangs on the registries."""

from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from callboard.core import clock
from callboard.core.access import policy
from callboard.core.actor import Actor
from callboard.core.links import url_at
from callboard.core.models import Notice
from callboard.core.present import Present
from callboard.core.registry import (
    Check,
    Fact,
    MergeHook,
    Nav,
    NotificationEvent,
    OwnedKind,
    PanelEntry,
    Part,
    SearchSource,
    TaskKind,
    TimelineKind,
    register,
)
from callboard.kit.pieces.prose import internal
from callboard.work import by_mail, by_mail_handoffs, dates, jobs, listeners, project_parts, reasons, registers_handoffs
from callboard.work.actions.approval_rules import leave_rules
from callboard.work.actions.approving import UNANSWERED, approve_approval, follow_approval, reject_approval
from callboard.work.actions.blocking import end_blocks
from callboard.work.models import Anchor, Approval, ApprovalState, Task
from callboard.work.queries import facts, promises
from callboard.work.queries.blocks import blocked_now
from callboard.work.queries.mine import day_topics, overdue
from callboard.work.queries.open_with import open_asked, open_with
from callboard.work.queries.theirs import theirs, theirs_asked


def _overdue(actor: Actor) -> QuerySet[Task] | None:
    if actor.person is None:
        return None
    today = clock.now().astimezone(actor.person.tz).date()
    return overdue(actor.person, Present(), today, policy().people(actor))


def _day_topics(actor: Actor) -> list[str]:
    return day_topics(actor.person, policy().people(actor)) if actor.person is not None else []


def _anchor_url(task: Task) -> str:
    pk = task.reason_args.get("anchor_id")
    return url_at(Anchor, pk) if isinstance(pk, int) else ""


def approval_waits(notice: Notice) -> bool:
    """Whether the approval a letter is about still waits."""
    return Approval.objects.filter(pk=notice.ref_id or 0, state=ApprovalState.OPEN).exists()


def _no_reason(code: str, args: dict[str, Any]) -> str:
    """Somebody wrote it down: the note says why."""
    return str(args.get("text", ""))


register.merge_hook.add(MergeHook("work.task.source_id", refs="source_kind"))
register.nav.add(
    Nav(
        "my-day", "today", _("My Day"), "home", "sun", order=10, key="d",
        badge=_overdue, badge_tone="over", topics=_day_topics,
    )
)  # fmt: skip
register.nav.add(Nav("tasks", "work", _("Tasks"), "tasks", "list-check", order=10, key="t", operation="work.view"))
internal("work.create_task", "note")
internal("work.change_task", "note")
internal("work.hand_over_task", "note")
internal("work.create_deadline", "note")
internal("work.withdraw_promise", "because")
internal("work.mark_promise_kept", "because")
internal("work.mark_promise_broken", "because")
register.task_kind.add(TaskKind("work.todo", _("To do"), "list-check", _no_reason))
register.task_kind.add(
    TaskKind("work.deadline", _("Deadline"), "flag", reasons.deadline_reason, url=_anchor_url, begin=_("Open anchor"))
)
for name, label, icon, tone in (
    ("work.promise_kept", _("Promise kept"), "heart-handshake", "won"),
    ("work.promise_broken", _("Promise not kept"), "alert-triangle", "over"),
    ("work.promise_taken_back", _("Promise taken back"), "arrow-back-up", ""),
):
    register.timeline_kind.add(TimelineKind(name, label, icon, tone))
register.notification_event.add(NotificationEvent("promise_broken", _("A promise was not kept"), icon="alert-triangle"))
register.check.add(Check("work.promises", run=promises.differences))
register.nav.add(
    Nav("promises", "work", _("Promises"), "promises", "heart-handshake", order=20, key="r", operation="work.view")
)
register.panel.add(
    PanelEntry(
        "promises",
        "directory.account",
        _("Promised"),
        "work/promises_panel.html",
        promises.promised_to,
        order=5,
        place="middle",
        operation="work.view",
        asks=promises.promised_asked,
    )
)
register.panel.add(
    PanelEntry(
        "promises-with",
        "directory.contact",
        _("Promised"),
        "work/promises_panel.html",
        promises.promised_with,
        order=5,
        place="middle",
        operation="work.view",
        asks=promises.promised_with_asked,
    )
)
register.task_kind.add(
    TaskKind(
        "work.approval",
        _("Approval"),
        "rubber-stamp",
        reasons.approval_reason,
        begin=_("Decide"),
        stake_label=_("asked for"),
        follow=follow_approval,
        answers=((approve_approval.name, _("Approve")), (reject_approval.name, _("Reject"))),
        unfinished=UNANSWERED,
    )
)
for name, label, icon, tone in (
    ("work.approval_approved", _("Approved"), "rubber-stamp", "won"),
    ("work.approval_rejected", _("Rejected"), "rubber-stamp", "lost"),
    ("work.approval_withdrawn", _("Approval withdrawn"), "rubber-stamp", ""),
):
    register.timeline_kind.add(TimelineKind(name, label, icon, tone))
register.notification_event.add(
    NotificationEvent(
        "approval_asked", _("An approval waits for you"), can_mute=False, icon="rubber-stamp", still=approval_waits
    )
)
register.notification_event.add(
    NotificationEvent("approval_decided", _("What you asked for is decided"), icon="rubber-stamp")
)
register.notification_event.add(
    NotificationEvent("approval_moved", _("An approval goes to somebody else"), can_mute=False, icon="rubber-stamp")
)
register.nav.add(
    Nav("approvals", "work", _("Approvals"), "approvals", "rubber-stamp", order=30, key="v", operation="work.approvals")
)
register.nav.add(
    Nav(
        "approval-rules",
        "more",
        _("Rules of approval"),
        "approval-rules",
        "rubber-stamp",
        order=84,
        operation="work.approval_rules",
    )
)
register.leaver.add(Part("approval-rules", leave_rules))
internal("work.approve_approval", "because")
internal("work.reject_approval", "because")
internal("work.request_approval", "text")
register.timeline_kind.add(TimelineKind("work.anchor_moved", _("Anchor moved"), "calendar-event"))
register.date_source.add(Part("anchors", dates.ANCHORS))
register.date_source.add(Part("deadlines", dates.DEADLINES))
register.date_source.add(Part("work.tasks", dates.TASKS))
register.date_source.add(Part("work.blocks", dates.BLOCKS))
register.nav.add(
    Nav("deadlines", "work", _("Deadlines"), "deadlines", "flag", order=60, key="f", operation="work.view")
)
register.nav.add(Nav("anchors", "more", _("Anchors"), "anchors", "anchor", order=12, operation="work.view"))
register.notification_event.add(NotificationEvent("task_handed_over", _("A task is handed to you"), can_mute=False))
register.owned_kind.add(
    OwnedKind(
        "work.task",
        _("open tasks"),
        lambda pk: Task.objects.open().filter(owner=pk),
        "work.hand_over_task",
        columns=("work.task.owner",),
        account="account_id",
        has="account__owner_id",
        stake="stake",
        stake_label=_("at stake"),
        due="due_at",
    )
)
register.owned_kind.add(
    OwnedKind(
        "work.anchor",
        _("anchors"),
        lambda pk: Anchor.objects.filter(owner=pk, removed_at=None),
        "work.hand_over_anchor",
        columns=("work.anchor.owner",),
        account="account_id",
        has="account__owner_id",
    )
)
register.fact.add(Fact("open_items", "work", facts.open_items_of))
register.fact.add(Fact("next_promise_on", "work", facts.next_promises_of))
register.search_source.add(
    SearchSource(
        "work.task",
        _("Tasks"),
        "list-check",
        title=("title",),
        detail=("owner__name", "account__name"),
        text=("note",),
        state="state",
        weight=40,
        word="task",
        faded=~Q(state="open"),
    )
)
register.search_source.add(
    SearchSource(
        "work.anchor",
        _("Anchors"),
        "anchor",
        title=("name",),
        detail=("place", "account__name"),
        weight=25,
        word="anchor",
        where=Q(removed_at=None),
    )
)
register.panel.add(
    PanelEntry(
        "tasks",
        "directory.account",
        _("To do"),
        "work/account_panel.html",
        open_with,
        order=15,
        operation="work.view",
        asks=open_asked,
    )
)

register.panel.add(
    PanelEntry(
        "theirs",
        "team.person",
        _("What is theirs"),
        "work/theirs.html",
        theirs,
        order=10,
        place="middle",
        operation="work.view",
        asks=theirs_asked,
    )
)
register.blocked.add(Part("work.time_block", blocked_now))
register.leaver.add(Part("time-blocks", end_blocks))

__all__ = ["by_mail", "by_mail_handoffs", "jobs", "listeners", "project_parts", "reasons", "registers_handoffs"]

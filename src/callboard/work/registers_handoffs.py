"""What hand-offs and service levels hang on the registries."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from callboard.core.registry import (
    Check,
    Nav,
    NotificationEvent,
    PanelEntry,
    Part,
    SearchSource,
    TaskKind,
    TimelineKind,
    register,
)
from callboard.kit.pieces.prose import internal
from callboard.work import reasons
from callboard.work.actions.handing import KIND, clock_told, follow_handoff
from callboard.work.queries import handoffs
from callboard.work.queries.away import EVENT

register.task_kind.add(
    TaskKind(
        KIND, _("Hand-off"), "arrow-forward-up", reasons.handoff_reason, begin=_("Open hand-off"), follow=follow_handoff
    )
)
register.clock.add(Part(KIND, clock_told))
register.check.add(Check(handoffs.CHECK, run=handoffs.differences))
for name, label, icon, tone in (
    ("requested", _("Hand-off requested"), "arrow-forward-up", ""),
    ("accepted", _("Hand-off accepted"), "check", ""),
    ("asked_back", _("Hand-off: asked back"), "message-question", "due"),
    ("returned", _("Hand-off returned"), "arrow-back-up", "over"),
    ("finished", _("Hand-off finished"), "check", "won"),
    ("withdrawn", _("Hand-off withdrawn"), "x", ""),
):
    register.timeline_kind.add(TimelineKind(f"work.handoff_{name}", label, icon, tone))
for name, label in (
    ("handoff_asked", _("A department asks back or returns")),
    ("handoff_answered", _("A hand-off is accepted, answered or withdrawn")),
    ("handoff_finished", _("A hand-off is finished")),
    ("handoff_near", _("A hand-off is nearly late")),
    ("handoff_late", _("A hand-off is late")),
):
    register.notification_event.add(NotificationEvent(name, label, icon="arrow-forward-up"))
register.notification_event.add(
    NotificationEvent(EVENT, _("You are back from an absence"), can_mute=False, icon="door-exit", opens="away")
)
register.nav.add(
    Nav("handoffs", "work", _("Hand-offs"), "handoffs", "arrow-forward-up", order=40, key="h", operation="work.view")
)
register.nav.add(
    Nav("handoff-time", "more", _("Where time is lost"), "handoff-time", "clock", order=14, operation="work.view")
)
register.nav.add(
    Nav("improvements", "more", _("Improvements"), "improvements", "trending-up", order=16, operation="work.view")
)
internal("work.create_improvement", "text")
internal("work.change_improvement", "text")
register.nav.add(
    Nav("service-levels", "more", _("Service levels"), "service-levels", "clock", order=85, operation="work.levels")
)
register.panel.add(
    PanelEntry(
        "handoffs",
        "directory.account",
        _("With departments"),
        "work/handoffs_panel.html",
        handoffs.open_handoffs,
        order=16,
        operation="work.view",
        asks=handoffs.handoffs_asked,
    )
)
register.search_source.add(
    SearchSource(
        "work.handoff",
        _("Hand-offs"),
        "arrow-forward-up",
        title=("task__title",),
        detail=("team__name", "account__name"),
        text=("text", "proof"),
        state="state",
        weight=35,
        word="handoff",
        faded=Q(state__in=["finished", "withdrawn"]),
    )
)
internal("work.request_handoff", "text")
internal("work.ask_back", "question")
internal("work.answer_handoff", "answer")
internal("work.return_handoff", "reason")
internal("work.finish_handoff", "proof")
internal("work.withdraw_handoff", "because")

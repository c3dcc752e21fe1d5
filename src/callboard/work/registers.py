"""What work hangs on the registries."""

from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from callboard.core import clock
from callboard.core.access import policy
from callboard.core.actor import Actor
from callboard.core.present import Present
from callboard.core.registry import (
    Fact,
    MergeHook,
    Nav,
    NotificationEvent,
    OwnedKind,
    PanelEntry,
    Part,
    SearchSource,
    TaskKind,
    register,
)
from callboard.kit.pieces.prose import internal
from callboard.work import by_mail, dates, reasons
from callboard.work.actions.blocking import end_blocks
from callboard.work.models import Task
from callboard.work.queries import facts
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
register.nav.add(Nav("tasks", "team", _("Tasks"), "tasks", "list-check", order=20, key="t", operation="work.view"))
internal("work.create_task", "note")
internal("work.change_task", "note")
internal("work.hand_over_task", "note")
register.task_kind.add(TaskKind("work.todo", _("To do"), "list-check", _no_reason))
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

__all__ = ["by_mail", "dates", "reasons"]

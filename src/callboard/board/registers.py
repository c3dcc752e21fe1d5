"""What the board hangs on the registries."""

from typing import Any

from django.utils import formats
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from callboard.board import by_mail, reasons, settings, setup
from callboard.board.actions.contact import ADDRESS, CALL
from callboard.board.actions.reviews import EVENT, TASK
from callboard.board.queries.checks import closed_days
from callboard.board.queries.contact import checks
from callboard.core import clock
from callboard.core.registry import Check, MergeHook, Nav, NotificationEvent, TaskKind, register
from callboard.kit.pieces.prose import internal
from callboard.kit.when import day_text

register.nav.add(Nav("board", "team", _("Board"), "board", "chart-bar", order=10, key="b", operation="board.view"))
register.nav.add(Nav("close", "team", _("Close of day"), "close", "lock", order=15, operation="board.view"))
register.nav.add(
    Nav(
        "contact",
        "team",
        _("Contact report"),
        "contact-report",
        "phone-check",
        order=12,
        key="k",
        operation="board.contact",
    )
)
register.check.add(Check("board.closed_days", closed_days))
register.check.add(Check("board.contact", checks.counts))
register.merge_hook.add(MergeHook("board.reviewline.account_id", once=("review_id",)))
register.notification_event.add(
    NotificationEvent(EVENT, _("Your contact report, and what is said about it"), icon="phone-check", quotes=True)
)
for _verb in ("ask_back", "answer_review", "coach_review"):
    internal(f"board.{_verb}", "text")


def _day(text: Any) -> str:
    """A day of a task's reasons as pages write days."""
    day = parse_date(str(text)[:10])
    return str(formats.date_format(day, "M j")) if day else str(text)


def _why(code: str, args: dict[str, Any]) -> str:
    if code == "review":
        return now_("Agreed in the contact review of the week of {day}").format(day=_day(args.get("week", "")))
    spoke = parse_datetime(str(args.get("spoke", "")))
    if spoke is None:
        return now_("Nobody has spoken with them yet")
    today = clock.business_day(clock.now())
    return now_("Last conversation {day}").format(day=day_text(clock.business_day(spoke), today))


register.task_kind.add(TaskKind(CALL, _("Overdue call"), "phone-outgoing", _why))
register.task_kind.add(TaskKind(ADDRESS, _("Find an address"), "at", _why))
register.task_kind.add(TaskKind(TASK, _("From a review"), "phone-check", _why))

__all__ = ["by_mail", "reasons", "settings", "setup"]

"""Hand-offs of an account, and what a hand-off was asked with."""

from collections.abc import Mapping
from typing import Any

from callboard.core import clock
from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.core.asking import Question
from callboard.work.models import OVER, Handoff
from callboard.work.rules.due import due_word

SHOWN = 6


def handoffs_asked(account: Any, actor: Actor) -> dict[str, Question]:
    """What departments were asked for an account and is not over."""
    found = Handoff.objects.filter(account=account).exclude(state__in=OVER)
    rows = visible(found, actor).select_related("task__owner", "team").order_by("task__due_at", "id")
    return {"handoffs": Question("records", rows[:SHOWN])}


def open_handoffs(account: Any, actor: Actor, found: Mapping[str, Any]) -> dict[str, Any]:
    """Rows of (hand-off, due word), the soonest due first."""
    now, zone = clock.now(), actor.person.tz
    rows = [(each, due_word(each.task.due_at, each.task.due_kind, now, zone)) for each in found["handoffs"]]
    return {"rows": rows, "query": f"?account={account.pk}"}

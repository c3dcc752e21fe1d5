"""The open tasks of an account, for its page."""

from collections.abc import Mapping
from typing import Any

from callboard.core import clock
from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.core.asking import Question
from callboard.work.models import Task
from callboard.work.queries.reasons import reason_of
from callboard.work.rules.due import due_word
from callboard.work.rules.rank import rank

SHOWN = 8
MOST = 100


def open_asked(account: Any, actor: Actor) -> dict[str, Question]:
    """The open tasks of an account the actor may see."""
    found = visible(Task.objects.open().filter(account=account), actor).select_related("owner", "team")
    return {"tasks": Question("records", found.order_by("due_at", "id")[:MOST])}


def open_with(account: Any, actor: Actor, found: Mapping[str, Any]) -> dict[str, Any]:
    """Rows of (task, due word, why), the most pressing first, as the account's panel shows them."""
    now, zone = clock.now(), actor.person.tz
    tasks = rank(found["tasks"], now, zone)
    rows = [(task, due_word(task.due_at, task.due_kind, now, zone), reason_of(task)) for task in tasks[:SHOWN]]
    return {"rows": rows, "more": len(tasks) - len(rows), "query": f"?account={account.pk}"}

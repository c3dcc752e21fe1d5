"""The open tasks of an account, for its page."""

from typing import Any

from callboard.core import clock
from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.work.models import Task
from callboard.work.queries.reasons import reason_of
from callboard.work.rules.due import due_word
from callboard.work.rules.rank import rank

SHOWN = 8
MOST = 100


def open_with(account: Any, actor: Actor) -> dict[str, Any]:
    """Rows of (task, due word, why), the most pressing first, as the account's panel shows them."""
    now, zone = clock.now(), actor.person.tz
    found = visible(Task.objects.open().filter(account=account), actor).select_related("owner", "team")
    tasks = rank(found.order_by("due_at", "id")[:MOST], now, zone)
    rows = [(task, due_word(task.due_at, task.due_kind, now, zone), reason_of(task)) for task in tasks[:SHOWN]]
    return {"rows": rows, "more": len(tasks) - len(rows), "query": f"?account={account.pk}"}

"""What the list of tasks shows."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from callboard.core import clock
from callboard.kit.tables import Column, Table
from callboard.kit.when import day_text
from callboard.work.models import Task, TaskState
from callboard.work.queries import reason_of
from callboard.work.rules.due import due_word

STATE_TONES = {TaskState.OPEN: "", TaskState.DONE: "won", TaskState.DROPPED: "pend"}


class TaskTable(Table):
    """Tasks."""

    columns = [
        Column("title", _("What"), link=True),
        Column("account", _("Account"), kind="account"),
        Column("due", _("Due"), kind="chip", value=lambda row: due_chip(row), sort="due_at"),
        Column("owner", _("Owner"), kind="person"),
        Column("stake", _("Stake"), kind="money"),
        Column("state", _("State"), kind="chip", value=lambda row: state_chip(row)),
        Column("reason", _("Why"), value=lambda row: reason_of(row), sort=None),
        Column("team", _("Team")),
    ]


def due_chip(task: Task) -> tuple[str, str] | None:
    """The due word of an open task in the zone of who looks; of any other the day alone, for nothing is over any more."""
    if task.state != TaskState.OPEN:
        return (day_text(timezone.localdate(task.due_at), timezone.localdate(clock.now())), "") if task.due_at else None
    word = due_word(task.due_at, task.due_kind, clock.now(), timezone.get_current_timezone())
    if not word.text:
        return None
    return word.text, word.tone


def state_chip(task: Task) -> tuple[Any, str]:
    """The state as a chip."""
    return task.get_state_display(), STATE_TONES[TaskState(task.state)]

"""A task in words: why it is here, what its money is, where working it begins. Asks no database."""

from django.utils.translation import gettext as _

from callboard.core.registry import TaskKind, register
from callboard.work.models import Task

PLAIN_ICON = "list-check"


def kind_of(task: Task) -> TaskKind | None:
    """The registration of a task's kind; None where the app that made it is gone."""
    return register.task_kind.get(task.kind)


def reason_of(task: Task) -> str:
    """The sentence why the task is here, or nothing."""
    kind = kind_of(task)
    if kind is None or not task.reason_code:
        return task.note.split("\n", 1)[0]
    return str(kind.reason(task.reason_code, dict(task.reason_args)))


def icon_of(task: Task) -> str:
    """The icon of the kind."""
    kind = kind_of(task)
    return kind.icon if kind else PLAIN_ICON


def stake_label(task: Task) -> str:
    """What the money beside the task means."""
    if task.stake is None:
        return ""
    if task.stake_kind:
        return str(task.get_stake_kind_display())
    kind = kind_of(task)
    return str(kind.stake_label) if kind and kind.stake_label else _("at stake")

"""Where working a task begins."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as said

from callboard.core.links import url_of
from callboard.core.refs import Ref, records
from callboard.core.registry import register
from callboard.work.models import Task


def sources_of(tasks: Iterable[Task]) -> dict[Ref, Any]:
    """What the tasks were made for, one query a kind."""
    return records(task.source for task in tasks if task.source is not None)


def begin_url(task: Task, sources: dict[Ref, Any]) -> str:
    """Where working a task begins: where its kind says, else what it was made for, else its account, else itself."""
    kind = register.task_kind.get(task.kind)
    if kind is not None and kind.url is not None and (url := kind.url(task)):
        return url
    source = sources.get(task.source) if task.source is not None else None
    found = (url_of(source) if source is not None else "") or (url_of(task.account) if task.account else "")
    return found or url_of(task)


def begin_label(task: Task, sources: dict[Ref, Any]) -> str:
    """What the first button says."""
    kind = register.task_kind.get(task.kind)
    if kind is not None and kind.begin:
        return str(kind.begin)
    source = sources.get(task.source) if task.source is not None else None
    if source is not None:
        return said("Open {thing}").format(thing=source._meta.verbose_name)
    return said("Open account") if task.account_id else said("Open")

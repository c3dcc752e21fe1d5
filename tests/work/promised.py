"""Promises for tests: given, as if their time were over, as they are now."""

from datetime import timedelta
from typing import Any

from callboard.core import clock
from callboard.core.actions import Actor
from callboard.work.actions import make_promise
from callboard.work.models import Promise, Task
from tests import make


def given(by: Actor, **fields: Any) -> Promise:
    fields = {"what": "Send the price", "account": make.account(), "due": "2099-03-12 9:00", **fields}
    return make_promise(by=by, **fields)


def overdue(promise: Promise) -> Promise:
    """The same, as if its time had come and gone."""
    past = clock.now() - timedelta(days=2)
    Task.objects.filter(pk=promise.task_id).update(due_at=past)
    return now(promise)


def now(promise: Promise) -> Promise:
    return Promise.objects.select_related("task").get(pk=promise.pk)

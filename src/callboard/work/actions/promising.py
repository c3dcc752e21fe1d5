"""Promises given, taken back, kept or not. A promise and its task are one: whatever is done to one is done to the other.

`in_step` is called by every write of a task (opening.write_task, closing); nothing else makes a promise or marks a task.
"""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor
from callboard.directory.models import Contact
from callboard.team.queries import company_zone
from callboard.work.models import Promise, PromiseState, Task, TaskState
from callboard.work.rules.due import is_over


def in_step(task: Task, by: Actor, *, to: Contact | None = None) -> None:
    """Let the promise of a saved task follow it: begun with the task's mark, taken back with it or where the task is
    dropped, kept or not where it is done. to: the contact it was given to. What was not kept stays so, whatever is done later."""
    promise = Promise.objects.select_for_update(no_key=True).filter(task=task).first()
    if promise is None:
        if not task.promised:
            return
        promise = _begun(task, by)
    if to is not None and promise.contact_id != to.pk:
        promise.contact, promise.updated_at = to, by.now
        if promise.pk is not None:
            promise.save()
    state = _state_of(task, promise, by)
    if state != promise.state or promise.pk is None:
        decide(promise, state, by, promise.because if state != PromiseState.OPEN else "")


def _begun(task: Task, by: Actor) -> Promise:
    giver = by.person or task.owner
    return Promise(
        task=task,
        promised_by=giver,
        team_id=giver.team_id if giver is not None else task.team_id,
        first_due_at=task.due_at,
        created_at=by.now,
    )


def _state_of(task: Task, promise: Promise, by: Actor) -> str:
    if promise.state == PromiseState.BROKEN:
        return PromiseState.BROKEN
    if not task.promised or task.state == TaskState.DROPPED:
        return PromiseState.TAKEN_BACK
    if task.state == TaskState.DONE:
        if promise.state == PromiseState.KEPT:
            return PromiseState.KEPT
        return PromiseState.BROKEN if is_late(task, by.now) else PromiseState.KEPT
    return PromiseState.OPEN


def is_late(task: Task, now: datetime) -> bool:
    """Whether its time is over, by the clock of its owner."""
    zone = task.owner.tz if task.owner is not None else ZoneInfo(company_zone())
    return is_over(task.due_at, task.due_kind, now, zone)


def decide(promise: Promise, state: str, by: Actor, because: str = "") -> Promise:
    """Write what became of a promise and tell the pages and its account's timeline."""
    promise.state = state
    promise.decided_at = by.now if state != PromiseState.OPEN else None
    promise.because = because
    promise.updated_at = by.now
    promise.save()
    by.changed(promise)
    account = promise.task.account_id
    if account is not None and state in SAID:
        by.timeline(account, f"work.promise_{state}", ref=promise, title=SAID[state].format(what=promise), text=because)
    return promise


#: What the timeline says.
SAID: dict[str, Any] = {
    PromiseState.KEPT: _("Promise kept: {what}"),
    PromiseState.BROKEN: _("Promise not kept: {what}"),
    PromiseState.TAKEN_BACK: _("Promise taken back: {what}"),
}

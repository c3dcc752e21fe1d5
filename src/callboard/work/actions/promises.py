"""What people do with promises: give one, make a task one, take it back, correct what became of it; and what the clock says."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor, Invalid, Refusal, Text, action
from callboard.core.notify import notify
from callboard.directory.models import Account, Contact
from callboard.team.models import Person
from callboard.work.actions.closing import finish_task, reopen_task
from callboard.work.actions.kept import as_it_stands
from callboard.work.actions.opening import closed, open_task, read_due, write_task
from callboard.work.actions.promising import decide, is_late
from callboard.work.models import Promise, PromiseState, Task, TaskState


@action(
    _("Promised"),
    said=_("Promised “{result}”"),
    who="work.do",
    undo="work.withdraw_promise",
    icon="heart-handshake",
    roots=lambda given: {given["account"].pk} if given.get("account") else set(),
)
def make_promise(
    *,
    by: Actor,
    what: str,
    account: Account,
    due: str,
    contact: Contact | None = None,
    owner: Person | None = None,
) -> Promise:
    """What a customer was told, with its day: "tue 9", "+3", "mar 12". Opens its task, for oneself where no owner is said."""
    person = owner or by.person
    due_at, due_kind = read_due(due, person, by)
    _must_belong(contact, account)
    task = open_task(
        by=by,
        title=what,
        account=account,
        owner=person,
        due_at=due_at,
        due_kind=due_kind,
        promised=True,
        to=contact,
    )
    return Promise.objects.select_related("task").get(task=task)


@action(
    _("Made task a promise"),
    said=_("Promised “{task}”"),
    who="work.do",
    undo="work.put_task_back",
    icon="heart-handshake",
)
def promise_task(task: Task, *, by: Actor, contact: Contact | None = None, due: str = "") -> Task:
    """A customer was told of it. Without a day said it is promised for the day it is due."""
    if not due.strip() and task.due_at is None:
        raise Invalid({"due": _("By when was it promised?")})
    _must_belong(contact, task.account)
    fields: dict[str, Any] = {}
    if due.strip():
        fields["due_at"], fields["due_kind"] = read_due(due, task.owner or by.person, by)
    fields["promised"] = True
    by.undo_args(back=as_it_stands(task, *fields))
    write_task(task, fields, by, to=contact)
    return task


@promise_task.can
def _may_promise(task: Task, now: datetime) -> Refusal | None:
    return Refusal("promised", _("It is promised.")) if task.promised else closed(task)


def _must_belong(contact: Contact | None, account: Account | None) -> None:
    if contact is not None and account is not None and contact.account_id != account.pk:
        raise Invalid({"contact": _("They belong to another account.")})


@action(
    _("Took promise back"),
    said=_("Took “{promise}” back"),
    who="work.do",
    undo="work.give_promise_again",
    icon="arrow-back-up",
)
def withdraw_promise(promise: Promise, *, by: Actor, because: Text | None = None) -> Promise:
    """The customer knows that it will not be done, or that it is no promise any more. Its task stays."""
    promise.because = because or ""
    promise.save()
    write_task(promise.task, {"promised": False}, by)
    return _again(promise)


@withdraw_promise.can
def _may_take_back(promise: Promise, now: datetime) -> Refusal | None:
    return _must_be(promise, PromiseState.OPEN)


@action(
    _("Gave promise again"),
    said=_("“{promise}” is promised again"),
    who="work.do",
    undo="work.withdraw_promise",
    icon="rotate",
)
def give_promise_again(promise: Promise, *, by: Actor) -> Promise:
    """It was not taken back after all."""
    write_task(promise.task, {"promised": True}, by)
    return _again(promise)


@give_promise_again.can
def _may_give_again(promise: Promise, now: datetime) -> Refusal | None:
    return _must_be(promise, PromiseState.TAKEN_BACK) or closed(promise.task)


@action(
    _("Corrected promise: kept"),
    said=_("“{promise}” was kept"),
    who="work.do",
    undo="work.mark_promise_broken",
    icon="check",
)
def mark_promise_kept(promise: Promise, *, by: Actor, because: Text) -> Promise:
    """It was kept although the program says it was not: done in time and marked late, another day agreed. Say which. What is
    kept is done: its task is finished with it where it is open."""
    to_do = promise.task.state == TaskState.OPEN
    if to_do:
        finish_task(promise.task, by=by)
    return _corrected(promise, PromiseState.KEPT, because, by, reopen=to_do)


@mark_promise_kept.can
def _was_broken(promise: Promise, now: datetime) -> Refusal | None:
    return _must_be(promise, PromiseState.BROKEN)


@action(
    _("Corrected promise: not kept"),
    said=_("“{promise}” was not kept"),
    who="work.do",
    undo="work.mark_promise_kept",
    icon="x",
)
def mark_promise_broken(promise: Promise, *, by: Actor, because: Text, reopen: bool = False) -> Promise:
    """It was not kept although its task was done in time. Say why.  reopen: what it is about is still to be done."""
    if reopen and promise.task.state != TaskState.OPEN:
        before = promise.because
        reopen_task(promise.task, by=by)
        promise = _again(promise)
        promise.because = before
    return _corrected(promise, PromiseState.BROKEN, because, by)


@mark_promise_broken.can
def _was_kept(promise: Promise, now: datetime) -> Refusal | None:
    return _must_be(promise, PromiseState.KEPT)


@action(
    _("Broke promise"),
    said=_("“{promise}” was not kept"),
    who="work.clock",
    final=_("Say that it was kept, and why."),
    icon="alert-triangle",
)
def break_promise(promise: Promise, *, by: Actor) -> Promise:
    """Its time is over and it is not done: it counts as not kept, and its owner and whoever gave it are told."""
    task = promise.task
    decide(promise, PromiseState.BROKEN, by)
    told = {
        person.pk: person for person in (task.owner, promise.promised_by) if person is not None and person.is_active
    }
    for person in told.values():
        subject = said("Promise not kept: {what}").format(what=task.title)
        text = said("It was promised for a time that is over. Do it, and say so to the customer.")
        notify(person, "promise_broken", by=by, subject=subject, text=text, ref=promise)
    return promise


@break_promise.can
def _is_over(promise: Promise, now: datetime) -> Refusal | None:
    if promise.task.state != TaskState.OPEN or not is_late(promise.task, now):
        return Refusal("not_over", _("Its time is not over."))
    return _must_be(promise, PromiseState.OPEN)


def _corrected(promise: Promise, state: str, because: str, by: Actor, **back: bool) -> Promise:
    """back: what else its undo is called with."""
    if not because.strip():
        raise Invalid({"because": _("Say why.")})
    by.undo_args(because=promise.because or said("Corrected by mistake."), **back)
    return decide(promise, state, by, because.strip())


def _must_be(promise: Promise, state: PromiseState) -> Refusal | None:
    if promise.state == state:
        return None
    return Refusal("decided", _("This promise is {state}."), state=promise.get_state_display().lower())


def _again(promise: Promise) -> Promise:
    return Promise.objects.select_related("task").get(pk=promise.pk)

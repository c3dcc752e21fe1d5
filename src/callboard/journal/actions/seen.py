"""What was seen and nobody wrote up becomes a task with the note begun, and is done when the note is there."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from callboard.channels.models import Message
from callboard.core import clock
from callboard.core.actions import Actor, action
from callboard.core.refs import kind_of
from callboard.journal import queries, rules
from callboard.journal.models import Drafted, DraftedInteraction, Interaction
from callboard.team.models import Person
from callboard.team.queries import instants_of
from callboard.work.actions import finish_task, open_task, reopen_task
from callboard.work.models import DueKind, Task, TaskState

UNWRITTEN = queries.UNWRITTEN
#: Business days looked back on: a worker that stood still over a weekend loses nothing.
BACK = 3


@action(
    gettext_lazy("Opened tasks for what nobody wrote up"),
    who="journal.see",
    final=gettext_lazy("Drop the task."),
    served=False,
    roots=lambda given: set(),
)
def open_unwritten(*, by: Actor) -> None:
    """One task for each account and day somebody wrote to without a note, from the hour of their own day the company says.

    However often it runs, an account, person and day get one: also after the task was dropped or handed over. A mail
    whose draft its writer dismissed asks for none.
    """
    first = by.today - timedelta(days=BACK)
    known = _known(first, by.today)
    for message in queries.not_written_up(first, by.today, dismissed=False).order_by("sent_at", "id"):
        person, at = message.by_person, message.sent_at
        if person is None or at is None or not person.is_active:
            continue
        if queries.about(message) not in known and by.now >= queries.asked_from(person, at):
            _open(message, person, at, clock.business_day(at), by)


def _known(first: date, last: date) -> set[tuple[Any, Any, Any]]:
    """Account, person and day of the tasks there are or were."""
    start, end = instants_of(first)[0], instants_of(last)[1]
    seen = queries.mails_seen(start, end).values("pk")
    tasks = Task.objects.filter(kind=UNWRITTEN, source_kind=kind_of(Message), source_id__in=seen)
    return set(tasks.values_list("account_id", "reason_args__person", "reason_args__day"))


def _open(message: Message, person: Person, at: datetime, day: date, by: Actor) -> None:
    open_task(by=by, source=message, **what_is_asked(message, person, at, day))


def what_is_asked(message: Message, person: Person, at: datetime, day: date) -> dict[str, Any]:
    """The task about a mail of that moment and day, as its fields say it."""
    return {
        "title": _("Write up: {subject}").format(subject=message.subject or message.account),
        "kind": UNWRITTEN,
        "account": message.account,
        "owner": person,
        "due_at": rules.due_at(day, person.tz),
        "due_kind": DueKind.DAY,
        "minutes": 1,
        "reason_code": "unwritten",
        "reason_args": {"day": day.isoformat(), "person": person.pk, "at": at.isoformat()},
    }


def finish_written(made: Interaction, account_ids: Iterable[int], by: Actor) -> None:
    """The tasks this note was asked for are done, whoever had them, and so is the draft of their mail; each remembers the
    note."""
    day = clock.business_day(made.at).isoformat()
    asked = Q(reason_args__day=day)
    if made.message_id is not None:
        asked |= Q(source_kind=kind_of(Message), source_id=made.message_id)
    rows = Task.objects.open().filter(asked, kind=UNWRITTEN, account__in=list(account_ids))
    for task in rows.order_by("pk"):
        # Before it is done: who hears that it was finished asks whether there is a note.
        Task.objects.filter(pk=task.pk).update(reason_args={**task.reason_args, "note": made.pk})
        finish_task(task, by=by)
        _keep_draft(task, made, by)


def _keep_draft(task: Task, made: Interaction, by: Actor) -> None:
    if DraftedInteraction.objects.filter(interaction=made).exists():
        return
    rows = DraftedInteraction.objects.filter(message=task.source_id, person=task.owner_id, state=Drafted.OPEN)
    for draft in rows:
        draft.state, draft.interaction, draft.updated_at = Drafted.KEPT, made, by.now
        draft.save(update_fields=["state", "interaction"])
        by.changed(draft)


def reopen_unwritten(made: Interaction, by: Actor) -> None:
    """The note is gone or stands on another day: what it was asked for is to be done again, unless something else says it."""
    rows = Task.objects.filter(kind=UNWRITTEN, state=TaskState.DONE, reason_args__note=made.pk)
    for task in rows.filter(account__in=made.roots()).order_by("pk"):
        if queries.still_unwritten(task.source_id or 0) and reopen_task.refusal(task, by.now) is None:
            reopen_task(task, by=by)

"""A captured mail leaves again, and what hangs on it with it; what somebody kept of it by hand is theirs and stays."""

from django.utils.translation import gettext as now_

from callboard.channels.models import Message
from callboard.core.actions import Actor
from callboard.core.history import events_of
from callboard.core.refs import kind_of
from callboard.journal.actions.drafting import drop_asked
from callboard.journal.actions.seen import UNWRITTEN
from callboard.journal.models import Drafted, DraftedInteraction
from callboard.team.models import Person
from callboard.work.actions import drop_task
from callboard.work.models import Task, TaskState


def withdraw_drafts(by: Actor, message: Message, person: Person | None, private: bool) -> list[str]:
    """The drafts of a mail, of one person or of all, go with the task that asks for a note.  What was kept stays, and the
    sentence says so: with its mail, or, of a private one, the note alone."""
    drafts = DraftedInteraction.objects.filter(message=message)
    stays: list[str] = []
    for draft in drafts.filter(person=person) if person is not None else drafts:
        if draft.state != Drafted.KEPT:
            drop_asked(draft, by)
            draft.delete()
        elif private:
            draft.message, draft.subject, draft.text, draft.name, draft.address = None, "", "", "", ""
            draft.updated_at = by.now
            draft.save()
            stays.append(now_("What you kept of it stays as your note. Open it and remove it if that is private too."))
        else:
            stays.append(now_("What somebody kept as an interaction stays, with its mail."))
    if private and person is None:
        _forget_tasks(message, by)
    return stays


def holder_of(message: Message, owner: Person) -> Person | None:
    """A colleague of `owner` who has a draft of the same mail, as one who dropped it by hand."""
    drafts = DraftedInteraction.objects.filter(message=message, person__is_active=True).exclude(person=owner)
    draft = drafts.select_related("person").order_by("id").first()
    return None if draft is None else draft.person


def _forget_tasks(message: Message, by: Actor) -> None:
    """Whoever was asked to write it up need not, and the task no longer says what the mail was about."""
    tasks = list(Task.objects.filter(kind=UNWRITTEN, source_kind=kind_of(message), source_id=message.pk).order_by("pk"))
    title = now_("Write up: a mail that is private")
    for task in tasks:
        if task.state == TaskState.OPEN:
            drop_task(task, by=by)
        task.refresh_from_db()
        task.title, task.updated_at = title, by.now
        task.save(update_fields=["title"])
        by.changed(task)
    events_of(Task).objects.filter(pgh_obj_id__in=[task.pk for task in tasks]).update(title=title)

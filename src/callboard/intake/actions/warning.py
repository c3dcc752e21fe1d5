"""Nobody's message waits unseen: whoever should answer is told before it is late, a manager when it is."""

from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor, action
from callboard.core.notify import NOTICE_LEFT, notify
from callboard.intake.actions.giving import tell_pages
from callboard.intake.models import QueueItem
from callboard.intake.queries.late import managers_of, who_answers
from callboard.team.models import Person


@action(
    _("Told that an answer is due"),
    said=_("Told that the answer to “{item}” is due"),
    who="intake.work",
    final=NOTICE_LEFT,
    icon="bell",
)
def warn_of_item(item: QueueItem, *, by: Actor) -> QueueItem:
    """Tell whoever should answer it."""
    subject = said("Answer due: {subject}").format(subject=item.subject or item.sender)
    _tell(who_answers(item, by.now), item, subject, by)
    item.warned_at = item.updated_at = by.now
    item.save()
    tell_pages(item, by)
    return item


@action(
    _("Told a manager that an answer is late"),
    said=_("Told a manager that the answer to “{item}” is late"),
    who="intake.work",
    final=NOTICE_LEFT,
    icon="alert-triangle",
)
def escalate_item(item: QueueItem, *, by: Actor) -> QueueItem:
    """Tell the managers of those who should have answered it."""
    subject = said("Answer late: {subject}").format(subject=item.subject or item.sender)
    _tell(managers_of(item, by.now), item, subject, by)
    item.escalated_at = item.updated_at = by.now
    item.save()
    tell_pages(item, by)
    return item


def _tell(people: list[Person], item: QueueItem, subject: str, by: Actor) -> None:
    text = said("{sender} wrote and nobody has answered yet:\n\n{text}").format(
        sender=item.sender, text=item.words[:2000]
    )
    for person in people:
        notify(person, "intake.late", by=by, subject=subject, text=text, ref=item)

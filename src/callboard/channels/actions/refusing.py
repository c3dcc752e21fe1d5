"""What the archive did not take: the colleague it names hears of it, once a day for each reason, and nobody outside does."""

from datetime import timedelta

from django.utils import translation
from django.utils.translation import gettext_lazy as _

from callboard.channels.models import Message, NotRead, NotTaken
from callboard.core.actions import Actor
from callboard.core.models import Notice
from callboard.core.notify import notify
from callboard.team.models import Person

EVENT = "channels.not_taken"
#: Whoever writes in somebody's name may write a thousand times: they hear of it once in this time.
AGAIN_AFTER = timedelta(days=1)
PIECES = _("Not all mails you passed on to the archive were taken")
WHICH = _("Which ones stands on the page of the mail.")
#: By the reason: what was not taken, and what its person can do.  No word of the mail itself stands in them: whoever forges
#: one would write to our people through us.
WORDS = {
    NotTaken.UNPROVEN: (
        _("A mail in your name reached the archive and was not taken"),
        _(
            "If you wrote it, send it by the company's own mail server, or save it as a file and drop it on the account. "
            "If you did not, somebody writes in your name: tell your administrator."
        ),
    ),
    NotTaken.BETWEEN: (
        _("A mail between colleagues reached the archive and was not taken"),
        _(
            "The archive is for mail with customers. Where a customer's mail is inside it, pass it on to the archive alone, or "
            "save it as a file and drop it on the account."
        ),
    ),
    NotTaken.DEEPER: (PIECES, _("Or drop them on the account as files.")),
}


def tell_not_taken(person: Person | None, reason: NotTaken | NotRead, message: Message, by: Actor) -> Notice | None:
    """Tell a colleague that a mail which names them was not taken, why, and what to do; part of an action.

    None where nobody is told: it names nobody who works here, the reason has no words for its writer, or they heard of the same
    within a day.  Whoever else wrote it is never told anything.
    """
    words = (PIECES, WHICH) if isinstance(reason, NotRead) else WORDS.get(reason)
    if person is None or not person.is_active or words is None or reason == NotRead.HERE:
        return None
    with translation.override(person.locale):
        subject, what_to_do = map(str, words)
        rows = Notice.objects.filter(person=person, event=EVENT, subject=subject, text__startswith=str(reason.label))
        if rows.filter(created_at__gt=by.now - AGAIN_AFTER).exists():
            return None
        return notify(person, EVENT, by=by, subject=subject, text=f"{reason.label} {what_to_do}", ref=message)

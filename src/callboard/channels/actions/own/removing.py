"""A captured mail leaves again: because it is private, or because its person takes back what was shared."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from callboard.channels.models import Because, Capture, Message, OwnMail, OwnMailbox, Thread
from callboard.channels.reading.own import HAND
from callboard.channels.rules import plain_subject
from callboard.core import events, files
from callboard.core.actions import Actor, Refusal, action
from callboard.core.models import TimelineEntry
from callboard.core.refs import kind_of
from callboard.core.registry import register
from callboard.team.models import Person

WHO = "channels.own"
TAKEN, PRIVATE = OwnMail.State.TAKEN, OwnMail.State.PRIVATE


@action(
    _("Marked mail as private"),
    said=_("It is private: nothing but a fingerprint is left of it here"),
    who=WHO,
    final=_("Nothing is left here that could be brought back. The mail itself lies where it lay."),
    icon="lock",
)
def make_private(mail: OwnMail, *, by: Actor) -> OwnMail:
    """Hold a mail private.  What was taken of it goes: the message and the draft; what was kept of it by hand stays, and
    says so.  Only a hash is left, so that it is never taken."""
    return _hold(mail, HAND, by)


@action(_("Noted a private mail"), who="channels.carry", final=_("Nothing is left here that could be brought back."))
def note_private(mail: OwnMail, *, by: Actor, mark: str) -> OwnMail:
    """Somebody marked it in their mail program, or by a rule, since it was taken."""
    return _hold(mail, mark, by)


def _hold(mail: OwnMail, mark: str, by: Actor) -> OwnMail:
    message = mail.message
    mail.state, mail.because, mail.by_mark = PRIVATE, Because.PRIVATE, mark
    mail.address = mail.subject = ""
    mail.contact = mail.message = None
    mail.updated_at = by.now
    mail.save()
    if message is not None:
        withdraw(message, mail.mailbox, by, private=True)
    return mail


@make_private.can
def _may_be_private(mail: OwnMail, now: datetime) -> Refusal | None:
    return Refusal("private", _("It is private already.")) if mail.state == PRIVATE else None


@action(
    _("Took back what was shared"),
    who=WHO,
    final=_("They are not taken again; what comes later is, once you turn it on."),
    icon="arrow-back-up",
)
def take_back_captured(mailbox: OwnMailbox, *, by: Actor) -> OwnMailbox:
    """Take back all mails of this mailbox that nobody kept as an interaction.  Those that were kept stay."""
    mails = mailbox.mails.filter(state=TAKEN, message__isnull=False).select_related("message")
    gone = stayed = 0
    for mail in mails.order_by("id"):
        if mail.message is not None and withdraw(mail.message, mailbox, by, private=False):
            OwnMail.objects.filter(pk=mail.pk).update(state=OwnMail.State.BACK, message=None, subject="", address="")
            gone += 1
        else:
            stayed += 1
    by.say(back_said(gone, stayed))
    return mailbox


def back_said(gone: int, stayed: int) -> str:
    """What came of it: nothing is said of what did not happen."""
    said = (
        ngettext("{n} mail is gone from here.", "{n} mails are gone from here.", gone).format(n=gone)
        if gone
        else now_("Nothing is gone from here.")
    )
    if not stayed:
        return said
    kept = ngettext("{n} stays because somebody kept it.", "{n} stay because somebody kept them.", stayed)
    return f"{said} {kept.format(n=stayed)}"


@take_back_captured.can
def _has_taken(mailbox: OwnMailbox, now: datetime) -> Refusal | None:
    if mailbox.state == OwnMailbox.State.ON:
        return Refusal("on", _("Turn it off first, or the next mails are taken as before."))
    known = mailbox.has_taken
    if not (mailbox.mails.filter(state=TAKEN).exists() if known is None else known):
        return Refusal("nothing", _("Nothing was taken, or all of it is back."))
    return None


def withdraw(message: Message, mailbox: OwnMailbox, by: Actor, *, private: bool) -> bool:
    """Whether the message left.  One a colleague shares as well stays theirs.  What somebody kept of it keeps the message
    too, unless it is private: then the note alone stays."""
    by.run.require_roots({message.account_id} if message.account_id else set())
    if message.capture != Capture.OWN:
        return True
    heir = _heir(message, mailbox, by_hand=not private)
    whose = None if heir is None else mailbox.person
    kept = [sentence for part in register.withdrawal for sentence in part.value(by, message, whose, private)]
    for sentence in kept:
        by.say(sentence)
    if kept and not private:
        return False
    if heir is None:
        _remove(message, by)
    elif message.by_person_id == mailbox.person_id:
        message.by_person, message.updated_at = heir, by.now
        message.save(update_fields=["by_person"])
        events.message_received.send(by, message_ids=[message.pk])
    return True


def _heir(message: Message, mailbox: OwnMailbox, *, by_hand: bool) -> Person | None:
    """A colleague who shares the same mail out of their own mailbox; `by_hand`: or whose own work stands on it."""
    rows = OwnMail.objects.filter(message=message, state=TAKEN).exclude(mailbox=mailbox)
    row = rows.select_related("mailbox__person").order_by("id").first()
    if row is not None or not by_hand:
        return None if row is None else row.mailbox.person
    found = (part.value(message, mailbox.person) for part in register.mail_holder)
    return next((person for person in found if person is not None), None)


def _remove(message: Message, by: Actor) -> None:
    """The row, its files, its line of the timeline, its conversation where nothing else is in it."""
    attachments = message.attachments.values_list("sha", flat=True)
    shas = [sha for sha in (message.raw_sha, message.html_sha, *attachments) if sha]
    TimelineEntry.objects.filter(ref_kind=kind_of(message), ref_id=message.pk).delete()
    Message.objects.filter(duplicate_of=message).update(duplicate_of=None)
    thread, pk = message.thread, message.pk
    message.delete()
    message.pk = pk  # whoever reads the changes must hear which one
    by.changed(message)
    if thread is not None:
        _rename(thread, by)
    transaction.on_commit(lambda: files.drop(shas, now_s=by.now.timestamp()))


def _rename(thread: Thread, by: Actor) -> None:
    """A conversation is called after its first mail: once that is gone, after the next; without one it goes too."""
    first = thread.messages.order_by("id").first()
    if first is None:
        thread.delete()
        return
    thread.subject, thread.updated_at = plain_subject(first.subject), by.now
    thread.save(update_fields=["subject"])
    by.changed(thread)

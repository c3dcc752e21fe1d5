"""Turned on from the preview, turned off at any time; looked at now."""

from datetime import date, datetime

from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from callboard.channels.actions.own.connecting import CONNECT, OFF, ON, WHO
from callboard.channels.actions.own.ruling import look_again
from callboard.channels.actions.ring import ring
from callboard.channels.models import OwnMail, OwnMailbox
from callboard.core.actions import Actor, Invalid, Refusal, action

EARLIER = OwnMail.State.EARLIER


@action(
    _("Turned on capture"),
    said=_("Turned on: mail with people known here is shared from {mailbox.since_on}"),
    who=WHO,
    undo="channels.turn_off_capture",
    icon="eye",
)
def turn_on_capture(mailbox: OwnMailbox, *, by: Actor, since_on: date | None = None) -> OwnMailbox:
    """Share mail with known contacts from now on.  since_on: an earlier day of the preview; without one, the day it was
    connected."""
    wanted = since_on or mailbox.since_on
    if not mailbox.look_from <= wanted <= by.today:
        raise Invalid({"since_on": now_("A day of the preview, from {day} to today.").format(day=mailbox.look_from)})
    mailbox.since_on, mailbox.state = wanted, ON
    mailbox.next_look_at, mailbox.updated_at = by.now, by.now
    mailbox.save()
    ring("read_own_mailboxes")
    return mailbox


@turn_on_capture.can
def _may_turn_on(mailbox: OwnMailbox, now: datetime) -> Refusal | None:
    if not mailbox.connected:
        return CONNECT
    if mailbox.state == ON:
        return Refusal("on", _("It is on already."))
    if mailbox.last_read_at is None:
        return Refusal("unread", _("It was not read yet: look at the preview first."))
    return None


@action(
    _("Turned off capture"),
    said=_("Turned off: no further mail of yours is shared"),
    who=WHO,
    undo="channels.turn_on_capture",
    icon="eye-off",
)
def turn_off_capture(mailbox: OwnMailbox, *, by: Actor) -> OwnMailbox:
    """Share nothing more.  What was shared stays until it is taken back."""
    mailbox.state, mailbox.updated_at = OFF, by.now
    mailbox.save(update_fields=["state"])
    return mailbox


@turn_off_capture.can
def _may_turn_off(mailbox: OwnMailbox, now: datetime) -> Refusal | None:
    return None if mailbox.state == ON else Refusal("off", _("It is not on."))


@action(
    _("Looked into own mailbox"),
    said=_("It is looked into now"),
    who=WHO,
    final=_("A look changes nothing in it."),
    icon="refresh",
)
def look_into_own_mailbox(mailbox: OwnMailbox, *, by: Actor) -> OwnMailbox:
    """Look for new mail now, whatever went wrong before."""
    mailbox.next_look_at, mailbox.updated_at = by.now, by.now
    mailbox.save(update_fields=["next_look_at"])
    ring("read_own_mailboxes")
    return mailbox


@action(
    _("Looked for earlier mail"),
    said=_("It is looked through again: earlier mail with people known by now is listed, and not shared"),
    who=WHO,
    final=_("A look changes nothing in it."),
    icon="history",
)
def look_for_earlier_mail(mailbox: OwnMailbox, *, by: Actor) -> OwnMailbox:
    """Go through all headers of the preview's days again, for mail with whom nobody knew when it came.  What is found is listed
    for its person; nothing of it is shared before they say so."""
    look_again(mailbox, by)
    return mailbox


@action(
    _("Shared earlier mail"),
    who=WHO,
    final=_("Hold one private, or turn it off and take back what was shared."),
    icon="eye",
)
def share_earlier_mail(mailbox: OwnMailbox, *, by: Actor) -> OwnMailbox:
    """Share the earlier mail that is listed, also what came before the day that is shared from."""
    found = mailbox.mails.filter(state=EARLIER).update(state=OwnMail.State.WAITING, asked_for=True, updated_at=by.now)
    mailbox.next_look_at, mailbox.updated_at = by.now, by.now
    mailbox.save(update_fields=["next_look_at"])
    by.say(ngettext("{n} mail is taken now.", "{n} mails are taken now.", found).format(n=found))
    ring("read_own_mailboxes")
    return mailbox


@share_earlier_mail.can
def _may_share_earlier(mailbox: OwnMailbox, now: datetime) -> Refusal | None:
    if mailbox.state != ON:
        return Refusal("off", _("Turn it on first."))
    known = mailbox.has_earlier
    if not (mailbox.mails.filter(state=EARLIER).exists() if known is None else known):
        return Refusal("nothing", _("No earlier mail is listed."))
    return None


@look_for_earlier_mail.can
@look_into_own_mailbox.can
def _may_look(mailbox: OwnMailbox, now: datetime) -> Refusal | None:
    return None if mailbox.connected else CONNECT

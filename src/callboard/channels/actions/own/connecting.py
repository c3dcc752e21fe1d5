"""A person connects their own mailbox, changes it, and lets go of it."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from callboard.channels.actions.ring import ring
from callboard.channels.models import Mailbox, OwnFolder, OwnMail, OwnMailbox, OwnTally
from callboard.channels.secrets import seal
from callboard.core.actions import Actor, Invalid, Refusal, Refused, action
from callboard.directory.rules import mail_address
from callboard.team.models import Person

WHO = "channels.own"
PREVIEW, ON, OFF, GONE = (
    OwnMailbox.State.PREVIEW,
    OwnMailbox.State.ON,
    OwnMailbox.State.OFF,
    OwnMailbox.State.GONE,
)
#: So far back the preview looks.
BACK = timedelta(days=30)
CONNECT = Refusal("disconnected", _("Connect it first."))


@action(
    _("Connected own mailbox"),
    said=_("Connected your mailbox. Nothing is shared yet: look at the preview"),
    who=WHO,
    undo="channels.disconnect_own_mailbox",
    icon="mailbox",
)
def connect_own_mailbox(
    *,
    by: Actor,
    address: str,
    imap_host: str,
    imap_port: int = 993,
    imap_tls: bool = True,
    user: str = "",
    password: str,
) -> OwnMailbox:
    """Connect the mailbox of whoever asks.  Headers of 30 days are looked at for the preview; nothing is shared before it is
    turned on.  The page tries the connection first; the API does not."""
    if by.person is None:
        raise Refused(Refusal("nobody", _("A mailbox of one's own belongs to a person.")))
    found = OwnMailbox.objects.select_for_update().filter(person=by.person).first()
    if found is not None and found.connected:
        raise Refused(Refusal("connected", _("You have connected one already. Change it, or disconnect it first.")))
    mailbox = found or OwnMailbox(person=by.person, created_at=by.now)
    mailbox.sent_folder = ""
    _begin(mailbox, by)
    return _saved(mailbox, by, address, imap_host, imap_port, imap_tls, user, password)


@action(
    _("Changed own mailbox"),
    said=_("Changed your mailbox"),
    who=WHO,
    final=_("Change it back by hand."),
    icon="edit",
)
def change_own_mailbox(
    mailbox: OwnMailbox,
    *,
    by: Actor,
    address: str,
    imap_host: str,
    imap_port: int = 993,
    imap_tls: bool = True,
    user: str = "",
    password: str = "",
    sent_folder: str = "",
) -> OwnMailbox:
    """Change where it is read.  An empty password keeps the one that is stored.  sent_folder: empty, it is found.  Another
    server or user is another mailbox: nothing of it is shared before its preview was looked at and it is turned on again."""
    mailbox.sent_folder = sent_folder.strip()[:200]
    return _saved(mailbox, by, address, imap_host, imap_port, imap_tls, user, password)


def _saved(
    mailbox: OwnMailbox, by: Actor, address: str, host: str, port: int, tls: bool, user: str, password: str
) -> OwnMailbox:
    errors: dict[str, str] = {}
    found = mail_address(address)
    if found is None:
        errors["address"] = now_("“{text}” is no mail address.").format(text=address[:80])
    elif Mailbox.objects.filter(address__iexact=found).exists():
        errors["address"] = now_("{address} is a shared mailbox: it is read already.").format(address=found)
    if not host.strip():
        errors["imap_host"] = now_("Say which server it is read from.")
    if not 1 <= port <= 65535:
        errors["imap_port"] = now_("A port lies between 1 and 65535.")
    errors |= lacks_password(mailbox, address, host, port, tls, user, password)
    if errors:
        raise Invalid(errors)
    if mailbox.connected and _place(mailbox) != _asked(address, host, port, tls, user):
        if mailbox.state == ON:
            by.say(now_("Nothing more is shared: look at the preview, then turn it on again."))
        _begin(mailbox, by)
    mailbox.address, mailbox.imap_host, mailbox.imap_port, mailbox.imap_tls = found or "", host.strip(), port, tls
    mailbox.user = user.strip() or mailbox.address
    if password:
        mailbox.secret = seal(password)
    mailbox.last_error, mailbox.faults, mailbox.next_look_at, mailbox.updated_at = "", 0, by.now, by.now
    mailbox.save()
    ring("read_own_mailboxes")
    return mailbox


def _begin(mailbox: OwnMailbox, by: Actor) -> None:
    """As if nothing was ever seen of it: its mails have other UIDs, whatever their UIDVALIDITY says, and nobody saw a preview
    of them."""
    mailbox.state, mailbox.since_on, mailbox.look_from, mailbox.last_read_at = PREVIEW, by.today, by.today - BACK, None
    if mailbox.pk:
        _forget_headers(mailbox)


def lacks_password(
    mailbox: OwnMailbox, address: str, host: str, port: int, tls: bool, user: str, password: str
) -> dict[str, str]:
    """The sentence at the field, where a password must be typed: the one that is kept goes nowhere but where it was given for,
    or whoever finds an open session has it sent to a server of theirs."""
    if password:
        return {}
    if not mailbox.secret:
        return {"password": now_("Give its password.")}
    if _place(mailbox) == _asked(address, host, port, tls, user):
        return {}
    return {
        "password": now_("Give the password again: the server, port, user name or security is another than before.")
    }


def _place(mailbox: OwnMailbox) -> tuple[str, int, bool, str]:
    return mailbox.imap_host.lower(), mailbox.imap_port, mailbox.imap_tls, mailbox.user


def _asked(address: str, host: str, port: int, tls: bool, user: str) -> tuple[str, int, bool, str]:
    return host.strip().lower(), port, tls, user.strip() or mail_address(address) or ""


@change_own_mailbox.can
def _may_change(mailbox: OwnMailbox, now: datetime) -> Refusal | None:
    return None if mailbox.connected else CONNECT


@action(
    _("Disconnected own mailbox"),
    said=_("Disconnected your mailbox; its password is forgotten"),
    who=WHO,
    final=_("Connect it again: its password is not kept."),
    icon="plug",
)
def disconnect_own_mailbox(mailbox: OwnMailbox, *, by: Actor) -> OwnMailbox:
    """Stop reading it and forget its password and every header.  What was shared stays unless it is taken back before."""
    forget(mailbox, by.now)
    return mailbox


@disconnect_own_mailbox.can
def _may_disconnect(mailbox: OwnMailbox, now: datetime) -> Refusal | None:
    return None if mailbox.connected else Refusal("disconnected", _("It is disconnected already."))


def forget(mailbox: OwnMailbox, now: datetime) -> None:
    """Nothing is left of it but whose it was, what was taken, and the hashes of what is private."""
    mailbox.secret = mailbox.user = mailbox.imap_host = mailbox.last_error = ""
    mailbox.state, mailbox.next_look_at, mailbox.updated_at = GONE, None, now
    mailbox.save()
    _forget_headers(mailbox)


def _forget_headers(mailbox: OwnMailbox) -> None:
    """What waits or was left out, the counts, and how far each folder was looked at."""
    mailbox.mails.filter(state__in=[OwnMail.State.WAITING, OwnMail.State.EARLIER, OwnMail.State.LEFT]).delete()
    OwnFolder.objects.filter(mailbox=mailbox).delete()
    OwnTally.objects.filter(mailbox=mailbox).delete()


def forget_leaver(by: Actor, person: Person) -> None:
    """Whoever leaves is read no more."""
    for mailbox in OwnMailbox.objects.filter(person=person).exclude(secret=""):
        forget(mailbox, by.now)

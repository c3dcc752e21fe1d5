"""Mailboxes: set up, changed, paused; what their watcher notes."""

from datetime import date, datetime

from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from callboard.channels.actions.ring import ring
from callboard.channels.models import Mailbox
from callboard.channels.secrets import seal
from callboard.core.actions import Actor, Invalid, Refusal, action
from callboard.directory.rules import mail_address


@action(
    _("Connected mailbox"),
    said=_("Connected mailbox {result}"),
    who="channels.manage",
    undo="channels.pause_mailbox",
    icon="mailbox",
)
def connect_mailbox(
    *,
    by: Actor,
    name: str,
    address: str,
    imap_host: str = "",
    imap_port: int = 993,
    imap_tls: bool = True,
    smtp_host: str = "",
    smtp_port: int = 587,
    smtp_tls: bool = True,
    user: str = "",
    password: str = "",
    folder: str = "INBOX",
    done_folder: str = "",
    since_on: date | None = None,
    use: Mailbox.Use = Mailbox.Use.DESK,
) -> Mailbox:
    """Set up a shared mailbox.  Its watcher starts within seconds.  The page tries the connection first; the API does not."""
    mailbox = Mailbox(created_at=by.now)
    mailbox.secret = seal(password)
    given = {
        "name": name,
        "address": address,
        "imap_host": imap_host,
        "imap_port": imap_port,
        "imap_tls": imap_tls,
        "smtp_host": smtp_host,
        "smtp_port": smtp_port,
        "smtp_tls": smtp_tls,
        "user": user or address,
        "folder": folder,
        "done_folder": done_folder,
        "since_on": since_on,
        "use": use,
    }
    return _saved(mailbox, given, by)


@action(
    _("Changed mailbox"),
    said=_("Changed mailbox {mailbox}"),
    who="channels.manage",
    final=_("Change it back by hand."),
    icon="edit",
)
def change_mailbox(
    mailbox: Mailbox,
    *,
    by: Actor,
    name: str,
    address: str,
    imap_host: str = "",
    imap_port: int = 993,
    imap_tls: bool = True,
    smtp_host: str = "",
    smtp_port: int = 587,
    smtp_tls: bool = True,
    user: str = "",
    password: str = "",
    folder: str = "INBOX",
    done_folder: str = "",
    use: Mailbox.Use | None = None,
) -> Mailbox:
    """Change a mailbox.  An empty password keeps the one that is stored."""
    if password:
        mailbox.secret = seal(password)
    if (imap_host, folder) != (mailbox.imap_host, mailbox.folder):
        mailbox.uid_validity, mailbox.last_uid = None, 0
    given = {
        "name": name,
        "address": address,
        "imap_host": imap_host,
        "imap_port": imap_port,
        "imap_tls": imap_tls,
        "smtp_host": smtp_host,
        "smtp_port": smtp_port,
        "smtp_tls": smtp_tls,
        "user": user or address,
        "folder": folder,
        "done_folder": done_folder,
        "use": use or mailbox.use,
    }
    return _saved(mailbox, given, by)


def _saved(mailbox: Mailbox, given: dict[str, object], by: Actor) -> Mailbox:
    for name, value in given.items():
        setattr(mailbox, name, value.strip() if isinstance(value, str) else value)
    errors: dict[str, str] = {}
    mailbox.name = mailbox.name[:80]
    if not mailbox.name:
        errors["name"] = now_("Give it a name.")
    found = mail_address(mailbox.address)
    if found is None:
        errors["address"] = now_("“{text}” is no mail address.").format(text=mailbox.address[:80])
    elif Mailbox.objects.exclude(pk=mailbox.pk).filter(address__iexact=found).exists():
        errors["address"] = now_("{address} is connected already.").format(address=found)
    for name in ("imap_port", "smtp_port"):
        if not 1 <= getattr(mailbox, name) <= 65535:
            errors[name] = now_("A port lies between 1 and 65535.")
    if not mailbox.imap_host and not mailbox.smtp_host:
        errors["imap_host"] = now_("Say at least one server: to read, or to send.")
    if errors:
        raise Invalid(errors)
    mailbox.address, mailbox.updated_at, mailbox.last_error = found or "", by.now, ""
    mailbox.folder = mailbox.folder or "INBOX"
    mailbox.save()
    return mailbox


@action(
    _("Paused mailbox"),
    said=_("Paused mailbox {mailbox}"),
    who="channels.manage",
    undo="channels.resume_mailbox",
    icon="player-pause",
)
def pause_mailbox(mailbox: Mailbox, *, by: Actor) -> Mailbox:
    """Stop reading it.  Nothing is lost: what comes meanwhile is read later."""
    mailbox.active, mailbox.updated_at = False, by.now
    mailbox.save(update_fields=["active"])
    return mailbox


@pause_mailbox.can
def _may_pause(mailbox: Mailbox, now: datetime) -> Refusal | None:
    return None if mailbox.active else Refusal("paused", _("It is paused already."))


@action(
    _("Resumed mailbox"),
    said=_("Resumed mailbox {mailbox}"),
    who="channels.manage",
    undo="channels.pause_mailbox",
    icon="player-play",
)
def resume_mailbox(mailbox: Mailbox, *, by: Actor) -> Mailbox:
    """Read it again, with what came meanwhile."""
    mailbox.active, mailbox.updated_at = True, by.now
    mailbox.save(update_fields=["active"])
    return mailbox


@resume_mailbox.can
def _may_resume(mailbox: Mailbox, now: datetime) -> Refusal | None:
    return Refusal("active", _("It is read already.")) if mailbox.active else None


@action(
    _("Tested mailbox"),
    said=_("Tested mailbox {mailbox}"),
    who="channels.manage",
    final=_("A test changes nothing."),
    icon="plug-connected",
)
def test_mailbox(mailbox: Mailbox, *, by: Actor) -> Mailbox:
    """Sign in to both servers now.  The page shows the answer at once; the mailbox keeps it as its last error."""
    ring("test_mailboxes")
    return mailbox


@test_mailbox.can
def _may_test(mailbox: Mailbox, now: datetime) -> Refusal | None:
    if mailbox.imap_host or mailbox.smtp_host:
        return None
    return Refusal("no_server", _("No server is set: connect it first."))


@action(_("Noted about mailbox"), who="channels.carry", final=_("A note of the program itself."))
def note_mailbox(mailbox: Mailbox, *, by: Actor, error: str = "", uid_validity: int | None = None) -> Mailbox:
    """What its watcher found: read just now, or why not.  Another UIDVALIDITY means every UID is new: all is looked at again."""
    mailbox.last_error = error[:500]
    if not error:
        mailbox.last_read_at = by.now
    if uid_validity is not None and uid_validity != mailbox.uid_validity:
        mailbox.uid_validity, mailbox.last_uid = uid_validity, 0
    mailbox.save(update_fields=["last_error", "last_read_at", "uid_validity", "last_uid"])
    return mailbox


def mark_read(mailbox_id: int, at: datetime) -> None:
    """The mailbox was looked into at `at`, and all is well.  No log line: this happens all the time."""
    Mailbox.objects.filter(pk=mailbox_id).update(last_read_at=at, last_error="")

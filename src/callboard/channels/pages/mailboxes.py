"""Mailboxes: the list, one of them, and the forms that try the servers before anything is kept."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from callboard.channels.actions import change_mailbox, connect_mailbox, pause_mailbox, resume_mailbox, test_mailbox
from callboard.channels.jobs import server_faults, try_servers
from callboard.channels.models import Mailbox, NotTaken
from callboard.channels.pages.messages import NOT_TAKEN
from callboard.channels.pages.trying import TriesServers
from callboard.channels.queries.proof import trusted_servers
from callboard.channels.secrets import seal
from callboard.channels.tables import MailboxTable, mailbox_state
from callboard.core.actions import Actor, Invalid
from callboard.kit.pages import ActionPage, Empty, ListPage, RecordPage
from callboard.kit.tables import Text

FIELDS = (
    "name",
    "address",
    "use",
    "user",
    "password",
    "imap_host",
    "imap_port",
    "smtp_host",
    "smtp_port",
    "imap_tls",
    "smtp_tls",
    "folder",
    "done_folder",
)
LABELS: dict[str, Text] = {
    "address": _("Mail address"),
    "use": _("What for"),
    "imap_host": _("Server to read from (IMAP)"),
    "imap_port": _("Port to read from"),
    "imap_tls": _("Read over TLS"),
    "smtp_host": _("Server to send by (SMTP)"),
    "smtp_port": _("Port to send by"),
    "smtp_tls": _("Send over TLS"),
    "user": _("User name (the address, where empty)"),
    "password": _("Password"),
    "folder": _("Folder to read"),
    "done_folder": _("Move read mail to"),
}


HELP: dict[str, Text] = {
    "use": _("To the archive address our people send a copy of their own mail; it becomes a draft of a note."),
    "imap_host": _("Like imap.gmail.com. Without it nothing is read."),
    "smtp_host": _("Like smtp.gmail.com. Without it nothing is sent."),
}
#: What has a usual value is no question one may leave open.
ANSWERED = ("imap_port", "smtp_port", "folder")


class Mailboxes(ListPage):
    model = Mailbox
    who = "channels.manage"
    title = _("Mailboxes")
    url = "mailboxes/"
    name = "mailboxes"
    table = MailboxTable
    order = ("name", "id")
    buttons = (connect_mailbox,)
    bulk = (pause_mailbox, resume_mailbox)
    paste = False
    empty = Empty(
        _("No mailbox yet"),
        _("Callboard reads your shared mailbox and brings each message to the Inbox. Nothing is deleted there."),
        "mailbox",
    )


class MailboxRecord(RecordPage):
    model = Mailbox
    who = "channels.manage"
    url = "mailboxes/<int:pk>/"
    name = "mailbox"
    buttons = (test_mailbox, change_mailbox, pause_mailbox, resume_mailbox)
    timeline = False
    template = "channels/mailbox.html"
    api_fields = ("name", "address", "use", "active", "last_read_at", "last_error")

    def subtitle(self, obj: Mailbox) -> str:
        return obj.address

    def state(self, obj: Mailbox) -> tuple[Any, str] | None:
        return mailbox_state(obj)

    def facts(self, obj: Mailbox) -> Sequence[Any]:
        reads = f"{obj.imap_host}:{obj.imap_port}" if obj.imap_host else None
        archive = obj.use == Mailbox.Use.ARCHIVE
        sends = f"{obj.smtp_host}:{obj.smtp_port}" if obj.smtp_host else None
        return [
            (_("Address"), obj.address, "email"),
            (_("What for"), obj.get_use_display()),
            (_("Reads from"), reads),
            (_("Sends by"), sends),
            (_("User name"), obj.user),
            (_("Folder"), obj.folder),
            (_("Moves to"), obj.done_folder or None),
            *([(_("Senders are proven by"), ", ".join(sorted(trusted_servers())) or None)] if archive else []),
            (_("Last read"), obj.last_read_at, "when"),
        ]

    def context(self, request: HttpRequest, actor: Actor, obj: Any) -> dict[str, Any]:
        found: dict[str, Any] = {"latest": list(obj.messages.order_by("-id")[:20])}
        if obj.use == Mailbox.Use.ARCHIVE:
            left = obj.messages.exclude(not_taken__in=("", NotTaken.CARRIER)).count()
            found |= {"left": left, "left_url": f"{reverse('messages')}?{NOT_TAKEN}"}
            found["settings_url"] = "" if trusted_servers() else f"{reverse('settings')}?q=mail+servers"
        return found


class _TriesServers(TriesServers):
    fields = FIELDS
    labels = LABELS
    helps = HELP
    answered = ANSWERED

    def faults(self, arguments: dict[str, Any], secret: str) -> dict[str, str]:
        given = {key: value for key, value in arguments.items() if key not in ("password", "since_on")}
        mailbox = Mailbox(**given)
        mailbox.user = mailbox.user or mailbox.address
        mailbox.secret = seal(arguments.get("password") or "") or secret
        return server_faults(mailbox)


class ConnectMailbox(_TriesServers):
    action = connect_mailbox
    title = _("Connect mailbox")
    text = _(
        "Callboard signs in to try it; nothing is kept where that fails. Mail stays on the server. Google wants an app "
        "password instead of yours. Microsoft 365 lets no program in by password any more: signing in there comes with a "
        "later version."
    )
    labels = {**LABELS, "since_on": _("Take in mail since")}


class ChangeMailbox(_TriesServers):
    action = change_mailbox
    title = _("Change mailbox")
    labels = {**LABELS, "password": _("Password (empty: as before)")}
    keeps = True

    def initial(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        return {name: getattr(target, name) for name in FIELDS if name != "password"}


class TestMailbox(ActionPage):
    action = test_mailbox
    title = _("Test mailbox")
    text = _("Signs in to both servers now and says what they answer.")

    def run(self, actor: Actor, target: Any, arguments: dict[str, Any]) -> Any:
        said = try_servers(target)
        if said:
            raise Invalid({"": said})
        return super().run(actor, target, arguments)

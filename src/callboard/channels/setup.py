"""The step of the first hour that belongs to the mail: the shared mailbox."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _

from callboard.channels.jobs import try_servers
from callboard.channels.notices import send_by
from callboard.channels.queries import desk_mailboxes
from callboard.core.actor import Actor
from callboard.core.asking import Question
from callboard.core.registry import SetupStep, Tested, register

TEXT = _("This message was sent by Callboard to try the mailbox. Nothing has to be done.\n")


def _read() -> Any:
    return desk_mailboxes().exclude(imap_host="")


def _done(found: Mapping[str, Any]) -> str:
    return ", ".join(row["address"] for row in found["boxes"])


def _test(actor: Actor, given: Mapping[str, str]) -> Tested:
    """Sign in to the servers of the first mailbox, then send a message by it to whoever asks."""
    mailbox = _read().first()
    if mailbox is None:
        return Tested(said("There is no mailbox that is read. Connect one first."), good=False)
    rows = [(_("Mailbox"), mailbox.address)]
    if fault := try_servers(mailbox):
        return Tested(fault, good=False, rows=rows)
    if not mailbox.smtp_host:
        return Tested(said("It can be read. It has no server to send by, so nothing was sent."), rows=rows)
    try:
        send_by(mailbox, actor.person.email, said("A test of {mailbox}").format(mailbox=mailbox), str(TEXT))
    except Exception as fault:  # a mail server may fail in any way, and its words are what helps
        why = str(fault) or type(fault).__name__
        return Tested(said("It can be read, but not sent by: {why}").format(why=why[:300]), good=False, rows=rows)
    sentence = said("It can be read, and a test message has left for {address}. Look whether it arrives.")
    return Tested(sentence.format(address=actor.person.email), rows=rows)


register.setup_step.add(
    SetupStep(
        "mailbox",
        _("The shared mailbox"),
        _("Each message in it comes to the Inbox of the right person. Nothing is deleted there."),
        "mailbox",
        40,
        "channels.manage",
        lambda: reverse("mailboxes"),
        _("Connect it"),
        lambda: {"boxes": Question("list", _read().values("address")[:3])},
        _done,
        _test,
        _("Try it"),
    )
)

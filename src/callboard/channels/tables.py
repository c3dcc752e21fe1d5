"""What the lists of channels show."""

from django.utils.translation import gettext_lazy as _

from callboard.channels.models import Mailbox, Message, OwnMailbox, Retry
from callboard.kit.tables import Column, Table, Text


def mailbox_state(mailbox: Mailbox) -> tuple[Text, str]:
    """One word and its tone."""
    if not mailbox.active:
        return _("Paused"), ""
    if mailbox.last_error:
        return _("Fault"), "over"
    return (_("Read"), "won") if mailbox.last_read_at else (_("Not read yet"), "due")


STATES = {
    Message.State.FAILED: "over",
    Message.State.QUEUED: "pend",
    Message.State.SENDING: "pend",
    Message.State.STORED: "pend",
}


def message_state(message: Message) -> tuple[Text, str]:
    if message.kind not in ("", Message.Kind.MESSAGE) and message.state == Message.State.READ:
        return Message.Kind(message.kind).label, ""
    return Message.State(message.state).label, STATES.get(Message.State(message.state), "")


class MailboxTable(Table):
    columns = (
        Column("name", _("Mailbox"), link=True),
        Column("address", _("Address"), "email"),
        Column("use", _("What for")),
        Column("state", _("State"), "chip", value=mailbox_state, sort=None),
        Column("last_read_at", _("Last read"), "when"),
        Column("last_error", _("What is wrong")),
    )


class MessageTable(Table):
    columns = (
        Column(
            "subject",
            _("Subject"),
            link=True,
            value="heading",
            sort="subject",
        ),
        Column("sender", _("From"), value="sender", sort="from_address"),
        Column("account", _("Account"), "account"),
        Column("direction", _("Way")),
        Column("state", _("State"), "chip", value=message_state, sort="state"),
        Column("received_at", _("When"), "when"),
    )


def retry_state(retry: Retry) -> tuple[Text, str]:
    if retry.waiting:
        return _("Under way"), "pend"
    return (_("Some failed again"), "over") if retry.failed else (_("Done"), "won")


class RetryTable(Table):
    columns = (
        Column("created_at", _("When"), "when", link=True),
        Column("person", _("By"), "person"),
        Column("state", _("State"), "chip", value=retry_state, sort=None),
        Column("total", _("Tried"), "number"),
        Column("done", _("Read or sent"), "number"),
        Column("failed", _("Failed again"), "number"),
    )


OWN_STATES = {OwnMailbox.State.ON: "won", OwnMailbox.State.PREVIEW: "pend"}


def own_state(mailbox: OwnMailbox) -> tuple[Text, str]:
    """One word and its tone; a fault comes before the rest."""
    state = OwnMailbox.State(mailbox.state)
    return state.label, OWN_STATES.get(state, "")


def works_text(mailbox: OwnMailbox) -> Text:
    """Whether it is read; why not says its person's page alone."""
    if not mailbox.connected:
        return _("not connected")
    if mailbox.last_error:
        return _("cannot be read")
    return _("works") if mailbox.last_read_at else _("not read yet")


class NeverTakenTable(Table):
    columns = (
        Column("value", _("Which"), link=True),
        Column("covers", _("What")),
        Column("created_at", _("Since"), "when"),
    )

"""Messages: the list, and one of them with its conversation and files."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from callboard.channels import queries
from callboard.channels.actions import answer_message, retry_failed, retry_message
from callboard.channels.actions.own import make_private
from callboard.channels.actions.refusing import WORDS
from callboard.channels.models import Capture, Message, NotTaken, OwnMail
from callboard.channels.tables import MessageTable, message_state
from callboard.core.actions import Action, Actor
from callboard.kit.addresses import action_url
from callboard.kit.filters import Between, Choice, Search
from callboard.kit.pages import ActionPage, Empty, ListPage, RecordPage

SHOWN = 50
#: The list of what the archive did not take, each with the reason.
NOT_TAKEN = urlencode(
    {
        "not_taken": [each for each in NotTaken.values if each != NotTaken.CARRIER],
        "cols": "subject,sender,not_taken,received_at",
    },
    doseq=True,
)


class Messages(ListPage):
    model = Message
    title = _("Messages")
    url = "messages/"
    name = "messages"
    table = MessageTable
    filters = (
        Search(("subject", "from_address", "from_name")),
        Choice("kind", _("Kind")),
        Choice("state", _("State")),
        Choice("direction", _("Way")),
        Choice("capture", _("How it came")),
        Choice("not_taken", _("Drafts nothing")),
        Between("received_at", _("When")),
    )
    tabs = (
        (_("From customers"), "kind=message&direction=in"),
        (_("From us"), "direction=out"),
        (_("Failed"), "state=failed"),
        (_("Not taken by the archive"), NOT_TAKEN),
    )
    order = ("-received_at", "-id")
    bulk = (retry_message,)
    empty = Empty(_("No message yet"), _("What comes into a connected mailbox stands here, read or not."), "mail")

    def offered(self, actor: Actor) -> Sequence[Action[..., Any]]:
        """To try all again is offered while there is something to try."""
        return (retry_failed,) if queries.failed().exists() else ()


class MessageRecord(RecordPage):
    model = Message
    url = "messages/<int:pk>/"
    name = "message"
    related = ("account", "contact", "thread", "mailbox", "by_person", "duplicate_of")
    buttons = (answer_message, retry_message)
    timeline = False
    template = "channels/message.html"
    api_fields = (
        "direction",
        "state",
        "kind",
        "from_address",
        "from_name",
        "to",
        "cc",
        "subject",
        "sent_at",
        "received_at",
        "message_id",
        "in_reply_to",
        "text",
        "reply_text",
        "signature",
        "phones",
        "warnings",
        "account",
        "contact",
        "thread",
        "mailbox",
        "error",
    )

    def title(self, obj: Message) -> Any:
        return obj.heading

    def subtitle(self, obj: Message) -> str:
        return obj.sender

    def state(self, obj: Message) -> tuple[Any, str] | None:
        return message_state(obj)

    def owner(self, obj: Message) -> Any:
        return obj.by_person

    def facts(self, obj: Message) -> Sequence[Any]:
        return [
            (_("From"), obj.from_address, "email"),
            (_("To"), ", ".join(obj.to)),
            *([(_("Copy"), ", ".join(obj.cc))] if obj.cc else []),
            (_("Sent"), obj.sent_at, "when"),
            (_("Received"), obj.received_at, "when"),
            (_("Account"), obj.account, "account"),
            (_("Contact"), obj.contact),
            *((_("Phone"), phone, "phone") for phone in obj.phones[:3]),
            (_("Title"), obj.title or None),
            (_("Company"), obj.company or None),
            (_("Mailbox"), obj.mailbox),
            *([(_("How it came"), obj.get_capture_display())] if obj.capture else []),
            *([(_("Drafts nothing"), obj.get_not_taken_display())] if obj.not_taken else []),
        ]

    def context(self, request: HttpRequest, actor: Actor, obj: Any) -> dict[str, Any]:
        others = (
            obj.thread.messages.exclude(pk=obj.pk).select_related("by_person") if obj.thread else Message.objects.none()
        )
        return {
            "others": list(others.order_by("-received_at", "-id")[:SHOWN]),
            "private_url": _private_url(obj, actor),
            "refused": _refused(obj),
            "files": list(obj.attachments.select_related("holds").order_by("position")),
        }


def _refused(message: Message) -> str:
    """Why the archive did not take it, and what its writer can do; "" for what it took, or takes apart."""
    if message.not_taken in ("", NotTaken.CARRIER):
        return ""
    reason = NotTaken(message.not_taken)
    _subject, what_to_do = WORDS.get(reason, ("", ""))
    return f"{reason.label} {what_to_do}".strip()


def _private_url(message: Message, actor: Actor) -> str:
    """Where whoever shared it out of their own mailbox holds it private; "" for everybody else."""
    if message.capture != Capture.OWN:
        return ""
    mail = OwnMail.objects.filter(message=message, mailbox__person=actor.person).first()
    return action_url(make_private, mail) if mail is not None else ""


class AnswerMessage(ActionPage):
    action = answer_message
    title = _("Answer")
    submit = _("Send answer")
    labels = {"text": _("Your answer"), "everyone": _("Also to everyone it went to")}

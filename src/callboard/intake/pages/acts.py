"""Forms of verbs that begin with what the message says already."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor
from callboard.intake import actions as verbs
from callboard.intake.models import Medium, Wants
from callboard.kit.pages import ActionPage
from callboard.orders.models import Subscription
from callboard.pipeline.models import Lead
from callboard.team.models import Person


class CorrectItem(ActionPage):
    """What it really is, and who should have it."""

    action = verbs.correct_item
    fields = ("intent", "person")
    labels = {"intent": _("What they want"), "person": _("Who should have it")}
    text = _("Without a person the rules decide again. What you say is kept and learned from.")
    submit = _("Correct")

    def initial(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        return {"intent": target.wants}

    def choices(self, name: str, actor: Actor, target: Any) -> QuerySet[Any] | None:
        return Person.objects.active() if name == "person" else None


class AssignItem(ActionPage):
    """To whom a waiting item goes."""

    action = verbs.assign_item
    labels = {"person": _("To")}
    submit = _("Hand over")

    def choices(self, name: str, actor: Actor, target: Any) -> QuerySet[Any] | None:
        return Person.objects.active()


class HandOverItem(ActionPage):
    """To whom an item goes from the one who has it."""

    action = verbs.hand_over_item
    fields = ("person", "note")
    labels = {"person": _("To"), "note": _("Note for them")}
    submit = _("Hand over")

    def choices(self, name: str, actor: Actor, target: Any) -> QuerySet[Any] | None:
        return Person.objects.active().exclude(pk=target.person_id)


class CreateItem(ActionPage):
    """A call, a visitor, a paper form: written down while they speak."""

    action = verbs.create_item
    title = _("Write down a call")
    fields = ("sender", "subject", "text", "intent", "account", "contact", "medium")
    labels = {"medium": _("Came by"), "intent": _("What they want"), "sender": _("Name, company or number")}
    submit = _("Write down")

    def initial(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        return {"medium": Medium.PHONE, "intent": Wants.QUESTION}


class ReplyToItem(ActionPage):
    """The answer where the box below the conversation was not enough: a colleague was faster, or a field is wrong."""

    action = verbs.reply_to_item
    fields = ("text", "everyone", "finish", "again")
    labels = {
        "text": _("Answer"),
        "everyone": _("Also to the others it went to"),
        "finish": _("Done with it"),
        "again": _("Send it all the same"),
    }
    submit = _("Send reply")


class MakeLead(ActionPage):
    """A lead that begins with the sender and the signature."""

    action = verbs.make_lead_from_item
    fields = ("name", "company", "email", "phone", "interest", "owner", "confirmed")
    labels = {"interest": _("What they want"), "confirmed": _("Make a lead of it anyway")}

    def initial(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        found = {
            "name": target.sender,
            "interest": target.subject,
            "owner": target.person or target.proposed_to or actor.person,
        }
        message = target.message
        if message is None:
            return found
        phone = message.phones[0] if message.phones else ""
        return found | {
            "name": message.from_name or message.from_address.partition("@")[0],
            "company": message.company,
            "email": message.from_address,
            "phone": phone,
        }


class OpenCancellationFromItem(ActionPage):
    """Which of the things they have they want to cancel."""

    action = verbs.open_cancellation_from_item
    fields = ("subscription", "reason", "competitor", "requested_end_on")

    def choices(self, name: str, actor: Actor, target: Any) -> QuerySet[Any] | None:
        if name != "subscription":
            return None
        return Subscription.objects.filter(account=target.account_id, ended_on=None).select_related("product")


class MatchItem(ActionPage):
    """Whose it is."""

    action = verbs.match_item
    fields = ("account", "contact", "learn")
    labels = {"learn": _("Know their next mail by its address")}
    submit = _("Match")

    def initial(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        """The account its lead became, where there is one."""
        lead = (
            Lead.objects.filter(message=target.message_id, account__isnull=False).first() if target.message_id else None
        )
        return {"account": lead.account, "contact": lead.contact} if lead else {}

"""Guests of an event, and invitations that came to us."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from callboard.calendar import actions
from callboard.calendar.models import Answer, Event, Guest, Invitation, InvitationState
from callboard.calendar.queries.asked import fingerprint
from callboard.calendar.queries.times import on_the_wall
from callboard.calendar.rules.asking import when_said
from callboard.calendar.rules.repeating import in_words
from callboard.core.actions import Actor
from callboard.kit.addresses import action_url
from callboard.kit.filters import Choice, Search
from callboard.kit.pages import ActionPage, ListPage, RecordPage
from callboard.kit.pages.lists import Empty
from callboard.kit.pages.panels import Panel
from callboard.kit.tables import Column, Table

TONES = {Answer.ACCEPTED: "won", Answer.DECLINED: "over", Answer.TENTATIVE: "due"}
INVITED_TONES = {InvitationState.OPEN: "due", InvitationState.ACCEPTED: "won"}


def guests_of(event: Event, actor: Actor) -> dict[str, Any]:
    """The guests with their answers; and whether those outside know the event as it is."""
    found = list(event.guests.select_related("person", "contact"))
    known = fingerprint(event) if any(guest.person_id is None for guest in found) else ""
    rows = [_row(event, guest, known, actor) for guest in found]
    return {
        "guests": rows,
        "untold": sum(row["untold"] for row in rows),
        "send_url": action_url(actions.send_invitations, event)
        if actions.send_invitations.allowed(actor, event)
        else "",
        "add_url": action_url(actions.add_guest, event) if actions.add_guest.allowed(actor, event) else "",
    }


def _row(event: Event, guest: Guest, known: str, actor: Actor) -> dict[str, Any]:
    edits = actions.note_answer.allowed(actor, event)
    own = guest.person_id is not None and guest.person_id == actor.person_id
    note = f"{action_url(actions.note_answer, event)}?guest={guest.pk}" if edits else ""
    return {
        "guest": guest,
        "name": guest.name or guest.address,
        "url": guest.contact.get_absolute_url() if guest.contact is not None else "",
        "tone": TONES.get(Answer(guest.answer), ""),
        # Who has answered by phone knows of it; what changed since an invitation they do not.
        "untold": guest.person_id is None
        and bool(guest.address)
        and guest.told != known
        and (bool(guest.told) or guest.answer == Answer.NEEDS_ACTION),
        "answer_url": action_url(actions.answer_event, event) if own else note,
        "own": own,
        "remove_url": f"{action_url(actions.remove_guest, event)}?guest={guest.pk}" if edits else "",
    }


GUESTS = Panel("guests", _("Guests"), "calendar/guests.html", context=guests_of, order=20, place="middle")


class AddGuest(ActionPage):
    action = actions.add_guest
    fields = ("contact", "person", "address", "optional")
    labels = {"person": _("A colleague"), "contact": _("A contact"), "address": _("Or a mail address")}
    text = _("A colleague is told at once. Others are told when you send the invitations.")
    stays = True


class SendInvitations(ActionPage):
    action = actions.send_invitations
    fields = ("text", "purpose", "everybody")
    labels = {"text": _("What they read"), "everybody": _("Also to those who know it as it is")}
    text = _("Each guest outside gets a mail of their own with the event for their calendar. Answers come back to it.")


class CallOff(ActionPage):
    action = actions.call_off
    labels = {"text": _("What they read")}
    danger = True


class NoteAnswer(ActionPage):
    action = actions.note_answer
    fields = ("guest", "answer")
    digits = "answer"
    stays = True

    def choices(self, name: str, actor: Actor, target: Any) -> QuerySet[Any] | None:
        return Guest.objects.filter(event=target) if name == "guest" else None


class AnswerEvent(ActionPage):
    action = actions.answer_event
    labels = {"answer": _("Do you come?")}
    digits = "answer"
    stays = True


class RemoveGuest(ActionPage):
    action = actions.remove_guest
    fields = ("guest",)
    stays = True

    def choices(self, name: str, actor: Actor, target: Any) -> QuerySet[Any] | None:
        return Guest.objects.filter(event=target) if name == "guest" else None


def when_of(invitation: Invitation) -> str:
    starts, ends = on_the_wall(invitation.starts), on_the_wall(invitation.ends)
    return when_said(starts, ends, invitation.zone)


def day_of(invitation: Invitation) -> date:
    at = on_the_wall(invitation.starts)
    return at.date() if isinstance(at, datetime) else at


class InvitationTable(Table):
    columns = (
        Column("title", _("What"), link=True),
        Column("on", _("Day"), value=day_of, kind="date", sort="starts"),
        Column("organizer", _("From")),
        Column("account", _("Account"), kind="account"),
        Column("place", _("Place")),
        Column("state", _("Answer"), value=lambda row: row.get_state_display()),
        Column("person", _("Answered by"), kind="person"),
        Column("created_at", _("Came"), kind="when"),
    )


class Invitations(ListPage):
    """What we are asked to by mail."""

    model = Invitation
    title = _("Invitations")
    url = "invitations/"
    name = "invitations"
    table = InvitationTable
    filters = (Search(("title", "organizer")), Choice("state", _("Answer")))
    tabs = ((_("Not answered"), "state=open"),)
    order = ("-id",)
    paste = False
    empty = Empty(_("No invitations"), _("What somebody asks us to by mail stands here until it is answered."), "mail")


class InvitationRecord(RecordPage):
    """One invitation, with its three answers."""

    model = Invitation
    url = "invitations/<int:pk>/"
    name = "invitation"
    related = ("message", "account", "person", "event")
    buttons = (actions.answer_invitation,)
    timeline = False

    def state(self, obj: Invitation) -> tuple[Any, str] | None:
        return obj.get_state_display(), INVITED_TONES.get(InvitationState(obj.state), "")

    def facts(self, obj: Invitation) -> Sequence[Any]:
        found = [
            (_("When"), when_of(obj)),
            (_("Repeats"), in_words(obj.rule, on_the_wall(obj.starts))),
            (_("Place"), obj.place),
            (_("From"), obj.organizer, "email"),
            (_("Asked"), obj.ours),
            (_("Account"), obj.account, "account"),
            (_("Mail"), obj.message),
            (_("In the calendar"), obj.event),
            (_("Answered by"), obj.person, "person"),
        ]
        return [fact for fact in found if fact[1] not in (None, "")]


class AnswerInvitation(ActionPage):
    action = actions.answer_invitation
    fields = ("answer", "text")
    labels = {"answer": _("Do we come?"), "text": _("A word to them; empty for none")}
    digits = "answer"
    stays = True

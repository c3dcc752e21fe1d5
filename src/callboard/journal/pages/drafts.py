"""Drafted interactions: the list of one's own, and one of them with the note box."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from callboard.channels.models import Capture, Message
from callboard.core import clock
from callboard.core.actions import Actor
from callboard.core.asking import Question
from callboard.core.links import url_of
from callboard.directory.models import Contact
from callboard.journal import queries
from callboard.journal.actions import (
    attach_draft,
    dismiss_draft,
    drop_mail,
    give_draft,
    keep_draft,
    meet_draft,
    reopen_draft,
)
from callboard.journal.box import asking, checked, note_box
from callboard.journal.models import Drafted, DraftedInteraction
from callboard.journal.pages.interactions import PROMISED, UNTIL
from callboard.journal.pages.readers import grants_asked, readers_of
from callboard.journal.tables import DraftTable, draft_state
from callboard.kit.addresses import action_url
from callboard.kit.filters import Between, Choice, Person, Search
from callboard.kit.listing.asked import Seen
from callboard.kit.pages import ActionPage, Empty, Fact, ListPage, RecordPage, buttons_for
from callboard.kit.pages.buttons import key_of
from callboard.kit.pages.records import HeadView


class Drafts(ListPage):
    """One's own that are open; others where they are asked for."""

    model = DraftedInteraction
    title = _("Drafted interactions")
    url = "drafted/"
    name = "drafted"
    template = "journal/drafted.html"
    table = DraftTable
    filters = (
        Search(("subject", "name", "address", "text")),
        Person("person", _("Whose")),
        Choice("state", _("State"), choices=Drafted.choices),
        Choice("source", _("From where"), choices=Capture.choices),
        Choice("direction", _("Way"), choices=Message.Direction.choices),
        Between("at", _("When")),
    )
    tabs = (
        (_("Mine, open"), ""),
        (_("Everybody's, open"), "state=open"),
        (_("Mine, kept"), "person=me&state=kept"),
        (_("Mine, dismissed"), "person=me&state=dismissed"),
    )
    order = ("-at", "-id")
    buttons = (drop_mail,)
    bulk = (keep_draft, dismiss_draft, reopen_draft, give_draft)
    paste = False
    empty = Empty(
        _("No draft waits"),
        _("A mail you send the archive address in copy, or drop here as a file, waits here for your note."),
        "mail-down",
    )

    def queryset(self, actor: Actor) -> QuerySet[DraftedInteraction]:
        return queries.drafts_listed(actor)

    def context(self, request: HttpRequest, actor: Actor, seen: Seen, query: Any) -> dict[str, Any]:
        drop_url = action_url(drop_mail) if drop_mail.allowed(actor) else ""
        return {**super().context(request, actor, seen, query), "drop_url": drop_url}

    def rows(self, actor: Actor, seen: Seen, table: Any) -> Any:
        found = super().rows(actor, seen, table)
        asked = seen.asks("state")
        if not asked and not seen.asks("person"):
            found = found.filter(person=actor.person_id)
        return found if asked else found.filter(state=Drafted.OPEN)


class DraftRecord(RecordPage):
    model = DraftedInteraction
    url = "drafted/<int:pk>/"
    name = "drafted-interaction"
    related = ("account", "person", "message", "interaction")
    #: Keeping it is the box below, or what its question asks for.
    buttons = (dismiss_draft, give_draft, attach_draft, meet_draft, reopen_draft)
    timeline = False
    template = "journal/draft.html"

    def state(self, obj: DraftedInteraction) -> tuple[Any, str]:
        return draft_state(obj)

    def head(self, obj: Any, actor: Actor) -> HeadView:
        """While it waits, the box or the question in the middle leads, and no verb of the head; then bringing it back does."""
        if obj.state == Drafted.OPEN:
            found = super().head(obj, actor)
            return replace(found, buttons=[replace(each, primary=False) for each in found.buttons])
        shown = buttons_for((reopen_draft,), actor, clock.now(), obj)
        return replace(super().head(obj, actor), buttons=shown)

    def owner(self, obj: DraftedInteraction) -> Any:
        return obj.person

    def asks(self, obj: Any, actor: Actor) -> Mapping[str, Question]:
        people = Contact.objects.filter(
            pk__in=obj.contacts.through.objects.filter(draftedinteraction=obj.pk).values("contact")
        )
        return {
            "people": Question("records", people.select_related("account").order_by("pk")),
            "templates": Question("records", queries.templates_for(actor)),
            "grants": grants_asked(),
            "tasks": Question("records", queries.tasks_about([obj.message] if obj.message else [])),
            "unwritten": Question("exists", queries.unwritten_ones(obj.message_id or 0)),
        }

    def know(self, obj: Any, found: Mapping[str, Any]) -> None:
        obj.people, obj.templates = list(found["people"]), list(found["templates"])
        obj.grants, obj.unwritten, obj.tasks = found["grants"], found["unwritten"], queries.by_about(found["tasks"])

    def facts(self, obj: Any) -> Sequence[Fact]:
        return [
            (_("When"), obj.at, "when"),
            (_("Way"), obj.get_direction_display()),
            (_("Account"), obj.account, "account"),
            *((_("With"), contact, "account") for contact in obj.people),
            *([(_("Name"), obj.name)] if obj.name else []),
            *([(_("Mail address"), obj.address, "email")] if obj.address else []),
            (_("From where"), obj.get_source_display()),
            (_("Whose"), obj.person, "person"),
            *([(_("Message"), obj.message)] if obj.message else []),
            *([(_("Interaction"), obj.interaction)] if obj.interaction else []),
        ]

    def context(self, request: HttpRequest, actor: Actor, obj: Any) -> dict[str, Any]:
        """The note box while it waits; where to say whose it is, where nobody is known."""
        may_keep = obj.state == Drafted.OPEN and keep_draft.allowed(actor, obj)
        known = obj.account or (obj.people[0].account if obj.people else None)
        found: dict[str, Any] = {"known": known, "waits": may_keep}
        found |= {"readers": readers_of(obj, actor, obj.grants), "asked": self._asked(obj) if may_keep else ""}
        if may_keep and known is None:
            found["attach_url"], found["meet_url"] = action_url(attach_draft, obj), action_url(meet_draft, obj)
        elif may_keep and known is not None:
            found |= note_box(
                actor,
                action_url(keep_draft, obj),
                {"account": known.pk, "contact": obj.people[0].pk if obj.people else None},
                templates=obj.templates,
                account=known.name,
                people=obj.people if len(obj.people) > 1 else (),
                kinds=False,
                next_url=url_of(known),
                form_url=action_url(keep_draft, obj),
            )
            found["submit_key"] = key_of(keep_draft)
        return found

    def _asked(self, obj: Any) -> str:
        """What becomes of a mail of its own writer that nobody writes up."""
        mail = obj.message
        if mail is None or not obj.unwritten or mail.direction != "out" or mail.by_person_id != obj.person_id:
            return ""
        mail.by_person = obj.person
        return asking(mail, obj.tasks.get(queries.about(mail)), clock.now())


class KeepDraft(ActionPage):
    action = keep_draft
    title = _("Keep as a note")
    submit = _("Save note")
    text = _("Without words of your own the note says what the mail says.")
    days = ("next_on",)
    digits = "outcome"
    fields = ("accounts", "contact", "text", "outcome", "next_step", "next_on", "promised", "until", "kind", "at")
    labels = {
        "promised": PROMISED,
        "until": UNTIL,
        "accounts": _("Accounts"),
        "contact": _("With"),
        "text": _("Note"),
        "next_on": _("On"),
    }

    def form(self, request: HttpRequest, actor: Actor, target: Any) -> Any:
        found = super().form(request, actor, target)
        checked(found.fields["text"], actor)
        return found

    def initial(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        people = list(target.contacts.order_by("pk")) if target is not None else []
        if target is None:
            return {}
        where = [target.account_id] if target.account_id else [each.account_id for each in people]
        return {
            "accounts": list(dict.fromkeys(where)),
            "contact": people[0].pk if people else None,
            "kind": target.kind,
            "at": target.at,
        }


class MeetDraft(ActionPage):
    action = meet_draft
    title = _("Add as a contact")
    fields = ("name", "email", "account")
    labels = {"email": _("Mail address"), "confirmed": _("It is somebody else than those of that name")}

    def initial(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        return {"name": target.name, "email": target.address, "account": target.account_id}


class GiveDraft(ActionPage):
    action = give_draft

    def next_url(self, result: Any, target: Any) -> str:
        """Their own drafts: that one may be out of sight now."""
        return reverse(Drafts.name)


class AttachDraft(ActionPage):
    action = attach_draft
    title = _("Put on an account")
    fields = ("account", "contact")
    text = _("The mail stands on that account, and on the page of that person.")

    def initial(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        return {"account": target.account_id} if target is not None else {}

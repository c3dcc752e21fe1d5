"""The Inbox: queue, conversation, account in context.  A phone shows one pane at a time."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from callboard.channels.actions import connect_mailbox, retry_failed
from callboard.channels.models import Message
from callboard.core import clock
from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.core.asking import Question, answers, kept
from callboard.core.present import Given
from callboard.core.refs import BIGGEST
from callboard.core.registry import register
from callboard.core.whose import whose
from callboard.intake.actions import create_item
from callboard.intake.models import QueueItem
from callboard.intake.pages.context import account_context, panels_asked
from callboard.intake.pages.conversation import conversation_of, links_of
from callboard.intake.pages.rows import presence, rows_of
from callboard.intake.queries import inbox as ask
from callboard.intake.queries.context import answer_of_another
from callboard.intake.queries.opened import item_asked, opened_asked, opened_from
from callboard.kit.addresses import action_url, record_url
from callboard.kit.here import here
from callboard.kit.pages.page import Page
from callboard.kit.pages.panels import of_page, of_panel

VIEWS = {
    "waiting": _("Waiting"),
    "mine": _("With me"),
    "open": _("All open"),
    "done": _("Done"),
    "spam": _("Spam"),
    "failed": _("Failed"),
}


@dataclass(frozen=True)
class Asked:
    """What a request asks of the Inbox: by whom, at which instant, which view of the queue, which item."""

    request: HttpRequest
    actor: Actor
    now: datetime
    view: str
    pk: int | None

    @property
    def query(self) -> str:
        """Keeps the view of the queue in the links."""
        return f"?{urlencode({'view': self.view})}" if self.view != "waiting" else ""


class Inbox(Page):
    """Everything somebody must decide about, oldest first."""

    name: ClassVar[str] = "inbox"
    url: ClassVar[str] = "inbox/"
    title = _("Inbox")
    who: ClassVar[str] = "intake.view"
    topics = ("intake",)
    parts: ClassVar[dict[str, str]] = {
        "desk": "intake/desk.html",
        "queue": "intake/queue.html",
        "panes": "intake/panes.html",
    }
    template: ClassVar[str] = "intake/inbox.html"

    def get(self, request: HttpRequest, actor: Actor, pk: int | None = None, **kwargs: Any) -> HttpResponse:
        part, view = request.GET.get("part", ""), request.GET.get("view", "waiting")
        if (part and part not in self.parts) or view not in VIEWS or (pk or 0) > BIGGEST:
            raise Http404
        asked = Asked(request, actor, clock.now(), view, pk)
        context: dict[str, Any] = {"title": self.title, "now": asked.now, "view": view, "chosen": pk is not None}
        return self.render(request, context | self.parts_of(asked, part), self.parts.get(part, ""))

    def parts_of(self, asked: Asked, part: str) -> dict[str, Any]:
        """What the parts show that are asked for: all of them, or one."""
        rows = list(ask.queue(asked.actor, asked.view)[: ask.SHOWN + 1]) if part in ("", "queue") else []
        first = asked.pk or (rows[0].pk if rows else None)
        standing = kept(("inbox", part, asked.view, whose(asked.actor)), lambda: self.standing(asked, part))
        known = first is not None
        about = kept(("item", part, known, asked.view, whose(asked.actor)), lambda: self.about_item(asked, part, known))
        found = (standing & about).answers(item=first or 0)
        context: dict[str, Any] = {"query": asked.query, "here": asked.request.path}
        if part in ("", "desk"):
            strip = ask.desk_from(found, asked.now)
            context |= {"desk": strip, "people": [presence(person, free) for person, free in strip.people]}
        if part in ("", "queue"):
            context |= self.queue(asked, rows, first, found)
        if part in ("", "panes"):
            ids = [row.pk for row in rows] if rows else [row["pk"] for row in found.get("ids", [])]
            context |= self.panes(asked, found, ids[: ask.SHOWN])
        return context

    def standing(self, asked: Asked, part: str) -> dict[str, Question]:
        """What the parts need to know whatever item is open: the same for a person, their rights and the day."""
        found = dict[str, Question]()
        if part in ("", "desk"):
            found |= ask.desk_asked(asked.actor, asked.now)
        if part in ("", "queue"):
            found |= ask.counts_asked(asked.actor)
            found["failures"] = Question("records", ask.failed_messages()[: ask.FAILED_SHOWN])
            found["mail"] = Question("exists", ask.mailboxes_read())
            found["ever"] = Question("exists", QueueItem.objects.all())
        if part == "panes":
            queue = ask.queue(asked.actor, asked.view)
            found["ids"] = Question("list", queue.select_related(None).values("pk")[: ask.SHOWN])
        return found

    def about_item(self, asked: Asked, part: str, known: bool) -> dict[str, Question]:
        """What is needed of the open item, whose number is given, or of the first of the queue where that was not read."""
        if known:
            return item_asked(asked.actor, QueueItem.objects.filter(pk=Given("item")))
        queue = ask.queue(asked.actor, asked.view).select_related(None)
        return item_asked(asked.actor, queue) if part == "panes" else {}

    def queue(self, asked: Asked, rows: list[QueueItem], first: int | None, found: dict[str, Any]) -> dict[str, Any]:
        shown = rows_of(rows[: ask.SHOWN], first, asked.now, asked.query, asked.actor.person_id)
        failed = found["failures"] if asked.view == "failed" else []
        return {
            "rows": shown,
            "more": len(rows) > ask.SHOWN,
            "failed": failed,
            "retry_url": action_url(retry_failed) if failed and retry_failed.allowed(asked.actor) else "",
            "slip_url": action_url(create_item) if create_item.allowed(asked.actor) else "",
            "mail": found["mail"] or found["ever"],
            "connects": connect_mailbox.allowed(asked.actor),
            "views": [
                {"name": name, "label": label, "n": found.get(name), "on": name == asked.view, "url": f"?view={name}"}
                for name, label in VIEWS.items()
            ],
        }

    def panes(self, asked: Asked, found: dict[str, Any], ids: list[int]) -> dict[str, Any]:
        """The conversation and the account beside it.  Http404 for an item that is not there, or not for this person."""
        item = next(iter(found.get("item", [])), None)
        if item is None and asked.pk is not None:
            raise Http404
        before, after = ask.neighbours(ids, item.pk if item is not None else None)
        context: dict[str, Any] = {
            "item": item,
            "previous_url": f"{record_url('item', before)}{asked.query}" if before else "",
            "next_url": f"{record_url('item', after)}{asked.query}" if after else "",
            "done_url": f"{record_url('item', after) if after else reverse('inbox')}{asked.query}",
        }
        if item is None:
            return context
        actor, now, decision = asked.actor, asked.now, next(iter(found["decision"]), None)
        rest = answers(of_page(opened_asked(item, decision, actor, now)) | panels_asked(item, actor))
        opened = opened_from(item, decision, of_panel(rest))
        return context | {
            "conversation": conversation_of(opened, actor, now),
            "nonce": uuid.uuid4().hex,
            "here_now": here(item),
            "account": account_context(opened, actor, asked.request, rest),
            "links": links_of(opened, actor, now),
        }


class InboxItem(Inbox):
    """The Inbox with one item open."""

    name: ClassVar[str] = "item"
    url: ClassVar[str] = "inbox/<int:pk>/"
    model = QueueItem
    parts: ClassVar[dict[str, str]] = {**Inbox.parts, "answered": "intake/answered.html"}

    def get(self, request: HttpRequest, actor: Actor, pk: int | None = None, **kwargs: Any) -> HttpResponse:
        if request.GET.get("part") == "answered":
            return self.render(request, {"answered": self.answered(actor, pk)}, self.parts["answered"])
        return super().get(request, actor, pk, **kwargs)

    def answered(self, actor: Actor, pk: int | None) -> Message | None:
        """What a colleague answered meanwhile.  Http404 for an item that is not there, or not for this person."""
        if (pk or 0) > BIGGEST:
            raise Http404
        item = visible(QueueItem.objects.select_related("message"), actor).filter(pk=pk or 0).first()
        if item is None:
            raise Http404
        return answer_of_another(item, actor.person_id)

    @classmethod
    def registered(cls) -> None:
        register.record_urls[QueueItem._meta.label_lower] = lambda pk: record_url(cls.name, pk)

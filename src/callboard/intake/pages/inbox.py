"""The Inbox: queue, conversation, account in context.  A phone shows one pane at a time."""

import uuid
from datetime import datetime
from typing import Any, ClassVar
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from callboard.core import clock
from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.core.registry import register
from callboard.intake.actions import create_item
from callboard.intake.models import QueueItem
from callboard.intake.pages.context import account_context
from callboard.intake.pages.conversation import conversation_of, links_of
from callboard.intake.pages.rows import presence, rows_of
from callboard.intake.queries import inbox as ask
from callboard.intake.queries.context import answer_of_another
from callboard.kit.addresses import action_url, record_url
from callboard.kit.here import here
from callboard.kit.pages.page import Page

BIGGEST = 2**63 - 1
VIEWS = {
    "waiting": _("Waiting"),
    "mine": _("With me"),
    "open": _("All open"),
    "done": _("Done"),
    "spam": _("Spam"),
    "failed": _("Failed"),
}
PARTS = {
    "desk": "intake/desk.html",
    "queue": "intake/queue.html",
    "panes": "intake/panes.html",
    "answered": "intake/answered.html",
}


class Inbox(Page):
    """Everything somebody must decide about, oldest first."""

    name: ClassVar[str] = "inbox"
    url: ClassVar[str] = "inbox/"
    title = _("Inbox")
    who: ClassVar[str] = "intake.view"
    topics = ("intake",)
    template: ClassVar[str] = "intake/inbox.html"

    def get(self, request: HttpRequest, actor: Actor, pk: int | None = None, **kwargs: Any) -> HttpResponse:
        part, now = request.GET.get("part", ""), clock.now()
        if part and part not in PARTS:
            raise Http404
        view = request.GET.get("view", "waiting")
        if view not in VIEWS:
            raise Http404
        if part == "answered":
            item = self.item(actor, pk or 0)
            return self.render(request, {"answered": answer_of_another(item, actor.person_id)}, PARTS[part])
        context: dict[str, Any] = {"title": self.title, "now": now, "view": view, "chosen": pk is not None}
        if part in ("", "desk"):
            context |= self.desk(actor, now)
        if part != "desk":
            context |= self.panes(request, actor, view, pk, now, part)
        return self.render(request, context, PARTS.get(part, ""))

    def desk(self, actor: Actor, now: datetime) -> dict[str, Any]:
        strip = ask.desk_strip(actor, now)
        return {"desk": strip, "people": [presence(person, free) for person, free in strip.people]}

    def panes(
        self, request: HttpRequest, actor: Actor, view: str, pk: int | None, now: datetime, part: str
    ) -> dict[str, Any]:
        items = list(ask.queue(actor, view)[: ask.SHOWN + 1])
        more, items = len(items) > ask.SHOWN, items[: ask.SHOWN]
        item = self.item(actor, pk) if pk is not None else next(iter(items), None)
        query = f"?{urlencode({'view': view})}" if view != "waiting" else ""
        before, after = ask.neighbours(items, item)
        context: dict[str, Any] = {
            "rows": rows_of(items, item, now, query, actor.person_id),
            "more": more,
            "item": item,
            "query": query,
            "here": request.path,
            "previous_url": f"{reverse('item', args=[before])}{query}" if before else "",
            "next_url": f"{reverse('item', args=[after])}{query}" if after else "",
            "done_url": f"{reverse('item', args=[after])}{query}" if after else f"{reverse('inbox')}{query}",
            "failed": list(ask.failed_messages()[:20]) if view == "failed" else [],
        }
        if part != "panes":
            context |= {"slip_url": action_url(create_item) if create_item.allowed(actor) else ""}
            context |= {"views": self.views(actor, view), "mail": item is not None or ask.mailboxes_read().exists()}
        if part != "queue" and item is not None:
            context |= {
                "conversation": conversation_of(item, actor, now),
                "nonce": uuid.uuid4().hex,
                "here_now": here(item),
            }
            context |= {"account": account_context(item, actor, request), "links": links_of(item, actor, now)}
        return context

    def views(self, actor: Actor, view: str) -> list[dict[str, Any]]:
        found = ask.counts(actor)
        return [
            {"name": name, "label": label, "n": found.get(name), "on": name == view, "url": f"?view={name}"}
            for name, label in VIEWS.items()
        ]

    def item(self, actor: Actor, pk: int) -> QueueItem:
        """The item of the address.  Http404 when there is none, or this person may not see it."""
        rows = QueueItem.objects.select_related(
            "account__facts", "account__owner", "contact", "message__mailbox", "person", "proposed_to", "pool", "rule"
        )
        found = visible(rows, actor).filter(pk=pk).first() if pk <= BIGGEST else None
        if found is None:
            raise Http404
        return found


class InboxItem(Inbox):
    """The Inbox with one item open."""

    name: ClassVar[str] = "item"
    url: ClassVar[str] = "inbox/<int:pk>/"

    @classmethod
    def registered(cls) -> None:
        register.record_urls[QueueItem._meta.label_lower] = lambda record: record_url(cls.name, record.pk)

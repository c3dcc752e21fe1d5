"""Answering a notice by its link: opening it does nothing, because mail scanners open links; pressing does."""

from contextlib import suppress
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from callboard.channels.actions import refuse_link, use_answer_link
from callboard.channels.answering import answer_words
from callboard.channels.queries.answers import Token, about, token_of
from callboard.core import clock
from callboard.core.access import may_see
from callboard.core.actions import Actor, Refused
from callboard.core.answering import hints
from callboard.core.delivery import record_of
from callboard.core.links import url_of
from callboard.kit.pages.page import Page


class AnswerNotice(Page):
    """The notice, what can be answered, and a box for it.  No page to walk to: only the mail knows its address."""

    title = gettext_lazy("Answer")
    who = "kit.notices"
    template = "channels/answer.html"

    def get(self, request: HttpRequest, actor: Actor, token: str = "") -> HttpResponse:
        """What the notice says; nothing is done."""
        found = self._token(actor, token)
        return self._page(request, actor, found, status=410 if found is None or found.over else 200)

    def post(self, request: HttpRequest, actor: Actor, token: str = "") -> HttpResponse:
        """Do what the words say, once."""
        found = self._token(actor, token)
        if found is None or found.over or found.notice is None:
            return self._page(request, actor, found, status=410)
        text = request.POST.get("words", "")[:20_000].replace("\0", "")
        record = record_of(found.notice)
        understood, said = answer_words(actor.person, record, text, f"link:{found.link.pk}", "page")
        if not understood:
            return self._page(request, actor, found, said=said, text=text, status=422)
        with suppress(Refused):  # pressed twice in one moment: the steps have happened once
            use_answer_link(by=actor, link_id=found.link.pk)
        return self._page(request, actor, found, said=said, done=True)

    def _token(self, actor: Actor, token: str) -> Token | None:
        """The token where it is the actor's own; somebody else's is refused and logged."""
        found = token_of([token.lower()], clock.now())
        if found is not None and found.person.pk != actor.person_id:
            refuse_link(by=actor, link_id=found.link.pk)
            raise PermissionDenied(_("This mail was written to somebody else, and only they can answer it."))
        return found

    def _page(
        self, request: HttpRequest, actor: Actor, found: Token | None, status: int = 200, **more: Any
    ) -> HttpResponse:
        notice = found.notice if found is not None else None
        record = record_of(notice) if notice is not None else None
        seen = record is not None and may_see(actor, record)
        context = {
            "title": self.title,
            "notice": notice if seen else None,
            "over": found is None or bool(found.over) or not seen,
            "record_url": url_of(record) if record is not None and seen else "",
            "hints": hints(about(actor.person, record, clock.now())) if seen else [],
            **more,
        }
        return self.render(request, context, status=status)

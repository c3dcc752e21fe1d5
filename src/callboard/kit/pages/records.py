"""RecordPage: one record: what it is and its state, facts, the timeline, related parts, and the actions that move it on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from callboard.core import clock
from callboard.core.access import visible
from callboard.core.actions import Action, Actor
from callboard.core.asking import Question, answers
from callboard.core.refs import BIGGEST
from callboard.core.registry import register
from callboard.kit.addresses import record_url
from callboard.kit.here import here
from callboard.kit.pages import happened, timeline
from callboard.kit.pages.buttons import Button, buttons_for
from callboard.kit.pages.page import Page
from callboard.kit.pages.panels import Panel, drawn, of_page, of_panel, panels_of, questions_of, views_of
from callboard.kit.pages.timeline import Line
from callboard.kit.tables import Text, relations

#: Label, value, kind of cell, and the address of its reason.
Fact = tuple[Text, Any] | tuple[Text, Any, str] | tuple[Text, Any, str, str]


#: Under which name the questions of the timeline are asked.
TIMELINE = "\0timeline"


@dataclass(frozen=True)
class HeadView:
    """The head of a record.  state: (text, tone) or None; owner: a person or None."""

    title: Text
    subtitle: Text
    state: tuple[Text, str] | None
    buttons: Sequence[Button]
    owner: Any


class RecordPage(Page):
    """A record.

    Serves HTML, ``?open=<lazy panel>``, ``?panel=<name>``, ``?part=timeline``, ``?part=<one of parts>`` (which get what
    the page gets but timeline and panels) and ``GET /api/v1/<name>/<id>``.
    """

    model: ClassVar[type[Model]]
    panels: ClassVar[Sequence[Panel]] = ()
    buttons: ClassVar[Sequence[Action[..., Any]]] = ()
    timeline: ClassVar[bool] = True
    #: Replaces the middle of the page; gets `record` and what `context` adds.
    template: ClassVar[str] = ""
    #: Replaces the whole page.
    page_template: ClassVar[str] = "kit/record.html"
    #: Relations the head and the facts read, loaded with the record.
    related: ClassVar[Sequence[str]] = ()
    #: Fields the API answers with; by default the model's own (see kit.api.records).
    api_fields: ClassVar[Sequence[str] | None] = None

    @classmethod
    def registered(cls) -> None:
        if "<int:pk>" in cls.url:
            register.record_urls[cls.model._meta.label_lower] = lambda pk: record_url(cls.name, pk)

    # What an app says.

    def title(self, obj: Any) -> Text:
        return str(obj)

    def subtitle(self, obj: Any) -> Text:
        return ""

    def state(self, obj: Any) -> tuple[Text, str] | None:
        return None

    def owner(self, obj: Any) -> Any:
        return getattr(obj, "owner", None)

    def facts(self, obj: Any) -> Sequence[Fact]:
        return ()

    def asks(self, obj: Any, actor: Actor) -> Mapping[str, Question]:
        """What head, facts and `context` need to know beside the record; asked together with what the panels ask."""
        return {}

    def know(self, obj: Any, found: Mapping[str, Any]) -> None:
        """The answers to `asks`, before anything of the page is made: keep them with the record."""

    def context(self, request: HttpRequest, actor: Actor, obj: Any) -> dict[str, Any]:
        """What `template` needs besides `record`."""
        return {}

    def queryset(self, actor: Actor) -> QuerySet[Any]:
        wanted = {path for name in (*self.related, "owner", "account") for path in relations(self.model, name)}
        found = visible(self.model._default_manager.all(), actor)
        return found.select_related(*sorted(wanted)) if wanted else found

    def bare(self, actor: Actor) -> QuerySet[Any]:
        """The same records without what only the page reads."""
        return self.queryset(actor).select_related(None)

    # What is served.

    def record(self, actor: Actor, pk: int) -> Any:
        """The record; Http404 when there is none or the actor may not see it."""
        found = self.queryset(actor).filter(pk=pk).first() if pk <= BIGGEST else None
        if found is None:
            raise Http404
        return found

    def get(self, request: HttpRequest, actor: Actor, pk: int = 0, **kwargs: Any) -> HttpResponseBase:
        obj = self.record(actor, pk)
        # What New offers on this page begins with its account.
        request.about_root = min(obj.roots(), default=None) if hasattr(obj, "roots") else None  # type: ignore[attr-defined]
        panels = panels_of(self.panels, self.model._meta.label_lower, actor)
        if wanted := request.GET.get("panel"):
            return self._one_panel(request, actor, obj, panels, wanted)
        part, opened = request.GET.get("part", ""), request.GET.get("open", "")
        if part in happened.PARTS and self.timeline:
            return self._timeline_part(request, actor, obj, part)
        context: dict[str, Any] = {"record": obj, "topics": self.live_topics(obj), "timeline": False}
        whole = part not in self.parts
        asked = of_page(self.asks(obj, actor)) | (questions_of(panels, obj, actor, opened) if whole else {})
        wanted_lines = happened.asked_of(request, obj) if whole and self.timeline else None
        if wanted_lines is not None:
            asked |= {(TIMELINE, name): each for name, each in timeline.questions(obj, actor, wanted_lines).items()}
        found = answers(asked)
        self.know(obj, of_panel(found))
        if wanted_lines is not None:
            context |= happened.context(request, actor, obj, wanted_lines, of_panel(found, TIMELINE))
        context |= {
            "head": self.head(obj, actor),
            "facts": [(*fact, *("text", "")[len(fact) - 2 :]) for fact in self.facts(obj)],
            "middle": self.template,
            "here": here(obj),
            "as_of": clock.now(),
            **self.context(request, actor, obj),
        }
        if not whole:
            return self.render(request, context, self.parts[part])
        context["panels"] = shown = views_of(panels, obj, actor, request, found, opened)
        context["has_work"] = self._has_work(shown)
        return self.render(request, context, self.page_template)

    def _has_work(self, panels: Sequence[Any]) -> bool:
        """Whether anything stands in the middle: else the facts are the page."""
        own = self.template or self.timeline or self.page_template != RecordPage.page_template
        return bool(own) or any(panel.place == "middle" for panel in panels)

    def _timeline_part(self, request: HttpRequest, actor: Actor, obj: Any, part: str) -> HttpResponseBase:
        """The timeline alone: a page of it, its filters, a file."""
        asked = happened.asked_of(request, obj)
        if not happened.is_known(asked):
            raise Http404
        if part == "timeline-filters":
            return self.render(request, happened.filters(request, actor, asked), "kit/timeline_filters.html")
        if form := request.GET.get("format"):
            file = happened.as_file(form, obj, actor, asked)
            if file is None:
                raise Http404
            return file
        found = answers(timeline.questions(obj, actor, asked))
        context = {
            "record": obj,
            "topics": self.live_topics(obj),
            **happened.context(request, actor, obj, asked, found),
        }
        return self.render(request, context, "kit/timeline.html")

    def offered(self, obj: Any, actor: Actor) -> Sequence[Action[..., Any]]:
        """Those of `buttons` that are this actor's at all."""
        return self.buttons

    def head(self, obj: Any, actor: Actor) -> HeadView:
        shown = buttons_for(self.offered(obj, actor), actor, clock.now(), obj)
        return HeadView(self.title(obj), self.subtitle(obj), self.state(obj), shown, self.owner(obj))

    def live_topics(self, obj: Any) -> str:
        roots = sorted(obj.roots()) if hasattr(obj, "roots") else []
        return " ".join([*self.topics, *(f"account:{root}" for root in roots)] or [self.model._meta.label_lower])

    def _one_panel(
        self, request: HttpRequest, actor: Actor, obj: Any, panels: Sequence[Panel], name: str
    ) -> HttpResponse:
        panel = next((panel for panel in panels if panel.name == name), None)
        if panel is None:
            raise Http404
        view = drawn(panel, obj, actor, request)
        if view is None:  # emptied since the page was drawn: the frame around it goes too
            return HttpResponse("", headers={"HX-Retarget": f"#panel-{name}", "HX-Reswap": "delete"})
        return HttpResponse(view.html)


__all__ = ["HeadView", "Line", "RecordPage"]

"""RecordPage: one record: what it is and its state, facts, the timeline, related parts, and the actions that move it on."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar

from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import get_urlconf, reverse

from callboard.core import clock
from callboard.core.access import visible
from callboard.core.actions import Action, Actor
from callboard.core.registry import register
from callboard.kit.pages.buttons import Button, buttons_for
from callboard.kit.pages.page import Page
from callboard.kit.pages.panels import Panel, PanelView, drawn, panels_of
from callboard.kit.pages.timeline import Line, lines
from callboard.kit.tables import Text, relations

Fact = tuple[Text, Any] | tuple[Text, Any, str]
BIGGEST = 2**63 - 1


def record_url(name: str, pk: int) -> str:
    """reverse(name, args=[pk]), at a tenth of its cost: a list has fifty of them."""
    before, after = _around(name, get_urlconf())
    return f"{before}{pk}{after}"


@cache
def _around(name: str, urlconf: str | None) -> tuple[str, str]:
    before, _zero, after = reverse(name, urlconf=urlconf, args=[0]).rpartition("0")
    return before, after


@dataclass(frozen=True)
class HeadView:
    """The head of a record.  state: (text, tone) or None; owner: a person or None."""

    title: Text
    subtitle: Text
    state: tuple[Text, str] | None
    buttons: Sequence[Button]
    owner: Any


class RecordPage(Page):
    """A record.  Serves HTML, ``?panel=<name>``, ``?part=timeline`` and ``GET /api/v1/<name>/<id>``."""

    model: ClassVar[type[Model]]
    panels: ClassVar[Sequence[Panel]] = ()
    buttons: ClassVar[Sequence[Action[..., Any]]] = ()
    timeline: ClassVar[bool] = True
    #: Replaces the middle of the page; gets `record` and what `context` adds.
    template: ClassVar[str] = ""
    #: The whole page, where a kind of record needs another frame around its parts.
    whole: ClassVar[str] = "kit/record.html"
    #: Relations the head and the facts read, loaded with the record.
    related: ClassVar[Sequence[str]] = ()
    #: Fields the API answers with; by default the model's own (see kit.api.records).
    api_fields: ClassVar[Sequence[str] | None] = None

    @classmethod
    def registered(cls) -> None:
        if "<int:pk>" in cls.url:
            register.record_urls[cls.model._meta.label_lower] = lambda record: record_url(cls.name, record.pk)

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

    def context(self, request: HttpRequest, actor: Actor, obj: Any) -> dict[str, Any]:
        """What `template` needs besides `record`."""
        return {}

    def queryset(self, actor: Actor) -> QuerySet[Any]:
        wanted = {path for name in (*self.related, "owner", "account") for path in relations(self.model, name)}
        found = visible(self.model._default_manager.all(), actor)
        return found.select_related(*sorted(wanted)) if wanted else found

    # What is served.

    def record(self, actor: Actor, pk: int) -> Any:
        """The record; Http404 when there is none or the actor may not see it."""
        found = self.queryset(actor).filter(pk=pk).first() if pk <= BIGGEST else None
        if found is None:
            raise Http404
        return found

    def get(self, request: HttpRequest, actor: Actor, pk: int = 0, **kwargs: Any) -> HttpResponse:
        obj = self.record(actor, pk)
        panels = panels_of(self.panels, self.model._meta.label_lower, actor)
        if wanted := request.GET.get("panel"):
            return self._one_panel(request, actor, obj, panels, wanted)
        entries, older = lines(obj, actor, request.GET.get("before", "")) if self.timeline else ([], "")
        context = {
            "record": obj,
            "timeline": self.timeline,
            "entries": entries,
            "older_url": self._older(older),
            "topics": self.live_topics(obj),
        }
        if request.GET.get("part") == "timeline":
            return self.render(request, context, "kit/timeline.html")
        context |= {
            "head": self.head(obj, actor),
            "facts": [fact if len(fact) == 3 else (*fact, "text") for fact in self.facts(obj)],
            "panels": self._panels(request, actor, obj, panels),
            "middle": self.template,
            **self.context(request, actor, obj),
        }
        return self.render(request, context, self.whole)

    def head(self, obj: Any, actor: Actor) -> HeadView:
        shown = buttons_for(self.buttons, actor, clock.now(), obj)
        return HeadView(self.title(obj), self.subtitle(obj), self.state(obj), shown, self.owner(obj))

    def live_topics(self, obj: Any) -> str:
        roots = sorted(obj.roots()) if hasattr(obj, "roots") else []
        return " ".join([*self.topics, *(f"account:{root}" for root in roots)] or [self.model._meta.label_lower])

    def _older(self, cursor: str) -> str:
        return f"?part=timeline&before={cursor}" if cursor else ""

    def _panels(self, request: HttpRequest, actor: Actor, obj: Any, panels: Sequence[Panel]) -> list[PanelView]:
        shown = (
            PanelView(panel.name, panel.title, panel.place, src=f"?panel={panel.name}")
            if panel.lazy
            else drawn(panel, obj, actor, request)
            for panel in panels
        )
        return [view for view in shown if view is not None]

    def _one_panel(
        self, request: HttpRequest, actor: Actor, obj: Any, panels: Sequence[Panel], name: str
    ) -> HttpResponse:
        panel = next((panel for panel in panels if panel.name == name), None)
        if panel is None:
            raise Http404
        view = drawn(panel, obj, actor, request)
        return HttpResponse(view.html if view else "")


__all__ = ["HeadView", "Line", "RecordPage"]

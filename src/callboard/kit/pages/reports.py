"""ReportPage: a page of figures with a template of its own; a board is one."""

from typing import Any, ClassVar

from django.http import Http404, HttpRequest, HttpResponse

from callboard.core import clock
from callboard.core.actions import Action, Actor
from callboard.kit.pages.buttons import buttons_for
from callboard.kit.pages.page import Page


class ReportPage(Page):
    """A report.  ``?part=<name>`` renders the template of `parts`, for what fetches itself again."""

    buttons: ClassVar[tuple[Action[..., Any], ...]] = ()

    def context(self, request: HttpRequest, actor: Actor) -> dict[str, Any]:
        """What the template shows."""
        return {}

    def get(self, request: HttpRequest, actor: Actor, **kwargs: Any) -> HttpResponse:
        template = self.template
        if wanted := request.GET.get("part"):
            if wanted not in self.parts:
                raise Http404
            template = self.parts[wanted]
        context = {
            "title": self.title,
            "topics": " ".join(self.topics),
            "actor": actor,
            "buttons": buttons_for(self.buttons, actor, clock.now()),
            "as_of": clock.now(),
            **self.context(request, actor),
        }
        return self.render(request, context, template)

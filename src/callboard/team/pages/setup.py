"""The set-up list: the same rows on My Day while something is open, and on a page of their own always."""

from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor
from callboard.core.registry import Tested, register
from callboard.kit.addresses import action_url
from callboard.kit.pages import ActionPage, ReportPage
from callboard.kit.pages.page import is_part
from callboard.team.actions import reopen_step, skip_step
from callboard.team.queries.setup import Setup as State
from callboard.team.queries.setup import Step, setup_of, steps_for

LONGEST = 6000


@dataclass(frozen=True)
class Row:
    """A step for its template. inputs: (name, label, value, several lines) of what its test is given."""

    step: Step
    url: str
    inputs: list[tuple[str, Any, Any, bool]]
    tested: Tested | None
    nonce: str
    first: bool

    @property
    def tests(self) -> bool:
        """Whether it can be tried: a template would call the test to find out."""
        return self.step.entry.test is not None


def setup_context(
    actor: Actor, state: State, tested: dict[str, Tested] | None = None, given: Any = None
) -> dict[str, Any]:
    """What the rows need."""
    first = next((step for step in state.steps if step.open), None)
    return {
        "setup": state,
        "setup_rows": [
            _row(step, (tested or {}).get(step.entry.name), given or {}, step is first) for step in state.steps
        ],
        "skips": skip_step.allowed(actor),
        "skip_url": action_url(skip_step),
        "reopen_url": action_url(reopen_step),
        "test_url": reverse(Setup.name),
    }


def setup_on_my_day(actor: Actor) -> dict[str, Any]:
    """The rows while something is open; nothing afterwards."""
    state = setup_of(actor)
    return {} if state.over else setup_context(actor, state)


def _row(step: Step, tested: Tested | None, given: Any, first: bool) -> Row:
    inputs = [(name, label, given.get(name, value), long) for name, label, value, long in step.entry.inputs]
    return Row(step, step.entry.url(), inputs, tested, uuid4().hex, first)


class Setup(ReportPage):
    """What a company needs to begin: done or open as the data says, skipped where it does without."""

    title = _("Set up")
    url = "setup/"
    name = "setup"
    template = "team/setup.html"

    @classmethod
    def open_to(cls, actor: Actor) -> bool:
        """To whoever may do a step of it."""
        return bool(steps_for(actor))

    def context(self, request: HttpRequest, actor: Actor) -> dict[str, Any]:
        """All steps of the actor."""
        return setup_context(actor, setup_of(actor))

    def post(self, request: HttpRequest, actor: Actor) -> HttpResponse:
        """Try the step of the form: what came of it beside the step, without script on the whole page."""
        entry = register.setup_step.get(request.POST.get("step", ""))
        if entry is None or entry.test is None:
            raise Http404
        if entry not in steps_for(actor):
            raise PermissionDenied
        given = {name: request.POST.get(name, "").replace("\0", "")[:LONGEST] for name, *_rest in entry.inputs}
        tested = entry.test(actor, given)
        if is_part(request):
            return self.render(request, {"tested": tested}, "team/setup_said.html")
        rows = setup_context(actor, setup_of(actor), {entry.name: tested}, given)
        return self.render(request, {"title": self.title, "actor": actor, **rows})


class SkipStep(ActionPage):
    """Back to the list."""

    action = skip_step
    labels = {"name": _("Step")}

    def next_url(self, result: Any, target: Any) -> str:
        """The list."""
        return reverse(Setup.name)


class ReopenStep(ActionPage):
    """Back to the list."""

    action = reopen_step
    labels = {"name": _("Step")}

    def next_url(self, result: Any, target: Any) -> str:
        """The list."""
        return reverse(Setup.name)

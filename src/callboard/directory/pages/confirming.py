"""A form whose action warns before it makes what looks double."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse

from callboard.core.access import visible
from callboard.core.actions import Actor, Invalid
from callboard.directory.actions.asking import LooksLike
from callboard.directory.queries.duplicates import Candidate
from callboard.kit.pages import ActionPage


class Confirmed(ActionPage):
    """The box to confirm what looks double stands there only once somebody was warned; then each of those that look alike
    can be opened instead."""

    template = "directory/confirmed.html"
    alike: Sequence[Candidate] = ()

    def form(self, request: HttpRequest, actor: Actor, target: Any) -> Any:
        found = super().form(request, actor, target)
        if request.method != "POST":
            found.fields.pop("confirmed", None)
        return found

    def _refused(self, request: HttpRequest, actor: Actor, target: Any, form: Any, error: Invalid) -> HttpResponse:
        if isinstance(error, LooksLike):
            self.alike = error.found
        return super()._refused(request, actor, target, form, error)

    def context(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        model = self.action.body.__annotations__["return"]
        rows = visible(model.objects.all(), actor).in_bulk([one.pk for one in self.alike]) if self.alike else {}
        return {"alike": [(rows[one.pk], one) for one in self.alike if one.pk in rows]}

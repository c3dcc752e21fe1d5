"""A form whose action warns before it makes what looks double."""

from typing import Any

from django.http import HttpRequest

from callboard.core.actions import Actor
from callboard.kit.pages import ActionPage


class Confirmed(ActionPage):
    """The box to confirm what looks double stands there only once somebody was warned."""

    def form(self, request: HttpRequest, actor: Actor, target: Any) -> Any:
        found = super().form(request, actor, target)
        if request.method != "POST":
            found.fields.pop("confirmed", None)
        return found

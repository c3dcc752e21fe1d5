"""Whom "@da" may mean, for the box a person types in."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse

from callboard.core.access import may_see
from callboard.core.actions import Actor
from callboard.core.refs import model_of
from callboard.kit.pages.page import Page
from callboard.team.models import Person
from callboard.team.queries.mentions import known_people, people_like, text_for


class Mentionable(Page):
    """``?q=da&kind=work.task&id=7``: people, whether each may see the record, and the text that mentions them."""

    url = "mention/"
    name = "mention"
    who = "team.view"

    def get(self, request: HttpRequest, actor: Actor) -> HttpResponse:
        """At most eight."""
        record = self._record(request, actor)
        known = known_people()
        found = people_like(request.GET.get("q", "").replace("\0", "")[:100])
        return JsonResponse({"people": [self._one(person, record, known) for person in found]})

    def _one(self, person: Person, record: Any, known: Any) -> dict[str, Any]:
        sees = record is None or may_see(Actor("person", person=person), record)
        return {"name": person.name, "title": person.title, "text": text_for(person, known), "sees": sees}

    def _record(self, request: HttpRequest, actor: Actor) -> Any:
        """The record the text will stand on; None where there is none yet or the actor may not see it."""
        model, pk = model_of(request.GET.get("kind", "")), request.GET.get("id", "")
        if model is None or not pk.isdecimal() or len(pk) > 18:
            return None
        record = model._default_manager.filter(pk=int(pk)).first()
        return record if record is not None and may_see(actor, record) else None

"""Whom "@da" may mean, for the box a person types in."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from callboard.core.access import allows, may_see
from callboard.core.actions import Actor
from callboard.core.models import Model
from callboard.core.refs import model_of, number_in
from callboard.kit.pages.page import to_sign_in
from callboard.team.models import Person
from callboard.team.queries.mentions import known_people, people_like, text_for
from callboard.team.reading.mentions import Known


@require_safe
def mentionable(request: HttpRequest) -> HttpResponse:
    """``?q=da&kind=work.task&id=7``: at most eight people, whether each may see the record, the text that mentions them."""
    if not request.user.is_authenticated:
        return to_sign_in(request)
    actor = Actor.of(request)
    if not allows(actor, "team.view"):
        raise PermissionDenied
    record, known = _record(request, actor), known_people()
    found = people_like(request.GET.get("q", "").replace("\0", "")[:100])
    return JsonResponse({"people": [_one(person, record, known) for person in found]})


def _one(person: Person, record: Any, known: list[Known]) -> dict[str, Any]:
    sees = record is None or may_see(Actor("person", person=person), record)
    return {"name": person.name, "title": person.title, "text": text_for(person, known), "sees": sees}


def _record(request: HttpRequest, actor: Actor) -> Any:
    """The record the text will stand on; None where there is none yet or the actor may not see it."""
    model, pk = model_of(request.GET.get("kind", "")), number_in(request.GET.get("id", ""))
    if model is None or not issubclass(model, Model) or pk is None:
        return None
    record = model._default_manager.filter(pk=pk).first()
    return record if record is not None and may_see(actor, record) else None

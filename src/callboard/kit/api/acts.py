"""POST /do/<action>: every verb, with the parameters of its signature."""

import uuid
from typing import Annotated, Any

from django.http import Http404, HttpRequest
from ninja import NinjaAPI, Schema
from ninja.params import functions
from pydantic import Field, create_model

from callboard.core.access import visible
from callboard.core.actions import Action, Actor, File, Forbidden, Invalid, Param
from callboard.core.models import Log
from callboard.core.registry import register
from callboard.core.undo import undo
from callboard.kit.api.auth import caller
from callboard.kit.api.errors import answers
from callboard.kit.api.types import Id, RefOut, param_type, ref_out
from callboard.kit.fields import verb
from callboard.kit.forms import choose_from
from callboard.kit.pages.acts import page_of, run


class Done(Schema):
    """What an action made or changed, and the log line that undoes it (only with an Idempotency-Key)."""

    result: RefOut | None = None
    log: uuid.UUID | None = None


def body_schema(action: Action[..., Any], *, targeted: bool = True) -> type[Schema]:
    """target (its id, where the action has one), version (409 when it changed since), and the parameters.

    targeted: without it the parameters alone, as a run over many records takes them.
    """
    fields: dict[str, Any] = {}
    if action.target_model is not None and targeted:
        fields["target"] = (Id, ...)
        fields["version"] = (Annotated[int | None, Field(ge=0, le=2**31 - 1)], None)
    for param in action.params:
        default = ... if param.required else None
        kind = param_type(action, param)
        fields[param.name] = (kind if param.required or param.optional else kind | None, default)
    made: type[Schema] = create_model(action.name.replace(".", "_"), __base__=Schema, **fields)
    return made


def add_action(api: NinjaAPI, action: Action[..., Any]) -> None:
    """The operation of one action."""

    def view(request: HttpRequest, body: Any) -> Done:
        return perform(action, caller(request), body)

    schema = body_schema(action)
    view.__annotations__ = {"request": HttpRequest, "body": Annotated[schema, functions.Body(...)]}
    api.post(
        f"/do/{action.name}",
        response=answers(Done),
        operation_id=f"do_{action.name.replace('.', '_')}",
        summary=verb(action),
        description=action.__doc__ or "",
        tags=[action.app],
        openapi_extra=_KEY_PARAMETER,
    )(view)


_KEY_PARAMETER = {
    "parameters": [
        {
            "in": "header",
            "name": "Idempotency-Key",
            "required": False,
            "schema": {"type": "string", "maxLength": 200},
            "description": "The same key with the same body acts once; with another body it is refused (422). Kept 30 days.",
        }
    ]
}


def perform(action: Action[..., Any], actor: Actor, body: Any) -> Done:
    """Run an action as the API asks.  404 for a target the actor does not see."""
    if not action.allowed(actor):
        raise Forbidden(action.who)
    target = _target(action, actor, getattr(body, "target", None))
    given = arguments(action, actor, target, body)
    if getattr(body, "version", None) is not None:
        given["_version"] = body.version
    result = run(action, actor, target, given)
    # Without a key the answer may come twice, and the second run's line would undo only half.
    return Done(result=_ref(result), log=actor.ran[-1] if actor.key else None)


def arguments(action: Action[..., Any], actor: Actor, target: Any, body: Schema) -> dict[str, Any]:
    """What a body says as the action wants it.  Invalid for a record the actor may not choose."""
    return {
        param.name: _value(action, actor, target, param, getattr(body, param.name))
        for param in action.params
        if param.name in body.model_fields_set and (param.optional or getattr(body, param.name) is not None)
    }


def _ref(result: Any) -> RefOut | None:
    found = ref_out(result)
    return RefOut(**found) if found else None


def _target(action: Action[..., Any], actor: Actor, pk: int | None) -> Any:
    if action.target_model is None:
        return None
    found = visible(action.target_model._default_manager.all(), actor).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def _value(action: Action[..., Any], actor: Actor, target: Any, param: Param, value: Any) -> Any:
    """The value as the action wants it: ids become records the actor may choose.  Invalid for one it may not."""
    if value is None:
        return None
    if param.is_model:
        page = page_of(action.name)()
        rows = choose_from(param, actor, lambda name: page.choices(name, actor, target))
        wanted = value if param.many else [value]
        found = rows.in_bulk(wanted)
        missing = [pk for pk in wanted if pk not in found]
        if missing:
            raise Invalid(
                {param.name: f"{param.type._meta.verbose_name} {missing[0]}: not one of those you may choose."}
            )
        return [found[pk] for pk in wanted] if param.many else found[value]
    if param.type is File:
        try:
            return value.uploaded()
        except ValueError as error:
            raise Invalid({param.name: str(error)}) from error
    return value


def add_undo(api: NinjaAPI) -> None:
    """POST /undo/<log>: the compensating action of what a log line says."""

    @api.post("/undo/{log}", response=answers(Done), operation_id="undo", summary="Undo", tags=["core"])
    def undo_log(request: HttpRequest, log: uuid.UUID) -> Done:
        line = Log.objects.filter(pk=log).first()
        if line is None:
            raise Http404
        return Done(result=_ref(undo(line, by=caller(request))))


def add_actions(api: NinjaAPI) -> None:
    """Every registered action that is served, by name."""
    for name in sorted(register.actions):
        if register.actions[name].served:
            add_action(api, register.actions[name])
    add_undo(api)

"""The form of an action, generated from its signature."""

import json
import uuid
from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Model, QuerySet
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from callboard.core.access import visible
from callboard.core.actions import Action, Actor, Invalid, Param, Text
from callboard.core.given import read_json
from callboard.core.params import decode, encode
from callboard.core.refs import number_in
from callboard.kit.fields import field_for, model_field
from callboard.kit.tables import field_of

Choices = Callable[[str], QuerySet[Any] | None]
#: Hidden fields every form carries; an action cannot have a parameter of these names.
NONCE, VERSION, BASED_ON, NEXT, PREVIEW = "nonce", "version_", "based_on_", "next", "preview"


class ActionForm(forms.Form):
    """The inputs of one action for one actor.  After `is_valid()`, `arguments()` is what the action is called with."""

    use_required_attribute = True

    def __init__(
        self,
        action: Action[..., Any],
        actor: Actor,
        target: Model | None = None,
        *,
        data: QueryDict | None = None,
        files: MultiValueDict[str, Any] | None = None,
        initial: dict[str, Any] | None = None,
        choices: Choices | None = None,
        nonce: str = "",
        only: str = "",
    ) -> None:
        """only: the one parameter asked for; then the action keeps its defaults for the others, and it is an edit."""
        self.action = action
        self.target = target
        self.params = [param for param in action.params if only in ("", param.name)]
        self.edit = bool(only) or is_edit(action)
        start = {**defaults(action, target), **({only: getattr(target, only)} if only else {}), **(initial or {})}
        super().__init__(data, files, initial=start)
        for param in self.params:
            rows = choose_from(param, actor, choices) if param.is_model else None
            self.fields[param.name] = field_for(action, param, rows, target)
        self.nonce = nonce or self._value(NONCE) or uuid.uuid4().hex
        self._focus()

    def _focus(self) -> None:
        """The cursor stands in the first field; after a refusal in the first that is wrong."""
        first = next(iter(self.fields), None)
        if first is not None:
            self.fields[first].widget.attrs["autofocus"] = True

    def focus_first_wrong(self) -> None:
        wrong = next((name for name in self.fields if name in self.errors), None)
        if wrong is None:
            return
        for field in self.fields.values():
            field.widget.attrs.pop("autofocus", None)
        self.fields[wrong].widget.attrs["autofocus"] = True

    @property
    def hidden(self) -> list[tuple[str, str]]:
        """(name, value) of what travels with the form: the nonce, and what the person saw when it was opened."""
        kept = [(NONCE, self.nonce)]
        if self.target is None:
            return kept
        if self.edit:
            return [*kept, (BASED_ON, self._value(BASED_ON) or json.dumps(before(self.params, self.target)))]
        return [*kept, (VERSION, self._value(VERSION) or str(getattr(self.target, "version", 0)))]

    def _value(self, name: str) -> str:
        return str(self.data.get(name, "")) if self.is_bound else ""

    def arguments(self) -> dict[str, Any]:
        """Keyword arguments for the action, with `_version` or `_based_on` where the form carried them."""
        given = {param.name: self._cleaned(param) for param in self.params}
        if self.target is not None:
            seen = self._seen()
            for name, old in seen.get("_based_on", {}).items():
                if given.get(name) == old:
                    # Not touched here: it stays what it is by now, so that only fields both changed conflict.
                    given[name] = seen["_based_on"][name] = getattr(self.target, name)
            given |= seen
        return given

    def _cleaned(self, param: Param) -> Any:
        value = self.cleaned_data.get(param.name)
        if value not in (None, "", []):
            return value
        if param.optional:
            return "" if self._emptied(param) else None
        if param.type is bool:
            return False
        return [] if param.many else param.default if not param.required else value

    def _emptied(self, param: Param) -> bool:
        """Whether a text of the record was wiped; None would leave it as it is."""
        field = model_field(self.action, param)
        return param.type in (str, Text) and self.edit and field is not None and not field.null

    def _seen(self) -> dict[str, Any]:
        if self.edit and self.data.get(BASED_ON):
            return {"_based_on": self._based_on()}
        version = number_in(str(self.data.get(VERSION, "")))
        return {"_version": version} if version is not None else {}

    def _based_on(self) -> dict[str, Any]:
        try:
            stored = read_json(self.data[BASED_ON])
            return {param.name: decode(param, stored[param.name]) for param in self.params if param.name in stored}
        except (ValueError, TypeError, ArithmeticError, ObjectDoesNotExist) as error:
            raise Invalid({"": _("The form was changed on its way. Open it again.")}) from error

    def refuse(self, error: Invalid) -> None:
        """Put an action's own objections beside the fields."""
        for name, sentence in error.errors.items():
            self.add_error(name if name in self.fields else None, str(sentence))


def choose_from(param: Param, actor: Actor, choices: Choices | None = None) -> QuerySet[Any]:
    """The records a parameter may be: what the page says, else all the actor sees that are active."""
    found = choices(param.name) if choices is not None else None
    if found is not None:
        return found
    rows: QuerySet[Any] = visible(param.type._default_manager.all(), actor)
    return rows.filter(is_active=True) if field_of(param.type, "is_active") is not None else rows


def is_edit(action: Action[..., Any]) -> bool:
    """Whether every parameter is a field of the target: then two people conflict only over the same field."""
    model = action.target_model
    return model is not None and bool(action.params) and all(field_of(model, param.name) for param in action.params)


def before(params: Iterable[Param], target: Model) -> dict[str, Any]:
    """The values an edit begins with, as JSON."""
    return {param.name: encode(getattr(target, param.name)) for param in params if not param.many}


def defaults(action: Action[..., Any], target: Model | None) -> dict[str, Any]:
    """What the form starts with: an edit with the record's values, anything else with the signature's defaults."""
    start: dict[str, Any] = {}
    edit = is_edit(action)
    for param in action.params:
        if edit and target is not None and not param.many:
            start[param.name] = getattr(target, param.name)
        elif not param.required and param.default not in (None, ""):
            start[param.name] = getattr(param.default, "value", param.default)
    return start

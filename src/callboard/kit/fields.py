"""From a parameter of an action to a field of a form."""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, MaxValueValidator, MinValueValidator, URLValidator
from django.db.models import CharField, EmailField, Field, Model, QuerySet, URLField
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Action, File, Param, Text
from callboard.core.money import Money
from callboard.core.refs import BIGGEST, kind_of, number_in
from callboard.kit.answers import NumberField, say_what_is_wrong
from callboard.kit.pieces.prose import INTERNAL
from callboard.kit.searching import SearchingInput, SearchingInputs
from callboard.kit.tables import field_of

#: Up to this many records are a plain select; more are searched for as one types.
SELECT_AT_MOST = 200
LONGEST = 10_000
#: No day of ours lies outside; a typed year 0202 or 20226 is a slip, and sums over it leave the calendar.
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2999, 12, 31)
#: Words a name of a verb cannot spell as people do.
SPELT = {"handoff": "hand-off"}
_NUMBERED = re.compile(r"(?:^|#)(\d{1,19})$")


def words(name: str) -> str:
    """ "start_on" -> "Start on", in the person's language where the catalogue knows it."""
    return gettext(capfirst(" ".join(SPELT.get(word, word) for word in name.split("_"))))


def verb(action: Action[..., Any]) -> str:
    """What a button says: "Accept order".  (The label of an action is its past tense, for log and toast.)"""
    return str(action.verb) or words(action.name.rpartition(".")[2])


def model_field(action: Action[..., Any], param: Param) -> "Field[Any, Any] | None":
    """The field of the target, or of what a creating action makes, that carries the parameter's name."""
    made = action.target_model or _made_by(action)
    return field_of(made, param.name) if made is not None else None


def _made_by(action: Action[..., Any]) -> type[Model] | None:
    found = getattr(action.body, "__annotations__", {}).get("return")
    return found if isinstance(found, type) and issubclass(found, Model) else None


def label_of(action: Action[..., Any], param: Param) -> str:
    """The label of a parameter: its model field's name where there is one, else its own words."""
    field = model_field(action, param)
    if field is not None and str(field.verbose_name) != field.name.replace("_", " "):
        return capfirst(str(field.verbose_name))
    return words(param.name)


def options_of(kind: Any) -> list[tuple[str, str]]:
    """The choices of an Enum."""
    return [(str(member.value), str(getattr(member, "label", None) or words(member.name.lower()))) for member in kind]


class RecordField(forms.Field):
    """One record of a queryset, by its id or by "Name · #7".  Nothing outside the queryset can be chosen."""

    default_error_messages = {
        "unknown": _("Nothing here is called “{value}”. Choose one of the list."),
        "several": _("Several are called “{value}”. Choose one of the list, with its number."),
    }

    def __init__(self, queryset: QuerySet[Any], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.queryset = queryset

    def prepare_value(self, value: Any) -> Any:
        return value.pk if isinstance(value, Model) else value

    def to_python(self, value: Any) -> Any:
        text = str(value or "").replace("\0", "").strip()
        return self.one(text) if text else None

    def one(self, text: str) -> Any:
        """The record `text` names.  ValidationError when none or several do."""
        numbered = _NUMBERED.search(text)
        number = number_in(numbered[1]) if numbered else None
        if number is not None and (found := self.queryset.filter(pk=number).first()):
            return found
        named = list(matching(self.queryset, text, exact=True)[:2])
        if len(named) == 1:
            return named[0]
        code = "several" if named else "unknown"
        raise ValidationError(str(self.error_messages[code]).format(value=text[:60]), code=code)


class RecordsField(RecordField):
    """Several records of a queryset, in the order given."""

    def prepare_value(self, value: Any) -> Any:
        return [getattr(each, "pk", each) for each in value] if isinstance(value, (list, tuple, QuerySet)) else value

    def to_python(self, value: Any) -> list[Any]:
        given = value if isinstance(value, (list, tuple)) else [value] if value else []
        return [self.one(str(each)) for each in given if str(each).strip()]


def matching(queryset: QuerySet[Any], text: str, *, exact: bool = False) -> QuerySet[Any]:
    """The rows whose name, number or address holds (or is) `text`."""
    lookup = "iexact" if exact else "icontains"
    found = queryset.none()
    for name in ("name", "number", "title", "email"):
        field = field_of(queryset.model, name)
        if isinstance(field, CharField):
            found = found | queryset.filter(**{f"{name}__{lookup}": text})
    return found


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class InstantInput(forms.DateTimeInput):
    input_type = "datetime-local"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%dT%H:%M")


def field_for(
    action: Action[..., Any], param: Param, queryset: QuerySet[Any] | None = None, target: Model | None = None
) -> forms.Field:
    """The form field of a parameter.  `queryset`: the records to choose from, where it takes records."""
    made = _field_for(action, param, queryset, target)
    say_what_is_wrong(made)
    return made


def _field_for(
    action: Action[..., Any], param: Param, queryset: QuerySet[Any] | None, target: Model | None
) -> forms.Field:
    field = model_field(action, param)
    common: dict[str, Any] = {
        "label": label_of(action, param),
        "required": param.required and not param.optional,
        "help_text": str(field.help_text) if field is not None else "",
    }
    if param.is_model:
        if queryset is None:
            raise TypeError(f"{action.name}({param.name}): no records to choose from.")
        return _record_field(action, param, queryset, target, common)
    if field is not None and not field.is_relation and param.type not in (bool, File):
        # What the column cannot hold is said beside the field, not by the database.
        # The field of a form has the one for an address or a link itself: its sentence would stand there twice.
        common["validators"] = [
            each for each in field.validators if not isinstance(each, EmailValidator | URLValidator)
        ]
    if param.is_enum:
        kind = param.type
        common.pop("validators", None)
        # A form sends text: a member whose value is a number is found by the text of it.
        members = {str(member.value): member for member in kind}
        return forms.TypedChoiceField(
            # Where the action has an answer of its own there is nothing to leave open.
            choices=options_of(kind)
            if param.default in list(kind)
            else _with_empty(options_of(kind), common["required"]),
            coerce=lambda value: members[str(getattr(value, "value", value))],
            empty_value=None,
            **common,
        )
    made = _plain_field(param.type, field, common)
    if (action.name, param.name) in INTERNAL:
        made.widget.attrs |= mentions_attrs(target)
    return made


def mentions_attrs(target: Model | None) -> dict[str, str]:
    """The attributes of a field in which colleagues can be mentioned; `target`: the record its text stands on."""
    about = {"data-mention-kind": kind_of(target), "data-mention-id": str(target.pk)} if target is not None else {}
    return {"data-mentions": "", **about}


def _with_empty(options: Sequence[tuple[str, str]], required: bool) -> list[tuple[str, str]]:
    return [("", gettext("Choose") if required else "–"), *options]


def _record_field(
    action: Action[..., Any], param: Param, queryset: QuerySet[Any], target: Model | None, common: dict[str, Any]
) -> forms.Field:
    known = list(queryset[: SELECT_AT_MOST + 1])
    made = RecordsField if param.many else RecordField
    if len(known) <= SELECT_AT_MOST:
        options = [(str(record.pk), str(record)) for record in known]
        if param.many:
            return made(queryset, widget=forms.SelectMultiple(choices=options), **common)
        return made(queryset, widget=forms.Select(choices=_with_empty(options, common["required"])), **common)
    url = reverse("options", args=[kind_of(param.type)])
    about = {"action": action.name, **({"target": str(target.pk)} if target is not None else {})}
    widget = SearchingInputs if param.many else SearchingInput
    return made(queryset, widget=widget(f"{url}?{urlencode(about)}", queryset), **common)


def _plain_field(kind: Any, field: "Field[Any, Any] | None", common: dict[str, Any]) -> forms.Field:
    if kind is bool:
        return forms.BooleanField(**{**common, "required": False})
    if kind is int:
        least = -BIGGEST
        if field is not None and field.get_internal_type().startswith("Positive"):
            least = 0
        return forms.IntegerField(min_value=least, max_value=BIGGEST, **common)
    if kind is Money:
        return NumberField(max_digits=15, decimal_places=2, **common)
    if kind is Decimal:
        return NumberField(max_digits=25, decimal_places=getattr(field, "decimal_places", 10), **common)
    if kind is datetime:
        return forms.DateTimeField(widget=InstantInput(), **_within_calendar(common, time(), UTC))
    if kind is date:
        return forms.DateField(widget=DayInput(), **_within_calendar(common))
    if kind is File:
        return forms.FileField(**common)
    return _text_field(kind, field, common)


def _within_calendar(common: dict[str, Any], *hour: Any) -> dict[str, Any]:
    """The same with validators for a day, or with an hour and a zone for an instant."""
    first, last = (datetime.combine(day, *hour) if hour else day for day in (FIRST_DAY, LAST_DAY))
    return {
        **common,
        "validators": [*common.get("validators", ()), MinValueValidator(first), MaxValueValidator(last)],
    }


def _text_field(kind: Any, field: "Field[Any, Any] | None", common: dict[str, Any]) -> forms.Field:
    if kind is Text:
        return forms.CharField(widget=forms.Textarea(attrs={"rows": 5}), max_length=LONGEST, **common)
    longest = getattr(field, "max_length", None) or 300
    if field is not None and field.choices:
        options = [(str(value), str(label)) for value, label in field.flatchoices if value != ""]
        return forms.ChoiceField(choices=_with_empty(options, common["required"]), **common)
    if isinstance(field, EmailField):
        return forms.EmailField(max_length=longest, **common)
    if isinstance(field, URLField):
        return forms.URLField(max_length=longest, assume_scheme="https", **common)
    return forms.CharField(max_length=longest, **common)

"""Fields in which a record is searched for as one types."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.db.models import Model, QuerySet
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from callboard.core.refs import number_in


def shown(record: Model) -> str:
    """A record as the text a person types or picks."""
    return f"{record} · #{record.pk}"


class SearchingInput(forms.TextInput):
    """A text field with suggestions the server searches for; without script a name or a number is typed."""

    def __init__(self, url: str, queryset: QuerySet[Any]) -> None:
        super().__init__(attrs={"autocomplete": "off"})
        self.url = url
        self.queryset = queryset

    def format_value(self, value: Any) -> str | None:
        number = number_in(str(value or ""))
        if number is not None and (found := self.queryset.filter(pk=number).first()):
            return shown(found)
        return None if value in (None, "") else str(value)

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        listed = f"{name}-options"
        search = {
            "list": listed,
            "hx-get": f"{self.url}&{urlencode({'field': name})}",
            "hx-trigger": "input changed delay:200ms",
            "hx-target": f"#{listed}",
            "hx-swap": "innerHTML",
        }
        field = super().render(name, value, {**(attrs or {}), **search}, renderer)
        return format_html('{}<datalist id="{}"></datalist>', field, listed)


class SearchingInputs(SearchingInput):
    """Several of them: one for each that is chosen and one that is empty; a script adds the next (several.js)."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        given = data.getlist(name) if hasattr(data, "getlist") else data.get(name, [])
        return [text for text in given if str(text).strip()]

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        chosen = [each for each in (value if isinstance(value, list | tuple) else [value]) if each not in (None, "")]
        rest = {key: found for key, found in (attrs or {}).items() if key not in ("id", "autofocus")}
        more = [
            super(SearchingInputs, self).render(name, each, rest, renderer)
            for each in [*chosen[1:], *([""] if chosen else [])]
        ]
        first = super().render(name, chosen[0] if chosen else "", attrs, renderer)
        # Each brings a list of suggestions of its own name: one of them is enough.
        fields = [first, *(field.partition("<datalist")[0] for field in more)]
        return format_html(
            '<span class="several" data-several>{}</span>',
            format_html_join("", "{}", ((SafeString(each),) for each in fields)),
        )


def options_html(records: Iterable[Model]) -> SafeString:
    """The suggestions of a SearchingInput."""
    return format_html_join("", '<option value="{}"></option>', ((shown(record),) for record in records))

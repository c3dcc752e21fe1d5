"""Several of a few choices, as boxes to tick; the action gets them as one text, "A, B"."""

from typing import Any

from django.forms import CheckboxSelectMultiple, MultipleChoiceField


class SeveralField(MultipleChoiceField):
    """For a parameter that is a text of codes with commas between them, which is what the API sends."""

    widget = CheckboxSelectMultiple

    def prepare_value(self, value: Any) -> Any:
        return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value

    def clean(self, value: Any) -> Any:
        return ", ".join(super().clean(value))

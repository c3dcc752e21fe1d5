"""What is wrong with an answer in a form, in our words, and numbers taken as people write them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from callboard.kit.numbers import plain_number

#: What is wrong with an answer, in our words: Django's are those of a programmer.
SENTENCES: dict[str, Any] = {
    "required": _("This has to be answered."),
    "invalid_choice": _("“%(value)s” is not on the list. Choose one that is."),
    "max_length": _("Write it in at most %(limit_value)d characters; these are %(show_value)d."),
    "min_value": _("Not less than %(limit_value)s."),
    "max_value": _("Not more than %(limit_value)s."),
    "max_digits": _("This number has too many digits."),
    "max_decimal_places": _("At most %(max)s digits after the point."),
    "max_whole_digits": _("This number is too large: at most %(max)s digits before the point."),
}
INVALID: dict[type[forms.Field], Any] = {
    forms.EmailField: _("This is no mail address. Write it like name@company.com."),
    forms.URLField: _("This is no address of a page. Write it like https://company.com."),
    forms.DecimalField: _("This is no number. Write it like 1,250.50."),
    forms.IntegerField: _("This is no whole number. Write it like 25."),
    forms.DateTimeField: _("This is no day and time. Write it like 2026-11-26 14:30."),
    forms.DateField: _("This is no day. Write it like 2026-11-26."),
}


class NumberField(forms.DecimalField):
    """An amount or a number with decimals, as people write it: $1,250.50."""

    widget = forms.TextInput

    def to_python(self, value: Any) -> Any:
        return super().to_python(plain_number(value) if isinstance(value, str) else value)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {**super().widget_attrs(widget), "inputmode": "decimal", "autocomplete": "off"}


def say_what_is_wrong(field: forms.Field) -> None:
    """Give a field our sentences."""
    field.error_messages |= SENTENCES
    invalid = next((sentence for kind, sentence in INVALID.items() if isinstance(field, kind)), None)
    if invalid is not None:
        field.error_messages["invalid"] = invalid

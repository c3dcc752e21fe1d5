"""What was done, as a sentence that names the record: "Accepted order 1042 of Smith Insurance"."""

import string
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db.models import Choices
from django.utils import formats, timezone
from django.utils.translation import gettext

RESULT = "result"


class _Words(string.Formatter):
    """Dates as pages write them, a choice by its label."""

    def format_field(self, value: Any, format_spec: str) -> str:
        if isinstance(value, datetime):
            return formats.date_format(timezone.localtime(value), "M j, Y, g:i A")
        if isinstance(value, date):
            return formats.date_format(value, "M j, Y")
        if isinstance(value, Choices):
            return str(value.label)
        return str(super().format_field(value, format_spec))


def named(sentence: Any) -> set[str]:
    """The parameters a sentence names: {order} of "Accepted order {order.number}"."""
    fields = (field for _text, field, _spec, _conversion in string.Formatter().parse(str(sentence)) if field)
    return {field.partition(".")[0] for field in fields}


def told(label: Any, sentence: Any, values: Mapping[str, Any], record: Any) -> str:
    """The sentence with its names.  Without one, or where what it names is gone: what was done and to what."""
    if sentence and all(values.get(name) is not None for name in named(sentence)):
        return _Words().vformat(str(sentence), (), values)
    if record is None:
        return str(label)
    return gettext("{done}: {record}").format(done=label, record=record)

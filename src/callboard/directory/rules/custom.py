"""What a value of a company's own field may be, and how it is said.

Kept as JSON: a text or choice as str, a number or amount as a str of its decimal digits (never a float), a date as
`YYYY-MM-DD`, yes or no as bool, several choices as a list of str. Nothing known is absent.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils import formats
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from callboard.core import money
from callboard.core.given import storable
from callboard.core.names import sort_key
from callboard.directory.models import CustomField, FieldKind

LONGEST = 2000
MOST = Decimal(10) ** 12
#: Digits behind the point of a number.
FINEST = 20
YES = frozenset({"yes", "y", "true", "1", "on", "x", "ja", "si", "oui"})
NO = frozenset({"no", "n", "false", "0", "off", "nein", "non"})
_KEPT = {FieldKind.NUMBER, FieldKind.MONEY}


def value_of(field: CustomField, text: str) -> Any:
    """The kept value of what somebody typed; None for nothing. ValueError with a sentence for what it cannot be."""
    given = text.strip()
    if not given:
        return None
    if not storable(given) or len(given) > LONGEST:
        raise ValueError(_("{field}: no more than {most} letters.").format(field=field, most=LONGEST))
    return _READ[FieldKind(field.kind)](field, given)


def _text(field: CustomField, text: str) -> str:
    return text


def _number(field: CustomField, text: str) -> str:
    plain = text.replace(",", "").replace("\u00a0", "").lstrip("$€£").removesuffix("%").strip()
    try:
        number = Decimal(plain)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or abs(number) >= MOST:
        raise ValueError(_("{field}: “{text}” is no number.").format(field=field, text=text[:40]))
    if int(number.normalize().as_tuple().exponent) < -FINEST:
        raise ValueError(_("{field}: no more than {n} digits behind the point.").format(field=field, n=FINEST))
    return format(number.normalize(), "f")


def _date(field: CustomField, text: str) -> str:
    try:
        found = parse_date(text)
    except ValueError:
        found = None
    if found is None:
        sentence = _("{field}: “{text}” is no date; write it like 2026-03-31.")
        raise ValueError(sentence.format(field=field, text=text[:40]))
    return found.isoformat()


def _yes(field: CustomField, text: str) -> bool:
    word = text.casefold()
    if word not in YES | NO:
        raise ValueError(_("{field}: “{text}” is neither yes nor no.").format(field=field, text=text[:40]))
    return word in YES


def _choice(field: CustomField, text: str) -> str:
    known = {sort_key(option): option for option in field.options}
    found = known.get(sort_key(text))
    if found is None:
        listed = ", ".join(field.options[:12])
        sentence = _("{field}: “{text}” is not in its list ({options}).")
        raise ValueError(sentence.format(field=field, text=text[:40], options=listed))
    return found


def _choices(field: CustomField, text: str) -> list[str] | None:
    """Commas or semicolons between; each once, in the order of the list."""
    wanted = {_choice(field, part.strip()) for part in text.replace(";", ",").split(",") if part.strip()}
    return [option for option in field.options if option in wanted] or None


_READ = {
    FieldKind.TEXT: _text,
    FieldKind.NUMBER: _number,
    FieldKind.MONEY: _number,
    FieldKind.DATE: _date,
    FieldKind.YES: _yes,
    FieldKind.CHOICE: _choice,
    FieldKind.CHOICES: _choices,
}


def typed(field: CustomField, value: Any) -> Any:
    """A kept value as a Python one: Decimal, date, bool, str; several choices as one text. None where nothing is known."""
    if value is None:
        return None
    if field.kind in _KEPT:
        return Decimal(str(value))
    if field.kind == FieldKind.DATE:
        return date.fromisoformat(value)
    return ", ".join(value) if isinstance(value, list) else value


def shown(field: CustomField, custom: Mapping[str, Any]) -> str:
    """The value as people read it; "" where nothing is known."""
    value = typed(field, custom.get(field.name))
    if value is None:
        return ""
    if field.kind == FieldKind.YES:
        return _("yes") if value else _("no")
    if field.kind == FieldKind.DATE:
        return str(formats.date_format(value, "M j, Y"))
    if field.kind == FieldKind.MONEY:
        return money.shown(value)
    return (
        str(formats.number_format(value, use_l10n=True, force_grouping=True))
        if field.kind == FieldKind.NUMBER
        else str(value)
    )


def written(field: CustomField, custom: Mapping[str, Any]) -> str:
    """The value as `value_of` reads it back."""
    value = custom.get(field.name)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(value) if isinstance(value, list) else str(value or "")

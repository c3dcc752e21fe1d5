"""Rows copied from a spreadsheet: cut into cells, matched with the inputs of an action, read as a person writes them."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from callboard.core.actions import Invalid
from callboard.core.names import sort_key
from callboard.kit.forms import ActionForm
from callboard.kit.numbers import plain_number

#: Rows pasted at once.
MOST = 5000
YES, NO = ("yes", "y", "true", "x", "1", "✓"), ("no", "n", "false", "0", "")


def cut(text: str) -> list[list[str]]:
    """The rows of cells of what was pasted: tabs as spreadsheets copy them, else ; or , of a CSV.  Invalid for too much."""
    text = text.replace("\0", "").replace("\r\n", "\n").strip("\n\ufeff")
    first = text.partition("\n")[0]
    mark = next((mark for mark in "\t;," if mark in first), "\t")
    try:
        rows = [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(text), delimiter=mark)]
    except csv.Error as error:
        raise Invalid({"text": _("These rows cannot be read: a quotation mark is not closed.")}) from error
    rows = [row for row in rows if any(row)]
    if len(rows) > MOST + 1:
        raise Invalid({"text": _("Paste at most {most} rows at once.").format(most=f"{MOST:,}")})
    return rows


@dataclass(frozen=True)
class Mapping:
    """Which input each column fills ("" for none), and whether the first row names them."""

    names: tuple[str, ...]
    headed: bool


def guess(rows: Sequence[Sequence[str]], fields: "dict[str, forms.Field]") -> Mapping:
    """By the heads where at least a third of them are known, else in the order of the form."""
    width = max(map(len, rows), default=0)
    known = {
        sort_key(str(word)): name
        for name, field in fields.items()
        for word in (name, name.replace("_", " "), field.label)
    }
    heads = [known.get(sort_key(cell), "") for cell in rows[0]] if rows else []
    seen: set[str] = set()
    for place, name in enumerate(heads):
        heads[place] = "" if name in seen else name
        seen.add(name)
    if any(heads) and sum(map(bool, heads)) * 3 >= len([cell for cell in rows[0] if cell]):
        return Mapping((*heads, *[""] * (width - len(heads))), True)
    order = [*fields][:width]
    return Mapping((*order, *[""] * (width - len(order))), False)


class Reader:
    """Reads cells by the fields of one form; what two rows share is asked for once."""

    def __init__(self, form: ActionForm) -> None:
        self.form = form
        self.params = {param.name: param for param in form.action.params}
        self._known: dict[tuple[str, str], Any] = {}

    def row(self, mapping: Mapping, cells: Sequence[str]) -> dict[str, Any]:
        """The arguments one row gives.  Invalid with a sentence for each cell that cannot be read, and each that is missing."""
        given = {name: cell for name, cell in zip(mapping.names, cells, strict=False) if name and cell}
        read, wrong = {}, {}
        for name, cell in given.items():
            try:
                read[name] = self._cell(name, cell)
            except ValidationError as error:
                wrong[name] = f"{self.form.fields[name].label}: {' '.join(error.messages)}"
        for name, param in self.params.items():
            if param.required and not param.optional and name not in given and not param.many:
                wrong[name] = _("{column} is missing.").format(column=self.form.fields[name].label)
        if wrong:
            raise Invalid(wrong)
        return read

    def _cell(self, name: str, cell: str) -> Any:
        key = (name, cell)
        if key not in self._known:
            self._known[key] = self._read(self.form.fields[name], cell)
        return self._known[key]

    def _read(self, field: forms.Field, cell: str) -> Any:
        if isinstance(field, forms.BooleanField):
            return _yes(cell)
        if isinstance(field, forms.ChoiceField):
            return field.clean(_choice(field, cell))
        if isinstance(field, forms.IntegerField | forms.DecimalField):
            return field.clean(plain_number(cell))
        return field.clean(cell)


def _yes(cell: str) -> bool:
    word = cell.casefold()
    if word in (*YES, _("yes").casefold()):
        return True
    if word in (*NO, _("no").casefold()):
        return False
    raise ValidationError(_("“{value}” is neither yes nor no.").format(value=cell[:40]))


def _choice(field: forms.ChoiceField, cell: str) -> str:
    """The value of a choice by its label or itself, whatever the case."""
    wanted = sort_key(cell)
    pairs: Any = field.choices
    return next(
        (
            str(value)
            for value, label in pairs
            if value != "" and wanted in (sort_key(str(label)), sort_key(str(value)))
        ),
        cell,
    )

"""A company's own fields as columns of a list."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from django.db.models import QuerySet

from callboard.core.actions import Action, Actor
from callboard.core.asking import Question
from callboard.directory import queries, rules
from callboard.directory.actions import import_file
from callboard.directory.models import CustomField, FieldKind, Noun
from callboard.kit.pages import ListPage
from callboard.kit.tables import Column, Kind


class OwnFields(ListPage):
    """A list whose records have fields of the company's own: columns to choose, to filter and to sort by."""

    noun: ClassVar[Noun]
    #: Whether they are asked for: until then the rows do not carry them.
    own = False
    _fields: Sequence[CustomField] | None = None

    def offered(self, actor: Actor) -> Sequence[Action[..., Any]]:
        """A file brings in many of them; the menu New has that once, from the list of imports."""
        return (*self.buttons, import_file)

    def beside(self) -> Mapping[str, Question]:
        return {"own": Question("records", queries.fields_offered(self.noun))}

    def know(self, found: Mapping[str, Any]) -> None:
        self._fields = list(found["own"])

    @property
    def fields_here(self) -> Sequence[CustomField]:
        if self._fields is None:
            self._fields = list(queries.fields_offered(self.noun))
        return self._fields

    def more_columns(self) -> Sequence[Column]:
        self.own = True
        return [_column(field) for field in self.fields_here]

    def with_own(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The rows, with the fields where somebody asks for one."""
        return queries.with_fields(rows, self.fields_here) if self.own else rows


_KINDS: dict[str, Kind] = {
    FieldKind.NUMBER: "number",
    FieldKind.MONEY: "money",
    FieldKind.DATE: "date",
}


def _column(field: CustomField) -> Column:
    alias = queries.alias_of(field)
    listed = tuple((option, option) for option in field.options) if field.kind == FieldKind.CHOICE else ()
    kind = _KINDS.get(field.kind, "text")
    return Column(alias, field.label, kind, value=_value(field), sort=alias, total=False, choices=listed)


def _value(field: CustomField) -> Callable[[Any], Any]:
    if field.kind == FieldKind.YES:
        return lambda row: rules.shown(field, row.custom)
    return lambda row: rules.typed(field, row.custom.get(field.name))

"""What is put into a question when it is asked: the present instant, or the number of a record.  A question kept for later
does not grow old, and one question serves every record.

`Task.objects.filter(due_at__lte=Present())` compares with `clock.now()` at the moment the statement is sent;
`Present(timedelta(seconds=-10))` with the instant ten seconds before.
"""

from datetime import timedelta
from typing import Any

from django.db.models import BigIntegerField, DateTimeField, Expression, Field
from django.db.models.expressions import RawSQL

from callboard.core.db.moment import Moment, Slot


class Present(Expression):
    """``clock.now()`` plus ``shift`` as a value of SQL."""

    def __init__(self, shift: timedelta = timedelta(0)) -> None:
        super().__init__(output_field=DateTimeField())
        self.shift = shift

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        """A parameter; what it is worth, its dumper says."""
        return "%s", [Moment(self.shift)]


class Given(Expression):
    """A number that comes with the question: ``filter(pk=Given("item"))``, asked by ``statement.answers(item=7)``; or what
    `kind` says, an instant for one."""

    def __init__(self, name: str, kind: "Field[Any, Any] | None" = None) -> None:
        super().__init__(output_field=kind or BigIntegerField())
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        """A parameter; only a `Statement` knows what it is worth."""
        return "%s", [Slot(self.name)]


def given_ids(name: str) -> RawSQL:
    """Numbers that come with the question: ``filter(pk__in=given_ids("items"))``, asked by ``statement.answers(items=[7, 9])``."""
    return RawSQL("SELECT unnest(%s::bigint[])", (Slot(name),))

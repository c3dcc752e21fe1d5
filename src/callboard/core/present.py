"""The present instant inside a question, put in when it is asked: a question kept for later does not grow old.

`Task.objects.filter(due_at__lte=Present())` compares with `clock.now()` at the moment the statement is sent;
`Present(timedelta(seconds=-10))` with the instant ten seconds before.
"""

from datetime import timedelta
from typing import Any

from django.db.models import DateTimeField, Expression

from callboard.core.db.moment import Moment


class Present(Expression):
    """``clock.now()`` plus ``shift`` as a value of SQL."""

    def __init__(self, shift: timedelta = timedelta(0)) -> None:
        super().__init__(output_field=DateTimeField())
        self.shift = shift

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        """A parameter; what it is worth, its dumper says."""
        return "%s", [Moment(self.shift)]

"""Rows that stand under a few keys another table names."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, F, Func, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce


def among(column: str, keys: "QuerySet[Any, Any]") -> Func:
    """Whether `column` is one of `keys`: they are read first, so that an index finds the rows even where this is one side of
    an OR.  IN over a subquery has PostgreSQL read the whole table there."""
    return Func(
        F(column),
        ArraySubquery(keys),
        template="(%(expressions)s))",
        arg_joiner=" = ANY (",
        output_field=BooleanField(),
    )


def any_of(rows: "QuerySet[Any, Any]") -> Coalesce:
    """Whether there is one, looked up for the row at hand.  EXISTS may be answered for all rows there are at once, which costs
    a second at 100,000 for the twelve that are shown: PostgreSQL weighs it without the limit of the rows."""
    found = rows.order_by().annotate(there=Value(True)).values("there")[:1]
    return Coalesce(Subquery(found, output_field=BooleanField()), Value(False))

"""Rows that stand under a few keys another table names."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, F, Func, QuerySet


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

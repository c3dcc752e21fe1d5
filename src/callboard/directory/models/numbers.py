"""Numbers people say on the phone."""

from typing import Any

from django.db import models
from django.db.models import Func, Value


class NextNumber(Func):
    """The next number of a database sequence, as a column's default. A run that is rolled back leaves a gap,
    which says nothing to anybody."""

    function = "nextval"
    allowed_default = True

    def __init__(self, sequence: str) -> None:
        self.sequence = sequence
        super().__init__(Value(sequence), output_field=models.BigIntegerField())

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        return "callboard.directory.models.numbers.NextNumber", (self.sequence,), {}

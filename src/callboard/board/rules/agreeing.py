"""Parts and their sum on one page: rounded one by one they may differ from the sum that is rounded once."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

#: (the whole, its parts), exact.
Sums = Iterable[tuple[Decimal, Sequence[Decimal]]]
DOLLAR, CENT = Decimal(1), Decimal("0.01")


def agree(sums: Sums, unit: Decimal) -> bool:
    """Whether every whole rounded to the unit is what a reader gets who adds up its parts as they are shown."""
    return all(
        whole.quantize(unit) == sum((part.quantize(unit) for part in parts), Decimal(0)) for whole, parts in sums
    )

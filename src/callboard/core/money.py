"""Amounts of the one revenue currency.  Always ``Decimal``; rounded half-even, and only where a rule says so."""

from collections.abc import Iterable
from decimal import ROUND_HALF_EVEN, Decimal
from typing import NewType

from django.utils import formats

Money = NewType("Money", Decimal)
CENT = Decimal("0.01")
#: The precision entries are kept at: amount numeric(20,10).
EXACT = Decimal("0.0000000001")
MINUS = "\u2212"


def cents(amount: Decimal) -> Money:
    """``amount`` rounded half-even to two places."""
    return Money(amount.quantize(CENT, rounding=ROUND_HALF_EVEN))


def exact(amount: Decimal) -> Decimal:
    """``amount`` rounded half-even to the ten places a ledger entry keeps."""
    return amount.quantize(EXACT, rounding=ROUND_HALF_EVEN)


def has_cents(amounts: Iterable[Decimal | int | None]) -> bool:
    """Whether one of them is no whole dollar: then all of a column show their cents, so that they stand under each other."""
    return any(amount is not None and cents(Decimal(amount)) % 1 for amount in amounts)


def shown(amount: Decimal, *, signed: bool = False, full: bool = False) -> str:
    """``$1,164`` or ``$1,164.50``; with ``signed`` ``+$204`` or ``\u2212$116``, in the active locale's digits.

    full: two decimals whatever the amount is, as beside others that have cents.
    """
    rounded = cents(amount)
    places = 2 if full or has_cents([rounded]) else 0
    digits = formats.number_format(abs(rounded), decimal_pos=places, use_l10n=True, force_grouping=True)
    sign = MINUS if rounded < 0 else "+" if signed and rounded > 0 else ""
    return f"{sign}${digits}"

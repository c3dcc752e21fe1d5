"""What a line is worth: a month at full precision, or once."""

from calendar import monthrange
from datetime import date
from decimal import Decimal

from callboard.core.money import Money, cents, exact

HUNDRED = Decimal(100)
MONTHS = Decimal(12)


def price_of(unit_price: Decimal, quantity: int, discount_percent: Decimal = Decimal(0)) -> Decimal:
    """What the line costs for one billing period, or once; not rounded."""
    return unit_price * quantity * (HUNDRED - discount_percent) / HUNDRED


def monthly(billing: str, unit_price: Decimal, quantity: int, discount_percent: Decimal = Decimal(0)) -> Decimal:
    """The line's MRR to ten places, rounded half-even once: a year is twelve months, one-time is nothing a month."""
    period = price_of(unit_price, quantity, discount_percent)
    if billing == "monthly":
        return exact(period)
    if billing == "annual":
        return exact(period / MONTHS)
    return exact(Decimal(0))


def one_time(billing: str, unit_price: Decimal, quantity: int, discount_percent: Decimal = Decimal(0)) -> Money:
    """What the line brings once, in cents; nothing for what is billed again and again."""
    return cents(price_of(unit_price, quantity, discount_percent) if billing == "one_time" else Decimal(0))


def given_away(
    billing: str, book_price: Decimal, unit_price: Decimal, quantity: int, discount_percent: Decimal = Decimal(0)
) -> Money:
    """What a line costs less than by the book: a year of what is billed monthly, else once. Never below nothing."""
    less = price_of(book_price, quantity) - price_of(unit_price, quantity, discount_percent)
    return cents(max(less, Decimal(0)) * (MONTHS if billing == "monthly" else 1))


def prorated(amount_a_month: Decimal, starts_on: date) -> Money:
    """What a month's amount costs from ``starts_on``, included, to the end of that calendar month: by days."""
    days = monthrange(starts_on.year, starts_on.month)[1]
    return cents(amount_a_month * (days - starts_on.day + 1) / days)


def prorated_change(old_a_month: Decimal, new_a_month: Decimal, on: date) -> tuple[Money, Money]:
    """The credit for the old price and the charge for the new from ``on`` to the end of the month: (-5.00, 10.00)."""
    return Money(-prorated(old_a_month, on)), prorated(new_a_month, on)


def remaining_obligation(mrr: Decimal, today: date, term_end_on: date | None) -> Money:
    """What is still owed to the end of the term: whole months begun, counted from ``today``; nothing without a term."""
    if term_end_on is None or term_end_on <= today:
        return cents(Decimal(0))
    months = (term_end_on.year - today.year) * 12 + term_end_on.month - today.month
    if term_end_on.day > today.day:
        months += 1
    return cents(mrr * months)

"""What a line is worth a month, and once."""

from datetime import date
from decimal import Decimal

import pytest

from callboard.orders.rules.pricing import monthly, one_time, prorated, prorated_change, remaining_obligation

D = Decimal


def test_a_year_is_twelve_months_at_ten_places() -> None:
    assert monthly("annual", D("2000"), 1) == D("166.6666666667")
    assert monthly("monthly", D("30"), 2) == D("60")
    assert monthly("one_time", D("250"), 1) == 0


def test_a_discount_comes_off_before_the_month_is_worked_out() -> None:
    assert monthly("annual", D("1200"), 2, D("15")) == D("170")
    assert one_time("one_time", D("250"), 2, D("50")) == D("250.00")
    assert one_time("monthly", D("250"), 2) == 0


def test_a_thousand_yearly_prices_sum_to_the_ledger_to_the_cent() -> None:
    prices = [D(n) + D("0.99") for n in range(1000, 2000)]
    entries = sum(monthly("annual", price, 1) for price in prices)
    assert round(entries, 2) == round(sum(prices) / 12, 2)


@pytest.mark.parametrize(
    ("amount", "on", "expected"),
    [
        (D("30"), date(2026, 6, 1), D("30.00")),
        (D("30"), date(2026, 6, 30), D("1.00")),
        (D("10"), date(2026, 6, 16), D("5.00")),
        (D("31"), date(2026, 7, 31), D("1.00")),
    ],
)
def test_a_part_of_a_month_is_counted_by_days_the_first_included(amount: D, on: date, expected: D) -> None:
    assert prorated(amount, on) == expected


def test_ten_to_twenty_half_way_is_five_more() -> None:
    # docs.stripe.com/billing/subscriptions/prorations: credit 5 for the old, charge 10 for the new
    credit, charge = prorated_change(D("10"), D("20"), date(2026, 6, 16))
    assert (credit, charge, credit + charge) == (D("-5.00"), D("10.00"), D("5.00"))


def test_what_is_owed_to_the_end_of_the_term_counts_months_begun() -> None:
    assert remaining_obligation(D("149"), date(2026, 3, 10), date(2026, 4, 30)) == D("298.00")
    assert remaining_obligation(D("149"), date(2026, 3, 10), None) == 0
    assert remaining_obligation(D("149"), date(2026, 5, 1), date(2026, 4, 30)) == 0

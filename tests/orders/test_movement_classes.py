"""The class of each entry of one customer, in the order of time."""

from datetime import date
from decimal import Decimal

from callboard.core.money import cents
from callboard.orders.rules.movements import Fact, classes
from callboard.orders.rules.pricing import monthly

D = Decimal
GOLD, SILVER, GOLD_MONTHLY = 1, 2, 3


def on(month: int) -> date:
    return date(2026, month, 1)


def test_chartmoguls_worked_example_to_the_cent() -> None:
    # help.chartmogul.com, five movements: 4 Gold yearly for 2,000 together, 2 Silver monthly for 30 each,
    # Silver cancelled, Gold ends, 3 Gold monthly for 50 each.
    gold = monthly("annual", D("500"), 4)
    silver = monthly("monthly", D("30"), 2)
    again = monthly("monthly", D("50"), 3)
    facts = [
        Fact(1, GOLD, on(1), gold, 4, "a"),
        Fact(2, SILVER, on(3), silver, 2, "b"),
        Fact(3, SILVER, on(5), -silver, -2, "c"),
        Fact(4, GOLD, on(8), -gold, -4, "d"),
        Fact(5, GOLD_MONTHLY, on(11), again, 3, "e"),
    ]
    shown = [(kind, cents(fact.amount)) for fact, kind in zip(facts, classes(facts).values(), strict=True)]
    assert shown == [
        ("new", D("166.67")),
        ("expansion", D("60.00")),
        ("contraction", D("-60.00")),
        ("churn", D("-166.67")),
        ("reactivation", D("150.00")),
    ]
    assert sum(fact.amount for fact in facts) == D("150")


def test_a_replacement_in_one_order_is_one_movement_of_the_customer() -> None:
    facts = [
        Fact(1, GOLD, on(1), D(100), 1, "a"),
        Fact(2, GOLD, on(2), D(-100), -1, "b"),
        Fact(3, SILVER, on(2), D(150), 1, "b"),
    ]
    assert classes(facts) == {1: "new", 2: "expansion", 3: "expansion"}


def test_a_free_subscription_is_a_customer_and_losing_the_paid_one_is_contraction() -> None:
    facts = [
        Fact(1, GOLD, on(1), D(100), 1, "a"),
        Fact(2, SILVER, on(1), D(0), 1, "b"),
        Fact(3, GOLD, on(2), D(-100), -1, "c"),
    ]
    assert classes(facts) == {1: "new", 2: "expansion", 3: "contraction"}


def test_a_back_dated_entry_changes_the_classes_after_it() -> None:
    late = [Fact(1, GOLD, on(6), D(100), 1, "a")]
    assert classes(late) == {1: "new"}
    assert classes([*late, Fact(2, SILVER, on(2), D(30), 1, "b")]) == {2: "new", 1: "expansion"}


def test_a_correction_has_the_class_of_what_it_corrects_and_leaves_no_trace() -> None:
    taken_back = [
        Fact(1, GOLD, on(1), D(100), 1, "a"),
        Fact(2, GOLD, on(1), D(-100), -1, "a", corrects=1),
        Fact(3, SILVER, on(3), D(30), 1, "b"),
    ]
    assert classes(taken_back) == {1: "new", 2: "new", 3: "new"}


def test_a_loss_that_is_taken_back_is_no_reactivation() -> None:
    facts = [
        Fact(1, GOLD, on(1), D(100), 1, "a"),
        Fact(2, GOLD, on(2), D(-100), -1, "b"),
        Fact(3, GOLD, on(2), D(100), 1, "b", corrects=2),
    ]
    assert classes(facts) == {1: "new", 2: "churn", 3: "churn"}


def test_a_transfer_is_a_transfer_and_makes_a_customer() -> None:
    facts = [
        Fact(1, GOLD, on(1), D(100), 1, "a", transfer=True),
        Fact(2, SILVER, on(2), D(30), 1, "b"),
    ]
    assert classes(facts) == {1: "transfer", 2: "expansion"}

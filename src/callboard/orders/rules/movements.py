"""The class of every entry of one customer.

It depends on what the customer had when the entry took effect, so it is worked out over all entries of the account in
the order of time. Entries of one order on one day are one step and share a class: a replacement is one movement of the
customer, not a loss and a gain.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

NEW = "new"
EXPANSION = "expansion"
CONTRACTION = "contraction"
CHURN = "churn"
REACTIVATION = "reactivation"
TRANSFER = "transfer"
#: What the board calls new MRR, and what it calls cancelled.
GAINS = (NEW, EXPANSION, REACTIVATION)
LOSSES = (CONTRACTION, CHURN)


@dataclass(frozen=True)
class Fact:
    """One entry as the classes see it. ``quantity`` is the change of seats; ``step`` joins the entries of one order."""

    id: int
    subscription: int
    effective_on: date
    amount: Decimal
    quantity: int
    step: str
    corrects: int | None = None
    transfer: bool = False


def classes(facts: Iterable[Fact]) -> dict[int, str]:
    """Entry id -> class, for all entries of one account.

    A correction has the class of what it corrects. Active means seats, never money: a free subscription is a customer.
    """
    seats: dict[int, int] = defaultdict(int)
    was_customer = False
    found: dict[int, str] = {}
    for step in _steps(sorted(facts, key=lambda fact: (fact.effective_on, fact.id))):
        before = _active(seats)
        for fact in step:
            seats[fact.subscription] += fact.quantity
        kind = _class(step, before, was_customer, seats)
        for fact in step:
            found[fact.id] = TRANSFER if fact.transfer else kind
        was_customer = was_customer or _active(seats)
    return found


def _class(step: Sequence[Fact], before: bool, was_customer: bool, seats: dict[int, int]) -> str:
    """What the step would be without its corrections: those only make it smaller or take it back."""
    plain = [fact for fact in step if fact.corrects is None and not fact.transfer] or list(step)
    without = dict(seats)
    for fact in step:
        if fact not in plain:
            without[fact.subscription] -= fact.quantity
    after = _active(without)
    if after and not before:
        return REACTIVATION if was_customer else NEW
    if before and not after:
        return CHURN
    return EXPANSION if sum((fact.amount for fact in plain), Decimal(0)) >= 0 else CONTRACTION


def _active(seats: dict[int, int]) -> bool:
    return any(quantity > 0 for quantity in seats.values())


def _steps(facts: Sequence[Fact]) -> list[list[Fact]]:
    """Entries of one order and day together, at the place of the first; a correction beside what it corrects."""
    by_id = {fact.id: fact for fact in facts}
    steps: dict[tuple[date, str], list[Fact]] = {}
    for fact in facts:
        first = _origin(fact, by_id)
        steps.setdefault((first.effective_on, first.step), []).append(fact)
    return list(steps.values())


def _origin(fact: Fact, by_id: dict[int, Fact]) -> Fact:
    while fact.corrects is not None and fact.corrects in by_id:
        fact = by_id[fact.corrects]
    return fact

"""Open and what came and went make the close: any days, either date, company, product and owner."""

from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from callboard.orders.rules.identity import Line, identity, of_owner
from callboard.orders.rules.movements import Fact, classes

START = date(2026, 1, 1)
DAYS = 20
ACCOUNTS = (1, 2)
OWNERS = (10, 20, None)

days = st.integers(0, DAYS - 1).map(lambda n: START + timedelta(days=n))
entry = st.fixed_dictionaries(
    {
        "account": st.sampled_from(ACCOUNTS),
        "product": st.sampled_from([100, 200]),
        "booked": days,
        "effective": days,
        "amount": st.decimals(-500, 500, places=10),
        "quantity": st.integers(-3, 3),
        "transfer": st.booleans(),
    }
)
handovers = st.dictionaries(st.tuples(st.sampled_from(ACCOUNTS), days), st.sampled_from(OWNERS), max_size=4)


def owner_of(changes: dict[tuple[int, date], int | None], account: int, on: date) -> int | None:
    known = [(day, owner) for (one, day), owner in changes.items() if one == account and day <= on]
    return max(known, key=lambda change: change[0])[1] if known else 10


def lines_of(entries: list[dict], changes: dict[tuple[int, date], int | None], date_key: str) -> list[Line]:
    by_account = defaultdict(list)
    for number, row in enumerate(entries):
        subscription = row["account"] * 1000 + row["product"]
        fact = Fact(
            number,
            subscription,
            row["effective"],
            row["amount"],
            row["quantity"],
            f"e{number}",
            transfer=row["transfer"],
        )
        by_account[row["account"]].append(fact)
    found = {number: kind for facts in by_account.values() for number, kind in classes(facts).items()}
    return [
        Line(
            row[date_key],
            row["amount"],
            found[number],
            row["account"],
            row["product"],
            owner_of(changes, row["account"], row["booked"]),
        )
        for number, row in enumerate(entries)
    ]


@settings(max_examples=60, deadline=None)
@given(st.lists(entry, max_size=25), handovers, days, days, st.sampled_from(["booked", "effective"]))
def test_the_identity_holds_for_company_product_and_owner(
    entries: list[dict], changes: dict[tuple[int, date], int | None], one: date, other: date, date_key: str
) -> None:
    first, last = min(one, other), max(one, other)
    lines = lines_of(entries, changes, date_key)

    company = identity(lines, first, last)
    assert company.difference == 0
    assert company.close == sum((row["amount"] for row in entries if row[date_key] <= last), Decimal(0))
    for product in (100, 200):
        assert identity([line for line in lines if line.product == product], first, last).difference == 0
    for owner in OWNERS:
        mine = of_owner(lines, owner, lambda account, on: owner_of(changes, account, on), changes)
        found = identity(mine, first, last)
        assert found.difference == 0
        assert found.open == holds(lines, changes, owner, first - timedelta(days=1))
        assert found.close == holds(lines, changes, owner, last)


@settings(max_examples=30, deadline=None)
@given(st.lists(entry, max_size=15), handovers)
def test_the_owners_together_are_the_company(entries: list[dict], changes: dict[tuple[int, date], int | None]) -> None:
    lines = lines_of(entries, changes, "booked")
    last = START + timedelta(days=DAYS)
    together = sum(
        identity(of_owner(lines, owner, lambda a, on: owner_of(changes, a, on), changes), START, last).close
        for owner in OWNERS
    )
    assert together == identity(lines, START, last).close


def holds(lines: list[Line], changes: dict[tuple[int, date], int | None], owner: int | None, on: date) -> Decimal:
    """What the accounts of an owner pay on a day, counted from outside."""
    return sum(
        (line.amount for line in lines if line.day <= on and owner_of(changes, line.account, on) == owner), Decimal(0)
    )

"""Fair and no overtaking, as docs say it, for any mix of people, absences and limits."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from callboard.intake.rules import (
    Conditions,
    ItemFacts,
    Loads,
    Mode,
    People,
    PersonFacts,
    Rule,
    Rules,
    Strategy,
    Turns,
    decide,
    decide_all,
    take_turn,
)

NOW = datetime(2026, 3, 3, 15, 0, tzinfo=UTC)
DESK, SALES = 1, 2
ROUND = Rule(7, 1, "Leads in turn", Strategy.ROUND_ROBIN, pool=SALES)
BIG = Decimal(10_000)


def person(number: int, cause: str = "", limit: Decimal = BIG, weight: int = 1) -> PersonFacts:
    return PersonFacts(number, pools={SALES: weight}, cause=cause, limit=limit)


def item(number: int, **facts: Any) -> ItemFacts:
    return ItemFacts(number, "new_lead", NOW + timedelta(seconds=number), **facts)


def play(stretches: list[tuple[set[int], int]], weights: dict[int, int] | None = None) -> list[list[int]]:
    """Winners of each stretch; a stretch has one set of people present."""
    turns, rules, out = Turns(), Rules([ROUND]), []
    for present, length in stretches:
        people = People(person(n, "" if n in present else "absent", weight=(weights or {}).get(n, 1)) for n in range(6))
        winners = []
        for number in range(length):
            decision = decide(item(number), rules, people, Loads(), turns, NOW)
            take_turn(decision, rules, people, turns)
            if decision.winner is not None:
                winners.append(decision.winner)
        out.append(winners)
    return out


STRETCHES = st.lists(st.tuples(st.sets(st.integers(0, 5), min_size=1), st.integers(0, 25)), min_size=1, max_size=8)


@given(STRETCHES)
@settings(deadline=None, max_examples=150)
def test_in_any_stretch_of_the_same_people_counts_differ_by_at_most_one(
    stretches: list[tuple[set[int], int]],
) -> None:
    for (present, _), winners in zip(stretches, play(stretches), strict=True):
        for start in range(len(winners)):
            for end in range(start, len(winners) + 1):
                counts = [winners[start:end].count(n) for n in present]
                assert max(counts) - min(counts) <= 1


@given(
    st.dictionaries(st.integers(0, 5), st.integers(1, 4), min_size=2),
    st.integers(0, 80),
    st.integers(0, 40),
)
@settings(deadline=None, max_examples=100)
def test_with_weights_shares_differ_by_at_most_one_turn_of_each(
    weights: dict[int, int], length: int, skip: int
) -> None:
    winners = play([(set(weights), length + skip)], weights)[0][skip:]
    for a, weight_a in weights.items():
        for b, weight_b in weights.items():
            apart = winners.count(a) / weight_a - winners.count(b) / weight_b
            assert abs(apart) <= 1 / weight_a + 1 / weight_b + 1e-9


def test_who_returns_from_an_absence_starts_at_the_lowest_count_present_without_catching_up() -> None:
    _, after = play([({0, 1}, 40), ({0, 1, 2}, 9)])
    assert [after.count(n) for n in (0, 1, 2)] == [3, 3, 3]


ITEMS = st.lists(
    st.tuples(
        st.integers(0, 300),  # seconds after NOW it came
        st.integers(0, 2),  # priority
        st.sampled_from(["", "A", "B"]),
        st.sampled_from([1, 1, 1, 2]),
    ),
    max_size=30,
)


@given(ITEMS, st.lists(st.integers(0, 6), min_size=1, max_size=5), st.booleans())
@settings(deadline=None, max_examples=200)
def test_nothing_overtakes_an_older_item_the_same_people_could_take(
    raw: list[tuple[int, int, str, int]], limits: list[int], tiered: bool
) -> None:
    rules = Rules(
        [
            Rule(
                1,
                1,
                "A in turn",
                Strategy.ROUND_ROBIN,
                pool=SALES,
                conditions=Conditions(tiers=frozenset({"A"} if tiered else ())),
            ),
            Rule(2, 2, "Least loaded", Strategy.LEAST_LOADED, pool=SALES),
        ]
    )
    items = [
        ItemFacts(number, "new_lead", NOW + timedelta(seconds=s), priority=p, tier=t, units=Decimal(u))
        for number, (s, p, t, u) in enumerate(raw)
    ]
    people = People([person(n, limit=Decimal(limit)) for n, limit in enumerate(limits)])
    loads = Loads()
    decisions = {d.item: d for d in decide_all(items, rules, people, loads, Turns(), NOW)}
    assert set(decisions) == {one.id for one in items}
    for n, limit in enumerate(limits):
        assert loads.units.get(n, Decimal(0)) <= limit
    for waiting in (one for one in items if decisions[one.id].winner is None):
        for newer in items:
            taker = decisions[newer.id].winner
            later = newer.priority <= waiting.priority and newer.order() > waiting.order()
            if taker is None or not later or newer.units < waiting.units:
                continue
            raise AssertionError(f"{newer} went to {taker} before {waiting}")


def test_everyone_refused_is_counted_and_the_full_list_agrees_with_the_counts() -> None:
    people = People([person(0, "absent"), person(1, "absent"), person(2, limit=Decimal(0)), person(3)], DESK)
    args = (item(1), Rules([ROUND]), people, Loads(), Turns(), NOW)
    short, full = decide(*args), decide(*args, full=True)
    assert short.refused == ()
    assert short.counts == full.counts == {"absent": 2, "full": 1, "eligible": 1}
    assert sorted(full.refused) == [(0, "absent"), (1, "absent"), (2, "full")]
    assert full.winner == 3


def test_with_nobody_free_an_item_waits_in_a_pool_and_says_so() -> None:
    people = People([person(0, "absent")], DESK)
    nobody = decide(item(1), Rules([ROUND]), people, Loads(), Turns(), NOW)
    assert (nobody.winner, nobody.pool, nobody.code, nobody.mode) == (
        None,
        SALES,
        "nobody_free",
        Mode.WAIT,
    )
    no_rule = decide(item(1), Rules([]), people, Loads(), Turns(), NOW)
    assert (no_rule.winner, no_rule.pool, no_rule.code) == (None, DESK, "no_rule")

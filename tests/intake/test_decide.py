"""Which rule, which person, and how fast."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

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
)

NOW = datetime(2026, 3, 3, 15, 0, tzinfo=UTC)
DESK, SALES = 1, 2
DANA, MARCUS, PRIYA, TOM = 1, 2, 3, 4
ITEM = ItemFacts(9, "question", NOW, known=True, owner=MARCUS, support=DANA)
STICKY = Rule(1, 1, "Same person", Strategy.STICKY, past_limit=True)
CANCEL = Rule(
    2,
    2,
    "Cancellations",
    Strategy.OWNER,
    intents=frozenset({"cancellation"}),
    role="support",
    past_limit=True,
)
OWNER = Rule(3, 3, "Owner first", Strategy.OWNER)
TURN = Rule(4, 4, "In turn", Strategy.ROUND_ROBIN, pool=SALES)
RULES = Rules([TURN, OWNER, CANCEL, STICKY])


def people(**causes: str) -> People:
    named = {"dana": DANA, "marcus": MARCUS, "priya": PRIYA, "tom": TOM}
    pools = {DANA: {DESK: 1}, MARCUS: {SALES: 1}, PRIYA: {SALES: 1}, TOM: {SALES: 1}}
    return People(
        (PersonFacts(pk, name, pools[pk], causes.get(name, ""), cover=PRIYA) for name, pk in named.items()),
        DESK,
    )


def choose(item: ItemFacts, team: People | None = None, loads: Loads | None = None) -> tuple[int | None, str]:
    decision = decide(item, RULES, team or people(), loads or Loads(), Turns(), NOW)
    return decision.winner, decision.code


def test_a_known_customer_goes_to_the_owner() -> None:
    assert choose(ITEM) == (MARCUS, "owner")


def test_an_answer_in_a_thread_stays_with_whoever_has_it_even_past_their_limit() -> None:
    loads = Loads(units={TOM: Decimal(100)})
    assert choose(replace(ITEM, thread_person=TOM), loads=loads) == (TOM, "sticky")


def test_a_cancellation_goes_to_the_account_manager_at_once() -> None:
    item = replace(ITEM, intent="cancellation")
    assert choose(item, loads=Loads(units={DANA: Decimal(100)})) == (DANA, "support")


def test_an_absent_owner_is_covered_and_the_reason_names_both() -> None:
    decision = decide(ITEM, RULES, people(marcus="absent"), Loads(), Turns(), NOW)
    assert (decision.winner, decision.code) == (PRIYA, "cover")
    assert decision.args == {"person": PRIYA, "absent": MARCUS, "cause": "absent"}


def test_a_full_owner_passes_it_on_to_the_next_rule() -> None:
    decision = decide(ITEM, RULES, people(), Loads(units={MARCUS: Decimal(20)}), Turns(), NOW)
    assert decision.winner in (PRIYA, TOM)
    assert (decision.rule, decision.passed) == (TURN.id, (STICKY.id, OWNER.id))
    assert (MARCUS, "full") in decision.nearest


def test_an_owner_nobody_knows_any_more_is_passed_over() -> None:
    winner, code = choose(replace(ITEM, owner=77))
    assert winner in (MARCUS, PRIYA, TOM)
    assert code == "round_robin"


def test_a_proposing_rule_names_a_person_and_waits_for_a_key() -> None:
    rules = Rules([replace(OWNER, mode=Mode.PROPOSE)])
    decision = decide(ITEM, rules, people(), Loads(), Turns(), NOW)
    assert (decision.winner, decision.mode) == (MARCUS, Mode.PROPOSE)


def test_conditions_all_have_to_hold() -> None:
    conditions = Conditions(tiers=frozenset("AB"), known=True, in_hours=True, confidence=0.5)
    good = replace(ITEM, tier="A", confidence=0.6)
    assert conditions.hold(good)
    for wrong in (
        replace(good, tier="C"),
        replace(good, known=False),
        replace(good, in_hours=False),
        replace(good, confidence=0.4),
    ):
        assert not conditions.hold(wrong)


def test_a_language_nobody_else_speaks_finds_its_speaker() -> None:
    rule = replace(TURN, same_language=True)
    team = People(
        [
            PersonFacts(MARCUS, pools={SALES: 1}),
            PersonFacts(TOM, pools={SALES: 1}, languages=frozenset({"en", "es"})),
        ]
    )
    item = replace(ITEM, language="es")
    decision = decide(item, Rules([rule]), team, Loads(), Turns(), NOW)
    assert (decision.winner, decision.counts) == (TOM, {"language": 1, "eligible": 1})


def test_least_loaded_counts_units_against_the_limit() -> None:
    rule = replace(TURN, strategy=Strategy.LEAST_LOADED)
    loads = Loads(units={MARCUS: Decimal(3), PRIYA: Decimal(2), TOM: Decimal(4)})
    assert decide(ITEM, Rules([rule]), people(), loads, Turns(), NOW).winner == PRIYA


def test_longest_idle_is_whoever_got_nothing_longest() -> None:
    rule = replace(TURN, strategy=Strategy.LONGEST_IDLE)
    hour = timedelta(hours=1)
    loads = Loads(given_at={MARCUS: NOW - hour, PRIYA: NOW - 3 * hour, TOM: NOW})
    assert decide(ITEM, Rules([rule]), people(), loads, Turns(), NOW).winner == PRIYA


def test_the_digest_changes_with_any_fact() -> None:
    assert ITEM.digest() == replace(ITEM).digest() != replace(ITEM, tier="A").digest()


def test_fifty_rules_and_two_hundred_people_decide_thousands_in_one_go() -> None:
    intents = [f"intent{number}" for number in range(10)]
    rules = Rules(
        Rule(n, n, f"r{n}", Strategy.ROUND_ROBIN, pool=n % 8 * (n % 2), intents=frozenset({intents[n % 10]}),
             conditions=Conditions(tiers=frozenset("ABCD"[n % 4])))
        for n in range(50)
    )  # fmt: skip
    team = People(
        PersonFacts(n, pools={0: 1, n % 8: 1}, cause="" if n % 5 else "absent", limit=Decimal(10**6))
        for n in range(200)
    )
    items = [ItemFacts(n, intents[n % 10], NOW + timedelta(seconds=n), tier="ABCD"[n // 10 % 4]) for n in range(4000)]
    decisions = decide_all(items, rules, team, Loads(), Turns(), NOW)
    assert sum(decision.winner is not None for decision in decisions) > 1000

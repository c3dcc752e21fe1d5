"""Routing decisions alone: facts known, 50 rules, 200 people, a fair turn and a reason for each."""

import time
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from callboard.config.bench.company import Company
from callboard.config.bench.rows import Figure, at_least

ITEMS, RULES, PEOPLE, POOLS = 10_000, 50, 200, 4
START = datetime(2026, 3, 9, 15, 0, tzinfo=UTC)


def routing_decisions(company: Company, speed: float) -> Figure:
    """Decisions a second in this process; nothing is read or written."""
    from callboard.intake.rules import (
        Conditions,
        ItemFacts,
        Loads,
        People,
        PersonFacts,
        Rule,
        Rules,
        Strategy,
        Turns,
        decide_all,
    )

    strategies = (Strategy.ROUND_ROBIN, Strategy.LEAST_LOADED, Strategy.LONGEST_IDLE)
    rules = Rules(
        Rule(
            number,
            number,
            f"Rule {number}",
            strategies[number % 3],
            pool=number % POOLS,
            intents=frozenset({f"intent{number % 10}"}),
            conditions=Conditions(tiers=frozenset("ABCD"[number % 4])),
        )
        for number in range(RULES)
    )
    people = People(
        PersonFacts(number, pools={number % POOLS: 1}, cause="absent" if number % 7 == 0 else "", limit=Decimal(10**6))
        for number in range(PEOPLE)
    )
    items = [
        ItemFacts(number, f"intent{number % 10}", START + timedelta(seconds=number), tier="ABCD"[number // 10 % 4])
        for number in range(ITEMS)
    ]
    begun = time.perf_counter()
    decide_all(items, rules, people, Loads(), Turns(), START)
    return at_least(ITEMS / (time.perf_counter() - begun), 5000.0, speed, "/s")

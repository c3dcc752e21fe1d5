"""Routing: ordered rules, fair turns, and never to nobody.

Fair turns are start-time fair queueing.  A rule's clock is the tag at which its last turn began;
a person's tag is where their own last turn ended, but never behind the rule's clock.  The lowest
tag is next, ties go to whoever waited longest.  So the counts of people who stay eligible never
differ by more than one turn, and who comes back starts at the lowest count present.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from heapq import nsmallest

from callboard.intake.rules.facts import (
    STRIDE,
    Decision,
    ItemFacts,
    Loads,
    Mode,
    People,
    PersonFacts,
    Rule,
    Rules,
    Strategy,
    TurnFacts,
    Turns,
)

NEAREST = 5
NONE = Decimal(0)
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
NO_TURN = TurnFacts()
ROTATING = (Strategy.ROUND_ROBIN, Strategy.LEAST_LOADED, Strategy.LONGEST_IDLE)
Key = tuple[object, ...]


@dataclass(slots=True)
class Search:
    """What one decision has seen so far."""

    item: ItemFacts
    people: People
    loads: Loads
    turns: Turns
    refused: list[tuple[int, str]] = field(default_factory=list)
    passed: list[int] = field(default_factory=list)

    def cause(self, person: PersonFacts, rule: Rule) -> str:
        """Why this person cannot take the item under this rule; "" when they can."""
        if person.cause:
            return person.cause
        if rule.same_language and self.item.language not in person.languages:
            return "language"
        if not rule.past_limit:
            held = self.loads.units.get(person.id, NONE)
            limit = person.limits.get(rule.pool, person.limit) if rule.pool is not None else person.limit
            if held + self.item.units > limit:
                return "full"
        return ""


def decide(
    item: ItemFacts,
    rules: Rules,
    people: People,
    loads: Loads,
    turns: Turns,
    now: datetime,
    *,
    full: bool = False,
) -> Decision:
    """Decide one item.  Writes nothing; `full` also lists everyone refused and the cause.

    `now` is the instant of the decision and goes into nothing but idle times, so that the same
    facts give the same answer on a replay.
    """
    search = Search(item, people, loads, turns)
    for rule in rules.fitting(item):
        found = _pick(rule, search)
        if found is not None:
            person, code, args, runners = found
            return _decision(search, rule, person, code, args, runners, full)
        search.passed.append(rule.id)
    code = "nobody_free" if _named_anybody(search, rules) else "no_rule"
    pool = _waiting_pool(search, rules)
    return _decision(search, None, None, code, {"pool": pool or 0}, [], full, pool=pool)


def _named_anybody(search: Search, rules: Rules) -> bool:
    """Whether a rule that fitted meant a person or a pool; the owner of an account nobody owns is no person."""
    return bool(search.refused) or any(rules.by_id[rule].pool is not None for rule in search.passed)


def _waiting_pool(search: Search, rules: Rules) -> int | None:
    """The pool of the first rule that fitted, else the desk: an item always has a place."""
    passed = set(search.passed)
    for rule in rules.ordered:
        if rule.id in passed and rule.pool is not None:
            return rule.pool
    return search.people.desk


Picked = tuple[PersonFacts, str, dict[str, int | str], list[int]]


def _pick(rule: Rule, search: Search) -> Picked | None:
    if rule.strategy in ROTATING:
        return _pick_from_pool(rule, search)
    person_id, code = _named(rule, search.item)
    if person_id is None:
        return None
    return _pick_named(rule, search, person_id, code)


def _named(rule: Rule, item: ItemFacts) -> tuple[int | None, str]:
    """The one person a rule means, before asking whether they can."""
    if rule.strategy is Strategy.STICKY:
        return item.thread_person, "sticky"
    if rule.strategy is Strategy.FIXED:
        return rule.person, "fixed"
    if rule.role == "support":
        return item.support, "support"
    return item.owner, "owner"


def _pick_named(rule: Rule, search: Search, person_id: int, code: str) -> Picked | None:
    person = search.people.by_id.get(person_id)
    if person is None:
        search.refused.append((person_id, "gone"))
        return None
    cause = search.cause(person, rule)
    if not cause:
        return person, code, {"person": person.id}, []
    search.refused.append((person.id, cause))
    cover = search.people.by_id.get(person.cover) if person.cover is not None else None
    if cover is None or cause == "full":
        return None
    cover_cause = search.cause(cover, rule)
    if cover_cause:
        search.refused.append((cover.id, cover_cause))
        return None
    return cover, "cover", {"person": cover.id, "absent": person.id, "cause": cause}, []


def _pick_from_pool(rule: Rule, search: Search) -> Picked | None:
    candidates: list[tuple[Key, int]] = []
    turns = search.turns.of(rule.id)
    clock, _number = search.turns.top(rule.id)
    for person in search.people.of_pool(rule.pool):
        cause = search.cause(person, rule)
        if cause:
            search.refused.append((person.id, cause))
        else:
            candidates.append((_key(rule, person, search, turns, clock), person.id))
    if not candidates:
        return None
    best = nsmallest(NEAREST + 1, candidates)
    winner = search.people.by_id[best[0][1]]
    args: dict[str, int | str] = {"person": winner.id, "eligible": len(candidates)}
    if rule.strategy is Strategy.ROUND_ROBIN:
        args["count"] = turns.get(winner.id, NO_TURN).count + 1
    elif rule.strategy is Strategy.LEAST_LOADED:
        args["units"] = f"{search.loads.units.get(winner.id, NONE).normalize():f}"
    return winner, rule.strategy.value, args, [person for _, person in best[1:]]


def _key(rule: Rule, person: PersonFacts, search: Search, turns: dict[int, TurnFacts], clock: int) -> Key:
    """Lowest first.  The rotation breaks every tie, the id the last one."""
    turn = turns.get(person.id, NO_TURN)
    place = (max(turn.end, clock), turn.number, person.id)
    if rule.strategy is Strategy.LEAST_LOADED:
        held = search.loads.units.get(person.id, NONE)
        return (held / person.limit if person.limit else held, *place)
    if rule.strategy is Strategy.LONGEST_IDLE:
        return (search.loads.given_at.get(person.id, LONG_AGO), *place)
    return place


def _decision(
    search: Search,
    rule: Rule | None,
    person: PersonFacts | None,
    code: str,
    args: dict[str, int | str],
    runners: list[int],
    full: bool,
    pool: int | None = None,
) -> Decision:
    counts: dict[str, int] = {}
    for _, cause in search.refused:
        counts[cause] = counts.get(cause, 0) + 1
    if rule is not None and rule.strategy in ROTATING:
        counts["eligible"] = int(args["eligible"])
    nearest = [(runner, "later") for runner in runners[:NEAREST]]
    nearest += search.refused[: NEAREST - len(nearest)]
    return Decision(
        item=search.item.id,
        rule=rule.id if rule else None,
        rule_version=rule.version if rule else 0,
        winner=person.id if person else None,
        pool=rule.pool if rule else pool,
        mode=rule.mode if rule else Mode.WAIT,
        code=code,
        args=args,
        counts=counts,
        nearest=tuple(nearest),
        refused=tuple(search.refused) if full else (),
        passed=tuple(search.passed),
    )


def take_turn(decision: Decision, rules: Rules, people: People, turns: Turns) -> TurnFacts | None:
    """Write the winner's turn into `turns` (in place); None when the rule does not rotate."""
    rule = rules.by_id.get(decision.rule) if decision.rule is not None else None
    if rule is None or rule.pool is None or rule.strategy not in ROTATING or decision.winner is None:
        return None
    old = turns.of(rule.id).get(decision.winner, NO_TURN)
    clock, number = turns.top(rule.id)
    start = max(old.end, clock)
    weight = max(1, people.by_id[decision.winner].pools.get(rule.pool, 1))
    new = TurnFacts(old.count + 1, start, start + STRIDE // weight, number + 1)
    turns.put(rule.id, decision.winner, new)
    return new


def decide_all(
    items: Iterable[ItemFacts],
    rules: Rules,
    people: People,
    loads: Loads,
    turns: Turns,
    now: datetime,
) -> list[Decision]:
    """Decide a batch in the order that overtakes nobody; `loads` and `turns` move on in place.

    Loads only grow within a batch, so whoever was full for an older item is full for a newer one
    of the same size: giving in order is enough.
    """
    decisions = []
    for item in sorted(items, key=ItemFacts.order):
        decision = decide(item, rules, people, loads, turns, now)
        if decision.winner is not None:
            take_turn(decision, rules, people, turns)
            held = loads.units.get(decision.winner, NONE)
            loads.units[decision.winner] = held + item.units
            loads.given_at[decision.winner] = now
        decisions.append(decision)
    return decisions

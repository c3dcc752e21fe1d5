"""What a routing decision looks at: plain values, gathered once for a batch."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from hashlib import sha256
from typing import Self

# A turn of weight w moves its holder on by STRIDE / w.  Divisible by every weight from 1 to 16,
# so that the tags stay whole numbers and never drift.
STRIDE = 720_720


class Strategy(StrEnum):
    OWNER = "owner"
    STICKY = "sticky"
    FIXED = "fixed"
    ROUND_ROBIN = "round_robin"
    LEAST_LOADED = "least_loaded"
    LONGEST_IDLE = "longest_idle"


class Mode(StrEnum):
    SEND = "send"
    PROPOSE = "propose"
    WAIT = "wait"


@dataclass(frozen=True, slots=True)
class ItemFacts:
    """One inbound item as the rules see it.  `owner`, `support` and `thread_person` are person ids."""

    id: int
    intent: str
    received_at: datetime
    channel: str = "mail"
    confidence: float = 0.0
    priority: int = 0
    units: Decimal = Decimal(1)
    tier: str = ""
    state: str = ""
    language: str = "en"
    mailbox: int | None = None
    known: bool = False
    account: int | None = None
    owner: int | None = None
    support: int | None = None
    thread_person: int | None = None
    in_hours: bool = True

    def digest(self) -> str:
        """16 hex digits that change when any fact does."""
        values = (getattr(self, name) for name in self.__slots__)
        return sha256("\x1f".join(map(str, values)).encode()).hexdigest()[:16]

    def order(self) -> tuple[int, datetime, int]:
        """Sort key: urgent first, then the oldest."""
        return (-self.priority, self.received_at, self.id)


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """One of our people.  `cause` says why they cannot take anything now, "" when they can.

    `pools` maps a pool to the person's weight there (their share); `limits` to the units they may hold
    at once where that pool has a limit of its own.
    """

    id: int
    name: str = ""
    pools: Mapping[int, int] = field(default_factory=dict)
    cause: str = ""
    cover: int | None = None
    limit: Decimal = Decimal(20)
    limits: Mapping[int, Decimal] = field(default_factory=dict)
    languages: frozenset[str] = frozenset({"en"})


@dataclass(frozen=True, slots=True)
class Conditions:
    """Every stated condition must hold; an empty or None one asks nothing."""

    tiers: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    channels: frozenset[str] = frozenset()
    mailboxes: frozenset[int] = frozenset()
    known: bool | None = None
    has_owner: bool | None = None
    in_hours: bool | None = None
    confidence: float = 0.0

    def hold(self, item: ItemFacts) -> bool:
        return not (
            (self.tiers and item.tier not in self.tiers)
            or (self.states and item.state not in self.states)
            or (self.languages and item.language not in self.languages)
            or (self.channels and item.channel not in self.channels)
            or (self.mailboxes and item.mailbox not in self.mailboxes)
            or (self.known is not None and item.known is not self.known)
            or (self.has_owner is not None and (item.owner is not None) is not self.has_owner)
            or (self.in_hours is not None and item.in_hours is not self.in_hours)
            or item.confidence < self.confidence
        )


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of the routing table.  `intents` empty means any; `past_limit` ignores limits."""

    id: int
    position: int
    name: str
    strategy: Strategy
    version: int = 1
    intents: frozenset[str] = frozenset()
    conditions: Conditions = Conditions()
    pool: int | None = None
    person: int | None = None
    role: str = "owner"
    mode: Mode = Mode.SEND
    past_limit: bool = False
    same_language: bool = False


class Rules:
    """The active rules in order, indexed by intent."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.ordered = tuple(sorted(rules, key=lambda rule: (rule.position, rule.id)))
        self.by_id = {rule.id: rule for rule in self.ordered}
        self._by_intent: dict[str, tuple[Rule, ...]] = {}

    def fitting(self, item: ItemFacts) -> Iterable[Rule]:
        rules = self._by_intent.get(item.intent)
        if rules is None:
            rules = tuple(r for r in self.ordered if not r.intents or item.intent in r.intents)
            self._by_intent[item.intent] = rules
        return (rule for rule in rules if rule.conditions.hold(item))


class People:
    """Our people by id and by pool; `desk` is the pool of the last resort."""

    def __init__(self, people: Iterable[PersonFacts], desk: int | None = None) -> None:
        self.by_id = {person.id: person for person in people}
        self.desk = desk
        self._pools: dict[int, list[PersonFacts]] = {}
        for person in self.by_id.values():
            for pool in person.pools:
                self._pools.setdefault(pool, []).append(person)

    def of_pool(self, pool: int | None) -> list[PersonFacts]:
        return self._pools.get(pool, []) if pool is not None else []


@dataclass(slots=True)
class Loads:
    """What everybody holds now (capacity units) and when they last got something."""

    units: dict[int, Decimal] = field(default_factory=dict)
    given_at: dict[int, datetime] = field(default_factory=dict)

    def copy(self) -> Self:
        return type(self)(dict(self.units), dict(self.given_at))


@dataclass(frozen=True, slots=True)
class TurnFacts:
    """A person's place in one rule's rotation.  `start` is the tag their last turn began at."""

    count: int = 0
    start: int = 0
    end: int = 0
    number: int = 0


@dataclass(slots=True)
class Turns:
    """Rotation of every rule: {rule id: {person id: TurnFacts}}."""

    by_rule: dict[int, dict[int, TurnFacts]] = field(default_factory=dict)
    _tops: dict[int, tuple[int, int]] = field(default_factory=dict, repr=False, compare=False)

    def top(self, rule: int) -> tuple[int, int]:
        """The rule's clock (the tag its last turn began at) and how many turns it gave."""
        found = self._tops.get(rule)
        if found is None:
            turns = self.of(rule).values()
            clock = max((turn.start for turn in turns), default=0)
            found = self._tops[rule] = (clock, max((turn.number for turn in turns), default=0))
        return found

    def put(self, rule: int, person: int, turn: TurnFacts) -> None:
        """Keep a person's newest turn."""
        clock, number = self.top(rule)
        self.by_rule.setdefault(rule, {})[person] = turn
        self._tops[rule] = (max(clock, turn.start), max(number, turn.number))

    def of(self, rule: int) -> dict[int, TurnFacts]:
        return self.by_rule.get(rule, {})

    def copy(self) -> Self:
        return type(self)({rule: dict(turns) for rule, turns in self.by_rule.items()})


@dataclass(frozen=True, slots=True)
class Decision:
    """Who gets an item and why.  With no winner the item waits, visibly, in `pool`."""

    item: int
    rule: int | None
    rule_version: int
    winner: int | None
    pool: int | None
    mode: Mode
    code: str
    args: dict[str, int | str]
    counts: dict[str, int]
    nearest: tuple[tuple[int, str], ...]
    refused: tuple[tuple[int, str], ...] = ()
    passed: tuple[int, ...] = ()

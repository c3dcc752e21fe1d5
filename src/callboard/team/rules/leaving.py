"""Who gets what when somebody leaves: decisions over what was read, no database."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from callboard.team.models import How


@dataclass(frozen=True)
class Thing:
    """Something a person owns.  account: its account; has: whoever has that account now; is_account: it is one itself."""

    kind: str
    pk: int
    account: int | None = None
    has: int | None = None
    stake: Decimal | None = None
    due: date | datetime | None = None
    is_account: bool = False


@dataclass(frozen=True)
class Rule:
    """How a kind, or one thing, is handed on."""

    how: str
    person: int | None = None
    pool: int | None = None


@dataclass(frozen=True)
class Handing:
    """A thing and whoever gets it.  how: what decided it; None where a rule found nobody, and the successor gets it."""

    thing: Thing
    to: int | None
    how: str
    by_hand: bool = False
    fell_back: bool = False


@dataclass
class Office:
    """What handing on needs to know: who may get something, and what they have.

    pools: the weight of each member; load: things of a kind a person has, by (kind, person); territories: by kind, thing id
    -> who holds its territory.
    """

    leaver: int
    successor: int | None
    working: set[int]
    team: Mapping[int, int] = field(default_factory=dict)
    pools: Mapping[int, Mapping[int, int]] = field(default_factory=dict)
    load: dict[tuple[str, int], int] = field(default_factory=dict)
    territories: Mapping[str, Mapping[int, int]] = field(default_factory=dict)

    def least(self, members: Mapping[int, int], kind: str) -> int | None:
        """Whoever of the members works here and has the fewest of a kind for their weight."""
        fit = [person for person in members if person in self.working and person != self.leaver]
        return min(fit, key=lambda person: (self.load.get((kind, person), 0) / members[person], person), default=None)


def default_rule(kind_has_territory: bool, kind_has_account: bool) -> Rule:
    """How a kind is handed on where nobody said: by territory, with its account, else to the successor."""
    if kind_has_territory:
        return Rule(How.TERRITORY)
    return Rule(How.ACCOUNT) if kind_has_account else Rule(How.PERSON)


def handings(
    things: Mapping[str, Sequence[Thing]],
    rules: Mapping[str, Rule],
    by_hand: Mapping[tuple[str, int], int],
    office: Office,
) -> list[Handing]:
    """Everything with whoever gets it, kinds in the order given: accounts first, what follows its account after them."""
    accounts: dict[int, int] = {}
    found: list[Handing] = []
    for kind, some in things.items():
        for thing in some:
            handed = _hand(thing, rules[kind], by_hand, office, accounts)
            if handed.to is not None:
                office.load[kind, handed.to] = office.load.get((kind, handed.to), 0) + 1
                if thing.is_account:
                    accounts[thing.pk] = handed.to
            found.append(handed)
    return found


def _hand(
    thing: Thing,
    rule: Rule,
    by_hand: Mapping[tuple[str, int], int],
    office: Office,
    accounts: Mapping[int, int],
) -> Handing:
    chosen = by_hand.get((thing.kind, thing.pk))
    if chosen is not None and _fits(chosen, office):
        return Handing(thing, chosen, How.PERSON, by_hand=True)
    to = _by_rule(thing, rule, office, accounts)
    if to is not None and _fits(to, office):
        return Handing(thing, to, rule.how)
    fell = rule.how != How.PERSON or rule.person is not None
    return Handing(thing, office.successor, rule.how, fell_back=fell)


def _by_rule(thing: Thing, rule: Rule, office: Office, accounts: Mapping[int, int]) -> int | None:
    if rule.how == How.TERRITORY:
        return office.territories.get(thing.kind, {}).get(thing.pk)
    if rule.how == How.ACCOUNT:
        return accounts.get(thing.account or 0) or thing.has
    if rule.how == How.TEAM:
        return office.least(office.team, thing.kind)
    if rule.how == How.POOL:
        return office.least(office.pools.get(rule.pool or 0, {}), thing.kind)
    return rule.person


def _fits(person: int, office: Office) -> bool:
    return person in office.working and person != office.leaver


def stake_of(things: Iterable[Thing]) -> Decimal:
    """The money at stake in some things."""
    return sum((thing.stake for thing in things if thing.stake is not None), Decimal(0))

"""What somebody who leaves owns, who would get it, and what each of them has now and would have."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import Count, DecimalField, F, QuerySet, Sum, Value

from callboard.core.asking import Question, answers
from callboard.core.registry import OwnedKind, register
from callboard.kit.models import ApiToken, LiveLink
from callboard.team.models import How, Leaving, LeavingRule, Person, PersonRole, PoolMember, Role, Session, Team
from callboard.team.rules.leaving import Handing, Office, Rule, Thing, default_rule, handings, stake_of

ZERO = Decimal(0)


@dataclass(frozen=True)
class Part:
    """One kind somebody who leaves owns: how many, the money at stake, the next day it is due, and its rule."""

    kind: OwnedKind
    count: int
    stake: Decimal
    due: date | datetime | None
    rule: Rule
    by_hand: int
    fell_back: int


@dataclass(frozen=True)
class Load:
    """What one receiver has of each kind now, and would have: by kind (now, then); the same of the money."""

    person: int
    counts: Mapping[str, tuple[int, int]]
    stakes: Mapping[str, tuple[Decimal, Decimal]]

    @property
    def gets(self) -> int:
        """How many things they would get."""
        return sum(then - now for now, then in self.counts.values())


@dataclass(frozen=True)
class Plan:
    """Everything with whoever gets it.  nobody: things no rule places, and no successor takes."""

    handings: Sequence[Handing]
    parts: Sequence[Part]
    loads: Sequence[Load]
    people: Mapping[int, Person]
    successor: int | None

    @property
    def nobody(self) -> int:
        return sum(1 for each in self.handings if each.to is None)


def kinds() -> list[OwnedKind]:
    """All kinds, what others follow first."""
    return sorted(register.owned_kind, key=lambda kind: (kind.by_territory is None, bool(kind.account)))


def plan_of(leaving: Leaving) -> Plan:
    """The plan of a leaving as things are now.  A few statements, whatever is owned."""
    asked = {kind.name: Question("list", _values(kind, leaving.person_id)) for kind in kinds()}
    answered: dict[str, Any] = answers({**asked, **_asked(leaving)})
    owned = {kind.name: [_thing(kind, row) for row in answered[kind.name]] for kind in kinds() if answered[kind.name]}
    rules, by_hand = _rules(answered["rules"])
    office = _office(leaving, answered, owned, rules)
    found = handings(owned, rules, by_hand, office)
    people = {person.pk: person for person in answered["working"]}
    parts = [
        _part(kind, [each for each in found if each.thing.kind == kind.name], rules[kind.name]) for kind in kinds()
    ]
    return Plan(found, [part for part in parts if part.count], _loads(found), people, office.successor)


def _asked(leaving: Leaving) -> dict[str, Question]:
    """The rules, and who there is."""
    leaver = leaving.person
    mates = Person.objects.active().filter(team=leaver.team_id).exclude(pk=leaver.pk)
    admins = PersonRole.objects.filter(role=Role.ADMINISTRATOR, person__is_active=True)
    return {
        "rules": Question("records", LeavingRule.objects.filter(leaving=leaving)),
        "working": Question("records", Person.objects.active()),
        "mates": Question("list", (mates if leaver.team_id else mates.none()).order_by().values("pk")),
        "pools": Question("list", PoolMember.objects.order_by().values("pool", "person", "weight")),
        "managers": Question("list", Team.objects.filter(people=leaver).order_by().values("manager")),
        "admins": Question("list", admins.order_by("person").values("person")),
    }


def _values(kind: OwnedKind, person: int) -> QuerySet[Any, Any]:
    rows = kind.owned(person).order_by()
    given: dict[str, Any] = {"id_": F("pk")}
    for name in ("account", "has", "stake", "due"):
        if path := getattr(kind, name):
            given[f"{name}_"] = F(path)
    # Distinct: a join over who stands beside an owner may show a row twice.
    return rows.distinct().values(**given) if not rows.query.combinator else rows.values(**given)


def _thing(kind: OwnedKind, row: Mapping[str, Any]) -> Thing:
    account, has, stake, due = (row.get(f"{name}_") for name in ("account", "has", "stake", "due"))
    return Thing(kind.name, row["id_"], account, has, stake, due, kind.account == "pk" and not kind.has)


def _rules(rows: Iterable[LeavingRule]) -> tuple[dict[str, Rule], dict[tuple[str, int], int]]:
    rules = {kind.name: default_rule(kind.by_territory is not None, bool(kind.account)) for kind in kinds()}
    by_hand: dict[tuple[str, int], int] = {}
    for row in rows:
        if row.record is None:
            rules[row.kind] = Rule(row.how, row.person_id, row.pool_id)
        elif row.person_id is not None:
            by_hand[row.kind, row.record] = row.person_id
    return rules, by_hand


def _office(
    leaving: Leaving, found: Mapping[str, Any], owned: Mapping[str, Sequence[Thing]], rules: Mapping[str, Rule]
) -> Office:
    """Who may get something and what they have now.  Whoever was to get everything else may have left meanwhile: then it
    is the team's manager, at the moment itself an administrator."""
    leaver = leaving.person_id
    pools: dict[int, dict[int, int]] = {}
    for row in found["pools"]:
        pools.setdefault(row["pool"], {})[row["person"]] = row["weight"]
    working = {person.pk for person in found["working"]}
    wanted = [leaving.successor_id, *(row["manager"] for row in found["managers"])]
    wanted += [row["person"] for row in found["admins"]] if leaving.state == Leaving.State.PLANNED else []
    successor = next((pk for pk in wanted if pk in working and pk != leaver), None)
    mates = {row["pk"]: 1 for row in found["mates"]}
    office = Office(leaver, successor, working, mates, pools, territories=_territories(owned, rules, leaver))
    office.load = _counts(owned, _candidates(office, rules))
    return office


def _territories(
    owned: Mapping[str, Sequence[Thing]], rules: Mapping[str, Rule], leaver: int
) -> dict[str, dict[int, int]]:
    found = {}
    for kind in kinds():
        some = owned.get(kind.name)
        if some and kind.by_territory is not None and rules[kind.name].how == How.TERRITORY:
            found[kind.name] = kind.by_territory([thing.pk for thing in some], leaver)
    return found


def _candidates(office: Office, rules: Mapping[str, Rule]) -> set[int]:
    """Those among whom a rule chooses by load."""
    found: set[int] = set()
    for rule in rules.values():
        if rule.how == How.TEAM:
            found |= set(office.team)
        if rule.how == How.POOL:
            found |= set(office.pools.get(rule.pool or 0, {}))
    return found & office.working


def _counts(owned: Iterable[str], people: Iterable[int]) -> dict[tuple[str, int], int]:
    """How many things of each kind some people have now.  One query."""
    by_name = {kind.name: kind for kind in kinds()}
    asked = {(name, pk): Question("count", by_name[name].owned(pk)) for name in owned for pk in people}
    return {key: count for key, count in answers(asked).items() if count}


def _part(kind: OwnedKind, some: Sequence[Handing], rule: Rule) -> Part:
    dues = [each.thing.due for each in some if each.thing.due is not None]
    return Part(
        kind,
        len(some),
        stake_of(each.thing for each in some),
        min(dues, key=str, default=None),
        rule,
        sum(each.by_hand for each in some),
        sum(each.fell_back for each in some),
    )


def _loads(found: Sequence[Handing]) -> list[Load]:
    """What each receiver has now and would have, those who get most first."""
    receivers = {each.to for each in found if each.to is not None}
    names = list(dict.fromkeys(each.thing.kind for each in found))
    has = _having(names, receivers)
    loads = []
    for person in receivers:
        gets: dict[str, list[Thing]] = {}
        for each in found:
            if each.to == person:
                gets.setdefault(each.thing.kind, []).append(each.thing)
        counts, stakes = {}, {}
        for name in names:
            count, stake = has.get((name, person), (0, ZERO))
            counts[name] = (count, count + len(gets.get(name, ())))
            stakes[name] = (stake, stake + stake_of(gets.get(name, ())))
        loads.append(Load(person, counts, stakes))
    return sorted(loads, key=lambda load: (-load.gets, load.person))


def _having(names: Iterable[str], people: Iterable[int]) -> dict[tuple[str, int], tuple[int, Decimal]]:
    """Things and money at stake of each kind, by (kind, person).  One query."""
    by_name = {kind.name: kind for kind in kinds()}
    asked = {(name, pk): Question("list", _summed(by_name[name], pk)) for name in names for pk in people}
    return {key: (rows[0]["n"], rows[0]["s"] or ZERO) for key, rows in answers(asked).items() if rows}


def _summed(kind: OwnedKind, person: int) -> QuerySet[Any, Any]:
    money: Any = Sum(kind.stake) if kind.stake else Value(None, DecimalField())
    rows = kind.owned(person).order_by().annotate(one_=Value(1)).values("one_")
    found: QuerySet[Any, Any] = rows.annotate(n=Count("pk"), s=money)
    return found


@dataclass(frozen=True)
class Ends:
    """What ends with somebody: sign-ins, tokens, live links, pools (name), days on which they stand in (whom, from)."""

    sign_ins: int
    tokens: int
    links: int
    pools: Sequence[Mapping[str, Any]]
    covers: Sequence[Mapping[str, Any]]


def ends_with(person: Person, today: date) -> Ends:
    """One query."""
    covers = person.covers.filter(ends_on__gte=today, withdrawn_at=None).order_by("starts_on")
    pools = PoolMember.objects.filter(person=person).order_by("pool__name")
    sizes = PoolMember.objects.filter(pool__members__person=person, person__is_active=True).order_by().values("pool")
    found = answers(
        {
            "sign_ins": Question("count", Session.objects.filter(person=person)),
            "tokens": Question("count", ApiToken.objects.filter(person=person, revoked_at=None)),
            "links": Question("count", LiveLink.objects.filter(owner=person, ended_at=None)),
            "pools": Question("list", pools.values("pool", name=F("pool__name"))),
            "sizes": Question("list", sizes.annotate(n=Count("pk", distinct=True))),
            "covers": Question("list", covers.values("starts_on", "ends_on", name=F("person__name"))),
        }
    )
    sizes_by = {row["pool"]: row["n"] for row in found["sizes"]}
    pools_left = [{**row, "left": max(sizes_by.get(row["pool"], 1) - 1, 0)} for row in found["pools"]]
    return Ends(found["sign_ins"], found["tokens"], found["links"], pools_left, found["covers"])

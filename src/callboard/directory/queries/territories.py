"""Which territory covers which account, and what a change would move."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Any

from django.db.models import (
    BigIntegerField,
    BooleanField,
    Case,
    Count,
    Exists,
    F,
    Func,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Left, Upper
from django.db.models.lookups import In

from callboard.core.asking import Question, answers
from callboard.directory.models import Account, AccountOwner, OwnerRole
from callboard.directory.models.territories import TerritoryAccount
from callboard.directory.queries.tallies import ZERO, Tally, sum_of, summed, sums
from callboard.directory.rules.territories import Cover, Holder, Move, Seen, holders_changed, moves
from callboard.team.models import Person, PoolMember, TerritoryChange, TerritoryHolder, TerritoryTerms


@dataclass(frozen=True)
class Standing:
    """The territories on a day, or as a change would leave them."""

    covers: Sequence[Cover]
    pools: Mapping[int, Mapping[int, int]]
    #: The rows that say who holds something, with the person or pool.
    held: Sequence[TerritoryHolder] = ()

    @property
    def names(self) -> dict[int, str]:
        return {cover.pk: cover.name for cover in self.covers}


@dataclass(frozen=True)
class Comparison:
    """What a change would do.  people: (role, person id) -> before and after; territories: id -> before and after."""

    before: Standing
    after: Standing
    moves: Sequence[Move]
    kept: Sequence[Seen]
    people: Mapping[tuple[str, int | None], tuple[Tally, Tally]]
    territories: Mapping[int | None, tuple[Tally, Tally]]
    uncovered: int
    double: int
    names: Mapping[int, str]


class _Differs(Func):
    template, arg_joiner, output_field = "(%(expressions)s)", " IS DISTINCT FROM ", BooleanField()


def in_force(day: date) -> Q:
    """The dated rows that hold on a day."""
    return Q(starts_on__lte=day) & (Q(ends_on=None) | Q(ends_on__gt=day))


def standings(day: date, change: TerritoryChange | None = None) -> tuple[Standing, Standing]:
    """The territories on a day, and as `change` would leave them (the same without one).  One query."""
    held = in_force(day) | Q(change=change, starts_on=None) if change is not None else in_force(day)
    members = PoolMember.objects.filter(person__is_active=True)
    found = answers(
        {
            "terms": Question("records", TerritoryTerms.objects.filter(held).select_related("territory")),
            "holders": Question("records", TerritoryHolder.objects.filter(held).select_related("person", "pool")),
            "members": Question("list", members.order_by().values("pool", "person", "weight")),
        }
    )
    pools: dict[int, dict[int, int]] = {}
    for row in found["members"]:
        pools.setdefault(row["pool"], {})[row["person"]] = row["weight"]
    now = _covers([row for row in found["terms"] if row.starts_on], [row for row in found["holders"] if row.starts_on])
    then = dict(now)
    planned = _covers(
        [row for row in found["terms"] if not row.starts_on],
        [row for row in found["holders"] if not row.starts_on],
        now,
    )
    then |= planned
    held_by = found["holders"]
    return Standing(_sorted(now.values()), pools, held_by), Standing(_sorted(then.values()), pools, held_by)


def _covers(
    terms: Iterable[TerritoryTerms], holders: Iterable[TerritoryHolder], base: Mapping[int, Cover] | None = None
) -> dict[int, Cover]:
    """Territories by id from their rows; those only the holders name build on `base`."""
    base = base or {}
    found: dict[int, Cover] = {}
    for row in terms:
        name, known = row.territory.name, base.get(row.territory_id)
        found[row.territory_id] = Cover(
            row.territory_id, name, row.order, tuple(row.states), tuple(row.postal), tuple(row.kinds), tuple(row.tiers),
            row.closed, dict(known.holders) if known else {},
        )  # fmt: skip
    for each in holders:
        cover = found.get(each.territory_id) or base.get(each.territory_id)
        if cover is None:
            continue
        held = {role: who for role, who in cover.holders.items() if role != each.role}
        if each.person_id or each.pool_id:
            held[each.role] = Holder(each.person_id, each.pool_id)
        found[each.territory_id] = replace(cover, holders=held)
    return found


def _sorted(covers: Iterable[Cover]) -> tuple[Cover, ...]:
    return tuple(sorted(covers, key=lambda cover: (cover.order, cover.pk)))


def meets(cover: Cover) -> Q:
    """The accounts the terms of a territory mean.  Only for one that covers by terms."""
    found, place = Q(), Q()
    if cover.states:
        place |= Q(In(Upper("region"), [state.upper() for state in cover.states]))
    if cover.postal:
        for length, codes in groupby(sorted(cover.postal, key=len), len):
            place |= Q(In(Left("postal_code", length), list(codes)))
    if place:
        found &= place
    if cover.kinds:
        found &= Q(kind__in=list(cover.kinds))
    if cover.tiers:
        found &= Q(tier__in=list(cover.tiers))
    return found


def placed(
    rows: QuerySet[Account], standing: Standing, name: str, day: date, change: TerritoryChange | None = None
) -> QuerySet[Any, Any]:
    """The accounts, each with `<name>`: the territory that covers it (named, else the first whose terms it meets); and
    `<name>_count`: how many terms it meets."""
    held = in_force(day) | Q(change=change, starts_on=None) if change is not None else in_force(day)
    named = TerritoryAccount.objects.filter(held, territory__isnull=False)
    mine = named.filter(account=OuterRef("pk")).order_by(F("starts_on").desc(nulls_first=True)).values("territory")[:1]
    terms = [(cover.pk, meets(cover)) for cover in standing.covers if cover.by_terms]
    # Few are named, by a list read once: whether an account is one of them costs less than looking it up.
    by_name = When(pk__in=named.values("account"), then=Subquery(mine))
    by_terms = (When(met, then=Value(pk)) for pk, met in terms)
    count: Any = Value(0)
    for _pk, met in terms:
        count = count + Case(When(met, then=Value(1)), default=Value(0), output_field=IntegerField())
    found = Case(by_name, *by_terms, output_field=BigIntegerField())
    return rows.annotate(**{name: found, f"{name}_count": count})


def kept_out(day: date) -> Exists:
    """Whether an account stays with whoever has it, whatever the territories say."""
    rows = TerritoryAccount.objects.filter(in_force(day), account=OuterRef("pk"), territory=None)
    return Exists(rows)


def accounts_placed(
    day: date, before: Standing, after: Standing, change: TerritoryChange | None = None
) -> QuerySet[Any, Any]:
    """Every account that is not archived with `before`, `after`, `after_count`, `kept` and `supporter`."""
    support = AccountOwner.objects.filter(account=OuterRef("pk"), role=OwnerRole.SUPPORT, ends_on=None)
    rows: QuerySet[Any, Any] = placed(Account.objects.current(), after, "after", day, change)
    rows = placed(rows, before, "before", day) if change is not None else rows.annotate(before=F("after"))
    found: QuerySet[Any, Any] = rows.annotate(kept=kept_out(day), supporter=Subquery(support.values("person")[:1]))
    return found


SEEN = ("pk", "name", "number", "tier", "facts__mrr", "owner_id", "supporter", "before", "after", "kept")


def seen(row: Mapping[str, Any]) -> Seen:
    """An account as it was read with the columns of SEEN."""
    owners = {OwnerRole.OWNER.value: row["owner_id"], OwnerRole.SUPPORT.value: row["supporter"]}
    return Seen(
        row["pk"], row["name"], row["number"], row["tier"] or "", row["facts__mrr"] or ZERO, owners, row["before"],
        row["after"], row["kept"],
    )  # fmt: skip


def compare(change: TerritoryChange, day: date) -> Comparison:
    """What a change would do if it began on `day`.  Two queries, whatever it moves."""
    before, after = standings(day, change)
    rows = accounts_placed(day, before, after, change)
    other = holders_changed(before.covers, after.covers)
    touched = Q(_Differs(F("before"), F("after"))) | Q(after__in=list(other))
    if change.realign:
        touched |= Q(after__isnull=False)
    found = answers(
        {
            "touched": Question("list", rows.filter(touched).order_by("sort_key", "pk").values(*SEEN)),
            "placed": Question(
                "list", summed(rows, "before", "after", double=Count("pk", filter=Q(after_count__gt=1)))
            ),
            "owners": Question("list", summed(Account.objects.current(), "owner_id")),
            "names": Question("list", Person.objects.values("pk", "name")),
            "supporters": Question("list", summed(_supported(), "supporter")),
        }
    )
    owned = sums(found["owners"], "owner_id")
    touched_rows = [seen(row) for row in found["touched"]]
    load = {person: each.accounts for person, each in owned.items() if person is not None}
    moving = moves(touched_rows, after.covers, after.pools, load, None if change.realign else other)
    was = {(OwnerRole.OWNER.value, person): each for person, each in owned.items()}
    was |= {(OwnerRole.SUPPORT.value, person): each for person, each in supported(owned, found["supporters"]).items()}
    first, then = (sums(found["placed"], by) for by in ("before", "after"))
    territories = {
        pk: (first.get(pk, Tally()), then.get(pk, Tally())) for pk in (*(cover.pk for cover in after.covers), None)
    }
    return Comparison(
        before, after, moving, [each for each in touched_rows if each.kept], people_compared(was, moving), territories,
        then.get(None, Tally()).accounts, sum(row["double"] for row in found["placed"]),
        {row["pk"]: row["name"] for row in found["names"]},
    )  # fmt: skip


def people_compared(
    was: Mapping[tuple[str, int | None], Tally], moving: Sequence[Move]
) -> dict[tuple[str, int | None], tuple[Tally, Tally]]:
    """Everybody who gains or loses, by role: what they have and would have."""
    gains: dict[tuple[str, int | None], list[Seen]] = {}
    losses: dict[tuple[str, int | None], list[Seen]] = {}
    for move in moving:
        gains.setdefault((move.role, move.after), []).append(move.account)
        losses.setdefault((move.role, move.before), []).append(move.account)
    found = {}
    for key in [*losses, *(key for key in gains if key not in losses)]:
        now = was.get(key, Tally())
        then = (now + sum_of(gains.get(key, ()))).less(sum_of(losses.get(key, ())))
        found[key] = (now, then)
    return found


def _supported() -> QuerySet[Account]:
    """The accounts somebody supports, with who: they are few, and the others need no looking up."""
    support = AccountOwner.objects.filter(role=OwnerRole.SUPPORT, ends_on=None)
    theirs = support.filter(account=OuterRef("pk")).values("person")[:1]
    rows: QuerySet[Account] = Account.objects.current().filter(pk__in=support.values("account"))
    return rows.annotate(supporter=Subquery(theirs))


def supported(owned: Mapping[int | None, Tally], rows: Iterable[Mapping[str, Any]]) -> dict[int | None, Tally]:
    """Who supports what; nobody (None) supports the rest of all that is `owned`."""
    found = sums(rows, "supporter")
    rest = sum(owned.values(), Tally())
    for each in found.values():
        rest = rest.less(each)
    return {**found, None: rest}

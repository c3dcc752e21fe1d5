"""The territories as their pages show them: what each covers and says, who holds it, and the accounts one by one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.core.asking import Question, answers
from callboard.core.db.worked import Worked
from callboard.directory.models import Account, AccountKind, OwnerRole
from callboard.directory.queries.tallies import Tally, summed, sums
from callboard.directory.queries.territories import (
    Standing,
    accounts_placed,
    compare,
    in_force,
    kept_out,
    placed,
    standings,
)
from callboard.directory.rules.territories import Cover, Holder
from callboard.team.models import Person, Pool, Territory, TerritoryChange

KINDS = dict(AccountKind.choices)
#: Postal codes named before "and 12 more".
CODES_SHOWN = 8


@dataclass(frozen=True)
class Names:
    """What people, pools and territories are called, by id."""

    people: Mapping[int, Person]
    pools: Mapping[int, Pool]

    def holder(self, holder: Holder | None) -> Person | Pool | None:
        """Who it is; None for nobody."""
        if holder is None:
            return None
        return self.pools.get(holder.pool) if holder.pool else self.people.get(holder.person or 0)


@dataclass(frozen=True)
class Line:
    """A territory as the list shows it."""

    pk: int
    name: str
    order: int
    covers: str
    owner: Person | Pool | None
    support: Person | Pool | None
    sum: Tally
    in_force: bool = True

    @property
    def tiers(self) -> str:
        """How many of each tier, "A 3, B 12"."""
        return ", ".join(f"{tier} {count}" for tier, count in (self.sum.tiers or {}).items() if count)

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True)
class Market:
    """All territories, and the accounts none or several of them cover."""

    lines: list[Line]
    uncovered: Tally
    double: int
    kept: int


@dataclass(frozen=True)
class Row:
    """An account with its territory, before and after a change."""

    account: Account
    before: str
    after: str
    role: str = ""
    from_: Person | None = None
    to: Person | None = None
    why: str = ""


def names_of(people: Iterable[int | None]) -> Mapping[int, Person]:
    """People by their ids.  One query."""
    return Person.objects.in_bulk([pk for pk in people if pk])


def names_in(standing: Standing) -> Names:
    """Everybody who holds something.  No query."""
    people = {row.person.pk: row.person for row in standing.held if row.person is not None}
    return Names(people, {row.pool.pk: row.pool for row in standing.held if row.pool is not None})


def terms_text(cover: Cover) -> str:
    """What it covers in words: "TX, OK; postal 750, 751; Agency; tiers A, B"."""
    if cover.closed:
        return _("closed")
    postal = list(cover.postal[:CODES_SHOWN])
    if len(cover.postal) > CODES_SHOWN:
        postal.append(_("{n} more").format(n=len(cover.postal) - CODES_SHOWN))
    parts = [
        ", ".join(cover.states),
        _("postal {codes}").format(codes=", ".join(postal)) if postal else "",
        ", ".join(str(KINDS.get(kind, kind)) for kind in cover.kinds),
        _("tier {tiers}").format(tiers=", ".join(cover.tiers)) if cover.tiers else "",
    ]
    return " · ".join(part for part in parts if part) or _("named accounts only")


def market(day: date, actor: Actor, *, counts: bool = True) -> Market:
    """The territories on a day with what they cover.  Two queries.  counts: whether the accounts are counted, which at
    100,000 of them takes longer than a page may."""
    now, _same = standings(day)
    rows = placed(visible(Account.objects.current(), actor), now, "here", day)
    counted = {
        "sums": Question("list", summed(rows, "here", double=Count("pk", filter=Q(here_count__gt=1)))),
        "kept": Question("count", rows.filter(kept_out(day)).values("pk")),
    }
    rest = Question("records", Territory.objects.exclude(pk__in=[cover.pk for cover in now.covers]))
    found = {"sums": [], "kept": 0, **answers({"rest": rest, **(counted if counts else {})})}
    by_id, names = sums(found["sums"], "here"), names_in(now)
    lines = [line_of(cover, by_id.get(cover.pk, Tally()), names) for cover in now.covers]
    lines += [Line(row.pk, row.name, 0, _("not in force yet"), None, None, Tally(), False) for row in found["rest"]]
    double = sum(row["double"] for row in found["sums"])
    return Market(lines, by_id.get(None, Tally()), double, found["kept"])


def line_of(cover: Cover, found: Tally, names: Names) -> Line:
    """A territory with its holders by name."""
    owner, support = (cover.holders.get(role.value) for role in (OwnerRole.OWNER, OwnerRole.SUPPORT))
    return Line(cover.pk, cover.name, cover.order, terms_text(cover), names.holder(owner), names.holder(support), found)


#: What the list of accounts may be narrowed to.
SHOWS = ("all", "moving", "uncovered", "double", "kept", "other")


def account_rows(day: date, actor: Actor, show: str, change: TerritoryChange | None, territory: int) -> Sequence[Row]:
    """The accounts by territory, read as they are asked for; those that move are all known at once.

    show: one of SHOWS; `other` are those somebody else has than holds their territory.
    """
    if show == "moving":
        return _moving(day, actor, change)
    before, after = standings(day, change)
    rows: Any = accounts_placed(day, before, after, change).select_related("owner", "facts")
    rows = visible(rows, actor).filter(_narrowed(show, after))
    if territory:
        rows = rows.filter(after=territory)
    names = {**before.names, **after.names}

    def made(row: Any) -> Row:
        return Row(row, names.get(row.before, ""), names.get(row.after, ""), from_=row.owner, why=_why(row, show))

    return Worked(rows.order_by("sort_key", "pk"), made)


def _narrowed(show: str, after: Standing) -> Q:
    if show == "other":
        held = Q()
        for cover in after.covers:
            holder = cover.holders.get(OwnerRole.OWNER.value)
            if holder is not None:
                people = [holder.person] if holder.person else list(after.pools.get(holder.pool or 0, {}))
                held |= Q(after=cover.pk) & (~Q(owner__in=people) | Q(owner=None))
        return held & Q(kept=False) if held else Q(pk__in=[])
    return {
        "uncovered": Q(after=None),
        "double": Q(after_count__gt=1),
        "kept": Q(kept=True),
    }.get(show, Q())


def _why(row: Any, show: str) -> str:
    if row.kept:
        return _("kept out by hand")
    return _("{n} territories").format(n=row.after_count) if show == "double" else ""


def _moving(day: date, actor: Actor, change: TerritoryChange | None) -> list[Row]:
    if change is None:
        return []
    if change.applied_at is not None:
        return _moved(actor, change)
    found = compare(change, day)
    names = {**found.before.names, **found.after.names}
    people = names_of({each for move in found.moves for each in (move.before, move.after)})
    wanted = [move.account.pk for move in found.moves]
    accounts = visible(Account.objects.select_related("facts", "owner"), actor).in_bulk(wanted)
    return [
        Row(
            accounts[move.account.pk], names.get(move.account.before or 0, ""), names.get(move.account.after or 0, ""),
            str(OwnerRole(move.role).label), people.get(move.before or 0), people.get(move.after),
        )
        for move in found.moves
        if move.account.pk in accounts
    ]  # fmt: skip


def _moved(actor: Actor, change: TerritoryChange) -> list[Row]:
    """What was written down when it began, with what came of each."""
    related = ("account__facts", "account__owner", "territory", "before", "after")
    rows = change.moves.select_related(*related).order_by("account__sort_key", "pk")
    seen_by = visible(Account.objects.all(), actor)
    return [
        Row(
            row.account, "", row.territory.name, row.get_role_display(), row.before, row.after,
            row.note or row.get_state_display(),
        )
        for row in rows.filter(account__in=seen_by)
    ]  # fmt: skip


def territory_of(account: Account, day: date) -> tuple[Cover | None, str]:
    """Which territory covers an account, and why: by its name, by its terms; kept out."""
    now, _same = standings(day)
    row = placed(Account.objects.filter(pk=account.pk), now, "here", day).annotate(kept=kept_out(day)).get()
    named = account.territory_names.filter(in_force(day)).first()
    cover = next((each for each in now.covers if each.pk == row.here), None)
    return cover, named.reason if named is not None else terms_text(cover) if cover is not None else ""

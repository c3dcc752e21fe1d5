"""Who gets which account when territories change: arithmetic over what was read, no database."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True)
class Holder:
    """Who answers for a territory in a role: a person or a pool, by id.  Neither is nobody."""

    person: int | None = None
    pool: int | None = None


@dataclass(frozen=True)
class Cover:
    """A territory as it is on a day: its terms, and its holder by role."""

    pk: int
    name: str
    order: int
    states: Sequence[str] = ()
    postal: Sequence[str] = ()
    kinds: Sequence[str] = ()
    tiers: Sequence[str] = ()
    closed: bool = False
    holders: Mapping[str, Holder] = field(default_factory=dict)

    @property
    def by_terms(self) -> bool:
        """Whether it covers accounts that are not named for it: one without any condition covers those named alone."""
        return not self.closed and bool(self.states or self.postal or self.kinds or self.tiers)


@dataclass(frozen=True)
class Seen:
    """An account before and after: whose it is by role, and which territory covers it.  kept: it stays whatever changes."""

    pk: int
    name: str
    number: int
    tier: str
    mrr: Decimal
    owners: Mapping[str, int | None]
    before: int | None
    after: int | None
    kept: bool = False


@dataclass(frozen=True)
class Move:
    """An account given from one person to another in a role, because a territory says so."""

    account: Seen
    role: str
    before: int | None
    after: int
    territory: int


#: A person's share in a pool, by person.
Pools = Mapping[int, Mapping[int, int]]


def holders_changed(before: Sequence[Cover], after: Sequence[Cover]) -> dict[int, set[str]]:
    """The territories somebody else holds afterwards, with the roles."""
    was = {cover.pk: cover.holders for cover in before}
    found = {}
    for cover in after:
        held, holds = was.get(cover.pk, {}), cover.holders
        roles = {role for role in {*held, *holds} if held.get(role) != holds.get(role)}
        if roles:
            found[cover.pk] = roles
    return found


def moves(
    accounts: Iterable[Seen],
    after: Sequence[Cover],
    pools: Pools,
    load: Mapping[int, int],
    changed: Mapping[int, set[str]] | None = None,
) -> list[Move]:
    """What moves.  A pool shares by load: each account goes to whoever has the fewest for their weight; whoever has it and
    is in the pool keeps it.  load: accounts a person has now, by person.  changed: the roles somebody else holds, by
    territory: of an account that stays in its territory only these move; without it all do."""
    covers = {cover.pk: cover for cover in after}
    have, found = dict(load), []
    for account in accounts:
        cover = covers.get(account.after) if account.after is not None else None
        if cover is None or account.kept:
            continue
        stays = changed is not None and account.before == account.after
        for role, holder in cover.holders.items():
            if stays and changed is not None and role not in changed.get(cover.pk, ()):
                continue
            now = account.owners.get(role)
            to = receiver(holder, now, pools, have)
            if to is None or to == now:
                continue
            if role == "owner":
                have[to] = have.get(to, 0) + 1
                if now is not None:
                    have[now] = have.get(now, 0) - 1
            found.append(Move(account, role, now, to, cover.pk))
    return found


def receiver(holder: Holder, now: int | None, pools: Pools, load: Mapping[int, int]) -> int | None:
    """Who gets an account of this holder's; None where nobody does."""
    if holder.pool is None:
        return holder.person
    members = pools.get(holder.pool, {})
    if now in members:
        return now
    return least_loaded(members, load)


def least_loaded(members: Mapping[int, int], load: Mapping[int, int]) -> int | None:
    """Whoever has the fewest for their weight; of several the first by id.  None where there is nobody."""
    return min(members, key=lambda person: (load.get(person, 0) / members[person], person), default=None)

"""Who gets an account by its territory when somebody leaves."""

from django.db.models import Count

from callboard.core import clock
from callboard.core.reading import once
from callboard.directory.models import Account, OwnerRole
from callboard.directory.queries.territories import placed, standings
from callboard.directory.rules.territories import Holder, least_loaded


def owners_by_territory(ids: list[int], leaver: int) -> dict[int, int]:
    """Account id -> whoever holds its territory as owner, without those of nobody or of the leaver."""
    return _by_territory(ids, leaver, OwnerRole.OWNER)


def supporters_by_territory(ids: list[int], leaver: int) -> dict[int, int]:
    """Account id -> whoever holds its territory in support."""
    return _by_territory(ids, leaver, OwnerRole.SUPPORT)


def _by_territory(ids: list[int], leaver: int, role: OwnerRole) -> dict[int, int]:
    day = clock.business_day(clock.now())
    now, _same = once(("directory.standings", day), lambda: standings(day))
    rows = placed(Account.objects.filter(pk__in=ids), now, "here", day).order_by("sort_key", "pk")
    holders = {cover.pk: cover.holders.get(role.value) for cover in now.covers}
    pools = {
        pool: {person: weight for person, weight in members.items() if person != leaver}
        for pool, members in now.pools.items()
    }
    load = (
        dict(once("directory.load", _load))
        if any(holder is not None and holder.pool for holder in holders.values())
        else {}
    )
    found = {}
    for pk, here in rows.values_list("pk", "here"):
        to = _receiver(holders.get(here), pools, load)
        if to is not None and to != leaver:
            found[pk] = to
            load[to] = load.get(to, 0) + 1
    return found


def _receiver(holder: Holder | None, pools: dict[int, dict[int, int]], load: dict[int, int]) -> int | None:
    if holder is None:
        return None
    return least_loaded(pools.get(holder.pool, {}), load) if holder.pool else holder.person


def _load() -> dict[int, int]:
    rows = Account.objects.current().exclude(owner=None).order_by().values("owner").annotate(n=Count("pk"))
    return {row["owner"]: row["n"] for row in rows}

"""Which accounts somebody new gets from their colleagues: arithmetic, no database."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal

NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Had:
    """An account somebody gives from.  spoke_at: the last conversation; here: its territory."""

    pk: int
    owner: int
    mrr: Decimal
    spoke_at: datetime | None = None
    here: int | None = None


def shared(accounts: Sequence[Had], has: tuple[int, Decimal], by_worth: bool, most: int | None = None) -> list[Had]:
    """What moves so that everybody, the new one included, has about as much: as many accounts, or as much MRR.

    has: what the new one has already.  Each is taken from whoever has most then; of theirs, the one nobody spoke with for
    longest, so that what is warm stays where it is.  Nobody ends with less than the new one.
    """
    pools = _by_owner(accounts)
    counts = {owner: len(some) for owner, some in pools.items()}
    worth = {owner: sum((each.mrr for each in some), Decimal(0)) for owner, some in pools.items()}
    mine, money = has
    taken: list[Had] = []
    while most is None or len(taken) < most:
        giver = _richest(pools, counts, worth, by_worth)
        if giver is None:
            break
        account = pools[giver].pop(0)
        if by_worth and (account.mrr == 0 or money + account.mrr > worth[giver] - account.mrr):
            continue
        if not by_worth and mine + 1 > counts[giver] - 1:
            break
        taken.append(account)
        mine, money = mine + 1, money + account.mrr
        counts[giver], worth[giver] = counts[giver] - 1, worth[giver] - account.mrr
    return taken


def of_territory(accounts: Sequence[Had], territory: int, most: int | None = None) -> list[Had]:
    """Those that lie in a territory, the longest silent first."""
    return sorted((each for each in accounts if each.here == territory), key=_silence)[:most]


def _by_owner(accounts: Sequence[Had]) -> dict[int, list[Had]]:
    found: dict[int, list[Had]] = {}
    for account in sorted(accounts, key=_silence):
        found.setdefault(account.owner, []).append(account)
    return found


def _silence(account: Had) -> tuple[bool, datetime, int]:
    """Never spoken with comes first; then the longest ago."""
    return (account.spoke_at is not None, account.spoke_at or NEVER, account.pk)


def _richest(
    pools: dict[int, list[Had]], counts: dict[int, int], worth: dict[int, Decimal], by_worth: bool
) -> int | None:
    giving = [owner for owner, some in pools.items() if some]
    if by_worth:
        return max(giving, key=lambda owner: (worth[owner], -owner), default=None)
    return max(giving, key=lambda owner: (counts[owner], -owner), default=None)

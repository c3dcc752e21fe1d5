"""What somebody would get from their colleagues, and what each would have then."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Count, Sum

from callboard.directory.models import Account
from callboard.directory.queries.territories import kept_out, placed, standings
from callboard.directory.rules.sharing import Had, of_territory, shared

ZERO = Decimal(0)


@dataclass(frozen=True)
class Side:
    """A person before and after: accounts, MRR."""

    person: int
    accounts: tuple[int, int]
    mrr: tuple[Decimal, Decimal]


@dataclass(frozen=True)
class Share:
    """The accounts that move, and everybody concerned, the new one first."""

    accounts: Sequence[Had]
    sides: Sequence[Side]


def share_of(
    person: int, givers: Sequence[int], *, day: date, by_worth: bool, territory: int | None, most: int | None
) -> Share:
    """What `person` gets from the givers: evenly by count or MRR, or what lies in a territory.  Accounts kept out of
    territories by hand stay where they are."""
    now, _same = standings(day)
    rows = Account.objects.current().filter(owner__in=givers).annotate(kept=kept_out(day)).filter(kept=False)
    columns = ("pk", "owner", "facts__mrr", "facts__last_conversation_at", "here")
    had = [
        Had(pk, owner, mrr or ZERO, spoke_at, here)
        for pk, owner, mrr, spoke_at, here in placed(rows, now, "here", day).values_list(*columns)
    ]
    totals = _totals([person, *givers])
    if territory is not None:
        moving = of_territory(had, territory, most)
    else:
        moving = shared(had, totals.get(person, (0, ZERO)), by_worth, most)
    return Share(moving, _sides(person, givers, totals, moving))


def _sides(
    person: int, givers: Sequence[int], totals: dict[int, tuple[int, Decimal]], moving: Sequence[Had]
) -> list[Side]:
    found = []
    for each in (person, *givers):
        count, mrr = totals.get(each, (0, ZERO))
        some = moving if each == person else [account for account in moving if account.owner == each]
        way = 1 if each == person else -1
        worth = sum((account.mrr for account in some), ZERO)
        found.append(Side(each, (count, count + way * len(some)), (mrr, mrr + way * worth)))
    return found


def _totals(people: Sequence[int]) -> dict[int, tuple[int, Decimal]]:
    rows = Account.objects.current().filter(owner__in=people).order_by().values("owner")
    found = rows.annotate(n=Count("pk"), paid=Sum("facts__mrr"))
    return {row["owner"]: (row["n"], row["paid"] or ZERO) for row in found}

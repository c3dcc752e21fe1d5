"""What accounts come to: how many, how many pay, their MRR, their tiers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Count, Q, QuerySet, Sum

from callboard.directory.models import Tier
from callboard.directory.queries.records import PAYS
from callboard.directory.rules.territories import Seen

ZERO = Decimal(0)


@dataclass(frozen=True)
class Tally:
    """What somebody has, or a territory covers: accounts, those that pay, their MRR, and how many of each tier."""

    accounts: int = 0
    customers: int = 0
    mrr: Decimal = ZERO
    tiers: Mapping[str, int] | None = None

    def __add__(self, other: "Tally") -> "Tally":
        mine, theirs = self.tiers or {}, other.tiers or {}
        tiers = {tier: mine.get(tier, 0) + theirs.get(tier, 0) for tier in Tier.values}
        return Tally(self.accounts + other.accounts, self.customers + other.customers, self.mrr + other.mrr, tiers)

    def less(self, other: "Tally") -> "Tally":
        """Without what other has."""
        tiers = {tier: -count for tier, count in (other.tiers or {}).items()}
        return self + Tally(-other.accounts, -other.customers, -other.mrr, tiers)


def sum_of(accounts: Iterable[Seen]) -> Tally:
    """What these come to."""
    found = list(accounts)
    tiers = {tier: sum(1 for each in found if each.tier == tier) for tier in Tier.values}
    mrr = sum((each.mrr for each in found), ZERO)
    return Tally(len(found), sum(1 for each in found if each.mrr > 0), mrr, tiers)


def summed(rows: QuerySet[Any, Any], *by: str, **more: Any) -> QuerySet[Any, Any]:
    """What the accounts come to, by columns of theirs; `more` is added up with it."""
    tiers = {f"tier_{tier}": Count("pk", filter=Q(tier=tier)) for tier in Tier.values}
    grouped = rows.order_by().values(*by)
    found: QuerySet[Any, Any] = grouped.annotate(
        n=Count("pk"), paying=Count("pk", filter=PAYS), paid=Sum("facts__mrr"), **tiers, **more
    )
    return found


def sums(rows: Iterable[Mapping[str, Any]], by: str) -> dict[int | None, Tally]:
    """The answer to `summed`, by the value of one of its columns."""
    found: dict[int | None, Tally] = {}
    for row in rows:
        tiers = {tier: row[f"tier_{tier}"] for tier in Tier.values}
        tally = Tally(row["n"], row["paying"], row["paid"] or ZERO, tiers)
        found[row[by]] = found[row[by]] + tally if row[by] in found else tally
    return found

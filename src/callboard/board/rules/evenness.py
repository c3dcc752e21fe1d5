"""Whether groups are treated alike: shares and medians with their intervals, and whether a difference may be chance.

Everything is counted from histograms (value -> how often), so that a hundred thousand accounts cost what their distinct
values cost.  One group is compared with all others; where several are, the chance of finding any by luck grows, so the
probability is multiplied by their number (Bonferroni).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import floor, sqrt
from statistics import NormalDist

Histogram = Mapping[int, int]
#: Fewer are no group: nothing is said of it.
LEAST = 10
Z = NormalDist().inv_cdf(0.975)
MAY_BE_CHANCE = 0.05


def wilson(good: int, n: int) -> tuple[float, float]:
    """The 95 % interval of a share.  Wilson (1927), J. Am. Stat. Assoc. 22:209-212; formula 4 of Brown, Cai and DasGupta
    (2001), Statistical Science 16:101-133, who recommend it for n of 40 and less too."""
    if n == 0:
        return 0.0, 1.0
    share, spread = good / n, Z * Z / n
    middle = (share + spread / 2) / (1 + spread)
    half = Z * sqrt(share * (1 - share) / n + spread / (4 * n)) / (1 + spread)
    return max(0.0, middle - half), min(1.0, middle + half)


def size_of(values: Histogram) -> int:
    """How many there are."""
    return sum(values.values())


def value_at(values: Histogram, rank: int) -> int:
    """The value of that rank, the smallest being 1."""
    keys = sorted(values)
    for key, until in zip(keys, accumulate(values[key] for key in keys), strict=True):
        if until >= rank:
            return key
    return keys[-1]


def median(values: Histogram) -> float:
    """The middle value, or the mean of the two middle ones.  Of nothing: 0."""
    n = size_of(values)
    return (value_at(values, (n + 1) // 2) + value_at(values, n // 2 + 1)) / 2 if n else 0.0


def median_interval(values: Histogram) -> tuple[int, int]:
    """The 95 % interval of the median by order statistics, whatever the distribution: ranks n/2 -+ z sqrt(n)/2.
    Conover (1999), Practical Nonparametric Statistics, 3rd ed., section 3.2 (the large-sample form)."""
    n = size_of(values)
    reach = Z * sqrt(n) / 2
    low, high = max(1, floor(n / 2 - reach)), min(n, floor(n / 2 + reach) + 1)
    return value_at(values, low), value_at(values, high)


@dataclass(frozen=True)
class Compared:
    """One sample beside another.  above: the share of pairs in which the first is the larger, ties counting half
    (Vargha and Delaney 2000, J. Educ. Behav. Stat. 25:101-132: the A statistic; .5 is no effect); p: two-sided."""

    above: float
    p: float


def compare(one: Histogram, other: Histogram) -> Compared:
    """Mann and Whitney's test with ties, by the normal approximation and its continuity correction: Mann and Whitney (1947),
    Ann. Math. Stat. 18:50-60; the variance with ties as in Lehmann (1975), Nonparametrics, formula 1.36."""
    n, m = size_of(one), size_of(other)
    if not n or not m:
        return Compared(0.5, 1.0)
    wins, below, ties = 0.0, 0, 0
    for key in sorted({*one, *other}):
        mine, theirs = one.get(key, 0), other.get(key, 0)
        wins += mine * (below + theirs / 2)
        below += theirs
        ties += (mine + theirs) ** 3 - (mine + theirs)
    total = n + m
    variance = n * m / 12 * (total + 1 - ties / (total * (total - 1)))
    distance = max(0.0, abs(wins - n * m / 2) - 0.5)
    p = 2 * (1 - NormalDist().cdf(distance / sqrt(variance))) if variance > 0 else 1.0
    return Compared(wins / (n * m), min(1.0, p))


@dataclass(frozen=True)
class Group:
    """One group of a kind: how many, its figure with its interval, and that of all others."""

    key: str
    n: int
    figure: float
    low: float
    high: float
    others_n: int
    others: float
    above: float
    p: float
    share: float | None = None
    share_low: float = 0.0
    share_high: float = 1.0

    @property
    def too_small(self) -> bool:
        """Whether nothing can be said of it."""
        return self.n < LEAST or self.others_n < LEAST

    @property
    def difference(self) -> float:
        """Its figure less that of the others."""
        return self.figure - self.others

    @property
    def may_be_chance(self) -> bool:
        """Whether so much of a difference comes by chance often enough."""
        return self.p >= MAY_BE_CHANCE


def groups_of(values: Mapping[str, Histogram], shares: Mapping[str, tuple[int, int]] | None = None) -> list[Group]:
    """Every group beside all others, by the histograms of each.  shares: of each group (in time, of how many)."""
    known = {key: histogram for key, histogram in values.items() if size_of(histogram)}
    tried = sum(1 for key in known if size_of(known[key]) >= LEAST)
    # Two groups are one question, asked from both sides.
    times = 1 if tried <= 2 else tried
    return [_group(key, known, (shares or {}).get(key), times) for key in known]


def _group(key: str, values: Mapping[str, Histogram], share: tuple[int, int] | None, times: int) -> Group:
    mine = values[key]
    others = _added([histogram for name, histogram in values.items() if name != key])
    found = compare(mine, others)
    low, high = median_interval(mine)
    group = Group(
        key, size_of(mine), median(mine), low, high, size_of(others), median(others), found.above,
        min(1.0, found.p * times),
    )  # fmt: skip
    if share is None:
        return group
    under, over = wilson(*share)
    return Group(**{**group.__dict__, "share": share[0] / share[1], "share_low": under, "share_high": over})


def _added(histograms: Sequence[Histogram]) -> dict[int, int]:
    found: dict[int, int] = {}
    for histogram in histograms:
        for key, count in histogram.items():
            found[key] = found.get(key, 0) + count
    return found


def widest(groups: Sequence[Group]) -> Group | None:
    """The group to speak of: of those large enough, a difference that is no chance before one that may be, then the largest;
    of two that are each other's others, the smaller."""
    told = [group for group in groups if not group.too_small]
    return min(told, key=lambda group: (group.may_be_chance, -abs(group.difference), group.n, group.key), default=None)

"""What the contact report is made of: what is looked at, the sums, a rep, the whole."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from callboard.board.queries.contact.reviews import FIGURES
from callboard.board.rules.cadence import RULED, Standing
from callboard.board.rules.spans import Span


@dataclass(frozen=True)
class Chosen:
    """What of the report is looked at.  rep: a person's id; tier, region, size: "" for all."""

    span: Span
    rep: int | None = None
    team: int | None = None
    tier: str = ""
    region: str = ""
    size: str = ""

    @property
    def narrowed(self) -> bool:
        """Whether it is about a part of the accounts."""
        return bool(self.rep or self.team or self.tier or self.region or self.size)

    @property
    def by_account(self) -> bool:
        """Whether accounts are chosen by something a person does not have."""
        return bool(self.tier or self.region or self.size)

    def as_query(self) -> dict[str, str]:
        """As the list of accounts reads it."""
        given = {"owner": self.rep, "team": self.team, "tier": self.tier, "region": self.region, "size": self.size}
        return {name: str(value) for name, value in given.items() if value}


@dataclass
class Sums:
    """Accounts and their MRR by standing."""

    accounts: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    mrr: dict[str, Decimal] = field(default_factory=lambda: defaultdict(Decimal))

    def add(self, standing: str, accounts: int, mrr: Decimal) -> None:
        self.accounts[standing] += accounts
        self.mrr[standing] += mrr

    @property
    def ruled(self) -> int:
        """Accounts with a cadence to keep."""
        return sum(self.accounts[each] for each in RULED)

    @property
    def kept(self) -> int:
        """Those in time, or with a call planned."""
        return self.ruled - self.accounts[Standing.OVERDUE]

    @property
    def coverage(self) -> int | None:
        """Accounts in time in percent, by count; None without any."""
        return round(100 * self.kept / self.ruled) if self.ruled else None

    @property
    def coverage_mrr(self) -> int | None:
        """The same, weighted by what they pay; None where nobody pays."""
        whole = sum((self.mrr[each] for each in RULED), Decimal(0))
        return round(100 * (whole - self.mrr[Standing.OVERDUE]) / whole) if whole else None

    @property
    def overdue(self) -> int:
        return self.accounts[Standing.OVERDUE]

    @property
    def overdue_mrr(self) -> Decimal:
        return self.mrr[Standing.OVERDUE]


@dataclass
class Rep:
    """One person's row."""

    pk: int
    name: str
    sums: Sums = field(default_factory=Sums)
    done: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FIGURES, 0))
    load: int = 0
    middle: float = 0

    @property
    def connect(self) -> int | None:
        """Of a hundred calls, how many became a conversation."""
        return round(100 * self.done["reached"] / self.done["calls"]) if self.done["calls"] else None

    @property
    def score(self) -> int | None:
        """Mean note score, of what may be seen."""
        return round(self.done["score_sum"] / self.done["scored"]) if self.done["scored"] else None

    @property
    def lag_hours(self) -> float | None:
        """Hours from the talk to the note, in the mean."""
        return round(self.done["lag_minutes"] / 60 / self.done["scored"], 1) if self.done["scored"] else None

    @property
    def missing(self) -> int:
        """Conversations the program saw and nobody wrote up."""
        return max(0, self.done["seen"] - self.done["written"])


@dataclass(frozen=True)
class Report:
    """All of it.  counted_at: when the accounts were counted; None before the first count or where the day has none."""

    whole: Sums
    reps: list[Rep]
    exceptions: list[Any]
    counted_at: datetime | None
    counted_on: date | None
    unread: int
    mine: Any

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
    def held(self) -> int:
        """All accounts, with a cadence or without."""
        return sum(self.accounts.values())

    @property
    def ruled_mrr(self) -> Decimal:
        """What those with a cadence to keep pay."""
        return sum((self.mrr[each] for each in RULED), Decimal(0))

    @property
    def coverage(self) -> int | None:
        """Of a hundred accounts with a cadence, how many are in time; None without any.  A call that is only planned is
        not in time."""
        return round(100 * self.accounts[Standing.IN_TIME] / self.ruled) if self.ruled else None

    @property
    def coverage_mrr(self) -> int | None:
        """The same, weighted by what they pay; None where nobody pays."""
        whole = self.ruled_mrr
        return round(100 * self.mrr[Standing.IN_TIME] / whole) if whole else None

    @property
    def overdue(self) -> int:
        return self.accounts[Standing.OVERDUE]

    @property
    def overdue_mrr(self) -> Decimal:
        return self.mrr[Standing.OVERDUE]


#: What is work of one's own.
WORK = ("calls", "mails", "meetings", "conversations")


@dataclass
class Rep:
    """One person's row.  pk: None for the accounts nobody owns.  taken: (accounts, first day) of what they took over less
    than a grace ago."""

    pk: int | None
    name: str
    left: bool = False
    taken: tuple[int, date] | None = None
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
    def stands(self) -> bool:
        """Whether there is anything to say: accounts, or work."""
        return bool(self.sums.held or any(self.done[name] for name in WORK))

    @property
    def missing(self) -> int:
        """Conversations the program saw and nobody wrote up."""
        return max(0, self.done["seen"] - self.done["written"])


@dataclass(frozen=True)
class Report:
    """All of it.  counted_at: when the accounts were counted; None before the first count or where the day has none.
    moved: accounts were given to others since; they are being counted."""

    whole: Sums
    reps: list[Rep]
    exceptions: list[Any]
    counted_at: datetime | None
    counted_on: date | None
    unread: int
    mine: Any
    moved: bool = False

    @property
    def total(self) -> Rep:
        """The sum of the rows."""
        found = Rep(None, "", sums=self.whole, load=sum(rep.load for rep in self.reps))
        for rep in self.reps:
            for name, n in rep.done.items():
                # Who wrote up more than was seen makes nobody else's good.
                found.done[name] += min(n, rep.done["seen"]) if name == "written" else n
        return found

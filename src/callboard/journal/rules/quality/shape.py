"""What the rules of quality read and what they answer: plain values, no records."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.utils.functional import Promise

from callboard.journal.models import Outcome


@dataclass(frozen=True)
class Someone:
    """A person the record knows; colleague: one of ours."""

    name: str
    url: str = ""
    colleague: bool = False


@dataclass(frozen=True)
class Phone:
    """A number the record knows, in E.164, and whose it is."""

    e164: str
    label: str
    url: str = ""


@dataclass(frozen=True)
class Sold:
    """A product of the price book: what one costs for a period (monthly, annual, one_time)."""

    name: str
    price: Decimal
    billing: str
    url: str = ""


@dataclass(frozen=True)
class Held:
    """What an account pays for: so many of a product, together so much a month."""

    name: str
    quantity: int
    mrr: Decimal
    url: str = ""


@dataclass(frozen=True)
class Record:
    """What is known of the accounts of a note and can be compared with it."""

    people: tuple[Someone, ...] = ()
    phones: tuple[Phone, ...] = ()
    sold: tuple[Sold, ...] = ()
    held: tuple[Held, ...] = ()
    #: Names that are spelled right because they are ours or theirs: accounts, carriers, products.
    words: tuple[str, ...] = ()

    def __add__(self, other: "Record") -> "Record":
        return Record(
            self.people + other.people,
            self.phones + other.phones,
            self.sold + other.sold,
            self.held + other.held,
            self.words + other.words,
        )

    @cached_property
    def spelled(self) -> frozenset[str]:
        """Every word of a name it knows, in lower case."""
        names = [
            *self.words,
            *(each.name for each in self.people),
            *(each.name for each in self.sold),
            *(each.name for each in self.held),
        ]
        return frozenset(word.strip(".,'’").lower() for name in names for word in name.replace("-", " ").split())


@dataclass(frozen=True)
class Note:
    """A note as its writer left it.  on, written_on: business days; late_days: business days between the two."""

    text: str
    kind: str = "call"
    outcome: str = ""
    contact: str = ""
    accounts: tuple[str, ...] = ()
    next_step: str = ""
    next_on: date | None = None
    duration_s: int | None = None
    on: date = date(2026, 12, 1)
    written_on: date = date(2026, 12, 1)
    late_days: int = 0

    def but(self, **changes: Any) -> "Note":
        return replace(self, **changes)

    @property
    def is_little(self) -> bool:
        """Nobody was reached: there is little to tell."""
        return self.outcome in (Outcome.NO_ANSWER, Outcome.VOICEMAIL, Outcome.WRONG_NUMBER)

    @property
    def is_talk(self) -> bool:
        """Two sides met, so that something came of it."""
        return self.kind in ("call", "meeting", "demo", "visit") and not self.is_little


@dataclass(frozen=True)
class Doubt:
    """What the record says otherwise.  said: the words of the note; fix: what they could be, or "".

    rows: (label, value, address) behind it.
    """

    said: str
    fix: str = ""
    rows: tuple[tuple[Any, Any, str], ...] = ()


@dataclass(frozen=True)
class Broken:
    """A rule that is not kept.  share: how much of its points is lost, 0 to 1; values fill its sentence."""

    share: float = 1.0
    values: dict[str, Any] = field(default_factory=dict)
    doubt: Doubt | None = None


Check = Callable[[Note, Record], Broken | None]


@dataclass(frozen=True)
class Rule:
    """One rule: how many points it is worth in its part, the advice, and notes that keep and break it.

    An example is a note, or (note, record) where the record has its say.
    """

    name: str
    points: int
    advice: str | Promise
    check: Check
    keep: tuple[Any, ...]
    broken: tuple[Any, ...]
    #: Whether it also reads what is known of the accounts, so that the same note may be judged otherwise another day.
    asks_record: bool = False


@dataclass(frozen=True)
class Finding:
    """A rule a note breaks: points lost, and the sentence of advice."""

    part: str
    rule: str
    lost: float
    sentence: str
    doubt: Doubt | None = None


@dataclass(frozen=True)
class Score:
    """0 to 100, what each part keeps of its points, and what was found, the weightiest first."""

    total: int
    parts: dict[str, int]
    findings: tuple[Finding, ...]

    @property
    def advice(self) -> Finding | None:
        """The one line: a contradiction before all, since it is wrong and not only missing."""
        doubts = [each for each in self.findings if each.doubt is not None]
        return next(iter([*doubts, *self.findings]), None)

    @property
    def doubts(self) -> tuple[Finding, ...]:
        return tuple(each for each in self.findings if each.doubt is not None)

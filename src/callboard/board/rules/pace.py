"""Whether a goal is on the way to be met, counted in business days."""

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

#: No verdict before this share of the period's business days is over.
FIRST_FIFTH = Decimal("0.2")
WHOLE = Decimal(1)


@dataclass(frozen=True)
class Pace:
    """``done`` of ``goal`` after ``passed`` of ``total`` business days; money or a count."""

    done: Decimal
    goal: Decimal
    passed: int
    total: int

    @property
    def share_due(self) -> Decimal:
        """The part of the goal that is due by now, 0 to 1."""
        return Decimal(self.passed) / self.total if self.total else WHOLE

    @property
    def due(self) -> Decimal:
        """What is due by now."""
        return _whole(self.goal * self.share_due)

    @property
    def ahead(self) -> Decimal:
        """What is done beyond what is due; below zero it is behind."""
        return self.done - self.due

    @property
    def behind(self) -> Decimal:
        """The same the other way round."""
        return -self.ahead

    @property
    def percent(self) -> int:
        """What is done of the goal."""
        return int(_whole(self.done * 100 / self.goal)) if self.goal else 0

    @property
    def too_early(self) -> bool:
        """In the first fifth nothing is said about where it will end."""
        return self.share_due < FIRST_FIFTH

    @property
    def landing(self) -> Decimal | None:
        """Where it ends if it goes on as it went; None while it is too early."""
        if self.too_early or not self.passed:
            return None
        return _whole(self.done * self.total / self.passed)

    @property
    def verdict(self) -> str:
        """``ahead``, ``behind``, ``met``, or "" while it is too early."""
        if self.done >= self.goal:
            return "met"
        if self.too_early:
            return ""
        return "ahead" if self.ahead >= 0 else "behind"


def _whole(amount: Decimal) -> Decimal:
    return amount.quantize(WHOLE, rounding=ROUND_HALF_EVEN)

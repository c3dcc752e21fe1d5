"""Open + new + reactivation + expansion - contraction - churn + transferred in - transferred out = close.

It holds for any days, by either date, for the company, a product or an owner.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from callboard.orders.rules import movements

ZERO = Decimal(0)
OwnerOn = Callable[[int, date], int | None]


@dataclass(frozen=True)
class Line:
    """One movement. ``day`` is booked_on or effective_on, whichever the question is about."""

    day: date
    amount: Decimal
    kind: str
    account: int
    product: int
    owner: int | None


@dataclass(frozen=True)
class Identity:
    """Money a month over the days asked for; losses and transfers out are positive."""

    open: Decimal
    new: Decimal
    reactivation: Decimal
    expansion: Decimal
    contraction: Decimal
    churn: Decimal
    transferred_in: Decimal
    transferred_out: Decimal
    close: Decimal

    @property
    def difference(self) -> Decimal:
        """What the movements leave unexplained; zero."""
        came = self.new + self.reactivation + self.expansion + self.transferred_in
        return self.open + came - self.contraction - self.churn - self.transferred_out - self.close


def identity(lines: Iterable[Line], first: date, last: date) -> Identity:
    """The identity over ``first``..``last``, of the lines given: all of them, those of a product, or ``of_owner``'s."""
    known = list(lines)
    during = [line for line in known if first <= line.day <= last]
    moved = [line.amount for line in during if line.kind == movements.TRANSFER]
    return Identity(
        open=sum((line.amount for line in known if line.day < first), ZERO),
        new=_sum(during, movements.NEW),
        reactivation=_sum(during, movements.REACTIVATION),
        expansion=_sum(during, movements.EXPANSION),
        contraction=-_sum(during, movements.CONTRACTION),
        churn=-_sum(during, movements.CHURN),
        transferred_in=sum((amount for amount in moved if amount > 0), ZERO),
        transferred_out=-sum((amount for amount in moved if amount < 0), ZERO),
        close=sum((line.amount for line in known if line.day <= last), ZERO),
    )


def of_owner(
    lines: Iterable[Line], owner: int | None, owner_on: OwnerOn, changes: Iterable[tuple[int, date]]
) -> list[Line]:
    """The owner's own movements, and a transfer on each day an account came or went.

    ``changes`` are (account, day) of every change of owner; ``owner_on`` the owner at the end of a day. A movement that
    lands on a day when the account had another owner is his, and is handed over the same day.
    """
    known = list(lines)
    mine = [line for line in known if line.owner == owner]
    for line in known:
        mine += _handed_over(line, owner, owner_on(line.account, line.day))
    for account, day in sorted(set(changes)):
        mine += _changed_hands(known, account, day, owner, owner_on)
    return mine


def _handed_over(line: Line, owner: int | None, holder: int | None) -> list[Line]:
    if line.owner == holder:
        return []
    if owner == holder:
        return [_transfer(line, line.day, line.amount)]
    return [_transfer(line, line.day, -line.amount)] if owner == line.owner else []


def _changed_hands(known: list[Line], account: int, day: date, owner: int | None, owner_on: OwnerOn) -> list[Line]:
    before, after = owner_on(account, date.fromordinal(day.toordinal() - 1)), owner_on(account, day)
    if before == after or owner not in (before, after):
        return []
    sign = 1 if owner == after else -1
    return [_transfer(line, day, sign * line.amount) for line in known if line.account == account and line.day < day]


def _transfer(line: Line, day: date, amount: Decimal) -> Line:
    return Line(day, amount, movements.TRANSFER, line.account, line.product, line.owner)


def _sum(lines: list[Line], kind: str) -> Decimal:
    return sum((line.amount for line in lines if line.kind == kind), ZERO)

"""When two things are the same: people by their names, amounts beside prices, numbers with a slip."""

from collections.abc import Iterator
from decimal import Decimal

from django.utils.translation import gettext as _now

from callboard.journal.reading import claims
from callboard.journal.rules.quality.shape import Held, Record, Sold


def same_person(said: str, name: str) -> bool:
    """`Ray` and `Ray H` are Ray Hargrove; `Raymond` too, since people shorten names."""
    mine, theirs = said.lower().split(), name.lower().split()
    if len(mine) > 1:
        return mine[-1] == theirs[-1] or (mine[0] == theirs[0] and theirs[-1].startswith(mine[-1]))
    return any(
        word == mine[0]
        or (min(len(word), len(mine[0])) >= 3 and (word.startswith(mine[0]) or mine[0].startswith(word)))
        for word in theirs
    )


def prices(text: str, record: Record) -> Iterator[tuple[Decimal, str, Sold | Held]]:
    """Every monthly, yearly or one-time price the text may mean: (amount, sentence, the row behind it)."""
    low = text.lower()
    named = [each for each in record.sold if each.name.lower() in low]
    held = {each.name for each in record.held}
    sold = named or [each for each in record.sold if each.name in held] or list(record.sold)
    counts = {each.count for each in claims.seats(text)}
    for product in sold:
        for count in sorted({1, *counts}):
            of = _now("{n} × {product}").format(n=count, product=product.name) if count > 1 else product.name
            yield product.price * count, of, product
    for each in record.held:
        yield each.mrr, _now("{product}, as they pay it now").format(product=each.name), each
    if len(record.held) > 1:
        yield sum((each.mrr for each in record.held), Decimal(0)), _now("all they have"), record.held[0]


def one_off(one: str, other: str) -> bool:
    """The same number with one digit mistaken, or two that changed places."""
    if len(one) != len(other):
        return False
    wrong = [place for place, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(wrong) == 1:
        return True
    return len(wrong) == 2 and one[wrong[0]] == other[wrong[1]] and one[wrong[1]] == other[wrong[0]]

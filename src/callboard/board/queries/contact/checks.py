"""What the contact report keeps, computed again."""

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

from callboard.board.models import ContactCount, ContactTally, RepDay
from callboard.board.queries.contact.days import rep_days
from callboard.core.registry import Difference
from callboard.journal.models import Interaction

#: Days that are over, and have been counted since.
FROM, TO = 5, 2
FIELDS = ("calls", "mails", "meetings", "conversations", "reached", "seen")


def counts() -> Iterator[Difference]:
    """The last count's owners and standings add up to its tallies; what was done on days past is what is written of them."""
    last = ContactCount.objects.order_by("-day").first()
    if last is None:
        return
    stored: Counter[tuple[str, str]] = Counter()
    for owner, standings in last.figures.get("owners", {}).items():
        for standing, (n, _mrr) in standings.items():
            stored[owner, standing] += n
    tallied: Counter[tuple[str, str]] = Counter()
    for owner, standing, n in ContactTally.objects.values_list("owner", "standing", "accounts"):
        tallied[str(owner or ""), standing] += n
    for key in sorted(set(stored) | set(tallied)):
        if stored[key] != tallied[key]:
            yield Difference("contact", " ".join(key), str(stored[key]), str(tallied[key]))
    # What was written since the last count it does not know yet.
    if not Interaction.objects.filter(updated_at__gt=last.counted_at).exists():
        yield from _days(last)


def _days(last: ContactCount) -> Iterator[Difference]:
    first, end = last.day - timedelta(days=FROM), last.day - timedelta(days=TO)
    computed = {(row.person_id, row.day): row for row in rep_days(first, end)}
    known = {(row.person_id, row.day): row for row in RepDay.objects.filter(day__range=(first, end))}
    for key in sorted(set(computed) | set(known)):
        one, other = ([getattr(rows.get(key), field, 0) for field in FIELDS] for rows in (known, computed))
        if one != other:
            yield Difference("repday", f"{key[0]} {key[1]}", str(one), str(other))

"""May somebody be called now: the decision alone, and a whole list read and decided."""

import time
from datetime import UTC, date, datetime, timedelta

from callboard.config.bench.company import Company
from callboard.config.bench.rows import Figure, at_least

DECISIONS, LISTED = 40_000, 2_000
#: A Tuesday at noon in Chicago.
NOON = datetime(2026, 3, 10, 17, 0, tzinfo=UTC)


def permission_decisions(company: Company, speed: float) -> Figure:
    """Decisions a second in this process, facts known: four states, two zones each, some at the limit of their calls."""
    from callboard.directory.rules.hours import Window, Windows
    from callboard.directory.rules.permission import Facts, Place, decide

    day = (8 * 60, 20 * 60)
    states = ("FL", "TX", "OK", "WA")
    rows = [Window(1, "US", "", (480, 1260), (480, 1260), (480, 1260))]
    rows += [Window(n, "US", state, day, day, day, attempts=3) for n, state in enumerate(states, 2)]
    windows = Windows(rows)
    facts = [
        Facts(
            places=(Place("US", states[n % 4], "America/New_York"), Place("US", states[n % 4], "America/Chicago")),
            calls=tuple(NOON - timedelta(hours=hour) for hour in range(n % 4)),
            list_as_of=date(2026, 3, 1),
        )
        for n in range(100)
    ]
    moments = [NOON + timedelta(minutes=37 * n) for n in range(40)]
    begun = time.perf_counter()
    for n in range(DECISIONS):
        decide(facts[n % 100], "phone", "sales", None, windows, _no_holiday, moments[n % 40])
    return at_least(DECISIONS / (time.perf_counter() - begun), 20_000.0, speed, "/s")


def _no_holiday(country: str, region: str, day: date) -> bool:
    return False


def permission_list(company: Company, speed: float) -> Figure:
    """People of a call list a second, their facts read from the database and decided, in batches of 500."""
    from callboard.core.actions import Actor
    from callboard.directory.models import ContactPhone
    from callboard.directory.queries import Asked, may_contact_all

    rows = ContactPhone.objects.select_related("contact").order_by("pk")[:LISTED]
    asked = [Asked(row.e164, "phone", "sales", row.contact) for row in rows]
    by, taken = Actor.clock("bench"), 0.0
    for start in range(0, len(asked), 500):
        begun = time.perf_counter()
        may_contact_all(asked[start : start + 500], by=by, now=NOON)
        taken += time.perf_counter() - begun
    return at_least(len(asked) / taken, 2_000.0, speed, "/s")

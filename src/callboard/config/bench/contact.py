"""The contact report: the page a manager opens on Friday, and the count behind it."""

import time

from callboard.config.bench.company import Company
from callboard.config.bench.pages import times
from callboard.config.bench.rows import Figure, at_most, percentile

#: A count runs every hour beside everything else.
COUNT_S = 60.0


def contact_report(company: Company, speed: float) -> Figure:
    """p95 of the page over HTTP, warm, over all accounts."""
    return at_most(percentile(times(company.browser(), "/contact-report/"), 0.95), 50.0, speed, "ms")


def contact_count(company: Company, speed: float) -> Figure:
    """Seconds of one count of all accounts and a week of everybody's work, in this process."""
    from callboard.board.actions import count_contacts
    from callboard.core.actions import Actor

    begun = time.perf_counter()
    count_contacts(by=Actor.clock("bench"))
    return at_most(time.perf_counter() - begun, COUNT_S, speed, "s")

"""The month everybody looks at, with a busy company's events in it."""

from datetime import date, datetime, time, timedelta
from urllib.parse import urlencode

from callboard.config.bench.company import Company
from callboard.config.bench.pages import times
from callboard.config.bench.rows import Figure, at_most, percentile

#: Events of a month, and how many of them recur.
EVENTS, RECURRING = 2000, 300
DAY = timedelta(days=1)
#: A month nothing else stands in.
YEARS_AHEAD = 1


def calendar_month(company: Company, speed: float) -> Figure:
    """p95 of the month over HTTP, warm."""
    first = _fill()
    address = f"/calendar/?{urlencode({'on': first.isoformat()})}"
    return at_most(percentile(times(company.browser(), address), 0.95), 50.0, speed, "ms")


def _fill() -> date:
    """Write the events; the first of their month."""
    from callboard.calendar.actions import work_out
    from callboard.calendar.models import Calendar, Event
    from callboard.core import clock
    from callboard.core.demo import write

    now = clock.now()
    first = now.date().replace(year=now.year + YEARS_AHEAD, day=1)
    calendar = Calendar.objects.create(name="Bench", created_at=now, updated_at=now)
    made = []
    for number in range(EVENTS):
        on = first + DAY * (number % 28)
        rule = "FREQ=WEEKLY" if number < RECURRING else ""
        begins = datetime.combine(on, time(8 + number % 9))
        made.append(
            Event(
                calendar=calendar,
                uid=f"bench-{number}",
                title=f"Meeting {number}",
                starts_on=on,
                starts_time=begins.time(),
                ends_on=on,
                ends_time=(begins + timedelta(minutes=30)).time(),
                zone="America/Chicago",
                rule=rule,
                created_at=now,
                updated_at=now,
            )
        )
    work_out(write(Event, made), now.date())
    return first

"""The company's business day: an instant belongs to the day that has not been cut off yet."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo


def business_day_of(at: datetime, zone: str, cut_off: time) -> date:
    """The business day of an instant. What happens after the cut-off counts for the next day; midnight means never."""
    local = at.astimezone(ZoneInfo(zone))
    late = cut_off != time(0) and local.time() >= cut_off
    return local.date() + timedelta(days=late)

"""How accounts and people are said on their pages: a renewal, the clock there, the mark of a name."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils import formats
from django.utils.translation import ngettext

from callboard.core import clock
from callboard.kit.when import day_text

RENEWAL_NEAR, RENEWAL_DUE = 90, 30


def today() -> date:
    """The company's day; its settings are read once a page."""
    return clock.business_day(clock.now())


def local_time(zone: str | None, now: datetime) -> str:
    """What the clock says there: `10:42 AM`; "" where the zone is unknown."""
    return str(formats.date_format(now.astimezone(ZoneInfo(zone)), "g:i A")) if zone else ""


def renewal(on: date, today: date) -> tuple[str, str]:
    """`19 days` while it is near, the day before that; due in the last month, over when it has passed."""
    days = (on - today).days
    if not 0 <= days <= RENEWAL_NEAR:
        return day_text(on, today), "over" if days < 0 else ""
    return ngettext("{n} day", "{n} days", days).format(n=days), "due" if days <= RENEWAL_DUE else ""


def initials(name: str) -> str:
    """`Hargrove Insurance Agency` as `HI`."""
    words = [word for word in name.split() if word[:1].isalnum()]
    return "".join(word[0] for word in words[:2]).upper()

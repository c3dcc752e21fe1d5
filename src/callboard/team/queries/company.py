"""The company's settings, its day and its hours."""

import json
import logging
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from itertools import groupby
from operator import itemgetter
from types import UnionType
from typing import Any

from callboard.core import clock
from callboard.core.db import rows
from callboard.core.reading import once
from callboard.core.registry import SettingEntry, register
from callboard.team.models import Holiday
from callboard.team.rules.business_time import WorkCalendar, office_week
from callboard.team.rules.company_day import business_day_of

logger = logging.getLogger("callboard.settings")
#: What each kind of setting is in JSON.
STORED_AS: dict[type, type | UnionType] = {str: str, time: str, bool: bool, int: int, Decimal: int | str}
#: The office opens before it closes, whatever day it is.
HOURS = ("company.day_starts", "company.day_ends")
#: What the company's day is counted by.
CLOCKS = ("company.zone", "company.cut_off")


def setting(name: str, on: date | None = None) -> Any:
    """The value of a registered setting on a day (without one, today). KeyError for an unknown name."""
    return settings_on([name], on)[name]


def settings_on(names: list[str], on: date | None = None) -> dict[str, Any]:
    """The values of several registered settings on a day, in one query (for a request or an action: one for all)."""
    stored = dated(on)[0]
    return {name: typed(name, stored.get(name)) for name in names}


def dated(on: date | None = None) -> tuple[dict[str, Any], list[tuple[str, date, Any]]]:
    """What is stored and holds on a day (without one, now), and what begins later as (name, from when, value)."""
    known = _company().settings
    until = _until(known, on)
    return {key: value for key, since, value in known if since <= until}, [row for row in known if row[1] > until]


def begins(on: date) -> date:
    """The day what is set from `on` is stored with."""
    return _until(_company().settings, on)


def _until(known: list[tuple[str, date, Any]], on: date | None) -> date:
    """Up to which day what is stored holds on a day (without one, now), and with which what is set from it is stored.

    That is `on` itself, but for the hours after a zone or a cut-off took the company back into a day that was over: the days
    that had begun by then stay begun. No row is dated anew; what was set for them holds on, and what is set now replaces it.
    """
    day, begun = _now(known)
    return begun if on is None or day <= on <= begun else on


def _now(known: list[tuple[str, date, Any]]) -> tuple[date, date]:
    """The business day now, and the latest that has begun.

    A zone or a cut-off begins with its first day by the one before or by itself, whichever comes first: a company that
    moves west after midnight is at once in yesterday's evening, and today has begun all the same.
    """
    now, counted = clock.now(), dict.fromkeys(CLOCKS)
    day = begun = date.min
    changes = [("company.zone", date.min, None), *(row for row in known if row[0] in CLOCKS)]
    for since, rows_of_day in groupby(changes, key=itemgetter(1)):
        counted |= {name: value for name, _since, value in rows_of_day}
        own = business_day_of(now, *(typed(name, value) for name, value in counted.items()))
        if max(day, begun, own) >= since:
            day, begun = own, since
    return day, max(day, begun)


@dataclass(frozen=True)
class _Company:
    """Settings as (name, from when, value), the oldest first; holidays as (region, day)."""

    settings: list[tuple[str, date, Any]]
    holidays: list[tuple[str, date]]


#: Both are small, and whoever counts business days asks for both.
COMPANY = """
    SELECT 'setting', key, valid_from_on AS since, value::text FROM team_setting
    UNION ALL SELECT 'holiday', region, "on", NULL FROM team_holiday
    ORDER BY since
"""


def _company() -> _Company:
    return once("team.company", _read_company)


def know_company(found: list[tuple[Any, ...]]) -> None:
    """Keep what a wider statement read of COMPANY, the oldest first, so that this page or run does not ask again."""
    once("team.company", lambda: _made_of(found))


def _read_company() -> _Company:
    return _made_of(rows.ask(COMPANY, ()))


def _made_of(found: list[tuple[Any, ...]]) -> _Company:
    settings = [(name, since, json.loads(value)) for what, name, since, value in found if what == "setting"]
    return _Company(settings, [(region, on) for what, region, on, _none in found if what == "holiday"])


def typed(name: str, value: Any) -> Any:
    """A stored JSON value as the setting's type; the default where nothing is stored, or what nobody can use: every page
    reads settings, so one bad value must not close them all."""
    entry = register.setting[name]
    try:
        return entry.default if value is None else _typed(entry, value)
    except (ValueError, TypeError, ArithmeticError):
        logger.error("The setting %s is stored as %.80r, which cannot be used; its default holds.", name, value)
        return entry.default


def _typed(entry: SettingEntry, value: Any) -> Any:
    known = isinstance(value, STORED_AS[entry.kind])
    if not known:
        raise TypeError
    if entry.fits is not None:
        entry.fits(value)
    return time.fromisoformat(value) if entry.kind is time else entry.kind(value)


def hours_turned(name: str, since: date) -> date | None:
    """The first day on which the office would close before it opens, among those for which what begins on `since` counts:
    each on which either hour changes, until this one changes again. None for another setting."""
    if name not in HOURS:
        return None
    later = [(key, on) for key, on, _value in dated(since)[1] if key in HOURS]
    until = min((on for key, on in later if key == name), default=date.max)
    for day in [since, *(on for _key, on in later if on < until)]:
        opens, closes = settings_on([*HOURS], day).values()
        if opens >= closes:
            return day
    return None


def company_zone() -> str:
    """The zone the company's day is counted in."""
    return str(setting("company.zone"))


def business_day(at: datetime) -> date:
    """The company's business day that contains an instant. One query."""
    found = settings_on([*CLOCKS])
    return business_day_of(at, found["company.zone"], found["company.cut_off"])


def company_calendar() -> WorkCalendar:
    """The hours of the company, less the holidays of where it is: service levels and paces are counted in them."""
    found = settings_on(["company.zone", "company.region", "company.day_starts", "company.day_ends"])
    week, region = office_week(found["company.day_starts"], found["company.day_ends"]), found["company.region"]
    return WorkCalendar(found["company.zone"], week, holidays_of([region])[region])


def works_on(on: date) -> bool:
    """Whether the company works that day."""
    return company_calendar().works_on(on)


def holidays_of(regions: list[str]) -> dict[str, frozenset[date]]:
    """The holidays that hold in each region: those of everybody, of its country, of itself."""
    days = _company().holidays
    return {region: frozenset(on for where, on in days if holds_in(where, region)) for region in regions}


def holiday_names(days: Collection[date]) -> dict[date, str]:
    """What the company's own holidays among these days are called. A query, where there are days."""
    rows = Holiday.objects.filter(on__in=days).order_by("region").values_list("on", "name", "region") if days else ()
    region = setting("company.region") if days else ""
    return {on: name for on, name, where in rows if holds_in(where, region)}


def holds_in(where: str, region: str) -> bool:
    """Whether a holiday of `where` is one in `region`: US holds in US-TX."""
    return where in ("", region) or region.startswith(f"{where}-")

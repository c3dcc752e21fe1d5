"""The company's settings, its day and its hours."""

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from callboard.core.reading import once
from callboard.core.registry import register
from callboard.team.models import Holiday, Setting
from callboard.team.rules.business_time import WorkCalendar, office_week
from callboard.team.rules.company_day import business_day_of


def setting(name: str, on: date | None = None) -> Any:
    """The value of a registered setting on a day (without one, the latest that was set). KeyError for an unknown name."""
    return settings_on([name], on)[name]


def settings_on(names: list[str], on: date | None = None) -> dict[str, Any]:
    """The values of several registered settings on a day, in one query (for a request or an action: one for all)."""
    rows = once("team.settings", lambda: list(_settings()))
    stored = {key: value for key, since, value in rows if on is None or since <= on}
    return {name: _typed(name, stored.get(name)) for name in names}


def _settings() -> QuerySet[Setting, tuple[str, date, Any]]:
    return Setting.objects.order_by("valid_from_on", "id").values_list("key", "valid_from_on", "value")


def _typed(name: str, value: Any) -> Any:
    """The stored JSON value as the setting's type; the default where nothing is stored."""
    entry = register.setting[name]
    if value is None:
        return entry.default
    if entry.kind is time:
        return time.fromisoformat(value)
    if entry.kind is Decimal:
        return Decimal(value)
    return entry.kind(value)


def company_zone() -> str:
    """The zone the company's day is counted in."""
    return str(setting("company.zone"))


def business_day(at: datetime) -> date:
    """The company's business day that contains an instant. One query."""
    found = settings_on(["company.zone", "company.cut_off"])
    return business_day_of(at, found["company.zone"], found["company.cut_off"])


def company_calendar(region: str = "") -> WorkCalendar:
    """The hours of the company: service levels and paces are counted in them."""
    found = settings_on(["company.zone", "company.day_starts", "company.day_ends"])
    week = office_week(found["company.day_starts"], found["company.day_ends"])
    return WorkCalendar(found["company.zone"], week, holidays_of([region])[region])


def holidays_of(regions: list[str]) -> dict[str, frozenset[date]]:
    """The holidays that hold in each region: those of everybody, of its country, of itself."""
    days = once("team.holidays", lambda: list(Holiday.objects.values_list("region", "on")))
    return {region: frozenset(on for where, on in days if holds_in(where, region)) for region in regions}


def holds_in(where: str, region: str) -> bool:
    """Whether a holiday of `where` is one in `region`: US holds in US-TX."""
    return where in ("", region) or region.startswith(f"{where}-")

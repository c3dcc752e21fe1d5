"""The calling hours: rows of a place from a day on, each with its source."""

from datetime import date
from typing import Any
from zoneinfo import available_timezones

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from callboard.core.actions import Actor, Invalid, action
from callboard.core.reading import forget
from callboard.directory.models import CallingWindow
from callboard.directory.rules.hours import read_hours

DAYS = ("weekdays", "saturday", "sunday")
FIELDS = (
    "country",
    "region",
    *DAYS,
    "holidays",
    "attempts",
    "zone",
    "customers_exempt",
    "binds_business",
    "starts_on",
    "source",
    "to_verify",
)


@action(
    gettext_lazy("Added calling hours"),
    said=gettext_lazy("Added the calling hours of {result.place}"),
    who="directory.hours",
    undo="directory.remove_calling_hours",
    icon="clock",
)
def add_calling_hours(
    *,
    by: Actor,
    starts_on: date,
    source: str,
    region: str = "",
    country: str = "US",
    weekdays: str = "",
    saturday: str = "",
    sunday: str = "",
    holidays: bool = True,
    attempts: int | None = None,
    zone: str = "",
    customers_exempt: bool = False,
    binds_business: bool = False,
    to_verify: str = "",
) -> CallingWindow:
    """What holds in a place from a day on. A later row of the same place takes over on its day; both stay."""
    given = {
        "country": country,
        "region": region,
        "weekdays": weekdays,
        "saturday": saturday,
        "sunday": sunday,
        "holidays": holidays,
        "attempts": attempts,
        "zone": zone,
        "customers_exempt": customers_exempt,
        "binds_business": binds_business,
        "starts_on": starts_on,
        "source": source,
        "to_verify": to_verify,
    }
    window = CallingWindow(created_at=by.now, **_checked(given))
    return _saved(window, by)


@action(
    gettext_lazy("Changed calling hours"),
    said=gettext_lazy("Changed the calling hours of {calling_window.place}"),
    who="directory.hours",
    undo="directory.change_calling_hours",
    icon="pencil",
)
def change_calling_hours(
    calling_window: CallingWindow,
    *,
    by: Actor,
    country: str | None = None,
    region: str | None = None,
    weekdays: str | None = None,
    saturday: str | None = None,
    sunday: str | None = None,
    holidays: bool | None = None,
    attempts: int | None = None,
    zone: str | None = None,
    customers_exempt: bool | None = None,
    binds_business: bool | None = None,
    starts_on: date | None = None,
    source: str | None = None,
    to_verify: str | None = None,
) -> CallingWindow:
    """Mend a row. A rule that changes on a day is a new row from that day; 0 calls in 24 hours means no limit."""
    given = {
        "country": country,
        "region": region,
        "weekdays": weekdays,
        "saturday": saturday,
        "sunday": sunday,
        "holidays": holidays,
        "attempts": attempts,
        "zone": zone,
        "customers_exempt": customers_exempt,
        "binds_business": binds_business,
        "starts_on": starts_on,
        "source": source,
        "to_verify": to_verify,
    }
    wanted = {name: value for name, value in given.items() if value is not None}
    by.undo_args(**{name: _as_given(name, getattr(calling_window, name)) for name in wanted})
    for name, value in _checked(wanted).items():
        setattr(calling_window, name, value)
    return _saved(calling_window, by)


@action(
    gettext_lazy("Removed calling hours"),
    said=gettext_lazy("Removed the calling hours of {calling_window.place}"),
    who="directory.hours",
    undo="directory.add_calling_hours",
    icon="trash",
)
def remove_calling_hours(calling_window: CallingWindow, *, by: Actor) -> None:
    """The row holds no longer; an earlier one of the same place holds again."""
    by.undo_args(**{name: _as_given(name, getattr(calling_window, name)) for name in FIELDS})
    calling_window.delete()
    forget()


def _as_given(name: str, value: Any) -> Any:
    """As the form takes it: no limit is 0."""
    return 0 if name == "attempts" and value is None else value


def _saved(window: CallingWindow, by: Actor) -> CallingWindow:
    same = CallingWindow.objects.filter(country=window.country, region=window.region, starts_on=window.starts_on)
    if same.exclude(pk=window.pk).exists():
        raise Invalid({"starts_on": _("{place} has a row from that day already.").format(place=window.place)})
    window.updated_at = by.now
    window.save()
    forget()
    return window


def _checked(given: dict[str, Any]) -> dict[str, Any]:
    """The values to keep. Invalid, by field."""
    wanted, wrong = dict(given), {}
    for name in DAYS:
        if name in wanted:
            try:
                wanted[name] = read_hours(wanted[name])
            except ValueError as fault:
                wrong[name] = str(fault)
    for name in ("country", "region", "source", "to_verify", "zone"):
        if name in wanted:
            wanted[name] = " ".join(str(wanted[name]).split())
    for name in ("country", "region"):
        if name in wanted:
            wanted[name] = wanted[name].upper()
    if "country" in wanted and not (len(wanted["country"]) == 2 and wanted["country"].isalpha()):
        wrong["country"] = _("A country is two letters: US.")
    if "source" in wanted and not wanted["source"]:
        wrong["source"] = _("Say where it stands: the law, or the page that quotes it.")
    if wanted.get("zone") and wanted["zone"] not in available_timezones():
        wrong["zone"] = _("There is no time zone “{zone}”.").format(zone=wanted["zone"][:40])
    if "attempts" in wanted:
        wanted["attempts"] = wanted["attempts"] or None
        if wanted["attempts"] is not None and not 1 <= wanted["attempts"] <= 100:
            wrong["attempts"] = _("From 1 to 100 calls, or 0 for no limit.")
    if wrong:
        raise Invalid(wrong)
    return wanted

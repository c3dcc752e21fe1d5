"""The pages of the calling hours: the dated table every sales call is held against."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from callboard.directory.actions import (
    add_calling_hours,
    change_calling_hours,
    remove_calling_hours,
)
from callboard.directory.models import CallingWindow
from callboard.kit.filters import Between, Choice, Flag, Search
from callboard.kit.pages import ActionPage, Empty, Fact, ListPage, RecordPage
from callboard.kit.tables import Column, Table, Text


def hours(name: str) -> Any:
    """The hours of a row as they are read; that no call is made is said."""
    return lambda row: getattr(row, name) or _("no calls")


class CallingHoursTable(Table):
    columns = (
        Column("place", _("Where"), link=True, sort="region"),
        Column("weekdays", _("Monday to Friday"), value=hours("weekdays")),
        Column("saturday", _("Saturday"), value=hours("saturday")),
        Column("sunday", _("Sunday"), value=hours("sunday")),
        Column("holidays", _("Also on public holidays")),
        Column("attempts", _("Calls in 24 hours"), kind="number", total=False),
        Column("starts_on", _("From"), kind="date"),
        Column(
            "to_verify", _("To verify"), kind="chip", value=lambda row: (_("to verify"), "due") if row.to_verify else ""
        ),
        Column("source", _("Source")),
    )


class CallingHours(ListPage):
    """The dated table every sales call is held against."""

    model = CallingWindow
    title = _("Calling hours")
    url = "calling-hours/"
    name = "calling-hours"
    template = "directory/permission_list.html"
    table = CallingHoursTable
    order = ("country", "region", "-starts_on", "id")
    buttons = (add_calling_hours,)
    edits = (change_calling_hours,)
    bulk = (remove_calling_hours,)
    filters = (
        Search(("region", "source", "to_verify")),
        Choice("country", _("Country"), choices=lambda: _countries()),
        Flag("verify", _("To verify"), ~Q(to_verify="")),
        Flag("limited", _("Calls limited"), Q(attempts__isnull=False)),
        Between("starts_on", _("From")),
    )
    tabs = ((_("To verify"), "verify=1"),)
    empty = Empty(
        _("No calling hours"),
        _("Without the row of the country no sales call is allowed there; the refusal names it."),
        "clock",
        (add_calling_hours.name,),
    )


def _countries() -> list[tuple[str, str]]:
    found = CallingWindow.objects.order_by("country").values_list("country", flat=True).distinct()
    return [(country, country) for country in found]


class CallingHoursRecord(RecordPage):
    """One row, with its source and what is doubtful about it."""

    model = CallingWindow
    url = "calling-hours/<int:pk>/"
    name = "calling-hours-row"
    timeline = False
    buttons = (change_calling_hours, remove_calling_hours)

    def title(self, obj: CallingWindow) -> str:
        return now_("Calling hours of {place}").format(place=obj.place)

    def state(self, obj: CallingWindow) -> tuple[Any, str] | None:
        return (_("To verify"), "due") if obj.to_verify else None

    def facts(self, obj: CallingWindow) -> Sequence[Fact]:
        return [
            (_("Monday to Friday"), hours("weekdays")(obj)),
            (_("Saturday"), hours("saturday")(obj)),
            (_("Sunday"), hours("sunday")(obj)),
            (_("Also on public holidays"), obj.holidays),
            (_("Calls in 24 hours"), obj.attempts if obj.attempts is not None else _("no limit")),
            *([(_("Counted in"), obj.zone)] if obj.zone else []),
            (_("Customers are exempt"), obj.customers_exempt),
            (_("Binds calls to businesses"), obj.binds_business),
            (_("From"), obj.starts_on, "date"),
            (_("Source"), obj.source),
            *([(_("To verify"), obj.to_verify)] if obj.to_verify else []),
        ]


ROW_LABELS: dict[str, Text] = {
    "country": _("Country, two letters"),
    "region": _("State; empty for all of the country"),
    "attempts": _("Sales calls to a person in 24 hours; 0 for no limit"),
    "zone": _("Counted in this zone, wherever the person is"),
    "starts_on": _("Holds from"),
    "source": _("Source: the law, or the page that quotes it"),
    "to_verify": _("What is doubtful about it"),
}


class AddCallingHours(ActionPage):
    action = add_calling_hours
    fields = ("region", "country", "weekdays", "saturday", "sunday", "holidays", "starts_on", "source")
    labels = ROW_LABELS
    text = _(
        "Hours like 8-20 or 9:30-18; an empty day means no calls. A row of the same place from a later day takes over."
    )


class ChangeCallingHours(ActionPage):
    action = change_calling_hours
    labels = ROW_LABELS
    text = _("To mend a row. What the law changes on a day is a new row from that day, so that both can be read.")

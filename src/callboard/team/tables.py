"""What the lists of people show."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from callboard.kit.tables import Column, Table


class PersonTable(Table):
    """People."""

    columns = [
        Column("name", _("Name"), link=True),
        Column("title", _("Title")),
        Column("team", _("Team")),
        Column("email", _("Work mail"), kind="email"),
        Column("zone", _("Time zone")),
        Column("status", _("Status"), kind="chip", value=lambda row: _status(row)),
    ]


class TeamTable(Table):
    """Teams."""

    columns = [
        Column("name", _("Team"), link=True),
        Column("manager", _("Manager"), kind="person"),
        Column("address", _("Address"), kind="email"),
        Column(
            "kind",
            _("Kind"),
            value=lambda row: _("Department") if row.is_department else _("Team"),
            sort="is_department",
        ),
    ]


class PoolTable(Table):
    """Pools."""

    columns = [Column("name", _("Pool"), link=True), Column("note", _("What it is for"))]


class MemberTable(Table):
    """The members of a pool."""

    columns = [
        Column("person", _("Person"), kind="person"),
        Column("weight", _("Weight"), kind="number"),
        Column("unit_limit", _("Units at once"), kind="number"),
    ]


class AbsenceTable(Table):
    """Absences."""

    columns = [
        Column("person", _("Person"), kind="person", link=True),
        Column("starts_on", _("From"), kind="date"),
        Column("ends_on", _("To"), kind="date"),
        Column("cover", _("Cover"), kind="person"),
        Column("note", _("Note")),
    ]


class DaysTable(Table):
    """The absences of one person."""

    columns = [
        Column("starts_on", _("From"), kind="date", link=True),
        Column("ends_on", _("To"), kind="date"),
        Column("cover", _("Cover"), kind="person"),
        Column("note", _("Note")),
    ]


class HolidayTable(Table):
    """Holidays."""

    columns = [
        Column("on", _("Day"), kind="date"),
        Column("name", _("Name")),
        Column("region", _("Region"), value=lambda row: row.region or _("everybody"), sort="region"),
    ]


def _status(person: Any) -> tuple[str, str]:
    """The chip of a person's status: a shape for what is unusual only."""
    if not person.is_active:
        return str(_("Left")), "pend"
    tones = {"available": "won", "on_call": "due", "wrap_up": "due", "away": ""}
    return person.get_status_display(), tones.get(person.status, "")

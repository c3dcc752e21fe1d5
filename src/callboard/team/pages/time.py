"""Absences and hours."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor
from callboard.kit.filters import Between
from callboard.kit.filters import Person as PersonFilter
from callboard.kit.pages import ActionPage, ListPage, RecordPage
from callboard.kit.pages.lists import Empty
from callboard.team.actions import end_absence, record_absence, set_hours, set_team_hours
from callboard.team.actions.time import hours_text
from callboard.team.models import Absence, Person
from callboard.team.tables import AbsenceTable


class Absences(ListPage):
    """Who is away when."""

    model = Absence
    title = _("Absences")
    url = "absences/"
    name = "absences"
    near = ("profile", "people")
    template = "team/absences.html"
    table = AbsenceTable
    order = ("-starts_on", "-id")
    bulk = (end_absence,)
    filters = [
        PersonFilter("person", _("Person")),
        PersonFilter("cover", _("Cover")),
        Between("starts_on", _("From")),
    ]
    empty = Empty(_("Nobody is away"), _("Your own: “My absence” above. Of others: on a person’s page."), "calendar")

    def queryset(self, actor: Actor) -> QuerySet[Any]:
        """Without what was withdrawn."""
        return super().queryset(actor).filter(withdrawn_at=None)


class AbsenceRecord(RecordPage):
    """One absence."""

    model = Absence
    url = "absences/<int:pk>/"
    name = "absence"
    related = ["person", "cover"]
    timeline = False
    buttons = [end_absence]

    def state(self, obj: Absence) -> tuple[Any, str] | None:
        """Whether it counts."""
        return (_("withdrawn"), "pend") if obj.withdrawn_at else None

    def owner(self, obj: Absence) -> Person:
        """Who is away."""
        return obj.person

    def facts(self, obj: Absence) -> list[tuple[Any, ...]]:
        """The days and who stands in."""
        return [
            (_("Person"), obj.person, "person"),
            (_("From"), obj.starts_on, "date"),
            (_("To"), obj.ends_on, "date"),
            (_("Cover"), obj.cover, "person"),
            (_("Note"), obj.note),
        ]


class RecordAbsence(ActionPage):
    """Says what cover means."""

    action = record_absence
    text = _("Both days are included. Who covers sees and does for those days what the absent person may.")


class SetHours(ActionPage):
    """Starts with what is in force."""

    action = set_hours
    text = _(
        "One line a day or several days together: Mon-Thu 8:00-12:00, 12:30-17:00; Fri 8-15. Empty means the company's hours."
    )

    def initial(self, request: Any, actor: Actor, target: Any) -> dict[str, Any]:
        """The hours as they are."""
        return {"hours": hours_text(target)}


class SetTeamHours(ActionPage):
    """Starts with what is in force."""

    action = set_team_hours
    text = SetHours.text
    labels = {"zone": _("Time zone; empty: the company's"), "region": _("Region, for holidays; empty: the company's")}

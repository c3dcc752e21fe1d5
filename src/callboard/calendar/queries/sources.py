"""Dates of the rooms below that stand in everybody's calendar: who is away, holidays, contracts that renew."""

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from callboard.calendar.queries.showing import Dates, Shown
from callboard.core.access import policy, visible
from callboard.core.actions import Actor
from callboard.core.asking import Question
from callboard.core.links import url_at
from callboard.directory.models import Account
from callboard.team.models import Absence, Holiday


def _absences(actor: Actor, since: date, until: date) -> Question:
    rows = visible(Absence.objects.filter(withdrawn_at=None, starts_on__lt=until, ends_on__gte=since), actor)
    return Question("list", rows.values("pk", "person", "person__name", "cover__name", "starts_on", "ends_on"))


def _absence(row: dict[str, Any], zone: ZoneInfo) -> Shown:
    cover = row["cover__name"]
    return Shown(
        title=_("{name} away").format(name=row["person__name"]),
        first=row["starts_on"],
        last=row["ends_on"],
        tone="o",
        url=url_at(Absence, row["pk"]),
        kind="absences",
        person=row["person"],
        detail=_("{name} stands in").format(name=cover) if cover else "",
    )


def _holidays(actor: Actor, since: date, until: date) -> Question | None:
    return Question("list", visible(Holiday.objects.filter(on__gte=since, on__lt=until), actor).values())


def _holiday(row: dict[str, Any], zone: ZoneInfo) -> Shown:
    return Shown(
        row["name"], row["on"], row["on"], "o", url_at(Holiday, row["id"]), kind="holidays", detail=row["region"]
    )


def _renewals(actor: Actor, since: date, until: date) -> Question:
    """Of one's own accounts, and of theirs whom one stands in for: a month of everybody's would hide everything else."""
    own = visible(Account.objects.filter(owner__in=policy().people(actor, "directory.view")), actor)
    rows = own.filter(facts__renewal_on__gte=since, facts__renewal_on__lt=until, archived_at=None)
    return Question("list", rows.values("pk", "name", "facts__renewal_on"))


def _renewal(row: dict[str, Any], zone: ZoneInfo) -> Shown:
    on = row["facts__renewal_on"]
    title = _("Renewal: {account}").format(account=row["name"])
    return Shown(title, on, on, "x", url_at(Account, row["pk"]), kind="renewals")


#: By the name each is hidden by.
SOURCES = {
    "absences": Dates(_lazy("Time off"), "o", _absences, _absence),
    "holidays": Dates(_lazy("Holidays"), "o", _holidays, _holiday),
    "renewals": Dates(_lazy("My renewals"), "x", _renewals, _renewal),
}

"""Service levels: how soon departments answer and are done, and since when."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from callboard.core import clock
from callboard.core.actions import Actor
from callboard.kit.filters import Choice, Flag
from callboard.kit.pages import ActionPage, Empty, ListPage, RecordPage
from callboard.kit.tables import Column, Table
from callboard.work import actions
from callboard.work.models import ServiceLevel
from callboard.work.pages.handoffs import departments


class LevelTable(Table):
    columns = [
        Column("level", _("Service level"), link=True, value=str, sort=None),
        Column("team", _("Department")),
        Column("tier", _("Tier")),
        Column("response_hours", _("First response, hours of work"), kind="number", total=False),
        Column("resolution_hours", _("Done, hours of work"), kind="number", total=False),
        Column("starts_on", _("From"), kind="date"),
        Column("ends_on", _("Until, not included"), kind="date"),
    ]


class ServiceLevels(ListPage):
    """How soon things are answered and done."""

    model = ServiceLevel
    title = _("Service levels")
    url = "service-levels/"
    name = "service-levels"
    near = ("handoffs",)
    table = LevelTable
    order = ("kind", "tier", "-starts_on", "id")
    buttons = (actions.create_service_level,)
    filters = (
        Choice("team", _("Department"), rows=lambda: departments().values("pk", "name")),
        Choice("tier", _("Tier")),
        Flag("over_and_done", _("Ended"), Q(ends_on__isnull=False)),
    )
    paste = False
    empty = Empty(
        _("No service levels yet"),
        _(
            "A service level says within how many hours of work something is answered and done. Without one nothing is counted."
        ),
        "clock",
        (actions.create_service_level.name,),
    )


class ServiceLevelRecord(RecordPage):
    """One service level."""

    model = ServiceLevel
    url = "service-levels/<int:pk>/"
    name = "service-level"
    related = ("team",)
    timeline = False
    buttons = (actions.end_service_level, actions.reopen_service_level)

    def state(self, obj: ServiceLevel) -> tuple[Any, str] | None:
        if obj.ends_on is not None and obj.ends_on <= clock.business_day(clock.now()):
            return _("Ended"), ""
        return None

    def facts(self, obj: ServiceLevel) -> Sequence[Any]:
        found = [
            (_("Department"), obj.team or _("every department")),
            (_("Tier"), obj.tier or _("every tier")),
            (_("First response, hours of work"), obj.response_hours, "number"),
            (_("Done, hours of work"), obj.resolution_hours, "number"),
            (_("From"), obj.starts_on, "date"),
            (_("Until, not included"), obj.ends_on, "date"),
        ]
        return [fact for fact in found if fact[1] not in (None, "")]


class CreateServiceLevel(ActionPage):
    action = actions.create_service_level
    labels = {
        "kind": _("For"),
        "team": _("Department; empty: every one"),
        "tier": _("Tier; empty: every one"),
        "starts_on": _("From; empty: today"),
    }

    def choices(self, name: str, actor: Actor, target: Any) -> Any:
        return departments() if name == "team" else None

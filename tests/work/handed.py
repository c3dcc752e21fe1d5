"""A company with a department: somebody who asks, somebody who does, and service levels around the clock."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from callboard.core import clock
from callboard.core.models import Log
from callboard.team.models import Person
from callboard.work.actions import create_service_level, request_handoff
from callboard.work.actions.handing import KIND
from callboard.work.jobs import read_clocks
from callboard.work.models import Clock, Handoff, ServiceLevel
from tests import make

#: So that what a test does now is always within working time.
ALWAYS = "Mon-Sun 00:00-23:59"


class Company:
    """Ann asks; Bo and Cy are Billing, which never closes, with an hour to answer and eight to be done."""

    def __init__(self, *, level: bool = True) -> None:
        self.boss = make.person("Boss", roles=("sales_manager",))
        self.ann = make.person("Ann", roles=("account_executive",), team=make.team("Sales"))
        self.billing = make.team("Billing", is_department=True, hours=ALWAYS)
        self.bo = make.person("Bo", roles=("department",), team=self.billing)
        self.cy = make.person("Cy", roles=("department",), team=self.billing)
        self.account = make.account("Acme", owner=self.ann, tier="B")
        if level:
            self.level()

    def level(self, **given: Any) -> ServiceLevel:
        given = {"kind": KIND, "response_hours": Decimal(1), "resolution_hours": Decimal(8), **given}
        return create_service_level(by=make.actor(self.boss), **given)

    def asked(self, **given: Any) -> Handoff:
        given = {"what": "Set up direct debit", "team": self.billing, "account": self.account, **given}
        return request_handoff(by=make.actor(self.ann), **given)


def did(verb: Any, handoff: Handoff, person: Person, **given: Any) -> Handoff:
    """The verb, done by a person as they are now to the hand-off as it is now; the hand-off afterwards."""
    verb(now(handoff), by=make.actor(Person.objects.get(pk=person.pk)), **given)
    return now(handoff)


def now(handoff: Handoff) -> Handoff:
    related = ("task__owner", "response", "resolution", "team", "account", "requested_by", "accepted_by")
    return Handoff.objects.select_related(*related).get(pk=handoff.pk)


def waits_for(handoff: Handoff) -> str:
    return str(now(handoff).task.owner or now(handoff).task.team)


def later(made: Clock | None, hours: float) -> None:
    """As if a clock that runs had begun so many hours earlier."""
    assert made is not None
    moved = {
        name: getattr(made, name) - timedelta(hours=hours)
        for name in ("started_at", "since_at", "due_at", "warn_at")
        if getattr(made, name) is not None
    }
    Clock.objects.filter(pk=made.pk).update(**moved)


def tick() -> int:
    return read_clocks(timestamp=int(clock.now().timestamp()))


def last(name: str) -> Log:
    return Log.objects.filter(action=f"work.{name}").latest("at")

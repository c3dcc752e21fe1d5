"""How a list leaves the program: its live links and schedules, made and fetched."""

import json
from datetime import timedelta
from typing import Any

from django.test import Client

from callboard.core import clock
from callboard.kit.listing import links, schedules
from callboard.kit.listing.models import Schedule
from callboard.team.actions import set_grant
from callboard.team.models import Person, Role, Scope
from tests import make

STATE = json.dumps({"where": ["mrr~ge~300"], "sort": ["-mrr"], "cols": ["name,mrr"]})


def link_of(person: Person, **given: Any) -> Any:
    return links.create_live_link(
        by=make.actor(person), **{"name": "Sheet", "page": "accounts", "query": STATE, **given}
    )


def fetch(secret: str) -> Any:
    return Client().get(f"/live/{secret}.csv")


def text(answer: Any) -> str:
    return b"".join(answer.streaming_content).decode("utf-8-sig")


def schedule_of(person: Person, **given: Any) -> Schedule:
    return schedules.create_schedule(
        by=make.actor(person), **{"name": "Big ones", "page": "accounts", "query": STATE, **given}
    )


def come_due(schedule: Schedule) -> None:
    Schedule.objects.filter(pk=schedule.pk).update(next_at=clock.now() - timedelta(minutes=1))


def forbid(operation: str, scope: Scope = Scope.NONE) -> None:
    admin = make.actor(make.person("Ada", roles=("administrator",)))
    set_grant(by=admin, operation=operation, role=Role.SALES_SUPPORT, scope=scope)

"""A small company on a known Friday, with accounts that stand in every way."""

from datetime import UTC, datetime, timedelta
from itertools import count
from types import SimpleNamespace
from typing import Any

import pytest

from callboard.core import clock
from callboard.core.actions import Actor
from callboard.directory.models import AccountFacts
from tests import make

#: Friday afternoon in Texas.
FRIDAY = datetime(2026, 3, 13, 20, 30, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def friday(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is that Friday; every reading of the clock is a second later."""
    seconds = count()
    monkeypatch.setattr(clock, "now", lambda: FRIDAY + timedelta(seconds=next(seconds)))


def spoke(account: Any, days_ago: int | None) -> Any:
    """When we last spoke with them."""
    at = FRIDAY - days_ago * DAY if days_ago is not None else None
    AccountFacts.objects.filter(account=account).update(last_conversation_at=at)
    return account


@pytest.fixture
def desk(db: None, friday: None) -> SimpleNamespace:
    """Tier A is spoken with every 14 days: Mesa is 26 days over, Alamo is planned, Frio is in time, Brazos has no tier."""
    manager = make.person("Ruth Adeyemi", roles=("sales_manager",))
    team = make.team("West", manager=manager)
    dana = make.person("Dana Whitfield", roles=("account_executive",), team=team)
    ray = make.person("Ray Ochoa", roles=("account_executive",))
    admin = make.person("Ada Min", roles=("administrator",))
    mesa = spoke(make.account("Mesa Agency", owner=dana, mrr=400, tier="A", region="TX", language="es"), 40)
    alamo = spoke(make.account("Alamo Cover", owner=dana, mrr=600, tier="A", region="TX"), 20)
    frio = spoke(make.account("Frio Insurance", owner=dana, mrr=100, tier="A", region="OK"), 5)
    brazos = spoke(make.account("Brazos", owner=dana, mrr=50, region="TX"), 300)
    other = spoke(make.account("Pecos Risk", owner=ray, mrr=900, tier="B", region="NM"), 100)
    task = make.task(dana, "Call Alamo", account=alamo, due_at=FRIDAY + 3 * DAY)
    return SimpleNamespace(
        manager=manager, team=team, dana=dana, ray=ray, admin=admin, mesa=mesa, alamo=alamo, frio=frio, brazos=brazos,
        other=other, task=task, clock=Actor.clock("board.contact"),
    )  # fmt: skip

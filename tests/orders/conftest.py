"""An account of Priya's, a product, a desk of two."""

from collections.abc import Callable, Iterator
from datetime import date
from importlib import import_module
from threading import Thread
from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django.db import connection

from callboard.core import clock
from callboard.core.registry import register
from callboard.kit.pages import load_pages
from callboard.orders.models import DeskQuestion
from tests import make


def seeds() -> None:
    """The desk's questions and the reasons, which a test with real transactions empties."""
    if not DeskQuestion.objects.exists():
        import_module("callboard.orders.migrations.0003_seeds").write(apps, None)


@pytest.fixture
def scene(db: None) -> SimpleNamespace:
    """priya (AE, owner), dana and carol (desk), the account, a monthly product, today's business day."""
    load_pages()
    seeds()
    priya = make.person("Priya Natarajan", roles=("account_executive",))
    return SimpleNamespace(
        priya=make.actor(priya),
        dana=make.actor(make.person("Dana Whitfield")),
        carol=make.actor(make.person("Carol Beck", roles=("sales_manager",))),
        carol_desk=make.actor(make.person("Second desk")),
        sdr=make.actor(make.person("Elena Ruiz", roles=("sdr",))),
        account=make.account("Bluebonnet Insurance Group", owner=priya),
        rater=make.product("Comparative rater", price=58),
        today=clock.business_day(clock.now()),
    )


@pytest.fixture
def agrees(db: None) -> Iterator[None]:
    """After the test every check of orders finds no difference."""
    yield
    names = ("orders.balances", "orders.movements", "orders.facts")
    assert [str(found) for name in names for found in register.check[name].run()] == []


def at_once(*calls: Callable[[], Any]) -> list[BaseException | None]:
    """Run each in a thread and connection of its own; what each raised."""
    raised: list[BaseException | None] = [None] * len(calls)

    def one(index: int, call: Callable[[], Any]) -> None:
        try:
            call()
        except BaseException as error:
            raised[index] = error
        finally:
            connection.close()

    threads = [Thread(target=one, args=pair) for pair in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=20)
    return raised


def day(text: str) -> date:
    return date.fromisoformat(text)

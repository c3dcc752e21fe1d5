"""An account of Priya's, a product, a desk of two."""

from collections.abc import Iterator
from datetime import date
from types import SimpleNamespace

import pytest

from callboard.core import clock
from callboard.core.registry import register
from callboard.kit.pages import load_pages
from tests import make


@pytest.fixture
def scene(db: None) -> SimpleNamespace:
    """priya (AE, owner), dana and carol (desk), the account, a monthly product, today's business day."""
    load_pages()
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


def day(text: str) -> date:
    return date.fromisoformat(text)

"""What an account paid a month, over a year, as its chart says it."""

from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest

from callboard.core import clock
from callboard.orders.queries.revenue import last_months, revenue_of
from callboard.team.models import Person
from tests import make

pytestmark = pytest.mark.django_db


def test_the_last_months_cross_a_year_and_end_with_this_one() -> None:
    found = last_months(date(2026, 2, 28), 4)
    assert found == [date(2025, 11, 1), date(2025, 12, 1), date(2026, 1, 1), date(2026, 2, 1)]


def test_the_chart_ends_with_what_the_account_pays_now(scene: SimpleNamespace) -> None:
    make.accepted(scene.account, scene.rater, by=scene.priya, desk=scene.carol_desk, quantity=10)
    shown = revenue_of(scene.account, scene.priya)
    assert shown is not None
    (series,) = shown["revenue"].series
    assert len(series.values) == len(shown["revenue"].places) == 12
    assert (series.values[-1], series.values[0]) == (Decimal(580), Decimal(0))
    assert str(clock.business_day(clock.now()).year) in shown["revenue"].places[-1]


def test_who_never_bought_and_who_may_not_look_see_no_chart(scene: SimpleNamespace) -> None:
    assert revenue_of(scene.account, scene.priya) is None
    make.accepted(scene.account, scene.rater, by=scene.priya, desk=scene.carol_desk)
    nobody: Person = make.person("Nobody", roles=())
    assert revenue_of(scene.account, make.actor(nobody)) is None

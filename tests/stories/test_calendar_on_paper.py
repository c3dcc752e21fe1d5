"""The month on one sheet of paper, across."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Page

from callboard.calendar import actions as do
from callboard.calendar.rules.repeating import Repeats
from callboard.core import clock
from callboard.team.models import Person
from tests import make
from tests.stories.house import House

pytestmark = [pytest.mark.story, pytest.mark.needs("browser"), pytest.mark.django_db(transaction=True)]


def test_a_month_is_one_sheet(house: House, signed_in: Callable[[Person], Page]) -> None:
    person = make.person("Dana Whitfield", roles=("sales_support",))
    by, today = make.actor(person), clock.business_day(clock.now())
    first = (today.replace(day=1) + timedelta(days=32)).replace(day=1)
    for hour in range(8, 17):
        do.create_event(
            by=by, title=f"Meeting {hour}", starts_on=first, starts=f"{hour}:00", repeats=Repeats.DAILY, times=30
        )
    page = signed_in(person)
    page.goto(f"/calendar/?on={first.isoformat()}&paper=1")
    paper = page.pdf(prefer_css_page_size=True, print_background=True)
    assert re.findall(rb"MediaBox \[0 0 (\d+) (\d+)\]", paper) == [(b"792", b"612")]

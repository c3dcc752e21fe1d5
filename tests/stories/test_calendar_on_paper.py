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

#: Lines and bars of a month that lie over others, or that their week cuts.
OVER = """() => {
  const box = at => at.getBoundingClientRect();
  const all = [...document.querySelectorAll('.mw .mc li, .mw .mb')].filter(at => at.checkVisibility());
  const hits = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  const cut = all.filter(at => box(at).bottom > box(at.closest('.mw')).bottom + 1);
  const over = all.filter((at, n) => all.slice(n + 1).some(other => hits(box(at), box(other))));
  return [...cut, ...over].map(at => at.textContent);
}"""

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


def test_nothing_lies_over_anything_and_a_full_day_is_whole_where_others_leave_room(
    house: House, signed_in: Callable[[Person], Page]
) -> None:
    person = make.person("Dana Whitfield", roles=("sales_support",))
    by, today = make.actor(person), clock.business_day(clock.now())
    first = (today.replace(day=1) + timedelta(days=32)).replace(day=1)
    for day in range(2, 28, 6):
        begin = first + timedelta(days=day)
        for name in ("Carolina Agents Meeting", "Beth Colley away", "Grace Holloway away"):
            do.create_event(by=by, title=name, starts_on=begin, ends_on=begin + timedelta(days=2))
        for hour in range(9, 12):
            do.create_event(by=by, title=f"Sweep {hour}", starts_on=begin + timedelta(days=1), starts=f"{hour}:00")
    for hour in range(8, 17):
        do.create_event(by=by, title=f"Meeting {hour}", starts_on=first + timedelta(days=11), starts=f"{hour}:00")
    page = signed_in(person)
    page.set_viewport_size({"width": 980, "height": 740})
    page.emulate_media(media="print")
    page.goto(f"/calendar/?on={first.isoformat()}&paper=1")
    assert page.evaluate(OVER) == []
    assert page.locator(".mc li.more").count() == 0 and page.get_by_text("Meeting 16").count() == 1
    assert not page.locator("#category").is_visible()

"""The pages people will judge us by, on a small practice company: axe in both themes and widths, and their pictures.

The pictures go to a temporary folder; `CALLBOARD_PICTURES=docs/pictures` keeps them where README shows them.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from callboard.config import demo
from callboard.core.models import TimelineEntry
from callboard.orders.models import Order
from callboard.team.models import Person
from tests.stories.conftest import look
from tests.stories.house import House

pytestmark = [pytest.mark.story, pytest.mark.needs("browser"), pytest.mark.django_db(transaction=True)]

SCALE = 0.15
THEMES = ("light", "dark")
WIDTHS = {1280: 800, 390: 844}


def judged() -> dict[str, str]:
    """Name and address of each page."""
    busiest = (
        TimelineEntry.objects.filter(kind__startswith="order").order_by("-at").values_list("root_id", flat=True)[0]
    )
    pending = Order.objects.filter(state="submitted").order_by("id")[0]
    return {
        "my-day": "/",
        "inbox": "/inbox/",
        "account": f"/accounts/{busiest}/",
        "order": f"/orders/{pending.pk}/",
        "board": "/board/",
        "close": "/close/",
    }


def test_the_pages_people_judge_us_by(house: House, signed_in: Callable[[Person], Page], tmp_path: Path) -> None:
    demo.build(scale=SCALE)
    folder = Path(os.environ.get("CALLBOARD_PICTURES") or tmp_path)
    folder.mkdir(parents=True, exist_ok=True)
    page = signed_in(Person.objects.get(email__startswith="dana."))
    for theme in THEMES:
        page.context.add_cookies([{"name": "theme", "value": theme, "url": house.address}])
        for width, height in WIDTHS.items():
            page.set_viewport_size({"width": width, "height": height})
            for name, address in judged().items():
                answer = page.goto(address)
                assert answer is not None and answer.ok, (name, answer and answer.status)
                # Not networkidle: the stream of live changes never ends.
                page.evaluate("document.fonts.ready.then(() => true)")
                expect(page.locator(".htmx-request")).to_have_count(0)
                wide = page.evaluate("document.documentElement.scrollWidth")
                assert wide <= width, f"{name} is {wide} wide at {width}"
                page.screenshot(path=folder / picture(name, theme, width))
                look(page)


def picture(name: str, theme: str, width: int) -> str:
    """my-day.png, my-day-390-dark.png"""
    parts = [name, *(["390"] if width == 390 else []), *(["dark"] if theme == "dark" else [])]
    return f"{'-'.join(parts)}.png"

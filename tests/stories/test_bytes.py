"""What a page weighs on the wire, as a browser counts it: a first visit with everything, and the next page."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, CDPSession, Page

from callboard.config import demo
from callboard.orders.models import Subscription
from callboard.team.models import Person
from tests.stories.house import House

pytestmark = [pytest.mark.story, pytest.mark.needs("browser"), pytest.mark.django_db(transaction=True)]

SCALE = 0.05
#: kB of promises.md: the floor, which fails the test, and the goal, which is printed.
FIRST, NEXT = (400, 250), (40, 20)
KB = 1000


class Scale:
    """Counts what comes over the wire, headers too, and what each address weighed."""

    def __init__(self, session: CDPSession) -> None:
        self.parts: dict[str, str] = {}
        self.weights: dict[str, float] = {}
        session.send("Network.enable")
        session.on("Network.responseReceived", self.seen)
        session.on("Network.loadingFinished", self.done)

    def seen(self, event: dict[str, object]) -> None:
        response = event["response"]
        assert isinstance(response, dict)
        self.parts[str(event["requestId"])] = str(response["url"])

    def done(self, event: dict[str, object]) -> None:
        weight = float(str(event["encodedDataLength"])) / KB
        self.weights[self.parts.get(str(event["requestId"]), "?")] = weight

    def weigh(self, page: Page, address: str) -> float:
        """Kilobytes of a visit, until nothing more is fetched."""
        self.weights.clear()
        page.goto(address, wait_until="load")
        page.wait_for_timeout(1200)
        return sum(self.weights.values())


def pages_weighed() -> dict[str, str]:
    busy = Subscription.objects.values_list("account", flat=True).order_by("-mrr")[0]
    return {
        "My Day": "/",
        "Inbox": "/inbox/",
        "account": f"/accounts/{busy}/",
        "board": "/board/",
        "list": "/accounts/",
    }


def test_a_page_weighs_no_more_than_was_promised(
    house: House, chrome: Browser, signed_in: Callable[..., Page], capsys: pytest.CaptureFixture[str]
) -> None:
    demo.build(scale=SCALE)
    state = signed_in(Person.objects.get(email__startswith="dana.")).context.storage_state()
    lines, wrong = [], []
    for name, address in pages_weighed().items():
        context = chrome.new_context(base_url=house.address, storage_state=state)
        page = context.new_page()
        scale = Scale(context.new_cdp_session(page))
        first = scale.weigh(page, address)
        heaviest = sorted(((kb, url.rsplit("/", 1)[-1]) for url, kb in scale.weights.items()), reverse=True)[:4]
        again = scale.weigh(page, address)
        context.close()
        said = ", ".join(f"{url[:40]} {kb:.0f}" for kb, url in heaviest)
        lines.append(f"{name}: first visit {first:.0f} kB, next page {again:.1f} kB; {said}")
        wrong += [lines[-1]] if first > FIRST[0] or again > NEXT[0] else []
    with capsys.disabled():
        print("\n" + "\n".join(lines), f"\nfloor {FIRST[0]} / {NEXT[0]}, goal {FIRST[1]} / {NEXT[1]}")
    assert wrong == []

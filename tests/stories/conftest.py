"""A browser, the running program, and a person signed in."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from callboard.team.models import Person
from tests.needs import browser_path
from tests.stories.house import House, gather, running

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
FLAGS += ["--disable-component-update", "--disable-sync", "--disable-quic"]
# A name of the house network over plain http: to a browser that is no secure place, unlike the machine itself.
PLAIN_NAME = "callboard.test"
FLAGS += [f"--host-resolver-rules=MAP {PLAIN_NAME} 127.0.0.1"]
AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
PATIENCE_MS = 10_000


@pytest.fixture(scope="module")
def chrome() -> Iterator[Browser]:
    os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=str(browser_path()), args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def gathered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return gather(tmp_path_factory.mktemp("gathered"))


@pytest.fixture
def house(transactional_db: None, tmp_path: Path, gathered: Path) -> Iterator[House]:
    with running(tmp_path, gathered) as made:
        yield made


@pytest.fixture
def signed_in(chrome: Browser, house: House) -> Iterator[Callable[..., Page]]:
    """A browser of a person of their own, under a name of the house; complaints of its pages fail the story."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def sign_in(person: Person, host: str = "127.0.0.1") -> Page:
        address = house.address.replace("127.0.0.1", host)
        context = chrome.new_context(base_url=address, viewport={"width": 1280, "height": 800})
        context.set_default_timeout(PATIENCE_MS)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(house.link(person).replace(house.address, address))
        page.locator("main button, form button").last.click()
        page.wait_for_url(lambda url: "/sign-in/" not in url)
        return page

    yield sign_in
    for context in contexts:
        context.close()
    assert complaints == []


def press(page: Page, *keys: str) -> None:
    """Keys, once the page listens: what is on the screen can be read before its script has begun."""
    page.wait_for_load_state("load")
    for key in keys:
        page.keyboard.press(key)


def look(page: Page, part: str = "") -> None:
    """axe finds nothing on the page as it stands.  part: a selector of all that is looked at, which takes less time."""
    if not AXE.exists():
        pytest.skip("needs axe-core: npm ci")
    page.evaluate(AXE.read_text())
    found = page.evaluate("([part, tags]) => axe.run(part || document, {runOnly: tags})", [part, TAGS])
    faults = [(one["id"], [node["html"][:160] for node in one["nodes"][:3]]) for one in found["violations"]]
    assert faults == [], page.url

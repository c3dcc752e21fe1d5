"""Somebody of ours signed in, by the test client or in a real browser on the pages of hands.py."""

import os
from collections.abc import Iterator

import pytest
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from callboard.team.models import Person
from tests import make
from tests.kit import pages
from tests.kit.hands import House, serve
from tests.needs import browser_path

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
FLAGS += ["--disable-component-update", "--disable-sync", "--disable-quic"]
SOON = 3000
#: A machine that does much else takes its time with a page; what the page then does is asked for as before.
NAVIGATION = 20_000


@pytest.fixture(scope="package", autouse=True)
def _pages_of_these_tests() -> Iterator[None]:
    """Records and actions lead to the pages of these tests, and afterwards to the real ones again."""
    pages.show(*pages.OURS)
    yield
    pages.show(*pages.REAL)


@pytest.fixture
def admin(db: None) -> Person:
    return make.person("Ada Admin", roles=("administrator",))


@pytest.fixture
def desk(db: None) -> Person:
    return make.person("Dana Desk")


@pytest.fixture
def as_admin(admin: Person) -> Client:
    return signed_in(admin)


@pytest.fixture
def as_desk(desk: Person) -> Client:
    return signed_in(desk)


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=str(browser_path()), args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def house() -> Iterator[House]:
    made = House()
    server = serve(made)
    yield made
    server.shutdown()
    server.server_close()


@pytest.fixture
def context(browser: Browser, house: House) -> Iterator[BrowserContext]:
    made = browser.new_context(base_url=house.address, viewport={"width": 1280, "height": 800})
    made.set_default_timeout(SOON)
    made.set_default_navigation_timeout(NAVIGATION)
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    complaints: list[str] = []
    made = context.new_page()
    made.on("pageerror", lambda error: complaints.append(str(error)))
    made.on(
        "console",
        lambda said: complaints.append(said.text) if said.type == "error" and "422" not in said.text else None,
    )
    made.goto("/day/")
    yield made
    assert complaints == []

"""Live pages: a browser hears what it may, misses nothing over a reconnect, and is cut off when its rights change."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from asgiref.sync import sync_to_async
from django.conf import settings
from django.db import connection, connections
from django.test import Client

from callboard.core import worker
from callboard.core.models import Change
from callboard.kit.live import feed, grants, stream
from callboard.team.models import Person, PersonRole, Team
from tests import make
from tests.numbered import number_all

pytestmark = pytest.mark.django_db(transaction=True)


class Browser:
    """Speaks ASGI to the stream and reads its events."""

    def __init__(self, client: Client, query: str = "", last: str = "") -> None:
        cookie = client.cookies.get(settings.SESSION_COOKIE_NAME)
        headers = [(b"cookie", f"{settings.SESSION_COOKIE_NAME}={cookie.value}".encode())] if cookie else []
        if last:
            headers.append((b"last-event-id", last.encode()))
        self.scope = {
            "type": "http",
            "method": "GET",
            "path": "/ev/",
            "query_string": query.encode(),
            "headers": headers,
        }
        self.sent: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self.closed = asyncio.Event()
        self.text = ""
        self.status = 0

    async def __aenter__(self) -> "Browser":
        self.task = asyncio.create_task(stream.app(self.scope, self.receive, self.sent.put))  # type: ignore[arg-type]
        self.status = (await self.next())["status"]
        return self

    async def __aexit__(self, *failure: Any) -> None:
        self.closed.set()
        await asyncio.wait_for(self.task, 3)

    async def receive(self) -> dict[str, Any]:
        await self.closed.wait()
        return {"type": "http.disconnect"}

    async def next(self) -> dict[str, Any]:
        return await asyncio.wait_for(self.sent.get(), 20)

    async def event(self) -> dict[str, str]:
        """The next event (not a comment, not retry)."""
        while True:
            while "\n\n" not in self.text:
                message = await self.next()
                if not message.get("more_body"):
                    return {}
                self.text += message["body"].decode()
            part, self.text = self.text.split("\n\n", 1)
            lines = dict(line.split(": ", 1) for line in part.split("\n") if not line.startswith(":"))
            if "data" in lines:
                return lines

    async def told(self) -> dict[str, Any]:
        """The next message about topics."""
        while True:
            event = await self.event()
            if "event" not in event:
                return {"id": event.get("id"), **json.loads(event["data"])} if event else {}


def change(topic: str, *, kind: str = "team.team", pk: int = 1, audience: tuple[str, ...] = ("all",)) -> None:
    Change.objects.create(at=make.NOW, kind=kind, object_id=pk, topic=topic, audience=list(audience))


def run(story: Callable[[], Awaitable[None]]) -> None:
    async def told() -> None:
        try:
            await story()
        finally:
            await sync_to_async(connections.close_all)()

    try:
        asyncio.run(told())
    finally:
        feed._thread.submit(connections.close_all).result()


db = sync_to_async


@pytest.fixture
def dana() -> Client:
    client = Client()
    client.force_login(make.person("Dana"))
    return client


def test_without_a_session_it_is_401() -> None:
    async def story() -> None:
        async with Browser(Client()) as browser:
            assert browser.status == 401

    run(story)


def test_a_change_is_heard_once_with_its_number_and_no_content(dana: Client) -> None:
    async def story() -> None:
        async with Browser(dana, "topics=board") as browser:
            assert (await browser.event())["event"] == "state"
            await db(change)("board")
            await db(change)("other")
            await db(number_all)()
            told = await browser.told()
            assert told == {"id": str(told["seq"]), "topics": ["board"], "seq": told["seq"]}

    run(story)


def test_audience_tokens_decide_and_a_minus_wins(dana: Client) -> None:
    person = Person.objects.get(name="Dana")

    async def story() -> None:
        async with Browser(dana) as browser:
            await browser.event()
            await db(change)("a", audience=("person:999999",))
            await db(change)("b", audience=("all", f"-person:{person.pk}"))
            await db(change)("c", audience=())
            await db(change)("d", audience=(f"person:{person.pk}",))
            await db(number_all)()
            assert (await browser.told())["topics"] == ["d"]

    run(story)


def test_a_kind_the_matrix_shows_in_part_is_looked_at_once_more(dana: Client) -> None:
    from callboard.kit.models import ApiToken

    person, other = Person.objects.get(name="Dana"), make.person("Other")
    mine = ApiToken.objects.create(person=person, name="mine", secret_hash="a")
    theirs = ApiToken.objects.create(person=other, name="theirs", secret_hash="b")

    async def story() -> None:
        async with Browser(dana) as browser:
            await browser.event()
            await db(change)("theirs", kind="kit.apitoken", pk=theirs.pk)
            await db(change)("mine", kind="kit.apitoken", pk=mine.pk)
            await db(number_all)()
            assert (await browser.told())["topics"] == ["mine"]

    run(story)


@pytest.mark.parametrize("how", ["header", "address"])
def test_what_was_missed_comes_after_a_reconnect(dana: Client, how: str) -> None:
    for topic in ("a", "b", "c"):
        change(topic)
        number_all()
    first = Change.objects.get(topic="a").seq

    async def story() -> None:
        browser = Browser(dana, last=str(first)) if how == "header" else Browser(dana, f"after={first}")
        async with browser:
            assert (await browser.told())["topics"] == ["b", "c"]

    run(story)


def test_too_much_missed_or_an_unknown_number_fetches_everything_anew(
    dana: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grants, "REPLAYED", 3)
    for number_ in range(6):
        change(f"t{number_}")
    number_all()
    first = grants.bounds()[0]

    async def story() -> None:
        for last in (first, 10**12):
            async with Browser(dana, "topics=x+y", last=str(last)) as browser:
                told = await browser.told()
                assert (told["topics"], told["reset"]) == (["x", "y"], True)

    run(story)


def test_the_stream_ends_when_a_role_is_taken_away(dana: Client) -> None:
    async def story() -> None:
        async with Browser(dana) as browser:
            await browser.event()
            await db(PersonRole.objects.all().delete)()
            await db(change)("roles", kind="team.personrole")
            await db(number_all)()
            while await browser.event():
                pass
            await asyncio.wait_for(browser.task, 3)

    run(story)


def test_the_stream_ends_when_the_session_does(dana: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "PING_S", 0.3)

    async def story() -> None:
        async with Browser(dana) as browser:
            await browser.event()
            await db(dana.logout)()
            while await browser.event():
                pass

    run(story)


def test_pages_are_told_when_the_worker_is_silent_and_when_it_is_back(
    dana: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feed, "LOOK_EVERY_S", 0.2)

    async def story() -> None:
        async with Browser(dana) as browser:
            assert (await browser.event())["data"] == "down"
            await db(worker.beat)(worker.HEARTBEAT)
            assert (await browser.event())["data"] == "up"

    run(story)


def test_a_lost_connection_is_made_again_and_nothing_is_missed(dana: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed, "AGAIN_S", 0.1)
    end = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query ILIKE 'LISTEN%%' AND datname = current_database()"

    def kill() -> None:
        with connection.cursor() as cursor:
            cursor.execute(end)

    async def story() -> None:
        async with Browser(dana, "topics=board") as browser:
            await browser.event()
            await db(kill)()
            await db(change)("board")
            await db(number_all)()
            assert (await browser.told())["topics"] == ["board"]

    run(story)


def test_a_slow_browser_starts_anew_instead_of_filling_the_memory(
    dana: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story() -> None:
        listener = feed.Listener()
        for _ in range(feed.QUEUED + 5):
            listener.put([])
        assert listener.lost
        assert listener.queue.qsize() == feed.QUEUED

    run(story)


def test_two_hundred_streams_share_one_connection_and_hear_everything(dana: Client) -> None:
    Team.objects.create(name="East")

    async def story() -> None:
        browsers = [Browser(dana, "topics=board") for _ in range(200)]
        for browser in browsers:
            await browser.__aenter__()
        await db(change)("board")
        await db(number_all)()
        assert [(await browser.told())["topics"] for browser in browsers] == [["board"]] * 200
        for browser in browsers:
            await browser.__aexit__()

    run(story)

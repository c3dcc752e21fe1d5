"""GET /ev/?topics=orders.order account:7 : the event stream of a browser, as a plain ASGI application.

Events: a message ``{"topics": [...], "seq": n}`` with ``id: n``; ``event: state`` with ``up`` or ``down`` (no worker, so
pages are not live); ``event: at`` every 15 s, which says how far the stream has heard.  Each carries that number as its
``id``, so that a browser that stops here and goes on elsewhere misses nothing.  No event carries the content of a record:
the page fetches itself again and is asked for its rights there.  ``Last-Event-ID`` (or ``after=``) brings what was missed,
up to a bound; beyond it one message names every topic asked for, with ``"reset": true``.  The stream ends when the session
or the rights change; the browser then connects again.
"""

import asyncio
import contextlib
import json
import logging
import random
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from typing import Any
from urllib.parse import parse_qs
from weakref import WeakKeyDictionary

from django.conf import settings

from callboard.core.refs import number_in
from callboard.kit.live import grants
from callboard.kit.live.feed import Feed, Listener, ask
from callboard.kit.live.grants import Grant, Heard

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

logger = logging.getLogger("callboard.live")

PING_S = 15.0
RETRY_MS = 2000
MOST_TOPICS = 200
MOST_STREAMS = 5000
#: Changes of people, roles and rights: every stream looks at its own again.
RIGHTS_WITHIN_S = 5.0
A_QUESTION_S = 0.01
RIGHTS_APP = settings.AUTH_USER_MODEL.split(".")[0].lower() + "."

_feeds: "WeakKeyDictionary[asyncio.AbstractEventLoop, Feed]" = WeakKeyDictionary()


class Stream:
    """One browser's stream."""

    def __init__(self, send: Send, cookies: str, grant: Grant, topics: frozenset[str], after: int | None) -> None:
        self.send = send
        self.cookies = cookies
        self.grant = grant
        self.topics = topics
        self.seq = after
        self.look_at = 0.0
        self.up: bool | None = None

    async def run(self, feed: Feed, listener: Listener) -> None:
        """Write until the rights change.  The caller cancels it when the browser has gone."""
        await self._write(f"retry: {RETRY_MS}\n\n")
        await self._catch_up(feed)
        await self._state(bool(feed.up))
        clock = asyncio.get_running_loop().time
        self.look_at = clock() + PING_S
        while True:
            if clock() >= self.look_at:
                if await ask(grants.grant_of, self.cookies) != self.grant:
                    return
                self.look_at = clock() + PING_S
            try:
                what = await asyncio.wait_for(listener.queue.get(), max(0.0, self.look_at - clock()))
            except TimeoutError:
                await self._write(f"event: at\n{self._id()}data: {self.seq}\n\n")
                continue
            if listener.lost:
                listener.lost = False
                await self._reset(feed.seq)
            elif isinstance(what, bool):
                await self._state(what)
            else:
                self._look_sooner(what, clock(), len(feed.listeners))
                await self._hear(what)

    def _look_sooner(self, batch: list[Heard], now: float, streams: int) -> None:
        """After a change of people or rights each stream asks again, spread out so that events are not held up."""
        if any(change.kind.startswith(RIGHTS_APP) for change in batch):
            spread = min(RIGHTS_WITHIN_S, streams * A_QUESTION_S)
            self.look_at = min(self.look_at, now + random.uniform(0, spread))

    async def _catch_up(self, feed: Feed) -> None:
        if self.seq is None:
            self.seq = max(feed.seq, 0)
            return
        missed = await ask(grants.missed, self.seq)
        if missed is None:
            await self._reset((await ask(grants.bounds))[1])
        elif missed:
            await self._tell(missed)

    async def _hear(self, batch: list[Heard]) -> None:
        fresh = [change for change in batch if change.seq > (self.seq or 0)]
        if fresh:
            await self._tell(fresh)

    async def _tell(self, changes: list[Heard]) -> None:
        self.seq = changes[-1].seq
        wanted = [change for change in changes if self._wants(change) and self.grant.may(change)]
        unsure = [change for change in wanted if change.kind in self.grant.some_kinds]
        if unsure:
            seen = set(await ask(grants.visible_of, self.grant, unsure))
            wanted = [change for change in wanted if change.kind in self.grant.open_kinds or change in seen]
        if wanted:
            await self._event({change.topic for change in wanted}, self.seq)

    def _wants(self, change: Heard) -> bool:
        return not self.topics or change.topic in self.topics

    async def _reset(self, seq: int) -> None:
        self.seq = seq
        await self._event(self.topics, seq, reset=True)

    async def _event(self, topics: Iterable[str], seq: int, **more: Any) -> None:
        data = json.dumps({"topics": sorted(topics), "seq": seq, **more}, separators=(",", ":"))
        await self._write(f"id: {seq}\ndata: {data}\n\n")

    async def _state(self, up: bool) -> None:
        if up == self.up:
            return
        self.up = up
        await self._write(f"event: state\n{self._id()}data: {'up' if up else 'down'}\n\n")

    def _id(self) -> str:
        return f"id: {self.seq}\n"

    async def _write(self, text: str) -> None:
        await self.send({"type": "http.response.body", "body": text.encode(), "more_body": True})


async def app(scope: Scope, receive: Receive, send: Send) -> None:
    """The ASGI application of /ev/."""
    if scope["type"] != "http":
        return
    feed = _feed()
    refusal = _refusal(scope, feed)
    cookies = _header(scope, b"cookie")
    grant = None if refusal else await ask(grants.grant_of, cookies)
    if refusal or grant is None:
        await _answer(send, refusal or 401)
        return
    query = parse_qs(scope.get("query_string", b"").decode("latin-1"))
    topics = frozenset(" ".join(query.get("topics", [])).split()[:MOST_TOPICS])
    listener = await feed.join()
    logger.info("a stream was opened: %s open", len(feed.listeners))
    try:
        await _start(send)
        stream = Stream(send, cookies, grant, topics, _after(scope, query))
        await _until_gone(receive, stream.run(feed, listener))
    finally:
        feed.leave(listener)
        logger.info("a stream was closed: %s open", len(feed.listeners))
    with contextlib.suppress(Exception):
        await send({"type": "http.response.body", "body": b"", "more_body": False})


def _feed() -> Feed:
    loop = asyncio.get_running_loop()
    return _feeds.setdefault(loop, Feed())


def _refusal(scope: Scope, feed: Feed) -> int:
    if scope["path"] != "/ev/":
        return 404
    if scope["method"] != "GET":
        return 405
    return 503 if len(feed.listeners) >= MOST_STREAMS else 0


def _header(scope: Scope, name: bytes) -> str:
    found: list[bytes] = [value for key, value in scope["headers"] if bytes(key).lower() == name]
    return b"; ".join(found).decode("latin-1")


def _after(scope: Scope, query: dict[str, list[str]]) -> int | None:
    """Where the browser stopped: the header of a reconnect, else the address."""
    return number_in(_header(scope, b"last-event-id") or query.get("after", [""])[0])


async def _until_gone(receive: Receive, work: Awaitable[None]) -> None:
    """Run `work` until it ends or the browser has gone."""
    running = asyncio.ensure_future(work)
    gone = asyncio.ensure_future(_disconnect(receive))
    try:
        await asyncio.wait({running, gone}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in (running, gone):
            task.cancel()
        done = await asyncio.gather(running, gone, return_exceptions=True)
    if isinstance(done[0], Exception) and not isinstance(done[0], OSError):
        raise done[0]


async def _disconnect(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _start(send: Send) -> None:
    headers = [
        (b"content-type", b"text/event-stream; charset=utf-8"),
        (b"cache-control", b"no-store"),
        (b"x-accel-buffering", b"no"),
        (b"x-content-type-options", b"nosniff"),
    ]
    await send({"type": "http.response.start", "status": 200, "headers": headers})


async def _answer(send: Send, status: int) -> None:
    headers = [(b"content-type", b"text/plain"), (b"cache-control", b"no-store")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b""})

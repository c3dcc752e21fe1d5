"""The feed of one process: LISTENs on one connection, reads what is new by its number, hands it to every listener.

A NOTIFY is only a knock: what is new is read by number, so a lost connection or a lost NOTIFY loses nothing.
"""

import asyncio
import contextlib
import logging
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, TypeVar

import psycopg
from django.db import connections

from callboard.core.changes import CHANNEL
from callboard.kit.live import grants
from callboard.kit.live.grants import Heard

logger = logging.getLogger("callboard.live")

#: Batches that wait for one slow listener; over that it starts anew.
QUEUED = 64
LOOK_EVERY_S = 5.0
AGAIN_S = 1.0
#: Rows one knock may carry; after a long silence listeners start anew instead.
MOST = 5000

T = TypeVar("T")
# One thread asks all questions of the streams, so that they hold one database connection a process.
_thread = ThreadPoolExecutor(1, "live")


async def ask(function: Callable[..., T], *args: Any) -> T:
    """Run a database question in the streams' thread."""
    loop = asyncio.get_running_loop()
    answer: T = await loop.run_in_executor(_thread, partial(grants.asked, function, *args))
    return answer


class Listener:
    """One stream's end of the feed.  `lost` says that something did not fit and it must start anew."""

    def __init__(self) -> None:
        self.queue: asyncio.Queue[list[Heard] | bool] = asyncio.Queue(QUEUED)
        self.lost = False

    def put(self, what: list[Heard] | bool) -> None:
        """A batch of changes, or whether the worker lives."""
        try:
            self.queue.put_nowait(what)
        except asyncio.QueueFull:
            self.lost = True


class Feed:
    """All listeners of one event loop.  It runs while there is at least one."""

    def __init__(self) -> None:
        self.listeners: set[Listener] = set()
        self.seq = -1
        self.up: bool | None = None
        self._task: asyncio.Task[None] | None = None
        self._ready = asyncio.Event()

    async def join(self) -> Listener:
        """A new listener; returns when the feed knows where it stands."""
        listener = Listener()
        self.listeners.add(listener)
        if self._task is None or self._task.done():
            self._ready.clear()
            self._task = asyncio.create_task(self._run())
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._ready.wait(), LOOK_EVERY_S)
        return listener

    def leave(self, listener: Listener) -> None:
        self.listeners.discard(listener)
        if not self.listeners and self._task is not None:
            self._task.cancel()
            self._task = None
            self.seq, self.up = -1, None

    async def _run(self) -> None:
        while True:
            try:
                await self._listen()
            except psycopg.Error as error:
                logger.warning("the live connection was lost and is made again: %s", error)
                self._tell(False)
            except Exception:
                logger.exception("the live feed failed and starts again")
                self._tell(False)
            await asyncio.sleep(AGAIN_S)

    async def _listen(self) -> None:
        params = await ask(connection_params)
        async with await psycopg.AsyncConnection.connect(**params, autocommit=True) as connection:
            await connection.execute(f"LISTEN {CHANNEL}")
            await self._look()
            self._ready.set()
            while True:
                async for _knock in connection.notifies(timeout=LOOK_EVERY_S, stop_after=1):
                    pass
                await self._look()

    async def _look(self) -> None:
        """Read what is new and whether the worker lives."""
        if self.seq < 0:
            self.seq = (await ask(grants.bounds))[1]
        while found := await ask(grants.changes_between, self.seq, None, MOST):
            self.seq = found[-1].seq
            for listener in self.listeners:
                listener.put(found)
        self._tell(await ask(grants.worker_alive))

    def _tell(self, up: bool) -> None:
        if up == self.up:
            return
        self.up = up
        for listener in self.listeners:
            listener.put(up)


def connection_params() -> dict[str, Any]:
    """libpq's parameters of a connection that can LISTEN: DATABASE_DIRECT_URL where a pooler stands in front."""
    direct = os.environ.get("DATABASE_DIRECT_URL")
    params: dict[str, Any] = dict(connections["default"].get_connection_params())
    for name in ("cursor_factory", "context"):
        params.pop(name, None)
    if direct:
        return {"conninfo": direct, **({"options": params["options"]} if "options" in params else {})}
    return params

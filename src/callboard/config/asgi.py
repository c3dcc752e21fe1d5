"""One port: pages through WSGI in a small pool of threads, live streams under /ev/ natively.

Under plain ASGI Django keeps a database connection for every thread it ever used; the pool keeps as many as it has
threads.
"""

import os
from collections.abc import Awaitable, Callable, MutableMapping
from importlib import import_module
from importlib.util import find_spec
from typing import Any, cast

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "callboard.config.settings")

from a2wsgi import WSGIMiddleware
from django.core.wsgi import get_wsgi_application

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

STREAM = "callboard.kit.live.stream"
THREADS = int(os.environ.get("CALLBOARD_THREADS", "4"))

django_application = get_wsgi_application()
pages = WSGIMiddleware(cast(Any, django_application), workers=THREADS)
live = import_module(STREAM).app if find_spec("callboard.kit.live") and find_spec(STREAM) else None


async def application(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] != "http":
        return
    if live is not None and scope["path"].startswith("/ev/"):
        await live(scope, receive, send)
        return

    async def body() -> MutableMapping[str, Any]:
        # The server's receive gives a future; the WSGI thread can only wait for a coroutine.
        return await receive()

    await pages(scope, body, send)  # type: ignore[arg-type]

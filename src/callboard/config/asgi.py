"""One port: pages through WSGI in a small pool of threads, live streams under /ev/ natively.

Under plain ASGI Django keeps a database connection for every thread it ever used; the pool keeps as many as it has
threads.
"""

import gc
import os
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, cast

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "callboard.config.settings")

from a2wsgi import WSGIMiddleware
from django.core.wsgi import get_wsgi_application

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

THREADS = int(os.environ.get("CALLBOARD_THREADS", "4"))

django_application = get_wsgi_application()
# Only after Django is set up: the stream asks the database who may hear what.
from callboard.kit.live.stream import app as live

# What stands after the start stays for good: looking through it again and again for garbage took a tenth of a large page's
# time, and all of it at once. A page makes some ten thousand objects, nearly all freed without the collector.
gc.collect()
gc.freeze()
gc.set_threshold(50_000, 20, 20)

pages = WSGIMiddleware(cast(Any, django_application), workers=THREADS)


async def application(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] != "http":
        return
    if scope["path"].startswith("/ev/"):
        await live(scope, receive, send)
        return

    async def body() -> MutableMapping[str, Any]:
        # The server's receive gives a future; the WSGI thread can only wait for a coroutine.
        return await receive()

    await pages(scope, body, send)  # type: ignore[arg-type]

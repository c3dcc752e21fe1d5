"""Several people at once: each call in a thread and with a connection of its own."""

from collections.abc import Callable
from threading import Event, Thread
from typing import Any

from django.db import connection, transaction

Call = Callable[[], Any]
Raised = list[BaseException | None]


def at_once(*calls: Call) -> Raised:
    """Run them; what each raised, in their order."""
    raised: Raised = [None] * len(calls)

    def one(place: int, call: Call) -> None:
        try:
            call()
        except BaseException as error:
            raised[place] = error
        finally:
            connection.close()

    threads = [Thread(target=one, args=pair) for pair in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return raised


def one_waits(first: Call, second: Call, seconds: float = 0.6) -> Raised:
    """`first` is done but not over while `second` begins beside it: whatever should wait for the other has to."""
    done, tried = Event(), Event()

    def holds() -> None:
        try:
            with transaction.atomic():
                first()
                done.set()
                tried.wait(seconds)
        finally:
            done.set()

    def comes() -> None:
        done.wait(10)
        try:
            second()
        finally:
            tried.set()

    return at_once(holds, comes)

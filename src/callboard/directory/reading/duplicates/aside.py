"""The search in a process of its own: it takes a minute of one core, and whoever asked for it goes on with other work."""

import multiprocessing
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection

from callboard.directory.reading.duplicates.record import Kind, Record
from callboard.directory.reading.duplicates.scoring import Match
from callboard.directory.reading.duplicates.searching import search

LOOK_S = 0.5


class Broken(Exception):
    """The process ended without an answer."""


def search_aside(
    records: Sequence[Record], kind: Kind, threshold: float, tell: Callable[[int, int], bool]
) -> list[Match] | None:
    """The pairs of a search; None where `tell(done, of)` said to stop, which it is asked about twice a second at least."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(there, list(records), kind, threshold), daemon=True)
    process.start()
    there.close()
    done = (0, len(records))
    try:
        while tell(*done):
            if here.poll(LOOK_S):
                said = here.recv()
                if isinstance(said, list):
                    return said
                done = said
        return None
    except EOFError as error:
        raise Broken(f"the search ended with code {process.exitcode}") from error
    finally:
        process.terminate()
        process.join()
        here.close()


def _work(out: Connection, records: Sequence[Record], kind: Kind, threshold: float) -> None:
    out.send(search(records, kind, threshold, lambda done, of: out.send((done, of))).pairs)

"""``callboard reindex``: make the index of search anew, from the records."""

import argparse
import time

from callboard.core.console import Console


def reindex(arguments: argparse.Namespace) -> int:
    """Batch by batch: people go on searching, and a run that was broken off is continued by the worker or the next run."""
    from callboard.core.search import feed, index
    from callboard.core.search.models import SearchEntry

    console, began = Console(arguments.json), time.monotonic()
    index.forget_marks()
    while not feed.whole():
        if not feed.step():
            time.sleep(feed.LOOK_EVERY_S)
    index.forget_words()
    entries, seconds = SearchEntry.objects.count(), round(time.monotonic() - began, 1)
    console.summary(f"{entries:,} records can be found; {seconds} s", {"entries": entries, "seconds": seconds})
    return 0

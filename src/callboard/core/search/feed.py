"""Keeping the index: what the change feed says, what was marked, and kinds that are not whole yet.

Each step is a transaction that moves its mark, so whoever is killed goes on where the last one stood.  One at a time:
a step holds the row of the feed's mark; another process that comes meanwhile finds nothing to do.
"""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import close_old_connections, transaction
from django.db.models import Max, Q

from callboard.core import changes
from callboard.core.models import Change
from callboard.core.refs import model_of
from callboard.core.registry import SearchSource, register
from callboard.core.search import index
from callboard.core.search.index import FEED
from callboard.core.search.models import SearchMark
from callboard.core.search.source import sources

LOOK_EVERY_S = 0.2
#: Changes of one step; a step is a transaction, and a restart repeats at most one.
CHANGES = 2000


def run(stop: threading.Event) -> None:
    """The worker's thread: steps until told to stop."""
    while not stop.is_set():
        if not step():
            close_old_connections()
            stop.wait(LOOK_EVERY_S)


def step() -> bool:
    """Do the most urgent thing: changes first, then what was marked, then a batch of an unfinished kind.  False for nothing to do."""
    with _mine() as mark:
        if mark is None:
            return False
        return _take_changes(mark) or index.write_stale() > 0 or _build()


@contextmanager
def _mine() -> Iterator[SearchMark | None]:
    """The feed's mark, locked; None while another process holds it."""
    with transaction.atomic():
        mark = SearchMark.objects.select_for_update(skip_locked=True).filter(name=FEED).first()
        if mark is None and not SearchMark.objects.filter(name=FEED).exists():
            newest = Change.objects.aggregate(Max("seq"))["seq__max"] or 0
            SearchMark.objects.bulk_create([SearchMark(name=FEED, at=newest, done=True)], ignore_conflicts=True)
            mark = SearchMark.objects.select_for_update().get(name=FEED)
        yield mark


def _take_changes(mark: SearchMark) -> bool:
    _notice_gap(mark)
    new = Change.objects.filter(seq__gt=mark.at).order_by("seq")[:CHANGES]
    found = list(new.values_list("seq", "kind", "object_id"))
    if not found:
        return False
    by_kind: dict[str, set[int]] = {}
    for _seq, kind, pk in found:
        by_kind.setdefault(kind, set()).add(pk)
    whose = _whose()
    for kind, ids in by_kind.items():
        for source, path in whose.get(kind, ()):
            index.write(source, _owners(kind, path, ids) if path else ids)
    mark.at = found[-1][0] or mark.at
    mark.save(update_fields=["at"])
    return True


def _notice_gap(mark: SearchMark) -> None:
    """Changes that were forgotten before they were read (a worker away for a week): everything is made anew."""
    numbered = Change.objects.exclude(seq=None).order_by("seq")
    oldest = numbered.values_list("seq", flat=True).first()
    if (
        oldest is not None
        and oldest > int(mark.at) + 1
        and SearchMark.objects.filter(done=True).exclude(name=FEED).exists()
    ):
        index.forget_marks()
        mark.at = oldest - 1


def _whose() -> dict[str, list[tuple[SearchSource, str]]]:
    """Kind of a change -> the sources whose rows it touches, and the path from the changed record to theirs."""
    found: dict[str, list[tuple[SearchSource, str]]] = {}
    for source in sources():
        found.setdefault(source.name, []).append((source, ""))
        for kind, path in source.parts.items():
            found.setdefault(kind, []).append((source, path))
    return found


def _owners(kind: str, path: str, ids: set[int]) -> set[int]:
    """The records these parts belong to.  One that was removed is absent: the action that removed it changed its owner."""
    model = model_of(kind)
    if model is None:
        return set()
    return {pk for pk in model._default_manager.filter(pk__in=ids).values_list(path, flat=True) if pk is not None}


def _build() -> bool:
    """One batch of a kind that is new, was declared anew, or is not whole yet."""
    marks = {mark.name: mark for mark in SearchMark.objects.all()}
    for source in sources():
        mark = marks.get(source.name) or SearchMark(name=source.name)
        if mark.edition != source.edition:
            mark.at, mark.done = 0, False
        if not mark.done:
            index.build_some(source, mark)
            return True
    gone = [name for name in marks if name != FEED and register.search_source.get(name) is None]
    if gone:
        SearchMark.objects.filter(name__in=gone).delete()
        index.forget_kinds(gone)
    return bool(gone)


def whole() -> bool:
    """Whether every kind is indexed, as it is declared now."""
    done = dict(SearchMark.objects.filter(done=True).values_list("name", "edition"))
    return all(done.get(source.name) == source.edition for source in sources())


def waiting() -> bool:
    """Whether a committed change is not in the index yet."""
    mark = SearchMark.objects.filter(name=FEED).values_list("at", flat=True).first() or 0
    return Change.objects.filter(Q(seq=None) | Q(seq__gt=mark)).exists()


def catch_up(within_s: float) -> None:
    """Number and index what waits, here and now, for at most so long; a worker that does the same is not disturbed."""
    until = time.monotonic() + within_s
    while time.monotonic() < until:
        changes.number_changes()
        if not step():
            if not waiting():
                return
            time.sleep(0.02)

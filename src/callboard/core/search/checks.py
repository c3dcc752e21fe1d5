"""What keeps the index beside the records: the worker's thread, and the comparison of ``callboard check``."""

from collections.abc import Iterator

from django.db.models import Q

from callboard.core.models import Change
from callboard.core.registry import Check, Difference, Watcher, register
from callboard.core.search import feed, index
from callboard.core.search.models import SearchEntry, SearchMark
from callboard.core.search.source import sources

#: What is on its way is indexed first; a difference is what would stay one.
PATIENCE_S = 5.0


def _index_agrees() -> Iterator[Difference]:
    """Every record's entry says what the record says; a kind whose index is still being made is left out."""
    whole = dict(SearchMark.objects.filter(done=True).values_list("name", "edition"))
    compared = [source for source in sources() if whole.get(source.name) == source.edition]
    if not compared:
        return
    feed.catch_up(PATIENCE_S)
    coming, roots = _on_the_way()
    for source in compared:
        for pk, stored, computed in index.differences(source):
            if (source.name, pk) not in coming and not _of_roots(source.name, pk, roots):
                yield Difference("search", f"{source.name} {pk}", stored, computed)


def _on_the_way() -> tuple[set[tuple[str, int]], set[int]]:
    """Records and accounts with a change no reader of the feed has seen yet (an older transaction is still open)."""
    at = SearchMark.objects.filter(name=index.FEED).values_list("at", flat=True).first() or 0
    rows = list(Change.objects.filter(Q(seq=None) | Q(seq__gt=at)).values_list("kind", "object_id", "root_id"))
    return {(kind, pk) for kind, pk, _root in rows}, {root for *_record, root in rows if root}


def _of_roots(kind: str, pk: int, roots: set[int]) -> bool:
    return bool(roots) and SearchEntry.objects.filter(ref_kind=kind, ref_id=pk, root_id__in=roots).exists()


register.check.add(Check("core.search", _index_agrees))
register.watcher.add(Watcher("search", feed.run))

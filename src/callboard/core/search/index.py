"""Writing the index: for records that changed, for whole kinds, and comparing it with the records.  Set-based throughout."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import connection
from django.db.models import Max
from psycopg import sql

from callboard.core.db.owner import as_owner
from callboard.core.models import Change
from callboard.core.registry import SearchSource, register
from callboard.core.search import source as read
from callboard.core.search.models import SearchEntry, SearchMark
from callboard.core.search.source import Row

BATCH = 1000
FEED = "feed"
#: The dictionary that stems long text; titles and names are indexed as they are written.
LANGUAGE = "english"

_GIVEN = """
given AS (
    SELECT ref_id, root_id, string_to_array(audience, ' ') AS audience,
        string_to_array(people, ' ')::bigint[] AS people, string_to_array(teams, ' ')::bigint[] AS teams,
        owner_id, title, detail, short, string_to_array(keys, E'\\n') AS keys, words::tsvector AS words,
        CASE WHEN body <> '' THEN to_tsvector(%(language)s::regconfig, body) || marks::tsvector END AS body,
        state, weight, at
    FROM unnest(
        %(ref_id)s::bigint[], %(root_id)s::bigint[], %(audience)s::text[], %(people)s::text[], %(teams)s::text[],
        %(owner_id)s::bigint[], %(title)s::text[], %(detail)s::text[], %(short)s::text[], %(keys)s::text[],
        %(words)s::text[], %(body)s::text[], %(marks)s::text[], %(state)s::text[], %(weight)s::int[],
        %(at)s::timestamptz[]
    ) AS rows (ref_id, root_id, audience, people, teams, owner_id, title, detail, short, keys, words, body, marks, state,
        weight, at)
)
"""
_COLUMNS = "root_id, audience, people, teams, owner_id, title, detail, short, keys, words, body, state, weight, at"

_WRITE = f"""
WITH {_GIVEN}
INSERT INTO core_searchentry AS old (ref_kind, ref_id, named, stale, {_COLUMNS})
SELECT %(kind)s, ref_id, %(named)s, false, {_COLUMNS} FROM given
ON CONFLICT (ref_kind, ref_id) DO UPDATE SET (named, stale, {_COLUMNS}) =
    (excluded.named, false, {", ".join(f"excluded.{name}" for name in _COLUMNS.split(", "))})
WHERE (old.named, old.stale, {", ".join(f"old.{name}" for name in _COLUMNS.split(", "))})
    IS DISTINCT FROM (excluded.named, false, {", ".join(f"excluded.{name}" for name in _COLUMNS.split(", "))})
"""  # noqa: S608

_COMPARE = f"""
WITH {_GIVEN}
SELECT given.ref_id, old.title, given.title
FROM given LEFT JOIN core_searchentry AS old ON old.ref_kind = %(kind)s AND old.ref_id = given.ref_id
WHERE (old.named, {", ".join(f"old.{name}" for name in _COLUMNS.split(", "))})
    IS DISTINCT FROM (%(named)s, {", ".join(f"given.{name}" for name in _COLUMNS.split(", "))})
ORDER BY given.ref_id
"""  # noqa: S608

# A word that was only in addresses becomes one that is spelled; never the other way.
_KNOW = """
INSERT INTO core_searchword AS old (word, spelled)
SELECT word, spelled FROM unnest(%s::text[], %s::boolean[]) AS given (word, spelled)
ON CONFLICT (word) DO UPDATE SET spelled = true WHERE excluded.spelled AND NOT old.spelled
"""

#: The last two are the lexicon's.
_FIELDS = Row._fields
_JOINED = {"audience": " ", "people": " ", "teams": " ", "keys": "\n"}


def write(source: SearchSource, ids: Iterable[int]) -> None:
    """Bring the rows of these records up to date: made, changed, or taken away where a record is gone.

    What stands in rows of other kinds (an account's name under its contacts) is marked, and made again later.
    """
    wanted = sorted(set(ids))
    for start in range(0, len(wanted), BATCH):
        some = wanted[start : start + BATCH]
        before = _copied(source.name, some)
        rows = read.rows_of(source, some)
        _insert(source, rows)
        gone = set(some) - {row.ref_id for row in rows}
        if gone:
            SearchEntry.objects.filter(ref_kind=source.name, ref_id__in=gone).delete()
        after = _copied(source.name, some)
        mark_followers(source.name, [pk for pk in some if pk in before and before[pk] != after.get(pk)])


def _insert(source: SearchSource, rows: Sequence[Row]) -> None:
    if not rows:
        return
    with connection.cursor() as cursor:
        cursor.execute(_WRITE, _arguments(source, rows))
    spelled = {word for row in rows for word in row.spelled}
    words = sorted(spelled | {word for row in rows for word in row.unspelled})
    with connection.cursor() as cursor:
        cursor.execute(_KNOW, [words, [word in spelled for word in words]])


def _arguments(source: SearchSource, rows: Sequence[Row]) -> dict[str, Any]:
    columns = zip(*rows, strict=True)
    given: dict[str, Any] = {"kind": source.name, "named": source.named, "language": LANGUAGE}
    for name, values in zip(_FIELDS, columns, strict=True):
        sign = _JOINED.get(name)
        given[name] = [sign.join(map(str, value)) for value in values] if sign else list(values)
    return given


def _copied(kind: str, ids: Sequence[int]) -> dict[int, Any]:
    """What other kinds may have copied from these records; empty for a kind nobody follows."""
    if not _followers(kind):
        return {}
    rows = SearchEntry.objects.filter(ref_kind=kind, ref_id__in=ids)
    return {pk: rest for pk, *rest in rows.values_list("ref_id", "title", "detail", "people", "teams", "root_id")}


def _followers(kind: str) -> list[tuple[SearchSource, str]]:
    return [(each, path) for each in read.sources() for path in sorted(read.follows(each).get(kind, ()))]


def mark_followers(kind: str, ids: Sequence[int]) -> None:
    """Let what copies words or owners of these records be made again."""
    for each, path in _followers(kind) if ids else []:
        those = read.records_of(each).filter(**{f"{path}__in": ids}).values("pk")
        SearchEntry.objects.filter(ref_kind=each.name, ref_id__in=those, stale=False).update(stale=True)


def write_stale(most: int = BATCH) -> int:
    """Make some marked rows again; how many there were."""
    found: dict[str, list[int]] = {}
    stale = SearchEntry.objects.filter(stale=True).order_by("id").values_list("ref_kind", "ref_id")
    for kind, pk in stale[:most]:
        found.setdefault(kind, []).append(pk)
    for kind, ids in found.items():
        source = register.search_source.get(kind)
        if source is None:
            SearchEntry.objects.filter(ref_kind=kind).delete()
        else:
            write(source, ids)
    return sum(map(len, found.values()))


# Whole kinds.


def build_some(source: SearchSource, mark: SearchMark) -> bool:
    """The next batch of a kind, from where its mark stands; True when that was the last.  The mark is saved with it."""
    ids = list(
        read.records_of(source).filter(pk__gt=mark.at).order_by("pk").values_list("pk", flat=True)[:BATCH],
    )
    last = ids[-1] if len(ids) == BATCH else None
    entries = SearchEntry.objects.filter(ref_kind=source.name, ref_id__gt=mark.at)
    if last is not None:
        entries = entries.filter(ref_id__lte=last)
    entries.exclude(ref_id__in=ids).delete()
    _insert(source, read.rows_of(source, ids))
    mark.at, mark.done, mark.edition = last or 0, last is None, source.edition
    mark.save()
    return mark.done


def build_all() -> int:
    """Make the whole index in the transaction under way; how many entries it has.  What changes meanwhile comes by the feed."""
    newest = Change.objects.aggregate(Max("seq"))["seq__max"] or 0
    SearchMark.objects.update_or_create(name=FEED, defaults={"at": newest, "done": True})
    with without_words():
        for source in read.sources():
            mark = SearchMark(name=source.name)
            while not build_some(source, mark):
                pass
    return SearchEntry.objects.count()


@contextmanager
def without_words() -> Iterator[None]:
    """Meanwhile the table has no index of words, where it is empty and ours: made once in the end it costs half."""
    indexes: list[tuple[str, str]] = []
    empty, table = not SearchEntry.objects.exists(), SearchEntry._meta.db_table
    with as_owner() as cursor:
        cursor.execute(
            "SELECT c.relname, pg_get_indexdef(i.indexrelid) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid"
            " JOIN pg_am a ON a.oid = c.relam JOIN pg_class t ON t.oid = i.indrelid"
            " WHERE i.indrelid = %s::regclass AND a.amname = 'gin' AND pg_has_role(current_user, t.relowner, 'USAGE')",
            [table],
        )
        indexes = cursor.fetchall() if empty else []
        for name, _made in indexes:
            cursor.execute(sql.SQL("DROP INDEX {}").format(sql.Identifier(name)))
    yield
    with as_owner() as cursor:
        cursor.execute("SET LOCAL maintenance_work_mem = '256MB'")
        for _name, made in indexes:
            cursor.execute(made)


def forget_marks() -> None:
    """Let the worker make every kind anew, batch by batch; searching goes on meanwhile."""
    SearchMark.objects.exclude(name=FEED).update(at=0, done=False)


def forget_words() -> None:
    """Take away the words nothing has any more.  A title that brings one back at this moment is found by its beginning, and its
    word is known again with the next one.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM core_searchword AS w WHERE NOT EXISTS"
            " (SELECT FROM core_searchentry AS e WHERE e.words @@ quote_literal(w.word)::tsquery)"
        )


def forget_kinds(kinds: Sequence[str]) -> None:
    """Take away the entries of kinds no app declares any more."""
    SearchEntry.objects.filter(ref_kind__in=kinds).delete()


# Comparing.


def differences(source: SearchSource) -> Iterator[tuple[int, str, str]]:
    """(id, stored title, title as it is) of records whose row is missing or says something else; "" for nothing."""
    after = 0
    while True:
        ids = list(read.records_of(source).filter(pk__gt=after).order_by("pk").values_list("pk", flat=True)[:BATCH])
        if not ids:
            break
        with connection.cursor() as cursor:
            cursor.execute(_COMPARE, _arguments(source, read.rows_of(source, ids)))
            for pk, stored, computed in cursor.fetchall():
                yield pk, "no entry" if stored is None else stored, computed
        after = ids[-1]
    too_many = SearchEntry.objects.filter(ref_kind=source.name).exclude(ref_id__in=read.records_of(source).values("pk"))
    for pk, title in too_many.order_by("ref_id").values_list("ref_id", "title").iterator(BATCH):
        yield pk, title, "no record"

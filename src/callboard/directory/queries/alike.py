"""Accounts that may be the same as some about to be made, for many at once.

The names are compared where the index finds them by their beginning: the same sort key, or the same distinctive words.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

from callboard.core.names import sort_key
from callboard.directory.queries.duplicates import candidates_for
from callboard.directory.reading.duplicates import Kind
from callboard.directory.reading.duplicates.record import make
from callboard.directory.reading.names import distinctive

#: How alike two whole names are at least (pg_trgm), and how many accounts one row is asked about.
ALIKE = 0.6
MOST = 5
#: Accounts whose name begins the same, looked at for one row.
POOL = 40
#: Rows the matcher is asked about in one statement.
AT_ONCE = 250


@dataclass(frozen=True)
class Probe:
    """A row: its position, the name and the town it says."""

    position: int
    name: str
    city: str = ""
    region: str = ""
    street: str = ""
    postal_code: str = ""
    phone: str = ""


_ALIKE = """
SELECT given.place, found.id
FROM unnest(%s::int[], %s::text[], %s::text[], %s::text[]) AS given(place, key, start, city)
CROSS JOIN LATERAL (
    SELECT pool.id FROM (
        SELECT id, sort_key, city FROM directory_account
        WHERE sort_key >= given.start AND sort_key < given.start || U&'\\FFFD' AND archived_at IS NULL
        ORDER BY sort_key LIMIT %s
    ) AS pool
    WHERE (pool.sort_key = given.key OR similarity(pool.sort_key, given.key) >= %s)
        AND (pool.sort_key = given.key OR given.city = '' OR pool.city = '' OR lower(pool.city) = given.city)
    ORDER BY pool.sort_key = given.key DESC, similarity(pool.sort_key, given.key) DESC, pool.id LIMIT %s
) AS found
"""


def alike_accounts(probes: Sequence[Probe], *, closely: bool = False) -> dict[int, list[int]]:
    """Position -> ids of accounts that may be the same, the likeliest first: of that name anywhere (two places of one
    organisation are never told apart without a person), of nearly that name in that town where both say one.
    closely: also what the matcher of duplicates finds, misspelt names among them; 3 ms a row among 100,000 accounts."""
    if not probes:
        return {}
    found = _closely(probes) if closely else {}
    for position, ids in _by_beginning(probes).items():
        found[position] = [*dict.fromkeys([*found.get(position, ()), *ids])][:MOST]
    return found


def _closely(probes: Sequence[Probe]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for start in range(0, len(probes), AT_ONCE):
        some = probes[start : start + AT_ONCE]
        rows = [
            make(
                each.position, name=each.name, street=each.street, city=each.city, region=each.region,
                zip=each.postal_code, phones=[each.phone] if each.phone else [],
            )
            for each in some
        ]  # fmt: skip
        for each, candidates in zip(some, candidates_for(rows, Kind.ACCOUNT), strict=True):
            if candidates:
                found[each.position] = [candidate.pk for candidate in candidates]
    return found


def _by_beginning(probes: Sequence[Probe]) -> dict[int, list[int]]:
    keys = [sort_key(probe.name) for probe in probes]
    starts = [_start(probe.name, key) for probe, key in zip(probes, keys, strict=True)]
    given: list[list[Any]] = [
        [probe.position for probe in probes],
        keys,
        starts,
        [probe.city.lower() for probe in probes],
    ]
    found: dict[int, list[int]] = {}
    with connection.cursor() as cursor:
        cursor.execute(_ALIKE, [*given, POOL, ALIKE, MOST])
        for position, pk in cursor.fetchall():
            found.setdefault(position, []).append(pk)
    return found


def _start(name: str, key: str) -> str:
    """Where the names like this one stand in the order of names: its distinctive words, if it begins with them."""
    first = sort_key(distinctive(name))
    return first if key.startswith(first) else key[: max(4, len(key) // 2)]

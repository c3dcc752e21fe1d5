"""The search through a table: blocks, then every pair of a block once, then what belongs together."""

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from callboard.directory.reading.duplicates.clusters import clusters
from callboard.directory.reading.duplicates.common import Common
from callboard.directory.reading.duplicates.keys import keys_of
from callboard.directory.reading.duplicates.record import Kind, Record
from callboard.directory.reading.duplicates.scoring import Match, judge

#: A pair with less is not worth a look; from LIKELY on most are the same.
THRESHOLD, LIKELY = 0.5, 0.9
#: Of a block with more members only neighbours are compared, in the order of their names: n log n in the worst case.
WHOLE_BLOCK, NEIGHBOURS = 40, 6
TELL_EVERY = 1000
Tell = Callable[[int, int], None]


@dataclass(frozen=True)
class Found:
    """Pairs by score, the best first, and the groups they make (keys; two members at least)."""

    pairs: list[Match]
    clusters: list[list[int | str]]
    compared: int


def search(
    records: Sequence[Record],
    kind: Kind,
    threshold: float = THRESHOLD,
    tell: Tell | None = None,
    common: Common | None = None,
) -> Found:
    """All pairs of `records` that score `threshold` or more. tell(done, of) says how far it has come, in records."""
    known = common or Common.of(records)
    pairs, compared = [], 0
    least = -known.prior + _log_odds(threshold)
    for a, b in _candidates(records, known, kind, tell):
        compared += 1
        match = judge(records[a], records[b], known, kind, least)
        if match is not None:
            pairs.append(match)
    pairs.sort(key=lambda match: -match.score)
    return Found(pairs, clusters(pairs), compared)


def _log_odds(threshold: float) -> float:
    return math.log(threshold / (1 - threshold))


def _candidates(records: Sequence[Record], common: Common, kind: Kind, tell: Tell | None) -> Iterator[tuple[int, int]]:
    """Places of two records that share a key, each pair once, the first place the lower one."""
    met = _meetings(records, common, kind)
    for place in range(len(records)):
        if tell is not None and place % TELL_EVERY == 0:
            tell(place, len(records))
        partners = {other for block in met.pop(place, ()) for other in block if other > place}
        for other in sorted(partners):
            yield place, other


def _meetings(records: Sequence[Record], common: Common, kind: Kind) -> dict[int, list[list[int]]]:
    """Place -> the lists of places it may be a twin of. A list is shared by all its members, so this stays small."""
    blocks: dict[int, list[int]] = defaultdict(list)
    for place, record in enumerate(records):
        for key in set(keys_of(record, common, kind)):
            blocks[hash(key)].append(place)
    met: dict[int, list[list[int]]] = defaultdict(list)
    while blocks:
        _, block = blocks.popitem()
        if 1 < len(block) <= WHOLE_BLOCK:
            for place in block:
                met[place].append(block)
        elif len(block) > WHOLE_BLOCK:
            _neighbours(sorted(block, key=lambda place: (records[place].name, place)), met)
    return met


def _neighbours(ordered: Sequence[int], met: dict[int, list[list[int]]]) -> None:
    for at, place in enumerate(ordered):
        for other in ordered[at + 1 : at + 1 + NEIGHBOURS]:
            met[min(place, other)].append([max(place, other)])

"""Which of many records are the same organisation or person: keys, evidence, a score and the reason in words.

Nothing here knows Django. `searching.search` finds the pairs of a table, `scoring.compare` judges one pair,
`table.read` makes records of a plain table.
"""

from callboard.directory.reading.duplicates.clusters import clusters
from callboard.directory.reading.duplicates.common import Common
from callboard.directory.reading.duplicates.record import Kind, Record
from callboard.directory.reading.duplicates.scoring import DIGITS, Match, compare, shown
from callboard.directory.reading.duplicates.searching import LIKELY, THRESHOLD, Found, search

__all__ = [
    "DIGITS",
    "LIKELY",
    "THRESHOLD",
    "Common",
    "Found",
    "Kind",
    "Match",
    "Record",
    "clusters",
    "compare",
    "search",
    "shown",
]

"""The words of all titles: which begin as something typed does, and which it may be a slip of.

Asked before the index itself.  A beginning becomes the words it begins, because the index finds whole words of several at
the price of the rarest, but a beginning at the price of everything that begins so.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import connection

from callboard.core.search import typos

#: A beginning of more words is looked for as it is: each of them is rare enough.
MANY = 60
NEAR = 40
#: What so many words hold is no slip: weighing them all took half a second where 26,000 words ended in "insurance".
COMMON = 300

_QUESTION = f"""
SELECT typed.word, known.word, true
FROM unnest(%(typed)s::text[]) AS typed (word)
CROSS JOIN LATERAL (
    SELECT w.word FROM core_searchword AS w
    WHERE w.word >= typed.word AND w.word < typed.word || E'\\U0010FFFF' ORDER BY w.word LIMIT {MANY + 1}
) AS known
UNION ALL
SELECT typed.word, near.word, false
FROM unnest(%(typed)s::text[], %(inside)s::text[]) AS typed (word, inside)
CROSS JOIN LATERAL (
    SELECT count(*) AS number
    FROM (SELECT FROM core_searchword AS w WHERE w.spelled AND w.word LIKE typed.inside LIMIT {COMMON}) AS held
) AS holding
CROSS JOIN LATERAL (
    SELECT w.word FROM core_searchword AS w
    WHERE holding.number < {COMMON} AND w.spelled
        AND (w.word %% typed.word OR w.word LIKE typed.inside OR w.word = ANY(%(slips)s::text[]))
    ORDER BY similarity(w.word, typed.word) DESC, w.word LIMIT {NEAR}
) AS near
"""  # noqa: S608


@dataclass(frozen=True)
class Known:
    """begun: what was typed, and all words that begin so, where they are few.  near: what it may be a slip of, nearest first."""

    begun: dict[str, tuple[str, ...]] = field(default_factory=dict)
    near: dict[str, list[str]] = field(default_factory=dict)


def look_up(typed: Sequence[str]) -> Known:
    """One question however many words; none for none."""
    if not typed:
        return Known()
    slips = sorted({slip for word in typed if len(word) < 6 for slip in typos.slips(word)})
    given = {"typed": list(typed), "inside": [f"%{escaped(word)}%" for word in typed], "slips": slips}
    begun: dict[str, list[str]] = {}
    near: dict[str, list[str]] = {}
    with connection.cursor() as cursor:
        cursor.execute(_QUESTION, given)
        for word, known, begins in cursor.fetchall():
            (begun if begins else near).setdefault(word, []).append(known)
    meant = {word: _slips_of(word, words) for word, words in near.items()}
    return Known(
        {word: tuple(words) for word, words in begun.items() if len(words) <= MANY},
        {word: words for word, words in meant.items() if words},
    )


def _slips_of(typed: str, words: Sequence[str]) -> list[str]:
    """The nearest; words that begin with it are found without."""
    return [word for word in typos.nearest(typed, words) if not word.startswith(typed)]


def escaped(text: str) -> str:
    """A text that LIKE takes as it is."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")

"""Candidates ranked: numbers and whole names, names that begin so, words in titles, beside them, mended, in texts; and within
each one's own first, then by kind, then the newest."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from callboard.core.refs import Ref
from callboard.core.search import asking
from callboard.core.search.asking import Asked
from callboard.core.search.words import fold, parts

EXACT, BEGINS, IN_TITLE, BESIDE, MENDED, MENDED_BESIDE, IN_TEXT = range(7)
Rank = tuple[int, bool, int, float, int]
#: Arms of the question: the words that are spelled nearly so, and the long texts.
NEAR, TEXTS = 9, (7, 8)


@dataclass(frozen=True)
class Hit:
    """A record that was found and may be seen.  title and detail as indexed; rank orders hits, smallest first."""

    ref: Ref
    title: str
    detail: str
    state: str
    root_id: int | None
    at: datetime | None
    rank: Rank

    @property
    def tier(self) -> int:
        return self.rank[0]


_COLUMNS = [
    "arm",
    "id",
    "ref_kind",
    "ref_id",
    "root_id",
    "title",
    "detail",
    "short",
    "keys",
    "people",
    "state",
    "weight",
    "at",
    "named",
]


def candidates(taken: Iterable[tuple[Any, ...]]) -> list[dict[str, Any]]:
    """The rows once each; of one that several arms gave, the surest arm counts."""
    found: dict[int, tuple[Any, ...]] = {}
    for values in taken:
        if values[1] not in found or values[0] < found[values[1]][0]:
            found[values[1]] = values
    return [dict(zip(_COLUMNS, values, strict=True)) for values in found.values()]


def ranked(taken: Iterable[tuple[Any, ...]], asked: Asked, meaning: Asked, people: frozenset[int]) -> list[Hit]:
    """What the arms gave as hits, best first.  meaning: the question with corrected words; people: the actor and whom they
    stand in for."""
    hits = [
        hit_of(row, _mended(row, meaning) if row["arm"] == NEAR else _tier(row, asked), people)
        for row in candidates(taken)
    ]
    return sorted(hits, key=lambda hit: hit.rank)


def hit_of(row: Mapping[str, Any], tier: int, people: frozenset[int]) -> Hit:
    mine = bool(people.intersection(row["people"]))
    at = row["at"].timestamp() if row["at"] is not None else 0.0
    rank = (tier, not mine, -int(row["weight"]), -at, int(row["id"]))
    ref = Ref(row["ref_kind"], row["ref_id"])
    return Hit(ref, row["title"], row["detail"], row["state"], row["root_id"], row["at"], rank)


def _mended(row: Mapping[str, Any], meaning: Asked) -> int:
    title = asking.title_words(row["short"])
    return MENDED if all(_stands(term, title) for term in meaning.terms) else MENDED_BESIDE


def _tier(row: Mapping[str, Any], asked: Asked) -> int:
    if set(asked.keys).intersection(row["keys"]) or (row["named"] and row["short"] == asked.short):
        return EXACT
    if any(key.startswith(asked.keys) for key in row["keys"]):
        return BEGINS
    if row["named"] and asked.short and row["short"].startswith(asked.short):
        return BEGINS
    title = asking.title_words(row["short"])
    if all(_stands(term, title) for term in asked.terms):
        return IN_TITLE
    return IN_TEXT if row["arm"] in TEXTS else BESIDE


def _stands(term: asking.Term, title: set[str]) -> bool:
    ways = (term.words, ("".join(term.words),), *term.others)
    return any(all(any(word.startswith(part) for word in title) for part in way) for way in ways)


def meant(asked: Asked, corrections: Mapping[str, Sequence[str]], best: Hit) -> str:
    """The text with each mistyped word as it stands in what was found; from a hit that may be seen, so it gives nothing away.
    "" where the best hit has the words as they were typed."""
    if best.tier not in (MENDED, MENDED_BESIDE):
        return ""
    there = asking.title_words(fold(f"{best.title} {best.detail}"))
    words = []
    for term in asked.terms:
        typed = " ".join(term.words)
        near = corrections.get(typed, ()) if not _stands(term, there) else ()
        ways = [word for word in near if word in there and typed not in word]
        words.append(ways[0] if ways else typed)
    said = " ".join(words)
    return said if said != " ".join(" ".join(term.words) for term in asked.terms) else ""


def marked(asked: Asked, corrections: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    found = [word for term in asked.terms for way in (term.words, *term.others) for word in way]
    found += [word for words in corrections.values() for word in words]
    return tuple(dict.fromkeys(part for word in found for part in (parts(word) if "@" in word else [word]) if part))

"""How alike two names are. Words count by how rare they are, so that `Insurance Agency` joins nobody."""

from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import JaroWinkler

from callboard.directory.reading.duplicates.common import MOST, Common
from callboard.directory.reading.duplicates.record import Kind, Record

ALIKE = 0.88
Sign = tuple[float, str]


class Overlap(NamedTuple):
    """What two names share: the rarity of the words matched, and of all words of each."""

    shared: float
    ours: float
    theirs: float

    @property
    def alike(self) -> float:
        whole = self.ours + self.theirs
        return min(2 * self.shared / whole, 1.0) if whole else 0.0

    @property
    def part(self) -> float:
        """How much of the shorter name stands in the longer."""
        least = min(self.ours, self.theirs)
        return self.shared / least if least else 0.0


def at_most(kind: Kind) -> float:
    """The most the names of a pair can say for it: one name of an organisation, two of a person."""
    return MOST if kind is Kind.ACCOUNT else 2 * MOST


def alike(a: Record, b: Record, common: Common, kind: Kind) -> Sign:
    if not (a.name and b.name):
        return 0.0, ""
    return _person(a.name, b.name, common) if kind is Kind.CONTACT else _organisation(a, b, common)


def _organisation(a: Record, b: Record, common: Common) -> Sign:
    found = [
        overlap(ours, theirs, common) for ours in {a.name, a.legal} for theirs in {b.name, b.legal} if ours and theirs
    ]
    best = max(found, key=lambda each: each.alike)
    said = _said(a, b, best.alike)
    if best.alike >= 0.6:
        return min(best.shared, MOST) * best.alike, said
    if best.part >= 0.8:
        return min(best.shared, MOST) * 0.6, f"{said}, one contains the other"
    if best.alike >= 0.4:
        return min(best.shared, MOST) * best.alike * 0.5, said
    return (-1.0, said) if best.alike >= 0.2 else (-2.5, "name differs")


def _said(a: Record, b: Record, alike_by: float) -> str:
    if a.name == b.name:
        return "same name"
    return f"name {alike_by:.0%} alike" if alike_by < 0.995 else "same words in the name"


def overlap(ours: tuple[str, ...], theirs: tuple[str, ...], common: Common) -> Overlap:
    """Each word with its best partner that is spelled much alike, rare words first."""
    weigh = {word: common.weight("word", word, 1.0) + 0.3 for word in {*ours, *theirs}}
    total, rest = sum(weigh[word] for word in ours), list(theirs)
    whole, shared = sum(weigh[word] for word in theirs), 0.0
    for word in sorted(ours, key=lambda each: -weigh[each]):
        if not rest:
            break
        partner, near = _partner(word, rest)
        if near >= ALIKE:
            rest.remove(partner)
            shared += near * min(weigh[word], weigh[partner])
    if shared and "".join(ours) == "".join(theirs):
        shared = max(total, whole)
    return Overlap(shared, total, whole)


def _partner(word: str, rest: list[str]) -> tuple[str, float]:
    if word in rest:
        return word, 1.0
    if word.isdigit() or len(word) < 3:
        return word, 0.0
    best, at = "", 0.0
    for other in rest:
        near = spelled(word, other)
        if near > at:
            best, at = other, near
    return best, at


@lru_cache(maxsize=500_000)
def spelled(a: str, b: str) -> float:
    """Jaro-Winkler; a word and its beginning of four letters are alike (`assoc`, `associates`)."""
    if min(len(a), len(b)) >= 4 and (a.startswith(b) or b.startswith(a)):
        return 0.92
    return 0.0 if b.isdigit() else float(JaroWinkler.similarity(a, b))


def _person(ours: tuple[str, ...], theirs: tuple[str, ...], common: Common) -> Sign:
    """Given and family name each agree, nearly agree or differ; they may have been swapped."""
    straight = _ends(ours, theirs, common)
    turned = _ends(ours, theirs[::-1], common)
    weight, near = max(straight, (turned[0] - 1.0, turned[1]))
    if ours == theirs:
        return weight, "same name"
    if near >= 0.995:
        return weight, "same words in the name"
    return weight, f"name {near:.0%} alike" if near >= 0.5 else "name differs"


def _ends(ours: tuple[str, ...], theirs: tuple[str, ...], common: Common) -> tuple[float, float]:
    if len(ours) == 1 or len(theirs) == 1:
        near = max(spelled(a, b) for a in ours for b in theirs)
        word = max((spelled(a, b), a) for a in ours for b in theirs)[1]
        return (common.weight("word", word) * 0.8, near) if near >= ALIKE else (-2.0, near)
    first, last = _one(ours[0], theirs[0], common), _one(ours[-1], theirs[-1], common)
    return first[0] + last[0], (first[1] + last[1]) / 2


def _one(a: str, b: str, common: Common) -> tuple[float, float]:
    if a == b:
        return common.weight("word", a), 1.0
    if len(a) == 1 or len(b) == 1:
        return (0.5, 0.8) if a[:1] == b[:1] else (-2.0, 0.0)
    near = spelled(a, b)
    if near >= ALIKE:
        return max(common.weight("word", a), common.weight("word", b)) * 0.7, near
    return (0.0, near) if near >= 0.75 else (-1.8, near)

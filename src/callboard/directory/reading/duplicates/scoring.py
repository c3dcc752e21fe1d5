"""One pair: what speaks for it and against it, as a score from 0 to 1 and in words.

Each field adds the logarithm of how much more often it agrees so between twins than between strangers (Fellegi and
Sunter, 1969). How often strangers agree is counted in the table itself (common.py); how often twins differ stands below
and is not fitted to any data.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler

from callboard.directory.reading.duplicates import names
from callboard.directory.reading.duplicates.common import Common
from callboard.directory.reading.duplicates.record import Kind, Record


@dataclass(frozen=True)
class Against:
    """Log odds of a field that differs between the records of one and the same."""

    phone: float
    street: float
    zip: float
    city: float
    region: float
    mail: float
    domain: float
    born: float
    ids: float
    at: float


#: An organisation is a place: another street is another office. A person moves and is written down by many.
AGAINST = {
    Kind.ACCOUNT: Against(-1.2, -4.5, -2.5, -2.0, -1.5, -0.3, -1.0, -2.0, -3.0, 0.0),
    Kind.CONTACT: Against(-0.7, -1.6, -1.6, -1.6, -2.0, -0.5, -0.5, -2.2, -2.2, -1.0),
}
ALIKE, NEARLY = 0.88, 0.8
LONG_MAIL, LONG_LOCAL = 9, 5


@dataclass(frozen=True)
class Signs:
    """The evidence of a pair: log odds with its words, those that speak for it and those against."""

    total: float
    pro: tuple[str, ...]
    con: tuple[str, ...]
    apart: bool


@dataclass(frozen=True)
class Match:
    """A pair with its score. `apart`: two places of one organisation or network, which only a person may call one."""

    a: int | str
    b: int | str
    score: float
    reasons: tuple[str, ...]
    apart: bool = False

    @property
    def why(self) -> str:
        return ", ".join(self.reasons)


def compare(a: Record, b: Record, common: Common, kind: Kind) -> Match:
    """Judge one pair; symmetric in a and b but for their order in the answer."""
    found = judge(a, b, common, kind, -math.inf)
    assert found is not None  # nothing is less
    return found


def judge(a: Record, b: Record, common: Common, kind: Kind, least: float) -> Match | None:
    """The same; None for a pair whose log odds, before the odds of any two, are less than `least`."""
    signs = evidence(a, b, common, kind, least)
    if signs is None or signs.total < least:
        return None
    return Match(a.key, b.key, chance(signs.total + common.prior), (*signs.pro, *signs.con), signs.apart)


def chance(log_odds: float) -> float:
    return 1 / (1 + math.exp(-max(min(log_odds, 30.0), -30.0)))


#: Digits a score is kept with: among hundreds of likely pairs the best are told apart by what stands after many nines.
DIGITS = 14
#: Digits of a score that are shown.
MOST_SHOWN = 6


def shown(score: object) -> str:
    """A score as people read it: two digits, and of a likelier one its nines, "0.87", "0.99", "0.9999"; never rounded up
    to a certainty there is not."""
    rest = max(1 - float(str(score)), 10**-MOST_SHOWN)
    digits = max(2, math.floor(-math.log10(rest) + 1e-9))
    return f"{math.floor((1 - rest) * 10**digits + 1e-9) / 10**digits:.{digits}f}"


def evidence(a: Record, b: Record, common: Common, kind: Kind, least: float = -math.inf) -> Signs | None:
    """What speaks for and against the pair; None for one whose log odds cannot come to `least`, whatever their names say
    (names cost most of the time, and most pairs of a search are such)."""
    if str(b.key) < str(a.key):
        a, b = b, a  # whichever comes first, the answer is one
    place = _places(a, b, common, AGAINST[kind])
    rest = [*place, *_reached(a, b, common, AGAINST[kind])]
    if sum(weight for weight, _ in rest) + names.at_most(kind) < least:
        return None
    name = names.alike(a, b, common, kind)
    found = [name, *rest]
    said = [(weight, words) for weight, words in found if words]
    pro = tuple(words for weight, words in said if weight > 0)
    con = tuple(words for weight, words in said if weight <= 0)
    total = sum(weight for weight, _ in found)
    return Signs(total, pro, con, kind is Kind.ACCOUNT and _apart(a, b, name[0], place))


def _reached(a: Record, b: Record, common: Common, against: Against) -> "list[Sign]":
    return [
        _phones(a, b, common, against.phone),
        _mails(a.mails, b.mails, common, against.mail),
        _shared(a.domains, b.domains, "domain", common, against.domain),
        _born(a.born, b.born, common, against.born),
        _numbers(a.ids, b.ids, common, against.ids),
        _same(a.at, b.at, "at", "employer", common, against.at),
    ]


Sign = tuple[float, str]
NOTHING: Sign = (0.0, "")


def _places(a: Record, b: Record, common: Common, against: Against) -> list[Sign]:
    street = _street(a, b, common, against.street)
    where = [
        _close(a.zip, b.zip, "zip", "postal code", common, against.zip),
        _town(a.city, b.city, common, against.city),
        _same(a.region, b.region, "region", "state", common, against.region),
    ]
    if street[0] > 0:
        # The street and its postal code are one fact, not two: what is less counts by half.
        where = [(weight / 2 if weight > 0 else weight, words) for weight, words in where]
    return [street, *where]


def _street(a: Record, b: Record, common: Common, against: float) -> Sign:
    if not (a.street and b.street):
        return NOTHING
    near = 1.0 if a.street == b.street else _near(a.street, b.street)
    house = bool(a.house and b.house)
    if near >= ALIKE and house and a.house == b.house:
        rare = common.weight("house", a.house) + common.weight("street", a.street)
        return min(rare, 9.0), "same street and number" if near == 1.0 else f"same number, street {near:.0%} alike"
    if near >= NEARLY and not (house and a.house != b.house):
        return common.weight("street", a.street) * 0.8, f"street {near:.0%} alike"
    if near >= ALIKE and house and _typo(a.house, b.house):
        return common.weight("street", a.street) * 0.5 + against / 2, "same street, number nearly"
    if near >= ALIKE:
        return common.weight("street", a.street) * 0.5 + against, "number in the street differs"
    return against, "street differs"


def _near(a: str, b: str) -> float:
    straight = float(JaroWinkler.similarity(a, b))
    if straight >= ALIKE or (" " not in a and " " not in b):
        return straight
    turned = float(JaroWinkler.similarity(" ".join(sorted(a.split())), " ".join(sorted(b.split()))))
    ours, theirs = set(a.split()), set(b.split())
    part = 0.9 if ours <= theirs or theirs <= ours else 0.0
    return max(straight, turned, part)


def _town(a: str, b: str, common: Common, against: float) -> Sign:
    if not (a and b):
        return NOTHING
    if a == b:
        return common.weight("city", a), "same town"
    near = float(JaroWinkler.similarity(a, b))
    return (common.weight("city", a) * 0.8, "") if near >= NEARLY else (against, "town differs")


def _same(a: str, b: str, name: str, word: str, common: Common, against: float) -> Sign:
    if not (a and b):
        return NOTHING
    return (common.weight(name, a), f"same {word}") if a == b else (against, f"{word} differs")


def _close(a: str, b: str, name: str, word: str, common: Common, against: float) -> Sign:
    """A code or date: equal, one slip apart, or different."""
    if a and b and a != b and _typo(a, b):
        return common.weight(name, a) * 0.5, f"{word} nearly the same"
    return _same(a, b, name, word, common, against)


def _shared(a: Iterable[str], b: Iterable[str], name: str, common: Common, against: float) -> Sign:
    word = {"domain": "mail domain", "id": "number"}.get(name, name)
    ours, theirs = frozenset(a), frozenset(b)
    if not (ours and theirs):
        return NOTHING
    both = ours & theirs
    if both:
        return max(common.weight(name, value) for value in both), f"same {word}"
    return against, f"{word} differs"


def _phones(a: Record, b: Record, common: Common, against: float) -> Sign:
    """Colleagues share the number of their office: it says no more than that they work there."""
    weight, words = _shared(a.phones, b.phones, "phone", common, against)
    return (min(weight, 1.0) if a.at and a.at == b.at else weight), words


def _mails(a: frozenset[str], b: frozenset[str], common: Common, against: float) -> Sign:
    """Equal, or two slips of the finger apart."""
    found = _shared(a, b, "mail", common, against)
    if found[0] < 0 and any(_mistyped(ours, theirs) for ours in a for theirs in b):
        return common.weight("mail", "") * 0.8, "mail nearly the same"
    return found


def _mistyped(ours: str, theirs: str) -> bool:
    """ "fe" and "bea" of one firm are two people: what stands before the @ is mostly the same, or nothing is said."""
    (mine, _at, here), (other, _at, there) = ours.partition("@"), theirs.partition("@")
    short = min(len(mine), len(other)) < LONG_LOCAL if here == there else min(len(ours), len(theirs)) < LONG_MAIL
    return not short and _slips(ours, theirs, 2)


def _born(a: str, b: str, common: Common, against: float) -> Sign:
    found = _close(a, b, "born", "day of birth", common, against)
    return (0.0, "day of birth differs in two digits") if found[0] < 0 and _slips(a, b, 2) else found


def _numbers(a: frozenset[str], b: frozenset[str], common: Common, against: float) -> Sign:
    if a and b and not a & b:
        ours, theirs = next(iter(a)), next(iter(b))
        return _close(ours, theirs, "id", "number", common, against)
    return _shared(a, b, "id", common, against)


def _typo(a: str, b: str) -> bool:
    return _slips(a, b, 1)


def _slips(a: str, b: str, most: int) -> bool:
    return abs(len(a) - len(b)) <= most and DamerauLevenshtein.distance(a, b, score_cutoff=most) <= most


def _apart(a: Record, b: Record, name: float, place: list[Sign]) -> bool:
    """Another place of what is called the same or is of one network."""
    one_house = name > 0 or bool(a.legal and a.legal == b.legal) or bool(a.group and a.group == b.group)
    street, *where = place
    elsewhere = any(weight < 0 for weight, _ in where) and not street[0] > 0
    return one_house and (street[0] < 0 or elsewhere)

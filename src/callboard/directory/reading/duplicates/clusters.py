"""What belongs together: pairs join groups only where the groups agree as a whole, so no chain of weak links forms."""

from collections.abc import Iterable

from callboard.directory.reading.duplicates.scoring import Match

#: Two groups become one when the pairs between them, those never scored counted as nothing, come to this on average.
AGREE = 0.5


def clusters(pairs: Iterable[Match]) -> list[list[int | str]]:
    """Groups of two members at least, the strongest pairs first (average linkage)."""
    group: dict[int | str, int] = {}
    members: dict[int, list[int | str]] = {}
    score = {frozenset((pair.a, pair.b)): pair.score for pair in pairs}
    for both, value in sorted(score.items(), key=lambda each: -each[1]):
        a, b = both
        ours, theirs = (_group(key, group, members) for key in (a, b))
        if ours != theirs and _agree(members[ours], members[theirs], score, value):
            for key in members[theirs]:
                group[key] = ours
            members[ours] += members.pop(theirs)
    return [found for found in members.values() if len(found) > 1]


def _group(key: int | str, group: dict[int | str, int], members: dict[int, list[int | str]]) -> int:
    if key not in group:
        group[key] = len(group)
        members[group[key]] = [key]
    return group[key]


def _agree(
    ours: list[int | str], theirs: list[int | str], score: dict[frozenset[int | str], float], best: float
) -> bool:
    total = sum(score.get(frozenset((a, b)), 0.0) for a in ours for b in theirs)
    return total >= AGREE * len(ours) * len(theirs)

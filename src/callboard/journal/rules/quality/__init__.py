"""How well a note is written up: neat 10, complete 55, accurate 20, timely 15 points.

Each part is a file of rules; a rule says its points, its advice, and has examples that are run as tests.  A part loses at
most its points.  Server and page ask the same function.  Change a rule, raise VERSION: the notes are scored again.
"""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from callboard.journal.rules.quality import accurate, complete, neat, timely
from callboard.journal.rules.quality.shape import (
    Broken,
    Doubt,
    Finding,
    Held,
    Note,
    Phone,
    Record,
    Rule,
    Score,
    Sold,
    Someone,
)

#: Kept with every score; raised with every change of a rule.
VERSION = 4
#: Part: (points, label, rules).
PARTS: Mapping[str, tuple[int, object, tuple[Rule, ...]]] = {
    "neat": (10, _("Neat"), neat.RULES),
    "complete": (55, _("Complete"), complete.RULES),
    "accurate": (20, _("Accurate"), accurate.RULES),
    "timely": (15, _("Timely"), timely.RULES),
}


def score(note: Note, record: Record | None = None) -> Score:
    """The score of a note beside what is known.  No query, no clock: the same note has the same score."""
    known = record or Record()
    parts: dict[str, int] = {}
    found: list[Finding] = []
    for part, (points, _label, rules) in PARTS.items():
        here = [finding for rule in rules if (finding := _asked(part, rule, note, known)) is not None]
        parts[part] = round(points - min(points, sum(each.lost for each in here)))
        found += here
    found.sort(key=lambda each: -each.lost)
    return Score(sum(parts.values()), parts, tuple(found))


def follows(broken: Mapping[str, float], note: Note) -> dict[str, int]:
    """The points of the parts as they follow from the stored points lost by rule; what needs no record beside it is asked
    again of the note, so that a check finds a score that is not its note's."""
    parts: dict[str, int] = {}
    for part, (points, _label, rules) in PARTS.items():
        lost = 0.0
        for rule in rules:
            found = None if rule.asks_record else _asked(part, rule, note, Record())
            lost += (
                broken.get(rule.name, 0.0) if rule.asks_record else round(found.lost, 2) if found is not None else 0.0
            )
        parts[part] = round(points - min(points, lost))
    return parts


def _asked(part: str, rule: Rule, note: Note, known: Record) -> Finding | None:
    broken = rule.check(note, known)
    if broken is None or broken.share <= 0:
        return None
    sentence = str(rule.advice).format(**broken.values)
    return Finding(part, rule.name, round(rule.points * min(1.0, broken.share), 2), sentence, broken.doubt)


__all__ = [
    "PARTS",
    "VERSION",
    "Broken",
    "Doubt",
    "Finding",
    "Held",
    "Note",
    "Phone",
    "Record",
    "Rule",
    "Score",
    "Sold",
    "Someone",
    "follows",
    "score",
]

"""What the sender wants, by words: a readable table, no guess.

Each row adds its weight to one intent where its words stand in what the sender wrote (a subject counts once more).  What
is known about the sender moves the sums a little.  The highest sum wins if it is high enough and clearly ahead; else the
answer is "unsure", which a person decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from callboard.intake.reading.intent_words import ROWS

CODES = (
    "new_lead",
    "question",
    "order_change",
    "cancellation",
    "billing",
    "support",
    "vendor",
    "applicant",
    "spam",
    "unsure",
)
#: A sum below this is a guess; so is a lead over the second that is smaller than MARGIN.
ENOUGH, MARGIN = 2.0, 0.75
READ_AT_MOST = 6_000


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known beside the words.  `known`: the sender's account is a customer of ours (None: not looked up)."""

    known: bool | None = None
    kind: str = "message"
    spam_hints: tuple[str, ...] = ()
    open_order: bool = False
    attachments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Intent:
    """An intent's code, how sure (0 to 1), and the words that caused it, as they stand in the mail."""

    code: str
    confidence: float
    words: tuple[str, ...] = ()


def read_intent(subject: str, text: str, facts: Facts | None = None) -> Intent:
    """The intent of what somebody wrote (`text`: their own words, without quotes).  Pure and quick: no more than 6,000 characters are read."""
    facts = facts or Facts()
    if facts.kind in {"bounce", "feedback", "auto_reply"}:
        return Intent("unsure", 0.0)
    sums, words = _sums(subject[:500], text[:READ_AT_MOST])
    _weigh(sums, words, facts)
    ranked = sorted(
        ((total, code) for code, total in sums.items() if total > 0), key=lambda pair: (-pair[0], CODES.index(pair[1]))
    )
    if not ranked:
        return Intent("unsure", 0.0)
    best, code = ranked[0]
    second = ranked[1][0] if len(ranked) > 1 else 0.0
    # A question mark alone decides nothing against a reason that is named.
    if code != "question" and len(ranked) > 1 and ranked[1][1] == "question":
        second = ranked[2][0] if len(ranked) > 2 else 0.0
    if best < ENOUGH or best - second < MARGIN:
        return Intent("unsure", round(_sure(best, second) * 0.5, 2), tuple(words.get(code, ()))[:6])
    return Intent(code, round(_sure(best, second), 2), tuple(words.get(code, ()))[:6])


def _sums(subject: str, text: str) -> tuple[dict[str, float], dict[str, list[str]]]:
    sums: dict[str, float] = {}
    words: dict[str, list[str]] = {}
    for row in ROWS:
        found = [match[0].strip() for part in (subject, text) for match in row.words.finditer(part)][:5]
        if not found:
            continue
        twice = 1.25 if row.words.search(subject) else 1.0
        more = 1 + 0.15 * (len({word.lower() for word in found}) - 1)
        sums[row.code] = sums.get(row.code, 0.0) + row.weight * twice * more
        words.setdefault(row.code, []).extend(word for word in found if word not in words.get(row.code, []))
    return sums, words


def _weigh(sums: dict[str, float], words: dict[str, list[str]], facts: Facts) -> None:
    """What is known about the sender: a customer is no lead, a stranger cannot cancel, change or be billed much."""
    factors: dict[str, float] = {}
    if facts.known is True:
        factors = {"new_lead": 0.5, "vendor": 0.5, "applicant": 0.6, "spam": 0.4, "order_change": 1.15}
        if sums.get("new_lead") and sums["new_lead"] * 0.5 >= 1:
            sums["question"] = sums.get("question", 0.0) + sums["new_lead"] * 0.5
            words.setdefault("question", []).extend(words["new_lead"])
    elif facts.known is False:
        factors = {"new_lead": 1.15, "cancellation": 0.9, "order_change": 0.75, "billing": 0.8}
    for code, factor in factors.items():
        if code in sums:
            sums[code] *= factor
    weight = {
        "marked_by_server": 4.0,
        "many_phrases": 2.0,
        "phrases": 1.0,
        "dmarc_fails": 1.0,
        "shouted_subject": 0.75,
        "loud_subject": 0.5,
        "link_to_number": 1.0,
        "no_sender": 0.5,
    }
    spam = sum(weight.get(hint, 0.0) for hint in facts.spam_hints)
    if spam and facts.known is not True:
        sums["spam"] = sums.get("spam", 0.0) + spam
        words.setdefault("spam", []).extend(hint.replace("_", " ") for hint in facts.spam_hints if hint in weight)
    if any(re.search(r"resume|cv\b|lebenslauf", name, re.IGNORECASE) for name in facts.attachments):
        sums["applicant"] = sums.get("applicant", 0.0) + 3.0
        words.setdefault("applicant", []).extend(facts.attachments[:2])


def _sure(best: float, second: float) -> float:
    """0.5 where the second is as strong, towards 1 with strength and distance."""
    return max(0.0, min(0.99, (best / (best + second + 0.75)) * (1 - 0.5 ** (best / 1.5))))

"""Decisions of the Inbox: who gets what, when it is due, and the sentence that says why."""

from callboard.intake.rules.decide import decide, decide_all, take_turn
from callboard.intake.rules.facts import (
    Conditions,
    Decision,
    ItemFacts,
    Loads,
    Mode,
    People,
    PersonFacts,
    Rule,
    Rules,
    Strategy,
    TurnFacts,
    Turns,
)

__all__ = [
    "Conditions",
    "Decision",
    "ItemFacts",
    "Loads",
    "Mode",
    "People",
    "PersonFacts",
    "Rule",
    "Rules",
    "Strategy",
    "TurnFacts",
    "Turns",
    "decide",
    "decide_all",
    "take_turn",
]

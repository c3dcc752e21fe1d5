"""Reading what somebody wants.  Knows no Django."""

from callboard.intake.reading.intent import CODES, Facts, Intent, read_intent

__all__ = ["CODES", "Facts", "Intent", "read_intent"]

"""A row of an import in words."""

from typing import Any

from callboard.directory.models import ImportRow, Outcome, Verdict
from callboard.directory.rules.importing import reasons, sentence
from callboard.directory.rules.importing.comparing import label_of

TONES = {Verdict.CREATE: "won", Verdict.UPDATE: "acc", Verdict.ASK: "due", Verdict.REFUSE: "over"}
OUTCOME_TONES = {Outcome.DONE: "won", Outcome.REFUSED: "over", Outcome.KEPT: "due"}


def why(row: ImportRow) -> str:
    """What is asked, refused or said of the row; else what it changes; and which cells it is taken without."""
    found = row.said or sentence(row.code, row.plan.get("args", {}))
    found = found or ", ".join(label_of(name) for name in changes_of(row))
    return " ".join(part for part in (found, left_out(row)) if part)


def left_out(row: ImportRow) -> str:
    """The cells a row is taken without; "" for none, or once they were corrected."""
    return reasons.left_out(row.plan) if row.left else ""


def changes_of(row: ImportRow) -> dict[str, list[Any]]:
    return {
        name: pair
        for part in ("account", "contact")
        for name, pair in row.plan.get(part, {}).get("changes", {}).items()
    }


def verdict_of(row: ImportRow) -> tuple[Any, str]:
    return row.get_verdict_display(), TONES.get(Verdict(row.verdict), "")


def outcome_of(row: ImportRow) -> tuple[Any, str] | None:
    if row.outcome == Outcome.WAITING:
        return None
    return row.get_outcome_display(), OUTCOME_TONES.get(Outcome(row.outcome), "")

"""The routing table a new company starts with."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

RULES = Path(__file__).parent / "routing_rules.json"


@dataclass(frozen=True)
class UsualRule:
    """A rule of the file.  code: what it is chosen by; pool: the name of the pool it asks, "" for none; values: its columns."""

    code: str
    pool: str
    values: dict[str, Any]


def usual_rules() -> list[UsualRule]:
    """The rules of the file, in order."""
    rows: list[dict[str, Any]] = json.loads(RULES.read_text(encoding="utf-8"))
    return [UsualRule(row.pop("code"), row.pop("pool", ""), row) for row in rows]

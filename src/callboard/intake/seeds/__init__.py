"""The routing table a new company starts with."""

import json
from pathlib import Path
from typing import Any

RULES = Path(__file__).parent / "routing_rules.json"


def usual_rules() -> list[dict[str, Any]]:
    """Rows of the file, in order: name, strategy, and what each asks; pools by name."""
    rows: list[dict[str, Any]] = json.loads(RULES.read_text(encoding="utf-8"))
    return rows

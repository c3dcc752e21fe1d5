"""The routing table a new company starts with."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

#: What each is called, for translators; a rule keeps the name it was added with.
TITLES = {
    "conversation": _("The same conversation stays with the same person"),
    "cancellations_manager": _("Cancellations to the account manager"),
    "cancellations_desk": _("Cancellations to the desk"),
    "orders": _("Orders and changes to the desk"),
    "questions_owner": _("Questions of large customers to their owner"),
    "billing": _("Billing and support in turn"),
    "leads_central": _("Leads of the middle states in turn"),
    "leads_other": _("Other leads in turn"),
    "questions_desk": _("Questions to the desk"),
    "vendors": _("Vendors and applicants"),
}
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
    return [_usual(**row) for row in rows]


def everything_else(pool: Any) -> dict[str, Any]:
    """The columns of the rule after them, which asks nothing: to a pool even past the limit, for there is none after it."""
    name = gettext("Everything else to the pool {pool}").format(pool=pool)[:120]
    return {"name": name, "strategy": "least_loaded", "pool": pool, "past_limit": True}


def _usual(code: str, pool: str = "", **values: Any) -> UsualRule:
    return UsualRule(code, pool, {"name": str(TITLES[code]), **values})

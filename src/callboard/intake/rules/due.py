"""How urgent an inbound item is, what it costs its holder, and by when its sender should hear from us."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from decimal import Decimal

from callboard.team.rules.business_time import WorkCalendar, by_business_time

#: Urgent first; what is not named is 0.
PRIORITY = {"cancellation": 2, "new_lead": 1, "vendor": -1, "applicant": -1, "spam": -2}


def priority_of(intent: str, medium: str = "mail") -> int:
    """A cancellation before a lead before the rest; whoever holds the line before all of them."""
    return 3 if medium == "phone" else PRIORITY.get(intent, 0)


def units_of(intent: str, medium: str, units: Mapping[str, Decimal]) -> Decimal:
    """Capacity units: `units` names what a call, a lead and a mail cost."""
    if medium == "phone":
        return units["call"]
    return units["lead"] if intent == "new_lead" else units["mail"]


def answer_due(received_at: datetime, tier: str, minutes: Mapping[str, int], calendar: WorkCalendar) -> datetime:
    """The first answer's due instant: the tier's minutes of business time after it came.

    `minutes` maps a tier to its target; "" is whoever has none.
    """
    target = minutes.get(tier, minutes[""])
    return by_business_time(calendar, received_at, timedelta(minutes=target))


def proposal_due(proposed_at: datetime, minutes: int, calendar: WorkCalendar) -> datetime:
    """When a proposal nobody answered goes by itself."""
    return by_business_time(calendar, proposed_at, timedelta(minutes=minutes))

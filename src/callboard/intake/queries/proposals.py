"""Proposals that waited long enough, and how often proposals are right."""

from datetime import datetime, timedelta

from django.db.models import QuerySet

from callboard.intake.models import QueueItem, State
from callboard.intake.queries.settings import intake_settings
from callboard.intake.rules.due import proposal_due
from callboard.team.queries import business_day, company_calendar

#: Being right is counted over this time.
RIGHT_WITHIN = timedelta(days=180)


def overdue_proposals(now: datetime) -> list[QueueItem]:
    """Those whose minutes of business time are over, oldest first."""
    minutes = intake_settings(business_day(now)).proposal_minutes
    waiting = QueueItem.objects.filter(state=State.PROPOSED, proposed_at__lte=now - timedelta(minutes=minutes))
    calendar = company_calendar()
    return [
        item
        for item in waiting.order_by("proposed_at")
        if item.proposed_at and proposal_due(item.proposed_at, minutes, calendar) <= now
    ]


def decided_like(intent: str, now: datetime) -> QuerySet[QueueItem]:
    """The closed or given items of an intent, of the last 180 days: how often it was read right is counted over them."""
    rows = QueueItem.objects.filter(intent=intent, received_at__gte=now - RIGHT_WITHIN)
    return rows.exclude(state__in=[State.WAITING, State.PROPOSED])

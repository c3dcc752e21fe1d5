"""The clock of scheduled lists."""

import logging

from callboard.core import clock
from callboard.core.actions import ActionError, Actor
from callboard.core.jobs import job
from callboard.kit.listing.models import Schedule
from callboard.kit.listing.schedules import send_scheduled

logger = logging.getLogger("callboard.schedules")
SENDER = Actor.clock("kit.schedules")
AT_ONCE = 100


@job(queue="heavy", every="*/5 * * * *", once="kit.send_scheduled", lock="kit.send_scheduled")
def send_scheduled_lists(timestamp: int) -> int:
    """Mail every list whose hour has come; returns how many.  One that fails keeps its hour and is tried again."""
    due = Schedule.objects.filter(paused_at=None, ended_at=None, next_at__lte=clock.now()).order_by("next_at", "id")
    sent = 0
    for schedule in list(due[:AT_ONCE]):
        try:
            send_scheduled(schedule, by=SENDER)
        except ActionError as error:
            logger.warning("scheduled list %s was not sent: %s", schedule.pk, error)
        else:
            sent += 1
    return sent

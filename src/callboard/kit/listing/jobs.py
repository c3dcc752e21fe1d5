"""The clock of scheduled lists."""

import logging
from datetime import timedelta

from callboard.core import clock
from callboard.core.actions import ActionError, Actor
from callboard.core.jobs import job
from callboard.kit.listing.models import Schedule
from callboard.kit.listing.schedules import give_up, send_scheduled

logger = logging.getLogger("callboard.schedules")
SENDER = Actor.clock("kit.schedules")
AT_ONCE = 100
#: How long a list that fails is tried again, every five minutes, before it is paused.
TRIED_FOR = timedelta(hours=1)


@job(queue="heavy", every="*/5 * * * *", once="kit.send_scheduled", lock="kit.send_scheduled")
def send_scheduled_lists(timestamp: int) -> int:
    """Mail every list whose hour has come; returns how many.  One that fails keeps its hour and is tried again, then it
    is paused and its owner told; the others are mailed whatever is wrong with it."""
    due = Schedule.objects.filter(paused_at=None, ended_at=None, next_at__lte=clock.now()).order_by("next_at", "id")
    return sum(_sent(schedule) for schedule in list(due[:AT_ONCE]))


def _sent(schedule: Schedule) -> bool:
    try:
        send_scheduled(schedule, by=SENDER)
    except Exception as error:
        logger.warning(
            "scheduled list %s was not sent: %s", schedule.pk, error, exc_info=not isinstance(error, ActionError)
        )
        _rest(schedule)
        return False
    return True


def _rest(schedule: Schedule) -> None:
    """Pause it where it has failed for long enough."""
    if schedule.next_at is None or clock.now() - schedule.next_at < TRIED_FOR:
        return
    try:
        give_up(schedule, by=SENDER)
    except Exception:
        logger.exception("scheduled list %s could not be paused", schedule.pk)

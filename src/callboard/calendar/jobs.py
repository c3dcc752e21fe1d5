"""What the clock does for calendars: the times of series are worked out as the months go by, people are reminded."""

from callboard.calendar.actions.reminding import tell_reminders
from callboard.calendar.actions.standing import work_out
from callboard.calendar.models import Event, Reminder
from callboard.calendar.queries.reminding import due_now
from callboard.calendar.queries.times import horizon
from callboard.core import clock
from callboard.core.actions import Actor
from callboard.core.jobs import job

CHUNK = 200


@job(queue="heavy", lock="calendar.times", every="20 2 * * *", once="calendar.times")
def work_out_times(timestamp: int) -> int:
    """Series whose times end before the horizon of today; returns how many."""
    today, done = clock.business_day(clock.now()), 0
    _since, until = horizon(today)
    while found := list(
        Event.objects.standing().filter(worked_until__lt=until).exclude(rule="").order_by("pk")[:CHUNK]
    ):
        work_out(found, today)
        done += len(found)
    return done


@job(queue="now", every="* * * * *", once="calendar.remind")
def remind(timestamp: int) -> bool:
    """Tell whoever is to be told by now; a minute in which nobody is writes nothing. Returns whether somebody was."""
    now = clock.now()
    if not Reminder.objects.filter(told_at=None, due_at__lte=now).exists() and not due_now(now):
        return False
    tell_reminders(by=Actor.clock("calendar.remind"))
    return True

"""People are reminded of what begins: once of each time, and again when they ask for it."""

from datetime import datetime, timedelta

from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from callboard.calendar.actions.parts import gone
from callboard.calendar.models import Event, Reminder
from callboard.calendar.queries.reminding import due_now
from callboard.calendar.queries.times import on_the_wall
from callboard.core.actions import Actor, Invalid, Refusal, action
from callboard.core.notify import notify
from callboard.kit.when import time_text

#: So many are told in one go.
CHUNK = 500


class Later(models.TextChoices):
    """When to be told again, in minutes."""

    FIVE = "5", _("In 5 minutes")
    QUARTER = "15", _("In 15 minutes")
    HOUR = "60", _("In an hour")
    DAY = "1440", _("In a day")


@action(
    _("Reminded people of events"),
    who="calendar.manage",
    final=_("They were told."),
    icon="alarm",
    served=False,
)
def tell_reminders(*, by: Actor) -> None:
    """Write down what is due by now and tell whom it is for. A time of an event is told each of them once for each reminder."""
    Reminder.objects.bulk_create(due_now(by.now), ignore_conflicts=True)
    rows = Reminder.objects.select_for_update(of=("self",)).filter(told_at=None, due_at__lte=by.now)
    for each in rows.select_related("event", "person").order_by("due_at", "pk")[:CHUNK]:
        each.told_at = by.now
        each.save(update_fields=["told_at"])
        if each.event.removed_at is None:
            notify(each.person, "event_reminder", by=by, subject=each.event.title, text=_when(each), ref=each.event)


def _when(reminder: Reminder) -> str:
    event = reminder.event
    try:
        at = on_the_wall(reminder.key)
    except ValueError:
        at = event.starts
    day = date_format(at, "l, M j")
    place = f", {event.place}" if event.place else ""
    if not isinstance(at, datetime):
        return f"{day}{place}"
    elsewhere = f" ({event.zone})" if event.zone != str(reminder.person.zone) else ""
    return _now("{day}, {time}{zone}{place}").format(day=day, time=time_text(at.time()), zone=elsewhere, place=place)


@action(
    _("Asked to be reminded again"),
    said=_("You are told again of “{event}”"),
    who="calendar.view",
    final=_("You are told once."),
    icon="alarm",
)
def remind_again(event: Event, *, by: Actor, later: Later = Later.QUARTER) -> Event:
    """Whoever asks for it is told of the next time once more."""
    if by.person is None:
        raise Invalid({"later": _("Only a person is reminded.")})
    following = (
        event.occurrences.filter(days__endswith__gt=by.today).order_by("days").values_list("key", flat=True).first()
    )
    due = by.now + timedelta(minutes=int(later))
    Reminder.objects.create(event=event, person=by.person, key=following or "", minutes=None, due_at=due)
    return event


@remind_again.can
def _may_ask(event: Event, now: datetime) -> Refusal | None:
    return gone(event)

"""How long before something its people are reminded."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Alarm(models.TextChoices):
    """The usual ways; what a file brought besides is kept as it is (`OTHER`)."""

    NONE = "none", _("No reminder")
    START = "0", _("When it starts")
    FIVE = "5", _("5 minutes before")
    QUARTER = "15", _("15 minutes before")
    HALF = "30", _("30 minutes before")
    HOUR = "60", _("An hour before")
    DAY = "1440", _("A day before")
    WEEK = "10080", _("A week before")
    OTHER = "other", _("As it was brought in")


def alarms_of(alarm: Alarm, before: list[int] | None = None) -> list[int]:
    """The minutes an event is kept with. before: those it has."""
    if alarm == Alarm.OTHER:
        return list(before or [])
    return [] if alarm == Alarm.NONE else [int(alarm)]


def alarm_of(minutes: list[int]) -> Alarm:
    """The way minutes are offered as."""
    if not minutes:
        return Alarm.NONE
    known = [each for each in Alarm if each.value == str(minutes[0])]
    return known[0] if known and len(minutes) == 1 else Alarm.OTHER

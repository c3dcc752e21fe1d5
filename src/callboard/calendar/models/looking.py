"""What each person hides of the calendar, and what they are reminded of."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from callboard.calendar.models.events import Event


class HiddenLayers(models.Model):
    """The layers of the calendar page a person does not want to see: values of `Layer`, names of date sources."""

    person = models.OneToOneField("team.Person", models.CASCADE, primary_key=True, related_name="+")
    layers = ArrayField(models.CharField(max_length=40), default=list)

    class Meta:
        default_permissions = ()


class Reminder(models.Model):
    """Somebody is told of a time of an event (`key`) once. minutes: which of its reminders; None for one they asked for besides."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="reminders")
    person = models.ForeignKey("team.Person", models.CASCADE, related_name="+")
    key = models.CharField(max_length=19)
    minutes = models.PositiveIntegerField(null=True)
    due_at = models.DateTimeField()
    told_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["event", "person", "key", "minutes"], name="reminder_once")]
        indexes = [models.Index(fields=["due_at"], condition=Q(told_at=None), name="reminder_due")]

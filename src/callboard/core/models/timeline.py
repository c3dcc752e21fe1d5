"""The timeline: one line an event, over the records of every app."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models


class TimelineEntry(models.Model):
    """One line of an account's timeline: an index over records of every app."""

    id = models.BigAutoField(primary_key=True)
    root_id = models.BigIntegerField()
    at = models.DateTimeField()
    kind = models.CharField(max_length=60)
    ref_kind = models.CharField(max_length=60)
    ref_id = models.BigIntegerField()
    title = models.CharField(max_length=300)
    text = models.TextField(blank=True)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    audience = ArrayField(models.CharField(max_length=30), default=list)
    pinned = models.BooleanField(default=False)

    class Meta:
        indexes = (
            models.Index(fields=["root_id", "-at", "id"], name="timeline_root"),
            models.Index(fields=["ref_kind", "ref_id"], name="timeline_ref"),
            models.Index(fields=["person", "-at", "-id"], name="timeline_person"),
            models.Index(fields=["root_id"], name="timeline_pinned", condition=models.Q(pinned=True)),
        )

    def __str__(self) -> str:
        return self.title

"""Time a person keeps for one thing."""

from datetime import datetime

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from callboard.core.access import Access
from callboard.core.history import history
from callboard.core.leavers import WorksHere
from callboard.core.models import Model


class InstantRange(models.Func):
    """From an instant up to before another, as a PostgreSQL tstzrange."""

    function = "TSTZRANGE"
    output_field = DateTimeRangeField()


class TimeBlockQuerySet(models.QuerySet["TimeBlock"]):
    """Sets of time blocks."""

    def running(self, now: "datetime | models.Expression") -> "TimeBlockQuerySet":
        """Those that keep the queue away at an instant."""
        return self.filter(ended_at=None, starts_at__lte=now, ends_at__gt=now)


@history
class TimeBlock(Model):
    """From when until when a person works on one thing and is given nothing else. Ended early, it holds until `ended_at`."""

    person = models.ForeignKey("team.Person", models.PROTECT, related_name="time_blocks", verbose_name=_("Person"))
    purpose = models.CharField(_("For"), max_length=120)
    starts_at = models.DateTimeField(_("From"))
    ends_at = models.DateTimeField(_("Until"))
    ended_at = models.DateTimeField(_("Ended early"), null=True, blank=True)

    # Whoever may see a colleague may see that they are not to be disturbed, and for what.
    access = Access(own="person", team="person__team", view="team.view")
    objects = TimeBlockQuerySet.as_manager()
    named_by = ("purpose",)

    class Meta:
        ordering = ["-starts_at", "-id"]
        verbose_name = _("time block")
        verbose_name_plural = _("time blocks")
        triggers = [WorksHere("person", ended_at=None)]
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="block_forward"),
            ExclusionConstraint(
                name="block_no_overlap",
                expressions=[
                    (InstantRange("starts_at", "ends_at", RangeBoundary()), RangeOperators.OVERLAPS),
                    ("person", RangeOperators.EQUAL),
                ],
                condition=Q(ended_at__isnull=True),
            ),
        ]
        indexes = [models.Index(fields=["person", "ends_at"], name="block_person")]

    def __str__(self) -> str:
        return self.purpose

    @property
    def until_at(self) -> datetime:
        """When it ended, or will."""
        return self.ended_at or self.ends_at

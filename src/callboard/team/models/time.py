"""When people work: weekly hours, holidays, absences."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from callboard.core.access import Access
from callboard.core.history import history
from callboard.core.leavers import WorksHere
from callboard.core.models import Model
from callboard.kit.listing.models import Weekday
from callboard.team.models.people import Person


@history
class WorkHours(Model):
    """One stretch of a weekday on which a person works, in wall time of the person's zone.

    A person without any row works the company's hours.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="hours", verbose_name=_("Person"))
    weekday = models.PositiveSmallIntegerField(_("Weekday"), choices=Weekday)
    starts = models.TimeField(_("From"))
    ends = models.TimeField(_("To"))

    access = Access(own="person", team="person__team")

    class Meta:
        ordering = ["person_id", "weekday", "starts"]
        verbose_name = _("working hours")
        verbose_name_plural = _("working hours")
        constraints = [
            models.UniqueConstraint(fields=["person", "weekday", "starts"], name="hours_once"),
            models.CheckConstraint(condition=Q(ends__gt=F("starts")), name="hours_forward"),
            models.CheckConstraint(condition=Q(weekday__lte=6), name="hours_weekday"),
        ]

    def __str__(self) -> str:
        return f"{self.get_weekday_display()} {self.starts:%H:%M}-{self.ends:%H:%M}"


@history
class Holiday(Model):
    """A day nobody of a region works. An empty region means everybody; US holds for US-TX too."""

    on = models.DateField(_("Day"))
    name = models.CharField(_("Name"), max_length=120)
    region = models.CharField(_("Region"), max_length=16, blank=True, default="")

    access = Access()

    class Meta:
        ordering = ["on", "region"]
        verbose_name = _("holiday")
        verbose_name_plural = _("holidays")
        constraints = [models.UniqueConstraint(fields=["on", "region"], name="holiday_once")]

    def __str__(self) -> str:
        return f"{self.name}, {self.on:%Y-%m-%d}"


class DayRange(models.Func):
    """Both days included, as a PostgreSQL daterange."""

    function = "DATERANGE"
    output_field = DateRangeField()


@history
class Absence(Model):
    """Days, both included, on which a person does not work, and who stands in for them."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="absences", verbose_name=_("Person"))
    starts_on = models.DateField(_("From"))
    ends_on = models.DateField(_("To"))
    cover = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="covers", verbose_name=_("Cover")
    )
    note = models.CharField(_("Note"), max_length=250, blank=True, default="")
    withdrawn_at = models.DateTimeField(_("Withdrawn"), null=True, blank=True)

    access = Access(own="person", team="person__team")

    class Meta:
        ordering = ["-starts_on", "-id"]
        verbose_name = _("absence")
        verbose_name_plural = _("absences")
        triggers = [WorksHere("cover", withdrawn_at=None)]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="absence_forward"),
            models.CheckConstraint(condition=~Q(cover=F("person")) | Q(cover__isnull=True), name="absence_cover_other"),
            ExclusionConstraint(
                name="absence_no_overlap",
                expressions=[
                    (
                        DayRange("starts_on", "ends_on", RangeBoundary(inclusive_lower=True, inclusive_upper=True)),
                        RangeOperators.OVERLAPS,
                    ),
                    ("person", RangeOperators.EQUAL),
                ],
                condition=Q(withdrawn_at__isnull=True),
            ),
        ]
        indexes = [models.Index(fields=["cover", "ends_on"], name="absence_cover_days")]

    def __str__(self) -> str:
        return f"{self.person}, {self.starts_on:%Y-%m-%d} - {self.ends_on:%Y-%m-%d}"

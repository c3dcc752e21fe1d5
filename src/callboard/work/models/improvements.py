"""A change of how work is done, with the figure before and after."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from callboard.core.access import Access
from callboard.core.history import history
from callboard.core.models import Model


class Figure(models.TextChoices):
    """What an improvement is measured by: hours of work a hand-off spends in a part on average, or how many are in time."""

    WAITING = "waiting", _("Waits for the department, hours")
    WORK = "work", _("Is worked on, hours")
    OURS = "ours", _("Waits for us, hours")
    ALL = "all", _("In all, hours")
    RATE = "rate", _("In time, %")


class ImprovementState(models.TextChoices):
    """Where an improvement stands."""

    RUNNING = "running", _("Runs")
    ENDED = "ended", _("Ended")
    DROPPED = "dropped", _("Dropped")


@history
class Improvement(Model):
    """What is changed in how a department's hand-offs go, by whom, from which day; what it is measured by.

    weeks: so many before its first day are what it is compared with.  While it runs both figures are worked out when they are
    asked for; ended, `before`, `after` and the finished hand-offs they count stay as they were. A figure is absent where they
    were too few.
    """

    title = models.CharField(_("What is changed"), max_length=200)
    text = models.TextField(_("Why and how"), blank=True, default="")
    team = models.ForeignKey("team.Team", models.PROTECT, related_name="improvements", verbose_name=_("Department"))
    person = models.ForeignKey("team.Person", models.PROTECT, related_name="improvements", verbose_name=_("By"))
    figure = models.CharField(_("Measured by"), max_length=8, choices=Figure, default=Figure.ALL)
    weeks = models.PositiveSmallIntegerField(_("Weeks before it"), default=8)
    starts_on = models.DateField(_("From"))
    ends_on = models.DateField(_("Until, not included"), null=True, blank=True)
    state = models.CharField(_("State"), max_length=8, choices=ImprovementState, default=ImprovementState.RUNNING)
    before = models.DecimalField(_("Before"), max_digits=9, decimal_places=1, null=True, blank=True, editable=False)
    before_count = models.PositiveIntegerField(_("Hand-offs before"), null=True, blank=True, editable=False)
    after = models.DecimalField(_("After"), max_digits=9, decimal_places=1, null=True, blank=True, editable=False)
    after_count = models.PositiveIntegerField(_("Hand-offs after"), null=True, blank=True, editable=False)

    access = Access(own="person", team="team person__team", view="work.view")
    named_by = ("title",)

    class Meta:
        ordering = ["-id"]
        verbose_name = _("improvement")
        verbose_name_plural = _("improvements")
        constraints = [
            models.CheckConstraint(condition=Q(weeks__gte=1, weeks__lte=52), name="improvement_weeks"),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name="improvement_dates"
            ),
            models.CheckConstraint(
                condition=Q(state="ended", ends_on__isnull=False) | ~Q(state="ended") & Q(ends_on=None),
                name="improvement_ended_has_day",
            ),
        ]
        indexes = [models.Index(fields=["team", "-id"], name="improvement_team")]

    def __str__(self) -> str:
        return self.title

    def roots(self) -> set[int]:
        """It is about no account."""
        return set()

"""How soon something is promised to be answered and done, and the clocks that count it."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from callboard.core.access import Access
from callboard.core.history import history
from callboard.core.models import Model
from callboard.directory.models import Tier


class Counted(models.TextChoices):
    """What is counted; whoever adds a kind hears of its clocks by register.clock."""

    HANDOFF = "work.handoff", _("Hand-offs")


@history
class ServiceLevel(Model):
    """Within which working time things of a kind are answered and done, from a day on.

    Without a team it holds for every department, without a tier for every account; the level that
    says more about something holds for it. A time that is not said is not measured.
    """

    kind = models.CharField(_("For"), max_length=48, choices=Counted)
    team = models.ForeignKey(
        "team.Team", models.PROTECT, null=True, blank=True, related_name="service_levels", verbose_name=_("Department")
    )
    tier = models.CharField(_("Tier"), max_length=1, choices=Tier, blank=True, default="")
    response_hours = models.DecimalField(
        _("First response, hours of work"), max_digits=7, decimal_places=2, null=True, blank=True
    )
    resolution_hours = models.DecimalField(
        _("Done, hours of work"), max_digits=7, decimal_places=2, null=True, blank=True
    )
    starts_on = models.DateField(_("From"))
    ends_on = models.DateField(_("Until, not included"), null=True, blank=True)

    access = Access(view="work.view")
    named_by = ("kind", "tier")

    class Meta:
        ordering = ["kind", "team_id", "tier", "-starts_on", "id"]
        verbose_name = _("service level")
        verbose_name_plural = _("service levels")
        constraints = [
            models.CheckConstraint(
                condition=Q(response_hours__gt=0) | Q(response_hours=None), name="servicelevel_response"
            ),
            models.CheckConstraint(
                condition=Q(resolution_hours__gt=0) | Q(resolution_hours=None), name="servicelevel_resolution"
            ),
            models.CheckConstraint(
                condition=Q(response_hours__isnull=False) | Q(resolution_hours__isnull=False),
                name="servicelevel_measures_something",
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name="servicelevel_dates"
            ),
            models.UniqueConstraint(
                fields=["kind", "team", "tier"],
                condition=Q(ends_on=None),
                nulls_distinct=False,
                name="servicelevel_once",
            ),
        ]

    def __str__(self) -> str:
        label = self.get_kind_display()
        return f"{label}, {self.tier}" if self.tier else str(label)


class Measure(models.TextChoices):
    """What a clock measures."""

    RESPONSE = "response", _("First response")
    RESOLUTION = "resolution", _("Done")


class ClockState(models.TextChoices):
    """What became of a clock."""

    RUNNING = "running", _("Runs")
    PAUSED = "paused", _("Stands")
    MET = "met", _("In time")
    MISSED = "missed", _("Late")
    DROPPED = "dropped", _("Not counted")


class ClockQuerySet(models.QuerySet["Clock"]):
    """Sets of clocks."""

    def running(self) -> ClockQuerySet:
        """Those that run."""
        return self.filter(state=ClockState.RUNNING)


@history
class Clock(Model):
    """One time that is counted for one thing. It knows no more of that than its kind: whoever asked for it keeps a foreign
    key to it and hears of it by register.clock.

    team: in whose hours it counts, the company's without one.  used_seconds: counted up to its last pause; since_at: from
    when it runs.  reckoned_by: the print of the calendar its instants were reckoned by.  breached_at: when its time was
    used up.
    """

    kind = models.CharField(_("For"), max_length=48, choices=Counted)
    measure = models.CharField(_("Measures"), max_length=10, choices=Measure)
    level = models.ForeignKey(ServiceLevel, models.PROTECT, related_name="clocks", verbose_name=_("Service level"))
    team = models.ForeignKey(
        "team.Team", models.PROTECT, null=True, blank=True, related_name="clocks", verbose_name=_("Department")
    )
    tier = models.CharField(_("Tier then"), max_length=1, choices=Tier, blank=True, default="")
    state = models.CharField(_("State"), max_length=8, choices=ClockState, default=ClockState.RUNNING)
    started_at = models.DateTimeField(_("Began"))
    allowed_seconds = models.PositiveIntegerField(_("Working time it has, seconds"))
    used_seconds = models.PositiveIntegerField(_("Working time used, seconds"), default=0)
    since_at = models.DateTimeField(_("Runs since"), null=True, blank=True)
    stood_at = models.DateTimeField(_("Stands since"), null=True, blank=True)
    due_at = models.DateTimeField(_("Due"), null=True, blank=True)
    warn_at = models.DateTimeField(_("Warns"), null=True, blank=True)
    warned_at = models.DateTimeField(_("Warned"), null=True, blank=True)
    breached_at = models.DateTimeField(_("Late since"), null=True, blank=True)
    reckoned_by = models.CharField(_("Reckoned by"), max_length=64, blank=True, default="")

    access = Access(team="team", view="work.view")
    objects = ClockQuerySet.as_manager()
    named_by = ("measure",)

    class Meta:
        ordering = ["id"]
        verbose_name = _("clock")
        verbose_name_plural = _("clocks")
        constraints = [
            models.CheckConstraint(
                condition=Q(state="running", since_at__isnull=False, due_at__isnull=False, stood_at=None)
                | Q(since_at=None, stood_at__isnull=False) & ~Q(state="running"),
                name="clock_runs_or_stands",
            ),
            models.CheckConstraint(
                condition=~Q(state="missed") | Q(breached_at__isnull=False), name="clock_missed_has_instant"
            ),
        ]
        indexes = [
            models.Index(fields=["due_at"], condition=Q(state="running", breached_at=None), name="clock_due"),
            models.Index(fields=["warn_at"], condition=Q(state="running", warned_at=None), name="clock_warn"),
        ]

    def __str__(self) -> str:
        return str(self.get_measure_display())

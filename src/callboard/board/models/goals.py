"""Goals, and the record of a closed day."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from callboard.core.access import Access
from callboard.core.history import history
from callboard.core.models import Model


class Metric(models.TextChoices):
    """What the board counts, and a goal may be set on."""

    NET_MRR = "net_mrr", _("Net new MRR")
    NEW_MRR = "new_mrr", _("New MRR")
    ONE_TIME = "one_time", _("One-time revenue")
    UNITS = "units", _("Units")
    SAVED_MRR = "saved_mrr", _("Saved MRR")


class Tick(models.TextChoices):
    """What must be true before a day is closed."""

    LEDGER = "ledger", _("Totals equal the ledger")
    REASONS = "reasons", _("Every cancellation has a reason")
    NOTES = "notes", _("No conversation without a note")
    QUEUE = "queue", _("Everything in the queue has an owner")
    PROMISES = "promises", _("Every promise is kept or moved")


@history
class Goal(Model):
    """What a person, a team or the whole company is to reach in a month. MRR and money in dollars, units as a count."""

    access = Access(own="person", team="team person__team")

    metric = models.CharField(_("What counts"), max_length=12, choices=Metric, default=Metric.NEW_MRR)
    person = models.ForeignKey(
        "team.Person", models.PROTECT, null=True, blank=True, related_name="goals", verbose_name=_("Rep")
    )
    team = models.ForeignKey(
        "team.Team", models.PROTECT, null=True, blank=True, related_name="goals", verbose_name=_("Team")
    )
    starts_on = models.DateField(_("Month"))
    amount = models.DecimalField(_("Goal"), max_digits=14, decimal_places=2)

    class Meta:
        verbose_name = _("goal")
        verbose_name_plural = _("goals")
        constraints = [
            models.CheckConstraint(condition=Q(person=None) | Q(team=None), name="goal_one_holder"),
            models.CheckConstraint(condition=Q(amount__gt=0), name="goal_amount"),
            models.CheckConstraint(condition=Q(metric__in=Metric.values), name="goal_metric"),
            models.UniqueConstraint(
                fields=["metric", "starts_on", "person", "team"], nulls_distinct=False, name="goal_once_a_month"
            ),
        ]
        indexes = [models.Index(fields=["-starts_on", "-id"], name="goal_month")]

    def __str__(self) -> str:
        return f"{self.get_metric_display()} {self.starts_on:%Y-%m}"

    @property
    def holder(self) -> Any:
        """The person or team; None is the company."""
        return self.person or self.team


class DayClose(models.Model):
    """A closed business day as it stood: the figures, frozen. Never changed; a later correction is of its own day."""

    access = Access()

    id = models.BigAutoField(primary_key=True)
    day = models.DateField(_("Day"), unique=True)
    closed_at = models.DateTimeField(_("Closed"))
    closed_by = models.ForeignKey(
        "team.Person", models.PROTECT, null=True, related_name="+", verbose_name=_("Closed by")
    )
    snapshot = models.JSONField()
    summary = models.TextField(_("Summary"), blank=True, default="")

    class Meta:
        verbose_name = _("close of a day")
        verbose_name_plural = _("closes of days")

    def __str__(self) -> str:
        return f"{self.day:%Y-%m-%d}"

    def roots(self) -> set[int]:
        return set()

    def get_absolute_url(self) -> str:
        return reverse("closed-day", args=[f"{self.day:%Y-%m-%d}"])


class CloseTick(models.Model):
    """One tick of a closed day: who ticked it, when, and what it stood on."""

    access = Access()

    id = models.BigAutoField(primary_key=True)
    day = models.DateField(_("Day"))
    tick = models.CharField(_("Tick"), max_length=10, choices=Tick)
    ticked_by = models.ForeignKey("team.Person", models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    note = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        verbose_name = _("tick of a day")
        verbose_name_plural = _("ticks of a day")
        constraints = [models.UniqueConstraint(fields=["day", "tick"], name="closetick_once")]

    def __str__(self) -> str:
        return f"{self.day:%Y-%m-%d} {self.get_tick_display()}"

    def roots(self) -> set[int]:
        return set()

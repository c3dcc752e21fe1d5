"""What the contact report counts.  Counted by the clock, never by hand: a hundred thousand accounts are not added up while
somebody waits.  What a count says is recomputed by `check`."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from callboard.core.access import Access


class ContactCount(models.Model):
    """One count of a business day; the last of a day stands.  figures: totals, evenness and load as JSON."""

    access = Access(view="board.contact")

    day = models.DateField(_("Day"), unique=True)
    counted_at = models.DateTimeField(_("Counted"))
    figures = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("count of contacts")
        verbose_name_plural = _("counts of contacts")

    def __str__(self) -> str:
        return f"{self.day:%Y-%m-%d}"

    def roots(self) -> set[int]:
        return set()


class ContactTally(models.Model):
    """How many accounts of one owner, tier, size, state and language stand how, and what they pay a month: as last counted.

    owner and team are numbers without a foreign key: a tally is thrown away with the next count.
    """

    access = Access(view="board.contact")

    owner = models.BigIntegerField(null=True)
    team = models.BigIntegerField(null=True)
    tier = models.CharField(max_length=1)
    size = models.CharField(max_length=6)
    region = models.CharField(max_length=60)
    standing = models.CharField(max_length=8)
    accounts = models.PositiveIntegerField()
    mrr = models.DecimalField(max_digits=16, decimal_places=2)

    class Meta:
        verbose_name = _("tally of contacts")
        verbose_name_plural = _("tallies of contacts")
        indexes = [models.Index(fields=["owner"], name="contacttally_owner")]

    def __str__(self) -> str:
        return f"{self.owner} {self.tier} {self.standing}"


class RepDay(models.Model):
    """What one person did with customers on one business day.

    Scores and lags are those of notes whose person has seen their score: nobody reads them here first.
    seen: conversations by mail the program saw; written: those of them written up the same business day.
    """

    access = Access(view="board.contact")

    person = models.ForeignKey("team.Person", models.CASCADE, related_name="+")
    day = models.DateField()
    calls = models.PositiveIntegerField(default=0)
    mails = models.PositiveIntegerField(default=0)
    meetings = models.PositiveIntegerField(default=0)
    conversations = models.PositiveIntegerField(default=0)
    reached = models.PositiveIntegerField(default=0)
    seen = models.PositiveIntegerField(default=0)
    written = models.PositiveIntegerField(default=0)
    scored = models.PositiveIntegerField(default=0)
    score_sum = models.PositiveIntegerField(default=0)
    lag_minutes = models.PositiveBigIntegerField(default=0)

    class Meta:
        verbose_name = _("day of a person")
        verbose_name_plural = _("days of people")
        constraints = [models.UniqueConstraint(fields=["day", "person"], name="repday_once")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.day:%Y-%m-%d}"

"""Territories: which accounts belong together, who holds them in which role, and the drafts that change it.

What a territory says and who holds it are dated rows.  A row that is only planned belongs to a change and has no first
day yet; the change gives it one when it is put into force.
"""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateRangeField, RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from callboard.core.access import Access
from callboard.core.history import history
from callboard.core.leavers import WorksHere
from callboard.core.models import Model
from callboard.team.models.people import Person, Pool


class OwnerRole(models.TextChoices):
    """`owner` is the one person answerable for an account; the others stand beside them."""

    OWNER = "owner", _("Owner")
    SUPPORT = "support", _("Support")


class InForce(models.Func):
    """From its first day up to, not including, the day it ended."""

    function = "DATERANGE"
    output_field = DateRangeField()


def _one_at_a_time(name: str, *same: str) -> ExclusionConstraint:
    return ExclusionConstraint(
        name=name,
        expressions=[
            *((field, RangeOperators.EQUAL) for field in same),
            (InForce("starts_on", "ends_on", RangeBoundary()), RangeOperators.OVERLAPS),
        ],
        condition=Q(starts_on__isnull=False),
    )


@history
class Territory(Model):
    """A part of the market.  What it covers and who holds it stands in its dated rows."""

    name = models.CharField(_("Name"), max_length=120, unique=True)
    note = models.CharField(_("What it is for"), max_length=250, blank=True, default="")

    access = Access()
    named_by = ("name",)

    class Meta:
        ordering = ["name"]
        verbose_name = _("territory")
        verbose_name_plural = _("territories")

    def __str__(self) -> str:
        return self.name


@history
class TerritoryChange(Model):
    """A draft of who is to have what, published for a day.  Then it is put into force, account by account."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        PUBLISHED = "published", _("Published")
        APPLYING = "applying", _("Being put into force")
        APPLIED = "applied", _("In force")
        UNDOING = "undoing", _("Being taken back")
        UNDONE = "undone", _("Taken back")
        DROPPED = "dropped", _("Thrown away")

    name = models.CharField(_("Name"), max_length=120)
    note = models.TextField(_("Why"), blank=True, default="")
    state = models.CharField(_("State"), max_length=10, choices=State, default=State.DRAFT, editable=False)
    starts_on = models.DateField(_("From"), null=True, blank=True)
    realign = models.BooleanField(
        _("Also accounts somebody else has today"),
        default=False,
        help_text=_(
            "Without it only accounts move whose territory or holder changes; what was given by hand since stays."
        ),
    )
    #: What was shown when it was published, beside what came of it.
    foreseen = models.PositiveIntegerField(_("Accounts to move"), null=True, editable=False)
    moved = models.PositiveIntegerField(_("Accounts moved"), null=True, editable=False)
    applied_at = models.DateTimeField(_("Put into force"), null=True, editable=False)
    published_by = models.ForeignKey(
        Person, models.PROTECT, null=True, related_name="+", verbose_name=_("Published by"), editable=False
    )

    access = Access(view="team.territories")
    named_by = ("name",)

    class Meta:
        ordering = ["-id"]
        verbose_name = _("change of territories")
        verbose_name_plural = _("changes of territories")
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["draft", "dropped"]) | Q(starts_on__isnull=False), name="change_has_day"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Dated(Model):
    """A row of a territory that is planned by a change, in force, or over."""

    change = models.ForeignKey(
        TerritoryChange, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Change")
    )
    ended_by = models.ForeignKey(TerritoryChange, models.PROTECT, null=True, blank=True, related_name="+")
    starts_on = models.DateField(_("From"), null=True, blank=True)
    ends_on = models.DateField(_("Until"), null=True, blank=True)

    class Meta:
        abstract = True


@history
class TerritoryTerms(Dated):
    """What a territory covers: accounts in one of the places, of one of the kinds and tiers.  Nothing said is no condition.

    order: of two territories that cover an account the first has it.  closed: it covers nothing any more.
    """

    territory = models.ForeignKey(Territory, models.PROTECT, related_name="terms", verbose_name=_("Territory"))
    order = models.PositiveSmallIntegerField(_("Order"), default=50)
    states = ArrayField(models.CharField(max_length=60), verbose_name=_("States"), default=list, blank=True)
    postal = ArrayField(models.CharField(max_length=10), verbose_name=_("Postal codes"), default=list, blank=True)
    kinds = ArrayField(models.CharField(max_length=12), verbose_name=_("Kinds"), default=list, blank=True)
    tiers = ArrayField(models.CharField(max_length=1), verbose_name=_("Tiers"), default=list, blank=True)
    closed = models.BooleanField(_("Closed"), default=False)

    access = Access()

    class Meta:
        ordering = ["order", "territory_id"]
        verbose_name = _("terms of a territory")
        verbose_name_plural = _("terms of territories")
        constraints = [
            models.CheckConstraint(condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name="terms_dates"),
            models.UniqueConstraint(fields=["territory", "change"], name="terms_once_a_change"),
            _one_at_a_time("terms_one_at_a_time", "territory"),
        ]

    def __str__(self) -> str:
        return str(self.territory)


@history
class TerritoryHolder(Dated):
    """Who answers for the accounts of a territory in a role: a person, or a pool that shares them.  Neither: nobody."""

    territory = models.ForeignKey(Territory, models.PROTECT, related_name="holders", verbose_name=_("Territory"))
    role = models.CharField(_("Role"), max_length=12, choices=OwnerRole, default=OwnerRole.OWNER)
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="territories", verbose_name=_("Person")
    )
    pool = models.ForeignKey(
        Pool, models.PROTECT, null=True, blank=True, related_name="territories", verbose_name=_("Pool")
    )

    access = Access()

    class Meta:
        ordering = ["territory_id", "role"]
        verbose_name = _("holder of a territory")
        verbose_name_plural = _("holders of territories")
        triggers = [WorksHere("person", ends_on=None)]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name="holder_dates"),
            models.CheckConstraint(condition=Q(person=None) | Q(pool=None), name="holder_one"),
            models.UniqueConstraint(fields=["territory", "role", "change"], name="holder_once_a_change"),
            _one_at_a_time("holder_one_at_a_time", "territory", "role"),
        ]
        indexes = [models.Index(fields=["person"], condition=Q(ends_on=None), name="holder_person")]

    def __str__(self) -> str:
        return str(self.person or self.pool or _("Nobody"))

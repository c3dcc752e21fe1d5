"""Saved views of lists, whose default they are, live links of lists, and lists that are mailed by the clock."""

from typing import Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from callboard.core.access import Access
from callboard.core.files import ShaField
from callboard.core.leavers import WorksHere
from callboard.core.models import Model


def _owner() -> Any:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("Owner"), editable=False
    )


class Sharing(models.TextChoices):
    """Who else sees a view."""

    MINE = "mine", _("Only me")
    TEAM = "team", _("My team")
    ALL = "all", _("Everybody")


class SavedView(Model):
    """A list as somebody wants to see it again.

    page: the name of the list.  query: its state, {parameter: [values]} as in its address (kit.listing.address).
    audience: the tokens of core.access of whoever sees it; the owner's is always among them.
    """

    owner = _owner()
    page = models.CharField(_("List"), max_length=60, editable=False)
    name = models.CharField(_("Name"), max_length=80)
    query = models.JSONField(_("State"), default=dict, editable=False)
    sharing = models.CharField(_("Seen by"), max_length=5, choices=Sharing, default=Sharing.MINE)
    audience = ArrayField(models.CharField(max_length=30), default=list, editable=False)
    deleted_at = models.DateTimeField(_("Removed"), null=True, editable=False)
    #: Whether the list opens with it: no columns, but annotated for whoever looks (saved.views_of).
    my_default: bool
    team_default: bool

    access = Access(own="owner", team="owner__team", audience="audience")

    class Meta:
        verbose_name = _("saved view")
        verbose_name_plural = _("saved views")
        triggers = (WorksHere("owner", deleted_at=None, sharing=["team", "all"]),)
        indexes = (models.Index(fields=["page", "id"], name="savedview_page", condition=Q(deleted_at__isnull=True)),)

    def __str__(self) -> str:
        return self.name


class ViewDefault(models.Model):
    """The view a list opens with: for a person or for a team.  who: a token of core.access, ``person:7`` or ``team:3``."""

    id = models.BigAutoField(primary_key=True)
    page = models.CharField(max_length=60)
    who = models.CharField(max_length=30)
    view = models.ForeignKey(SavedView, models.CASCADE, related_name="defaults")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["page", "who"], name="viewdefault_once"),)

    def __str__(self) -> str:
        return f"{self.page} {self.who}"


class LiveLink(Model):
    """A list as an address a spreadsheet fetches again and again, with the rights its owner has at that moment."""

    owner = _owner()
    page = models.CharField(_("List"), max_length=60, editable=False)
    name = models.CharField(_("Name"), max_length=80)
    query = models.JSONField(_("State"), default=dict, editable=False)
    #: core.Link holds the token, hashed.
    link = models.OneToOneField("core.Link", models.PROTECT, related_name="+", editable=False)
    expires_on = models.DateField(_("Ends on"), null=True, blank=True)
    last_used_at = models.DateTimeField(_("Last fetched"), null=True, editable=False)
    ended_at = models.DateTimeField(_("Ended"), null=True, editable=False)
    #: The token itself: no column, only whoever has just made the link holds it.
    secret: str

    access = Access(own="owner", team="owner__team", view="kit.links")

    class Meta:
        verbose_name = _("live link")
        verbose_name_plural = _("live links")
        indexes = (models.Index(fields=["owner", "-id"], name="livelink_owner"),)

    def __str__(self) -> str:
        return self.name


class Every(models.TextChoices):
    """How often a list is mailed."""

    DAY = "day", _("Every working day")
    WEEK = "week", _("Every week")
    MONTH = "month", _("Every month")


class Weekday(models.IntegerChoices):
    """Days as Python counts them."""

    MONDAY = 0, _("Monday")
    TUESDAY = 1, _("Tuesday")
    WEDNESDAY = 2, _("Wednesday")
    THURSDAY = 3, _("Thursday")
    FRIDAY = 4, _("Friday")
    SATURDAY = 5, _("Saturday")
    SUNDAY = 6, _("Sunday")


class Schedule(Model):
    """A list sent by mail, with its workbook, when its hour comes; each receiver gets the rows they may see themselves."""

    owner = _owner()
    page = models.CharField(_("List"), max_length=60, editable=False)
    name = models.CharField(_("Name"), max_length=80)
    query = models.JSONField(_("State"), default=dict, editable=False)
    every = models.CharField(_("How often"), max_length=5, choices=Every, default=Every.WEEK)
    weekday = models.PositiveSmallIntegerField(_("Weekday"), choices=Weekday, default=Weekday.MONDAY)
    day = models.PositiveSmallIntegerField(_("Day of the month"), default=1)
    hour = models.PositiveSmallIntegerField(_("Hour"), default=8)
    #: The zone its hours are counted in.
    zone = models.CharField(max_length=64, editable=False)
    next_at = models.DateTimeField(_("Next"), null=True, editable=False)
    last_at = models.DateTimeField(_("Last sent"), null=True, editable=False)
    paused_at = models.DateTimeField(_("Paused"), null=True, editable=False)
    #: Why it is paused, where it was not its owner who did it.
    paused_note = models.CharField(max_length=300, blank=True, editable=False)
    ended_at = models.DateTimeField(_("Ended"), null=True, editable=False)

    access = Access(own="owner", team="owner__team", view="kit.schedules")

    class Meta:
        verbose_name = _("scheduled list")
        verbose_name_plural = _("scheduled lists")
        triggers = (WorksHere("owner", ended_at=None, paused_at=None),)
        constraints = (
            models.CheckConstraint(condition=Q(hour__lte=23), name="schedule_hour"),
            models.CheckConstraint(condition=Q(day__gte=1, day__lte=28), name="schedule_day"),
            models.CheckConstraint(condition=Q(weekday__lte=6), name="schedule_weekday"),
        )
        indexes = (
            models.Index(
                fields=["next_at"], name="schedule_due", condition=Q(paused_at__isnull=True, ended_at__isnull=True)
            ),
        )

    def __str__(self) -> str:
        return self.name


class Receiver(Model):
    """Somebody of ours a scheduled list goes to.  stopped_at: they asked for no more."""

    schedule = models.ForeignKey(Schedule, models.CASCADE, related_name="receivers", verbose_name=_("Scheduled list"))
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("Person"), editable=False
    )
    stopped_at = models.DateTimeField(_("Stopped"), null=True, editable=False)

    access = Access(own="person schedule__owner", view="kit.schedules")

    class Meta:
        verbose_name = _("receiver of a list")
        verbose_name_plural = _("receivers of lists")
        constraints = (models.UniqueConstraint(fields=["schedule", "person"], name="receiver_once"),)

    def __str__(self) -> str:
        return str(self.person)


class Enclosure(models.Model):
    """A file that goes with a notice to one of our people; the file itself lies in the store under its hash."""

    id = models.BigAutoField(primary_key=True)
    notice = models.ForeignKey("core.Notice", models.CASCADE, related_name="enclosures")
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=100)
    sha256 = ShaField()
    #: What it was drawn from, the operation that opens that, and how far it reached: asked again before it leaves.
    page = models.CharField(max_length=60, blank=True)
    operation = models.CharField(max_length=60, blank=True)
    reach = models.CharField(max_length=4, default="all")

    def __str__(self) -> str:
        return self.name

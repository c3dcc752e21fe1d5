"""Calendars, what stands in them, and each time it happens."""

from __future__ import annotations

from datetime import date, datetime

from django.contrib.postgres.fields import ArrayField, DateRangeField
from django.contrib.postgres.indexes import GistIndex
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from callboard.core.access import Access
from callboard.core.history import history
from callboard.core.leavers import WorksHere
from callboard.core.models import Model


class Layer(models.TextChoices):
    """What a calendar is for; its colour and its place in the legend."""

    CONVENTIONS = "conventions", _("Conventions")
    SALES = "sales", _("Sales month")
    TRAINING = "training", _("Trainings")
    TEAM = "team", _("Team")
    PERSONAL = "personal", _("Personal")


class EventState(models.TextChoices):
    """Whether it takes place."""

    CONFIRMED = "confirmed", _("Confirmed")
    TENTATIVE = "tentative", _("Tentative")
    CANCELLED = "cancelled", _("Cancelled")


#: What a category is drawn in, by the letters of the stylesheet.
TONES = [
    ("", _("As its calendar")), ("s", _("Petrol")), ("d", _("Blue")), ("x", _("Amber")), ("m", _("Ink")), ("o", _("Slate")),
]  # fmt: skip


def everybody() -> list[str]:
    return ["all"]


@history
class Calendar(Model):
    """One layer of the calendar page: everybody's, or one person's own (`owner`), which nobody else sees.

    audience: the tokens of whoever sees what stands in it.  zone: of what is written without one; "" is the company's.
    """

    name = models.CharField(_("Name"), max_length=120)
    layer = models.CharField(_("What for"), max_length=12, choices=Layer, default=Layer.TEAM)
    owner = models.ForeignKey(
        "team.Person", models.PROTECT, null=True, blank=True, related_name="calendars", verbose_name=_("Whose")
    )
    zone = models.CharField(_("Time zone"), max_length=64, blank=True, default="")
    audience = ArrayField(models.CharField(max_length=30), default=everybody, editable=False)
    archived_at = models.DateTimeField(_("Archived"), null=True, blank=True)

    access = Access(own="owner", team="owner__team", audience="audience")

    class Meta:
        ordering = ["layer", "name", "id"]
        verbose_name = _("calendar")
        verbose_name_plural = _("calendars")
        triggers = [WorksHere("owner", archived_at=None)]
        constraints = [
            models.CheckConstraint(
                condition=Q(layer="personal", owner__isnull=False) | ~Q(layer="personal") & Q(owner__isnull=True),
                name="calendar_personal_has_owner",
            ),
            models.UniqueConstraint(
                "owner", condition=Q(layer="personal", archived_at=None), name="calendar_one_personal"
            ),
            models.UniqueConstraint("name", condition=Q(owner=None, archived_at=None), name="calendar_name_once"),
        ]

    def __str__(self) -> str:
        return self.name


@history
class Category(Model):
    """A word events are marked with, kept by administrators. A retired one stays where it is and is offered no more."""

    name = models.CharField(_("Name"), max_length=60, unique=True)
    tone = models.CharField(_("Colour"), max_length=8, blank=True, default="", choices=TONES)
    retired_at = models.DateTimeField(_("Retired"), null=True, blank=True)

    access = Access()

    class Meta:
        ordering = ["name"]
        verbose_name = _("category")
        verbose_name_plural = _("categories")

    def __str__(self) -> str:
        return self.name


class EventQuerySet(models.QuerySet["Event"]):
    """Sets of events."""

    def standing(self) -> EventQuerySet:
        """Not taken out of the calendar."""
        return self.filter(removed_at=None)

    def ahead(self, today: date) -> EventQuerySet:
        """Those that still happen, series among them."""
        return self.standing().filter(~Q(rule="") | Q(ends_on__gte=today))


@history
class Event(Model):
    """What stands in a calendar, once or again and again, in wall time and zone: a meeting at nine stays at nine.

    All day: both times absent, `ends_on` the last day within.  rule: of its recurrence (RFC 5545); adds, leaves: further starts
    and left-out ones, as ISO text of the wall.  series, recurrence_of: it stands instead of that start of the series.
    """

    calendar = models.ForeignKey(Calendar, models.PROTECT, related_name="calendar_events", verbose_name=_("Calendar"))
    uid = models.CharField(max_length=300)
    title = models.CharField(_("What"), max_length=300)
    starts_on = models.DateField(_("From"))
    starts_time = models.TimeField(_("At"), null=True, blank=True)
    ends_on = models.DateField(_("To"))
    ends_time = models.TimeField(_("Until"), null=True, blank=True)
    zone = models.CharField(_("Time zone"), max_length=64, blank=True, default="")
    rule = models.CharField(_("Repeats"), max_length=500, blank=True, default="")
    adds = ArrayField(models.CharField(max_length=19), default=list, blank=True)
    leaves = ArrayField(models.CharField(max_length=19), default=list, blank=True)
    series = models.ForeignKey("self", models.CASCADE, null=True, blank=True, related_name="changed")
    recurrence_of = models.CharField(max_length=19, blank=True, default="")
    text = models.TextField(_("Text"), blank=True, default="")
    place = models.CharField(_("Place"), max_length=300, blank=True, default="")
    url = models.CharField(_("Link"), max_length=2000, blank=True, default="")
    state = models.CharField(_("State"), max_length=9, choices=EventState, default=EventState.CONFIRMED)
    busy = models.BooleanField(_("Busy"), default=True)
    private = models.BooleanField(_("Private"), default=False)
    categories = ArrayField(models.CharField(max_length=60), default=list, blank=True, verbose_name=_("Categories"))
    account = models.ForeignKey(
        "directory.Account",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="calendar_events",
        verbose_name=_("Account"),
    )
    organizer = models.ForeignKey(
        "team.Person",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="calendar_events",
        verbose_name=_("Organizer"),
    )
    organizer_address = models.CharField(_("Organizer's address"), max_length=254, blank=True, default="")
    alarms = ArrayField(models.PositiveIntegerField(), default=list, blank=True, verbose_name=_("Reminders"))
    sequence = models.PositiveIntegerField(default=0)
    audience = ArrayField(models.CharField(max_length=30), default=everybody, editable=False)
    worked_since = models.DateField(null=True, editable=False)
    worked_until = models.DateField(null=True, editable=False)
    removed_at = models.DateTimeField(_("Removed"), null=True, blank=True)

    access = Access(own="organizer calendar__owner", team="organizer__team", audience="audience")
    objects = EventQuerySet.as_manager()
    named_by = ("title",)

    class Meta:
        ordering = ["starts_on", "starts_time", "id"]
        verbose_name = _("event")
        verbose_name_plural = _("events")
        triggers = [WorksHere("organizer", removed_at=None)]
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_time__isnull=True, ends_time__isnull=True, zone="")
                | Q(starts_time__isnull=False, ends_time__isnull=False) & ~Q(zone=""),
                name="event_times_whole",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__gt=F("starts_on"))
                | Q(ends_on=F("starts_on"), ends_time__isnull=True)
                | Q(ends_on=F("starts_on"), ends_time__gte=F("starts_time")),
                name="event_forward",
            ),
            models.CheckConstraint(
                condition=Q(series__isnull=True, recurrence_of="")
                | Q(series__isnull=False, rule="") & ~Q(recurrence_of=""),
                name="event_exception_whole",
            ),
            models.UniqueConstraint(
                fields=["calendar", "uid", "recurrence_of"], condition=Q(removed_at=None), name="event_uid_once"
            ),
        ]
        indexes = [models.Index(fields=["account", "-id"], condition=Q(account__isnull=False), name="event_account")]

    def __str__(self) -> str:
        return self.title or str(_("(no title)"))

    @property
    def all_day(self) -> bool:
        """Whether it is about days, not about times."""
        return self.starts_time is None

    @property
    def starts(self) -> date | datetime:
        """Its start on the wall."""
        return self.starts_on if self.starts_time is None else datetime.combine(self.starts_on, self.starts_time)

    @property
    def ends(self) -> date | datetime:
        """Its end on the wall; of an all-day event the last day within."""
        return self.ends_on if self.ends_time is None else datetime.combine(self.ends_on, self.ends_time)


class Occurrence(models.Model):
    """One time an event happens, worked out of it: what the pages read. `check` compares, a job keeps two years ahead.

    key: its start in the series, on the wall.  days: from first to last in UTC, so that one index finds what a month shows
    in any zone.  starts_at, ends_at: absent for whole days, whose days are `days`.
    """

    event = models.ForeignKey(Event, models.CASCADE, related_name="occurrences")
    calendar = models.ForeignKey(Calendar, models.CASCADE, related_name="+")
    key = models.CharField(max_length=19)
    days = DateRangeField()
    starts_at = models.DateTimeField(null=True)
    ends_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["event", "key"], name="occurrence_once")]
        indexes = [GistIndex(fields=["days"], name="occurrence_days")]


class Answer(models.TextChoices):
    """What a guest said."""

    NEEDS_ACTION = "needs-action", _("No answer yet")
    ACCEPTED = "accepted", _("Comes")
    TENTATIVE = "tentative", _("Maybe")
    DECLINED = "declined", _("Does not come")
    DELEGATED = "delegated", _("Sends somebody")


@history
class Guest(Model):
    """Whoever is asked to come: one of us, a contact, or an address.  by_file: a calendar file named them, nobody asked them here."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="guests", verbose_name=_("Event"))
    person = models.ForeignKey("team.Person", models.PROTECT, null=True, blank=True, related_name="+")
    contact = models.ForeignKey("directory.Contact", models.PROTECT, null=True, blank=True, related_name="+")
    address = models.CharField(_("Mail address"), max_length=254, blank=True, default="")
    name = models.CharField(_("Name"), max_length=120, blank=True, default="")
    optional = models.BooleanField(_("May stay away"), default=False)
    answer = models.CharField(_("Answer"), max_length=12, choices=Answer, default=Answer.NEEDS_ACTION)
    answered_at = models.DateTimeField(_("Answered"), null=True, blank=True)
    by_file = models.BooleanField(default=False, editable=False)
    #: What of the event they were last sent, as `queries.asked.fingerprint` has it; "": nothing yet.
    told = models.CharField(max_length=16, blank=True, default="", editable=False)
    told_at = models.DateTimeField(_("Invited"), null=True, editable=False)

    access = Access(own="event__organizer", team="event__organizer__team")

    class Meta:
        ordering = ["optional", "id"]
        verbose_name = _("guest")
        verbose_name_plural = _("guests")
        constraints = [
            models.UniqueConstraint("event", "person", condition=Q(person__isnull=False), name="guest_person_once"),
            models.UniqueConstraint("event", "address", condition=~Q(address=""), name="guest_address_once"),
        ]

    def __str__(self) -> str:
        return self.name or self.address

    @property
    def answer_label(self) -> str:
        """What they said, in words."""
        return self.get_answer_display()

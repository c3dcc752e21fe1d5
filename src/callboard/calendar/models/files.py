"""Calendar files that were brought, each with what it would do or did; and calendars given away as an address."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from callboard.calendar.models.events import Calendar, everybody
from callboard.core.access import Access
from callboard.core.files import ShaField
from callboard.core.models import Model


class FileState(models.TextChoices):
    """Where a calendar file stands."""

    READ = "read", _("Read, nothing brought in yet")
    DONE = "done", _("Brought in")
    BACK = "back", _("Taken back")
    DROPPED = "dropped", _("Dropped")


class EventFile(Model):
    """An .ics file for one calendar: read first, brought in when somebody says so, taken back whole.

    rows: of each event [result, uid, title, start, why], result one of created, updated, same, skipped, refused; a private
    one has neither uid nor title.  made, was: the
    ids it created and what others said before, by id, each with the version it left them at: what was changed since is kept.
    """

    calendar = models.ForeignKey(Calendar, models.PROTECT, related_name="files", verbose_name=_("Calendar"))
    person = models.ForeignKey("team.Person", models.PROTECT, null=True, related_name="+", verbose_name=_("Brought by"))
    name = models.CharField(_("File"), max_length=200)
    sha = ShaField(editable=False)
    zone = models.CharField(_("Zone of times that name none"), max_length=64)
    state = models.CharField(_("State"), max_length=8, choices=FileState, default=FileState.READ)
    rows = models.JSONField(default=list, editable=False)
    made = models.JSONField(default=dict, editable=False)
    was = models.JSONField(default=dict, editable=False)
    created = models.PositiveIntegerField(_("New"), default=0)
    updated = models.PositiveIntegerField(_("Changed"), default=0)
    left = models.PositiveIntegerField(_("Left as they are"), default=0)
    refused = models.PositiveIntegerField(_("Refused"), default=0)
    audience = ArrayField(models.CharField(max_length=30), default=everybody, editable=False)

    access = Access(own="person calendar__owner", audience="audience")

    class Meta:
        ordering = ["-id"]
        verbose_name = _("calendar file")
        verbose_name_plural = _("calendar files")

    def __str__(self) -> str:
        return self.name


class Detail(models.TextChoices):
    """How much a feed says of each event."""

    ALL = "all", _("Everything")
    TITLES = "titles", _("What and when")
    BUSY = "busy", _("Busy times alone")


class Feed(Model):
    """An address other calendars fetch again and again, with the rights its owner has at that moment.

    calendar: of it alone, else of all its owner sees.  others: with the dates other apps know, absences among them."""

    owner = models.ForeignKey("team.Person", models.PROTECT, related_name="+", verbose_name=_("Whose"))
    name = models.CharField(_("Name"), max_length=80)
    calendar = models.ForeignKey(
        Calendar, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Calendar")
    )
    others = models.BooleanField(_("With deadlines, absences and other dates"), default=False)
    detail = models.CharField(_("What it says"), max_length=8, choices=Detail, default=Detail.ALL)
    #: core.Link holds the token, hashed.
    link = models.OneToOneField("core.Link", models.PROTECT, related_name="+", editable=False)
    last_used_at = models.DateTimeField(_("Last fetched"), null=True, editable=False)
    ended_at = models.DateTimeField(_("Ended"), null=True, editable=False)
    #: The token itself: no column, only whoever has just made the feed holds it.
    secret: str

    access = Access(own="owner", view="calendar.feeds")

    class Meta:
        ordering = ["-id"]
        verbose_name = _("calendar feed")
        verbose_name_plural = _("calendar feeds")

    def __str__(self) -> str:
        return self.name

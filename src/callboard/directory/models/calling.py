"""When sales calls may be made where, and who was allowed to make one all the same."""

from django.db import models
from django.db.models import F, Q
from django.utils import formats, timezone
from django.utils.translation import gettext_lazy as _

from callboard.core.access import Access
from callboard.core.history import history
from callboard.core.models import Model
from callboard.directory.models.contact import Contact
from callboard.directory.models.medium import Medium

#: `08:00-20:00` in wall time, the end not included; nothing where no call is made all day.
HOURS = r"^(([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-4]):[0-5][0-9])?$"


@history
class CallingWindow(Model):
    """A row of the calling hours: what holds in a country or a state from a day on, until a later row of the same place.

    Without a region it holds in all of the country. Windows and limits bind calls and texts whose purpose is sales or
    campaign. Where a state's row and its country's both hold, both must allow.
    """

    access = Access()

    country = models.CharField(_("Country"), max_length=2, default="US")
    region = models.CharField(_("State"), max_length=60, blank=True, default="")
    weekdays = models.CharField(_("Monday to Friday"), max_length=11, blank=True, default="")
    saturday = models.CharField(_("Saturday"), max_length=11, blank=True, default="")
    sunday = models.CharField(_("Sunday"), max_length=11, blank=True, default="")
    holidays = models.BooleanField(_("Also on public holidays"), default=True)
    attempts = models.PositiveSmallIntegerField(_("Calls in 24 hours"), null=True, blank=True)
    zone = models.CharField(_("Counted in"), max_length=40, blank=True, default="")
    customers_exempt = models.BooleanField(_("Customers are exempt"), default=False)
    binds_business = models.BooleanField(_("Binds calls to businesses"), default=False)
    starts_on = models.DateField(_("From"))
    source = models.CharField(_("Source"), max_length=400)
    to_verify = models.CharField(_("To verify"), max_length=300, blank=True, default="")

    class Meta:
        verbose_name = _("calling hours")
        verbose_name_plural = _("calling hours")
        constraints = [
            models.UniqueConstraint(fields=["country", "region", "starts_on"], name="callingwindow_once"),
            models.CheckConstraint(condition=~Q(source=""), name="callingwindow_source"),
            models.CheckConstraint(
                condition=Q(weekdays__regex=HOURS) & Q(saturday__regex=HOURS) & Q(sunday__regex=HOURS),
                name="callingwindow_hours",
            ),
            models.CheckConstraint(condition=Q(attempts=None) | Q(attempts__gte=1), name="callingwindow_attempts"),
        ]

    def __str__(self) -> str:
        return self.place

    @property
    def place(self) -> str:
        """`US-FL`, or `US` for all of it."""
        return f"{self.country}-{self.region}" if self.region else self.country


class Override(Model):
    """One person may be reached by one medium for a stretch of hours, whatever the windows, limits and lists say.

    Never beats the wish to hear nothing at all.
    """

    access = Access(own="contact__account__owner", team="contact__account__owner__team")

    contact = models.ForeignKey(Contact, models.PROTECT, related_name="overrides", verbose_name=_("Contact"))
    medium = models.CharField(_("By"), max_length=8, choices=Medium)
    reason = models.CharField(_("Reason"), max_length=300)
    person = models.ForeignKey("team.Person", models.PROTECT, related_name="+", null=True, verbose_name=_("Allowed by"))
    starts_at = models.DateTimeField(_("From"))
    ends_at = models.DateTimeField(_("Until"))
    ended_at = models.DateTimeField(_("Taken back"), null=True, editable=False)

    class Meta:
        verbose_name = _("override")
        verbose_name_plural = _("overrides")
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="override_forward"),
            models.CheckConstraint(condition=~Q(reason=""), name="override_reason"),
            models.CheckConstraint(condition=Q(medium__in=Medium.values), name="override_medium"),
        ]
        indexes = [models.Index(fields=["contact", "-ends_at"], name="override_contact")]

    def __str__(self) -> str:
        return f"{self.contact}, {self.get_medium_display()}"

    def roots(self) -> set[int]:
        return self.contact.roots()

    @property
    def until(self) -> str:
        """When it ends, as people say it."""
        return str(formats.date_format(timezone.localtime(self.ends_at), "M j, g:i A"))


class DoNotCallList(Model):
    """A list of numbers that must not be called for sales, loaded from a file of a day: only hashes are kept. The newest
    one counts; older ones keep their row and lose their numbers."""

    access = Access()

    name = models.CharField(_("List"), max_length=120)
    as_of = models.DateField(_("As of"))
    numbers = models.PositiveIntegerField(_("Numbers"))
    unread = models.PositiveIntegerField(_("Lines that are no number"), default=0)
    person = models.ForeignKey("team.Person", models.PROTECT, related_name="+", null=True, verbose_name=_("Loaded by"))
    loaded_at = models.DateTimeField(_("Loaded"))

    class Meta:
        verbose_name = _("do-not-call list")
        verbose_name_plural = _("do-not-call lists")

    def __str__(self) -> str:
        return f"{self.name}, {self.as_of:%Y-%m-%d}"


class ListedNumber(models.Model):
    """A number of a do-not-call list, by its hash."""

    of = models.ForeignKey(DoNotCallList, models.CASCADE, related_name="listed")
    number_hash = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("listed number")
        verbose_name_plural = _("listed numbers")
        constraints = [models.UniqueConstraint(fields=["number_hash", "of"], name="listednumber_once")]

    def __str__(self) -> str:
        return self.number_hash[:12]

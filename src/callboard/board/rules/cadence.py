"""How often we speak with whom: cadence by tier, the classes of size, and how an account stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from django.db import models
from django.utils.translation import gettext_lazy as _


class Standing(models.TextChoices):
    """How an account stands with its cadence."""

    OVERDUE = "overdue", _("Overdue")
    PLANNED = "planned", _("Planned")
    IN_TIME = "in_time", _("In time")
    NO_RULE = "no_rule", _("No cadence for its tier")
    NO_TIER = "no_tier", _("No tier")


class Size(models.TextChoices):
    """What an account pays a month, in classes whose bounds are settings."""

    LARGE = "large", _("Large")
    MEDIUM = "medium", _("Medium")
    SMALL = "small", _("Small")
    NONE = "none", _("Pays nothing")


#: Those the shares of accounts in time are counted of.
RULED = (Standing.OVERDUE, Standing.PLANNED, Standing.IN_TIME)


@dataclass(frozen=True)
class Cadence:
    """The rules that hold on `day`.  days: the most days between conversations by tier, 0 for no rule; grace: so many days
    ahead a planned call may lie; medium, large: the MRR from which an account is of that size."""

    day: date
    zone: ZoneInfo
    days: Mapping[str, int]
    grace: int
    medium: Decimal
    large: Decimal

    @property
    def key(self) -> tuple[object, ...]:
        """What is equal for two cadences only where they are."""
        return self.day, self.zone.key, *self.days.values(), self.grace, self.medium, self.large

    def starts(self, on: date) -> datetime:
        """The first instant of a day."""
        return datetime.combine(on, time(0), self.zone)

    def cut(self, tier: str) -> datetime:
        """Whoever of the tier was spoken with before this instant is overdue: after a conversation on a day the next is due
        `days` later at the end of that day."""
        return self.starts(self.day - timedelta(days=self.days[tier]))

    @property
    def grace_ends(self) -> datetime:
        """A call planned before this instant counts as planned."""
        return self.starts(self.day + timedelta(days=self.grace + 1))

    def days_over(self, tier: str | None, spoke: datetime) -> int:
        """Days past the day the next conversation was due; 0 or less where it is not over."""
        if not tier or not self.days.get(tier):
            return 0
        return (self.day - spoke.astimezone(self.zone).date()).days - self.days[tier]

    def size_of(self, mrr: Decimal | None) -> Size:
        """The class of size of what an account pays a month."""
        if not mrr or mrr <= 0:
            return Size.NONE
        if mrr >= self.large:
            return Size.LARGE
        return Size.MEDIUM if mrr >= self.medium else Size.SMALL

"""Which service level holds for something, and which clocks want attention."""

from datetime import date, datetime, timedelta

from django.db.models import Q, QuerySet

from callboard.team.models import Team
from callboard.team.queries import calendars_of_teams, company_calendar
from callboard.team.rules.business_time import WorkCalendar
from callboard.work.models import Clock, Measure, ServiceLevel
from callboard.work.rules.clocks import Reading, print_of

#: So many are told of in one go; the next run has the rest.
BATCH = 500


def level_for(kind: str, team_id: int | None, tier: str, on: date) -> ServiceLevel | None:
    """The level that holds for something on a day: one of its department before one of all, then one of its tier."""
    rows = levels_on(on).filter(Q(team=None) | Q(team=team_id), Q(tier="") | Q(tier=tier), kind=kind)
    found = list(rows.order_by("-starts_on", "-id"))
    return max(found, key=lambda level: (level.team_id is not None, level.tier != ""), default=None)


def levels_on(on: date) -> "QuerySet[ServiceLevel]":
    """The levels that hold on a day."""
    return ServiceLevel.objects.filter(Q(ends_on=None) | Q(ends_on__gt=on), starts_on__lte=on)


def allowed_by(level: ServiceLevel, measure: str) -> timedelta | None:
    """The working time a level gives; None where it does not measure that."""
    hours = level.response_hours if measure == Measure.RESPONSE else level.resolution_hours
    return timedelta(seconds=round(hours * 3600)) if hours is not None else None


def reading_of(clock: Clock) -> Reading:
    """A clock as the rules read it."""
    return Reading(timedelta(seconds=clock.allowed_seconds), timedelta(seconds=clock.used_seconds), clock.since_at)


def calendar_for(team: Team | None) -> WorkCalendar:
    """In whose hours something of a department is counted."""
    return calendars_of_teams([team])[team.pk] if team is not None else company_calendar()


def reckoned_otherwise() -> list[Clock]:
    """Clocks that run and were reckoned by hours or holidays that hold no more. Queries do not grow with clocks."""
    running = Clock.objects.running()
    known = list(running.order_by().values_list("team", "reckoned_by").distinct())
    calendars = calendars_of_teams(Team.objects.filter(pk__in=[team for team, _by in known if team is not None]))
    prints: dict[int | None, str] = {pk: print_of(calendar) for pk, calendar in calendars.items()}
    prints[None] = print_of(company_calendar())
    stale = Q(pk=None)
    for team, by in known:
        if prints[team] != by:
            stale |= Q(team=team, reckoned_by=by)
    return list(running.filter(stale).select_related("team", "level").order_by("id")[:BATCH])


def near(now: datetime) -> list[Clock]:
    """Clocks whose warning has come and was not given."""
    rows = Clock.objects.running().filter(warn_at__lte=now, warned_at=None, breached_at=None)
    return list(rows.order_by("warn_at", "id")[:BATCH])


def over(now: datetime) -> list[Clock]:
    """Clocks whose time is used up, and nobody was told."""
    rows = Clock.objects.running().filter(due_at__lte=now, breached_at=None)
    return list(rows.order_by("due_at", "id")[:BATCH])

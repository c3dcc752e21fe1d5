"""What lies ahead of a person: what tomorrow's meetings need, and the dates of the days after."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Count, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from callboard.calendar.models import Answer, EventState, Guest, Occurrence
from callboard.calendar.queries.showing import Shown, known_between, shown_between
from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.core.links import url_at
from callboard.directory.models import Account
from callboard.team.queries import calendars_of
from callboard.team.rules.business_time import NeverOpen, next_business_day
from callboard.work.models import Promise, PromiseState, TaskState

DAY = timedelta(days=1)
#: So many days are looked at, and so long ago a conversation may be before a meeting wants reading up.
DAYS, FRESH = 7, timedelta(days=30)
#: So many of each day.
MOST = 200
#: Dates of other rooms that ask something of somebody; what one keeps for oneself does not.
LEFT_OUT = frozenset({"work.tasks", "work.blocks"})


@dataclass(frozen=True)
class Meeting:
    """One of a person's meetings.  needs: sentences, none where it is prepared."""

    pk: int
    title: str
    starts_at: datetime
    account: str
    account_id: int | None
    place: str
    needs: list[str]


@dataclass(frozen=True)
class Ahead:
    """meetings: of `on`, the next day the person works.  days: those after today that have something, with what: what other
    rooms give dates to, what the person promised, and their own events that are not among the meetings."""

    on: date
    meetings: list[Meeting]
    days: list[tuple[date, list[Shown]]]

    @property
    def unprepared(self) -> int:
        """How many meetings need something."""
        return sum(bool(meeting.needs) for meeting in self.meetings)


def ahead_of(actor: Actor, now: datetime) -> Ahead:
    """Six queries, and what the person's hours cost."""
    person, zone = actor.person, actor.person.tz
    today = now.astimezone(zone).date()
    try:
        on = next_business_day(calendars_of([person])[person.pk], today)
    except NeverOpen:  # somebody without hours still has a tomorrow
        on = today + DAY
    since, until = today + DAY, today + (DAYS + 1) * DAY
    known = known_between(actor, since, until).without(sources=False, hidden=True)
    shown, _cut = shown_between(actor, since, until, zone, known=known)
    asked = set(
        Guest.objects.filter(person=person, event__occurrences__days__overlap=DateRange(since, until)).values_list(
            "event", flat=True
        )
    )
    wanted = [
        each
        for each in shown
        if _concerns(each, person.pk, asked) and not (each.first == on and each.kind == "event" and each.at)
    ]
    return Ahead(
        on, list(_meetings(actor, on, zone, now)), _by_day([*wanted, *_promised(person, since, until, zone)], today)
    )


def _concerns(one: Shown, person: int, asked: Collection[int]) -> bool:
    """Of events those somebody organizes or is asked to; of other dates those of other rooms."""
    return one.person == person or one.pk in asked if one.kind == "event" else one.kind not in LEFT_OUT


def _promised(person: Any, since: date, until: date, zone: ZoneInfo) -> Iterator[Shown]:
    """What a person has promised for these days."""
    begin, end = (datetime.combine(day, time(0), zone) for day in (since, until))
    rows = Promise.objects.filter(state=PromiseState.OPEN, task__state=TaskState.OPEN, task__owner=person)
    rows = rows.filter(task__due_at__gte=begin, task__due_at__lt=end).order_by("task__due_at", "id")
    named: Any = rows.values_list("id", "task__title", "task__account__name", "task__due_at")
    for pk, title, account, due_at in named[:MOST]:
        on = due_at.astimezone(zone).date()
        detail = _("Promised to {name}").format(name=account) if account else _("Promised")
        yield Shown(title, on, on, "d", url_at(Promise, pk), kind="work.promises", detail=detail)


def _by_day(shown: Sequence[Shown], today: date) -> list[tuple[date, list[Shown]]]:
    days = [today + number * DAY for number in range(1, DAYS + 1)]
    found = [(day, [each for each in shown if each.first <= day <= each.last][:MOST]) for day in days]
    return [(day, lines) for day, lines in found if lines]


def _meetings(actor: Actor, on: date, zone: ZoneInfo, now: datetime) -> Iterator[Meeting]:
    """What has a time that day and is organized by them, or asks them to come."""
    begin, end = (datetime.combine(day, time(0), zone) for day in (on, on + DAY))
    mine = Q(event__organizer=actor.person) | Q(event__guests__person=actor.person)
    rows = Occurrence.objects.filter(
        mine, days__overlap=DateRange(on - DAY, on + 2 * DAY), starts_at__gte=begin, starts_at__lt=end
    )
    rows = rows.filter(event__removed_at=None, calendar__archived_at=None).exclude(event__state=EventState.CANCELLED)
    silent = Guest.objects.filter(event=OuterRef("event"), answer=Answer.NEEDS_ACTION).order_by().values("event")
    found = rows.distinct().values(
        "event",
        "starts_at",
        title=F("event__title"),
        place=F("event__place"),
        account=F("event__account"),
        silent=Coalesce(Subquery(silent.annotate(n=Count("pk")).values("n")), 0),
    )
    lines: list[Any] = list(found.order_by("starts_at", "event")[:MOST])
    accounts = visible(Account.objects.select_related("facts"), actor).in_bulk(
        {row["account"] for row in lines if row["account"]}
    )
    for row in lines:
        account = accounts.get(row["account"])
        yield Meeting(
            row["event"],
            row["title"],
            row["starts_at"],
            account.name if account is not None else "",
            account.pk if account is not None else None,
            row["place"],
            list(_needs(row, account, on, now)),
        )


def _needs(row: Mapping[str, Any], account: Account | None, on: date, now: datetime) -> Iterator[str]:
    """What is to be done before it: asked of facts that are there, so that nothing is said that nobody can check."""
    if row["silent"]:
        yield ngettext("{n} guest has not answered", "{n} guests have not answered", row["silent"]).format(
            n=row["silent"]
        )
    facts = getattr(account, "facts", None)
    if account is None or facts is None:
        return
    if facts.open_cancellation:
        yield _("A cancellation is open")
    if facts.next_promise_on is not None and facts.next_promise_on <= on:
        yield _("Promised by then: see what")
    if facts.last_conversation_at is None:
        yield _("Nobody has talked with them yet: read up")
    elif now - facts.last_conversation_at > FRESH:
        days = (now - facts.last_conversation_at).days
        yield ngettext("No conversation for {n} day: read up", "No conversation for {n} days: read up", days).format(
            n=days
        )
    if facts.open_items:
        yield ngettext("{n} open task", "{n} open tasks", facts.open_items).format(n=facts.open_items)

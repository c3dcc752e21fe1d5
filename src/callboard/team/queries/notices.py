"""How a person is told: their choice, else their team's, else the company's, else what the event itself wants."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Q

from callboard.core.notify import Way
from callboard.core.reading import once
from callboard.core.registry import NotificationEvent, register
from callboard.team.models import Absence, MailWay, NoticeChoice, Person, QuietTime, Team
from callboard.team.queries.company import settings_on
from callboard.team.queries.presence import calendar_of, cover_of
from callboard.team.rules.business_time import WorkCalendar
from callboard.team.rules.quiet import Quiet, digest_time, quiet_until

DAY = timedelta(days=1)
#: Absences further ahead do not change when a mail leaves.
AHEAD = timedelta(days=90)


@dataclass(frozen=True)
class Choice:
    """What holds for one event, and whether it was chosen here (by the person; on a team's or the company's page by those)."""

    event: NotificationEvent
    page: bool
    mail: str
    desktop: bool
    escalate_minutes: int
    chosen: bool = False

    @property
    def told(self) -> bool:
        """Whether anything reaches the person."""
        return self.page or self.mail != MailWay.OFF


def choices_of(*, person: Person | None = None, team: Team | None = None) -> list[Choice]:
    """What holds for a person, a team, or (without either) the company: every event that can be chosen.  One query."""
    rows = list(_rows(person, team))
    return [_merged(event, rows, person, team) for event in register.notification_event if not event.fixed]


def choice_of(person: Person, event: NotificationEvent) -> Choice:
    """What holds for one event.  One query a person, asked once a run."""
    rows = once(("team.notices", person.pk), lambda: list(_rows(person, None)))
    return _merged(event, rows, person, None)


def _rows(person: Person | None, team: Team | None) -> Iterable[NoticeChoice]:
    wanted = Q(person=None, team=None)
    team_id = team.pk if team is not None else person.team_id if person is not None else None
    if team_id is not None:
        wanted |= Q(team=team_id)
    if person is not None:
        wanted |= Q(person=person)
    return NoticeChoice.objects.filter(wanted)


def _merged(event: NotificationEvent, rows: Iterable[NoticeChoice], person: Person | None, team: Team | None) -> Choice:
    """The company's row, over it the team's, over it the person's."""
    found = Choice(event, event.page, event.mail, event.desktop, event.escalate_minutes)
    mine = [row for row in rows if row.event == event.name]
    for row in sorted(mine, key=lambda row: (row.person_id is not None, row.team_id is not None)):
        here = row.person_id == person.pk if person is not None else row.person_id is None
        here = here and (team is None or row.team_id == team.pk)
        found = replace(
            found,
            page=found.page if row.page is None else row.page,
            mail=row.mail or found.mail,
            desktop=found.desktop if row.desktop is None else row.desktop,
            escalate_minutes=found.escalate_minutes if row.escalate_minutes is None else row.escalate_minutes,
            chosen=here,
        )
    if not event.can_mute and not found.told:
        return replace(found, page=True)
    return found


def quiet_of(person: Person) -> Quiet:
    """When a person is left alone: as they chose, else as the company."""
    names = ("notices.quiet_from", "notices.quiet_to", "notices.only_hours", "notices.digest_at")
    company = settings_on(list(names))
    row = QuietTime.objects.filter(person=person).first()
    mine = (row.quiet_from, row.quiet_to, row.only_hours, row.digest_at) if row is not None else (None,) * 4
    held: list[Any] = [company[name] if own is None else own for name, own in zip(names, mine, strict=True)]
    return Quiet(*held)


def calendar_with_absences(person: Person, now: datetime) -> WorkCalendar:
    """A person's working time, days away left out."""
    calendar = calendar_of(person)
    today = calendar.day_of(now)
    rows = Absence.objects.filter(person=person, withdrawn_at=None, ends_on__gte=today, starts_on__lte=today + AHEAD)
    away = {on for row in rows for on in _days(max(row.starts_on, today), min(row.ends_on, today + AHEAD))}
    return replace(calendar, holidays=calendar.holidays | away)


def _days(first: date, last: date) -> Iterable[date]:
    return (first + DAY * ahead for ahead in range((last - first).days + 1))


def way_of(person: Person, event: str, now: datetime) -> Way:
    """What core asks: how a person is told of an event now."""
    known = register.notification_event.get(event)
    if known is None or known.fixed:
        return Way(page=False, mail_at=now)
    choice = choice_of(person, known)
    escalate_at = _escalate_at(person, choice, now)
    if known.urgent:
        mail_at = None if choice.mail == MailWay.OFF else now
        return Way(choice.page, choice.desktop, mail_at, escalate_at=escalate_at)
    quiet, calendar = quiet_of(person), calendar_with_absences(person, now)
    held = quiet_until(quiet, calendar, now)
    bundle = timedelta(minutes=settings_on(["notices.bundle_minutes"])["notices.bundle_minutes"])
    mail_at = None
    if choice.mail == MailWay.DIGEST:
        mail_at = digest_time(quiet, calendar, now)
    elif choice.mail == MailWay.NOW:
        mail_at = max(held or now, now + bundle)
    digest = choice.mail == MailWay.DIGEST
    return Way(choice.page, choice.desktop and held is None, mail_at, digest, bundle, escalate_at)


def _escalate_at(person: Person, choice: Choice, now: datetime) -> datetime | None:
    """When the next person is told.  At once where this one is away and somebody stands in."""
    if not choice.escalate_minutes or not choice.page:
        return None
    return now if cover_of(person, now) is not None else now + timedelta(minutes=choice.escalate_minutes)


def next_after(person: Person, now: datetime) -> Person | None:
    """Who is told when a person does not read: who stands in for them, else the manager of their team; None for nobody."""
    cover = cover_of(person, now)
    found = cover or (person.team.manager_id if person.team is not None else None)
    if found is None or found == person.pk:
        return None
    return Person.objects.active().filter(pk=found).first()

"""What speaks against a time: whoever comes is elsewhere then, away, on holiday, or does not work at that hour. Advice, never a bar."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, When
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from callboard.calendar.models import Answer, Event, EventState, Guest, Layer, Occurrence
from callboard.calendar.queries.showing import events_shown
from callboard.core.actions import Actor
from callboard.core.asking import Question, answers
from callboard.kit.when import time_text
from callboard.team.models import Absence, Person, WorkHours
from callboard.team.queries import calendars_from
from callboard.team.rules.business_time import WorkCalendar, spans_on

DAY = timedelta(days=1)
#: So many of its next times are looked at, so many of others', and so many sentences are said.
TIMES, OTHERS, SAID = 20, 1000, 5


@dataclass(frozen=True)
class Time:
    """A time of an event. starts_at, ends_at: None for whole days."""

    first: date
    last: date
    starts_at: datetime | None
    ends_at: datetime | None

    def meets(self, other: "Time") -> bool:
        """Whether they are at once; whole days meet whatever touches them."""
        if self.starts_at and self.ends_at and other.starts_at and other.ends_at:
            return self.starts_at < other.ends_at and other.starts_at < self.ends_at
        return self.first <= other.last and other.first <= self.last


def conflicts_of(event: Event, actor: Actor, today: date) -> list[str]:
    """Sentences about its next times, each with how often. What the actor may not see is named by nobody being free. One query,
    and one for the company's hours."""
    if not event.busy or event.removed_at is not None or event.state == EventState.CANCELLED:
        return []
    comes = _people(event)
    own = Occurrence.objects.filter(event=event, days__endswith__gt=today).order_by("days")[:TIMES]
    found = answers(
        {
            "times": Question(
                "list", own.values("starts_at", "ends_at", first=F("days__startswith"), end=F("days__endswith"))
            ),
            "people": Question("records", comes),
            "hours": Question("records", WorkHours.objects.filter(person__in=comes.values("pk"))),
            "absences": Question(
                "records", Absence.objects.filter(person__in=comes.values("pk"), withdrawn_at=None, ends_on__gte=today)
            ),
            "elsewhere": Question("list", _others(event, actor, comes, today)),
        }
    )
    times = [_time(row) for row in found["times"]]
    people = {each.pk: each for each in found["people"]}
    if not times or not people:
        return []
    works = calendars_from(people.values(), found["hours"])
    said: dict[str, list[str]] = {}
    for what, when in [
        *_elsewhere(found["elsewhere"], times, people, actor),
        *_away(times, people, found["absences"]),
        *_outside(times, people, works),
    ]:
        said.setdefault(what, []).append(when)
    return [_sentence(what, when) for what, when in said.items()][:SAID]


def _sentence(what: str, when: list[str]) -> str:
    more = len(when) - 1
    rest = ngettext("and once more", "and {n} more times", more).format(n=more) if more else ""
    return f"{what}: {when[0]}{f', {rest}' if rest else ''}."


def _people(event: Event) -> QuerySet[Person]:
    """Who takes part: those asked, and whoever organizes what has a time or stands in their own calendar."""
    asked = Guest.objects.filter(event=event, person__isnull=False).exclude(answer=Answer.DECLINED)
    wanted = Q(pk__in=asked.order_by().values("person"))
    if event.starts_time is not None or event.calendar.layer == Layer.PERSONAL:
        wanted |= Q(pk=event.organizer_id)
    return Person.objects.active().filter(wanted).order_by()


def _others(event: Event, actor: Actor, comes: QuerySet[Person], today: date) -> Any:
    """Times of other events they have on the days of this one that are to come."""
    people = comes.values("pk")
    asked = Guest.objects.filter(person__in=people, event=OuterRef("event")).exclude(answer=Answer.DECLINED)
    timed = Q(starts_at__isnull=False) | Q(calendar__layer=Layer.PERSONAL)
    own = Occurrence.objects.filter(event=event, days__endswith__gt=today, days__overlap=OuterRef("days"))
    rows = Occurrence.objects.filter(
        Q(event__organizer__in=people) & timed | Exists(asked),
        Exists(own),
        event__removed_at=None,
        event__busy=True,
        calendar__archived_at=None,
    )
    # Of the same series, what was changed by itself stands instead of a time of it.
    family = Q(event=event) | Q(event__series=event) | Q(event=event.series_id)
    rows = rows.exclude(family).exclude(event__state=EventState.CANCELLED)
    rows = rows.annotate(seen=Exists(events_shown(actor).filter(pk=OuterRef("event")).order_by()))
    guests = ArraySubquery(asked.order_by("id").values("person"))
    organizer = Case(When(timed, then=F("event__organizer")))
    said = {"title": F("event__title"), "organizer": organizer, "guests": guests}
    days = {"first": F("days__startswith"), "end": F("days__endswith")}
    return rows.order_by("days").values("starts_at", "ends_at", "seen", **days, **said)[:OTHERS]


def _elsewhere(
    rows: Iterable[Mapping[str, Any]], times: list[Time], people: dict[int, Person], actor: Actor
) -> Iterator[tuple[str, str]]:
    """Other things they have then; whoever comes is named, not who organizes the other."""
    for row in rows:
        other = _time(row)
        if any(each.meets(other) for each in times):
            names = [people[pk].name for pk in dict.fromkeys([row["organizer"], *row["guests"]]) if pk in people]
            if row["seen"]:
                said = _("At the same time is “{title}” ({name})").format(title=row["title"], name=", ".join(names))
                yield said, _day(other, actor)
            else:
                for name in names:
                    yield _("{name} is busy then").format(name=name), _day(other, actor)


def _time(row: Mapping[str, Any]) -> Time:
    return Time(row["first"], row["end"] - DAY, row["starts_at"], row["ends_at"])


def _away(times: list[Time], people: dict[int, Person], absences: Iterable[Absence]) -> Iterator[tuple[str, str]]:
    for row in absences:
        for each in times:
            if row.starts_on <= each.last and row.ends_on >= each.first:
                yield _("{name} is away").format(name=people[row.person_id]), date_format(each.first, "M j")


def _outside(times: list[Time], people: dict[int, Person], works: dict[int, WorkCalendar]) -> Iterator[tuple[str, str]]:
    """Holidays, days off and hours, in each person's own zone; of whole days, nothing."""
    for pk, person in people.items():
        calendar = works[pk]
        for each in times:
            if each.starts_at is None or each.ends_at is None:
                continue
            begin, end = (at.astimezone(calendar.tz) for at in (each.starts_at, each.ends_at))
            day = date_format(begin.date(), "M j")
            if begin.date() in calendar.holidays:
                yield _("It is a holiday for {name}").format(name=person), day
            elif not calendar.works_on(begin.date()):
                yield _("{name} does not work on that day").format(name=person), day
            elif not any(
                start <= each.starts_at and each.ends_at <= stop for start, stop in spans_on(calendar, begin.date())
            ):
                hours = f"{day}, {time_text(begin.time())} – {time_text(end.time())}"
                yield _("It is outside the hours of {name}").format(name=person), hours


def _day(time: Time, actor: Actor) -> str:
    if time.starts_at is None or actor.person is None:
        return date_format(time.first, "M j")
    local = time.starts_at.astimezone(actor.person.tz)
    return f"{date_format(local.date(), 'M j')}, {time_text(local.time())}"

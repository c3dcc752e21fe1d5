"""Who is where: what each of some people has on each of some days."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from callboard.calendar.models import Answer, Event, EventState, Guest, Layer, Occurrence
from callboard.calendar.queries.showing import Known, Shown, events_shown, placed, shown_between
from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.core.links import url_of
from callboard.team.models import Absence

DAY = timedelta(days=1)
#: By person and day: what they have, in order.
Where = dict[tuple[int, date], list[Shown]]


def who_is_where(
    actor: Actor,
    people: Collection[int],
    since: date,
    until: date,
    zone: ZoneInfo,
    *,
    absences: Iterable[Absence],
    known: Known,
    category: str = "",
) -> Where:
    """Absences, whom they stand in for, and events they organize or are asked to; of what the actor may not see, that they are busy.
    Four queries at most. absences: as `absent` gives them."""
    plain = known.without(sources=True, hidden=True)
    shown, _cut = shown_between(actor, since, until, zone, known=plain, category=category)
    comes = _guests({one.pk for one in shown}, people)
    found: Where = defaultdict(list)
    _put(found, _away(absences, people), since, until)
    busy = [] if category else _hidden(actor, people, since, until, zone)
    theirs = [(who, one) for one in shown for who in _of(one, comes) if who in people]
    _put(
        found, sorted([*theirs, *busy], key=lambda pair: (pair[1].at is not None, str(pair[1].at or ""))), since, until
    )
    return found


def _of(one: Shown, comes: dict[int, set[int]]) -> set[int]:
    """Whose it is. Whoever put whole days into the house's calendar is not there by that."""
    own = one.at is not None or one.layer == Layer.PERSONAL.label
    return comes.get(one.pk, set()) | ({one.person} if own and one.person is not None else set())


def _guests(events: Collection[int], people: Collection[int]) -> dict[int, set[int]]:
    rows = Guest.objects.filter(event__in=events, person__in=people).exclude(answer=Answer.DECLINED)
    comes: dict[int, set[int]] = defaultdict(set)
    for event, person in rows.order_by().values_list("event", "person"):
        comes[event].add(person or 0)
    return comes


def absent(actor: Actor, since: date, until: date) -> QuerySet[Absence]:
    """The absences on some days, with whom they are about and who stands in."""
    rows = Absence.objects.filter(withdrawn_at=None, starts_on__lt=until, ends_on__gte=since)
    return visible(rows, actor).select_related("person", "cover").order_by("starts_on")


def _away(absences: Iterable[Absence], people: Collection[int]) -> Iterable[tuple[int, Shown]]:
    for row in absences:
        away = Shown(_("Away"), row.starts_on, row.ends_on, "o", url_of(row), kind="absences")
        if row.person_id in people:
            yield row.person_id, away._replace(detail=_("{name} stands in").format(name=row.cover) if row.cover else "")
        if row.cover_id is not None and row.cover_id in people:
            yield row.cover_id, away._replace(title=_("For {name}").format(name=row.person), tone="x")


def _hidden(
    actor: Actor, people: Collection[int], since: date, until: date, zone: ZoneInfo
) -> Iterable[tuple[int, Shown]]:
    """When people are busy with what is private."""
    seen = events_shown(actor).order_by().values("pk")
    private = (
        Event.objects.standing()
        .filter(busy=True, organizer__in=people, calendar__archived_at=None)
        .exclude(state=EventState.CANCELLED)
        .exclude(pk__in=seen)
    )
    rows = Occurrence.objects.filter(days__overlap=DateRange(since - DAY, until + DAY), event__in=private)
    for person, days, starts_at, ends_at in rows.values_list("event__organizer", "days", "starts_at", "ends_at"):
        first, last, at, ends = placed(days, starts_at, ends_at, zone)
        yield person, Shown(_("Busy"), first, last, "n", "", at=at, until=ends, kind="busy")


def _put(found: Where, entries: Iterable[tuple[int, Shown]], since: date, until: date) -> None:
    for person, one in entries:
        day = max(one.first, since)
        while day <= one.last and day < until:
            found[person, day].append(one)
            day += DAY

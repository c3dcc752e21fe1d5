"""What stands on some days, for one person: their events and whatever other apps give dates to, in one shape."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from callboard.calendar.models import Category, Event, EventState, HiddenLayers, Layer, Occurrence
from callboard.calendar.queries.times import not_worked_out, times_within
from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.core.asking import Question, answers
from callboard.core.registry import register

DAY = timedelta(days=1)
#: The most a stretch of days loads; a month with more says so.
MOST = 4000
#: Which tone of the stylesheet a layer has.
TONES = {Layer.CONVENTIONS: "s", Layer.SALES: "m", Layer.TRAINING: "n", Layer.TEAM: "n", Layer.PERSONAL: "d"}
#: Its tone and its word: a month asks for them two thousand times.
_OF_LAYERS = {layer.value: (tone, layer.label) for layer, tone in TONES.items()}


class Shown(NamedTuple):
    """One line of a day. first, last: the days it is on, in the zone of whoever looks.  at: its time of the first day, None for
    whole days.  kind: "event", else the date source's name.  key: which time of its series, to move that one alone.  recurs: it
    is one of several times.  repeats: it is not by itself.  layer: what it is for, in words."""

    title: str
    first: date
    last: date
    tone: str
    url: str
    at: time | None = None
    until: time | None = None
    kind: str = "event"
    pk: int = 0
    key: str = ""
    recurs: bool = False
    repeats: bool = False
    layer: Any = ""
    person: int | None = None
    detail: str = ""
    state: str = ""
    version: int = 0

    @property
    def spans(self) -> bool:
        """Whether it is drawn as a bar: several whole days."""
        return self.at is None and self.last > self.first


class Row(NamedTuple):
    """Of an occurrence, what a page shows."""

    event: int
    key: str
    days: Any
    starts_at: datetime | None
    ends_at: datetime | None
    title: str
    layer: str
    organizer: int | None
    rule: str
    series: int | None
    place: str
    state: str
    categories: list[str]
    version: int


FIELDS = (
    "event", "key", "days", "starts_at", "ends_at", "event__title", "calendar__layer", "event__organizer", "event__rule",
    "event__series", "event__place", "event__state", "event__categories", "event__version",
)  # fmt: skip


@dataclass(frozen=True)
class Dates:
    """A date source of another app: register.date_source.add(Part(name, Dates(...))).

    layer: its word in the legend.  tone: of the stylesheet.  asks: (actor, since, until) -> a question whose rows lie on days from
    `since` up to before `until`, or None for who may not see them.  shows: a row of its answer, and the zone, as Shown.
    """

    layer: Any
    tone: str
    asks: Callable[[Actor, date, date], Question | None]
    shows: Callable[[Any, ZoneInfo], Shown]


@dataclass(frozen=True)
class Known:
    """What is asked before anything is drawn. hidden: keys of layers the person does not want.  categories: those offered.  tones: of
    a category.  rows: what each date source answered.  further: series whose times nobody has worked out for these days."""

    hidden: Collection[str]
    categories: list[str]
    tones: Mapping[str, str]
    rows: Mapping[str, list[Any]]
    further: list[Event]

    def without(self, *, sources: bool, hidden: bool) -> "Known":
        """The same with no dates of other apps, with nothing hidden."""
        return replace(self, rows={} if sources else self.rows, hidden=() if hidden else self.hidden)


def known_between(actor: Actor, since: date, until: date) -> Known:
    """One query."""
    sources = {part.name: part.value for part in register.date_source}
    asked = {name: each for name, source in sources.items() if (each := source.asks(actor, since, until)) is not None}
    further = not_worked_out(events_shown(actor), since, until)
    found: dict[str, Any] = answers(
        {
            **asked,
            "\0categories": Question("list", Category.objects.values("name", "tone", "retired_at")),
            "\0hidden": Question("list", HiddenLayers.objects.filter(person=actor.person_id).values("layers")),
            "\0further": Question("records", further.select_related("calendar").order_by("id")[:MOST]),
        }
    )
    words, hidden, more = (found.pop(name) for name in ("\0categories", "\0hidden", "\0further"))
    return Known(
        {layer for row in hidden for layer in row["layers"]},
        [row["name"] for row in words if row["retired_at"] is None],
        {row["name"]: row["tone"] for row in words if row["tone"]},
        found,
        more,
    )


def shown_between(
    actor: Actor,
    since: date,
    until: date,
    zone: ZoneInfo,
    *,
    known: Known | None = None,
    calendars: Iterable[int] | None = None,
    category: str = "",
) -> tuple[list[Shown], bool]:
    """Everything on days from `since` up to before `until`, by day and time; and whether there is more than is loaded. Two
    queries: one where `known` is; one more where times of series are worked out.

    known: with what the person has hidden; without it nothing is.  calendars: of these alone, and of no other app's dates.
    category: only events that have it, and no other app's dates."""
    known = known or known_between(actor, since, until).without(sources=False, hidden=True)
    events = events_shown(actor, known.hidden, category)
    if calendars is not None:
        calendars = set(calendars)
        events = events.filter(calendar__in=calendars)
    window = DateRange(since - DAY, until + DAY)
    rows = Occurrence.objects.filter(days__overlap=window, event__in=events).order_by("days", "starts_at")
    loaded = list(rows.values_list(*FIELDS)[: MOST + 1])
    made = [_shown(Row(*row), zone, known.tones) for row in loaded[:MOST]]
    further = [
        each
        for each in known.further
        if each.calendar.layer not in known.hidden
        and (calendars is None or each.calendar_id in calendars)
        and (not category or category in each.categories)
    ]
    made += [_shown(row, zone, known.tones) for row in _beyond(further, since, until)]
    if calendars is None and not category:
        made += _of_others(known, zone)
    kept = [each for each in made if each.first < until and each.last >= since]
    return sorted(kept, key=_order), len(loaded) > MOST


def _of_others(known: Known, zone: ZoneInfo) -> list[Shown]:
    """What other apps give dates to."""
    shows = {part.name: part.value.shows for part in register.date_source}
    return [shows[name](row, zone) for name, rows in known.rows.items() if name not in known.hidden for row in rows]


def others_between(actor: Actor, since: date, until: date, zone: ZoneInfo) -> list[Shown]:
    """What other apps give dates to, on days from `since` up to before `until`. One query for all."""
    return _of_others(known_between(actor, since, until).without(sources=False, hidden=True), zone)


def events_shown(actor: Actor, hidden: Collection[str] = (), category: str = "") -> QuerySet[Event]:
    """The events that stand in calendars a person sees, less layers and what does not have the category."""
    events = visible(Event.objects.standing().filter(calendar__archived_at=None), actor)
    events = events.exclude(state=EventState.CANCELLED)
    if left := [layer for layer in Layer.values if layer in hidden]:
        events = events.exclude(calendar__layer__in=left)
    return events.filter(categories__contains=[category]) if category else events


def _order(one: Shown) -> Any:
    """Bars first, whole days, then by the clock."""
    return (one.first, one.at is not None, one.at or time(0), one.title, one.pk)


def _shown(row: Row, zone: ZoneInfo, tones: Mapping[str, str]) -> Shown:
    first, last, at, until = placed(row.days, row.starts_at, row.ends_at, zone)
    tone, layer = _OF_LAYERS[row.layer]
    return Shown(
        title=row.title or str(_("(no title)")),
        first=first,
        last=last,
        tone=next((tones[each] for each in row.categories if each in tones), tone),
        url=f"/events/{row.event}/",
        at=at,
        until=until,
        pk=row.event,
        key=row.key,
        recurs=bool(row.rule or row.series),
        repeats=bool(row.rule),
        layer=layer,
        person=row.organizer,
        detail=row.place,
        state=row.state,
        version=row.version,
    )


def placed(days: Any, starts_at: Any, ends_at: Any, zone: ZoneInfo) -> tuple[date, date, time | None, time | None]:
    """Days and times in a zone. Whole days are the same days everywhere."""
    if starts_at is None or ends_at is None:
        return days.lower, days.upper - DAY, None, None
    begin, end = (at.astimezone(zone) for at in (starts_at, ends_at))
    # What ends at midnight is not on the day that begins then.
    last = (end - timedelta(microseconds=1) if end > begin else end).date()
    return begin.date(), last, begin.time(), end.time()


def _beyond(found: Sequence[Event], since: date, until: date) -> list[Row]:
    """Times of series nobody has worked out: further back or ahead than their rows reach."""
    times = times_within(found, since - DAY, until + DAY) if found else {}
    made = []
    for event in found:
        known = (event.worked_since or date.min, event.worked_until or date.min)
        for each in times[event.pk]:
            if known[0] <= each.last and each.first < known[1]:
                continue
            days = DateRange(each.first, each.last + DAY)
            row = Row(
                event.pk, each.key, days, each.starts_at, each.ends_at, event.title, event.calendar.layer, event.organizer_id,
                event.rule, event.series_id, event.place, event.state, event.categories, event.version,
            )  # fmt: skip
            made.append(row)
    return made

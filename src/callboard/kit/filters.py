"""The filters a list can have: choices, people, days, words, yes or no.  Each reads its own parameters of the address."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import reduce
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Model, Q, QuerySet
from django.utils import formats, timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from callboard.core.access import policy, visible
from callboard.core.actor import Actor
from callboard.core.asking import Question, Row
from callboard.core.names import sort_key
from callboard.core.reading import once
from callboard.core.refs import number_in
from callboard.kit.filtering import Control, Query, Taken, every, first
from callboard.kit.tables import Text, field_of

OPTIONS_SHOWN = 200
#: Letters of a text that is looked for inside others.
LONGEST_TEXT = 100


@dataclass(frozen=True)
class Choice:
    """One or more of a field's choices: ``state=open&state=late`` or ``state=open,late``.

    choices: pairs, or a callable giving pairs (one query at most); by default the field's own.
    rows: instead of choices a callable giving a queryset of ``.values(value, label)``.
    """

    key: str
    label: Text
    path: str = ""
    choices: Iterable[tuple[Any, Any]] | Callable[[], Iterable[tuple[Any, Any]]] | None = None
    rows: Callable[[], QuerySet[Any, Row]] | None = None

    def names(self) -> tuple[str, ...]:
        return (self.key,)

    def pairs(self, model: type[Model]) -> list[tuple[str, str]]:
        if self.rows is not None:
            return _of_rows(self.rows())
        if self.choices is None:
            found = field_of(model, self.path or self.key)
            given: Any = found.flatchoices if found is not None else []
        else:
            given = self.choices() if callable(self.choices) else self.choices
        return [(str(value), str(label)) for value, label in given]

    def asks(self) -> Question | None:
        """What its choices need to know, so that a list asks for those of all its filters at once."""
        return Question("list", self.rows()) if self.rows is not None else None

    def take(self, query: Query, model: type[Model], actor: Actor) -> Taken:
        wanted = every(query, self.key)
        if not wanted:
            return Taken()
        labels = dict(self.pairs(model))
        known = [value for value in wanted if value in labels]
        unknown = [value for value in wanted if value not in labels]
        problem = (
            now_("{filter} has no choice “{value}”.").format(filter=self.label, value=unknown[0][:40])
            if unknown
            else ""
        )
        if not known:
            return Taken(problem=problem)
        path = (self.path or self.key).replace(".", "__")
        return Taken(Q(**{f"{path}__in": known}), ", ".join(labels[value] for value in known), problem)

    def control(self, query: Query, model: type[Model], actor: Actor) -> Control:
        return self._control(query, self.pairs(model))

    def control_from(self, query: Query, rows: Iterable[Row]) -> Control:
        """How it is drawn where `asks` was answered already."""
        return self._control(query, _of_rows(rows))

    def _control(self, query: Query, pairs: list[tuple[str, str]]) -> Control:
        chosen = set(every(query, self.key))
        return Control(self.key, self.label, "choice", [(value, label, value in chosen) for value, label in pairs])


def _of_rows(rows: Iterable[Row]) -> list[tuple[str, str]]:
    return [(str(value), str(label)) for value, label in (row.values() for row in rows)]


@dataclass(frozen=True)
class Person:
    """Rows of people: ``owner=7``, ``owner=me``, ``owner=none``.  Who left stands last, marked so; several ask once a page."""

    key: str
    label: Text
    path: str = ""
    lent: str = ""  #: the operation by whose cover "me" is whoever one stands in for, too

    def names(self) -> tuple[str, ...]:
        return (self.key,)

    def take(self, query: Query, model: type[Model], actor: Actor) -> Taken:
        wanted = every(query, self.key)
        path = (self.path or self.key).replace(".", "__")
        where, problem = Q(pk__in=[]), ""
        shown: list[str] = []
        ids = {number for value in wanted if (number := number_in(value)) is not None}
        people = {person.pk: named(person) for person in _people(actor).filter(pk__in=ids)} if ids else {}
        for value in wanted:
            if value == "me" and actor.person_id:
                mine = policy().people(actor, self.lent) if self.lent else [actor.person_id]
                where, shown = where | Q(**{f"{path}__in": mine}), [*shown, now_("me")]
            elif value == "none":
                where, shown = where | Q(**{f"{path}__isnull": True}), [*shown, now_("nobody")]
            elif (number := number_in(value)) in people:
                where, shown = where | Q(**{path: number}), [*shown, people[number]]
            else:
                problem = now_("{filter}: nobody is known as “{value}”.").format(filter=self.label, value=value[:40])
        return Taken(where if shown else None, ", ".join(shown), problem)

    def control(self, query: Query, model: type[Model], actor: Actor) -> Control:
        chosen = set(every(query, self.key))
        words = (("me", _("me")), ("none", _("nobody")))
        options: list[tuple[str, Text, bool]] = [(word, label, word in chosen) for word, label in words]
        people = once(("kit.people", actor.identity), lambda: list(_people(actor)[:OPTIONS_SHOWN]))
        options += [(str(person.pk), named(person), str(person.pk) in chosen) for person in people]
        return Control(self.key, self.label, "person", options)


def _people(actor: Actor) -> QuerySet[Any]:
    person = get_user_model()
    order = ["-is_active"] if field_of(person, "is_active") is not None else []
    order.append("sort_key" if field_of(person, "sort_key") is not None else "pk")
    return visible(person._default_manager.order_by(*order), actor)


def named(person: Any) -> str:
    """A person among others to choose from."""
    return str(person) if getattr(person, "is_active", True) else now_("{name} (left)").format(name=person)


@dataclass(frozen=True)
class Between:
    """Days from and to, both included: ``submitted_at_from=2026-03-01&submitted_at_to=2026-03-31``.

    An instant belongs to the day it falls on in the current time zone.
    """

    key: str
    label: Text
    path: str = ""

    def names(self) -> tuple[str, ...]:
        return (f"{self.key}_from", f"{self.key}_to")

    def take(self, query: Query, model: type[Model], actor: Actor) -> Taken:
        problem, days = "", []
        for name in self.names():
            text = first(query, name)
            day = _day(text)
            if text and day is None:
                problem = now_("{filter}: “{value}” is no date; write it like 2026-03-31.").format(
                    filter=self.label, value=text[:40]
                )
            days.append(day)
        start, end = days
        if start and end and end < start:
            return Taken(problem=now_("{filter} ends before it starts.").format(filter=self.label))
        if problem or not (start or end):
            return Taken(problem=problem)
        return Taken(self._where(model, start, end), _span(start, end))

    def _where(self, model: type[Model], start: date | None, end: date | None) -> Q:
        path = (self.path or self.key).replace(".", "__")
        found = field_of(model, path)
        instants = found is not None and found.get_internal_type() == "DateTimeField"
        where = Q()
        if start:
            where &= Q(**{f"{path}__gte": _midnight(start) if instants else start})
        if end and instants:
            where &= Q(**{f"{path}__lt": _midnight(end + timedelta(days=1))})
        elif end:
            where &= Q(**{f"{path}__lte": end})
        return where

    def control(self, query: Query, model: type[Model], actor: Actor) -> Control:
        return Control(self.key, self.label, "dates", values={name: first(query, name) for name in self.names()})


def _day(text: str) -> date | None:
    try:
        found = parse_date(text)
    except ValueError:
        return None
    return found if found and date(1900, 1, 1) <= found <= date(2999, 12, 31) else None


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def _span(start: date | None, end: date | None) -> str:
    days = [formats.date_format(day, "SHORT_DATE_FORMAT") if day else "" for day in (start, end)]
    if start and end:
        return days[0] if start == end else f"{days[0]} – {days[1]}"
    return now_("from {day}").format(day=days[0]) if start else now_("to {day}").format(day=days[1])


class Typed:
    """What every filter of one typed text is: a parameter of that name, drawn as a field; an empty one asks for nothing.
    A subclass has key and label, and says in `read` what a text means."""

    key: str
    label: Text

    def names(self) -> tuple[str, ...]:
        return (self.key,)

    def take(self, query: Query, model: type[Model], actor: Actor) -> Taken:
        text = first(query, self.key)
        return self.read(text, actor) if text else Taken()

    def read(self, text: str, actor: Actor) -> Taken:
        """The rows a text asks for."""
        raise NotImplementedError

    def control(self, query: Query, model: type[Model], actor: Actor) -> Control:
        return Control(self.key, self.label or _("Search"), "search", values={self.key: first(query, self.key)})


@dataclass(frozen=True)
class Search(Typed):
    """Rows with these words: ``q=mesa``.  One or two letters match the start, beside other words that of any word; more match
    anywhere.  A path that ends in sort_key is compared with the sort key of the word: its own index serves."""

    paths: tuple[str, ...]
    key: str = "q"
    label: Text = ""

    def read(self, text: str, actor: Actor) -> Taken:
        if sentence := too_long(text, self.label or _("Search")):
            return Taken(problem=sentence)
        where, words = Q(), text.split()[:8]
        for word in words:
            where &= reduce(
                Q.__or__, (_matches(path, word, inside=len(words) > 1) for path in self.paths), Q(pk__in=[])
            )
        return Taken(where, f"“{text}”")


def too_long(text: str, field: Text) -> str:
    """Why a text is not looked for, as a sentence; "" where it is.  What is exactly so may be longer."""
    if len(text) <= LONGEST_TEXT:
        return ""
    said = now_("{field}: no more than {most} letters can be looked for at once.")
    return said.format(field=field, most=LONGEST_TEXT)


def _matches(path: str, word: str, *, inside: bool) -> Q:
    sorts = path.rpartition("__")[2] == "sort_key"
    found, any_case = (sort_key(word), "") if sorts else (word, "i")
    if len(word) >= 3:
        return Q(**{f"{path}__{any_case}contains": found})
    start = Q(**{f"{path}__{any_case}startswith": found})
    return start | Q(**{f"{path}__{any_case}contains": f" {found}"}) if inside else start


@dataclass(frozen=True)
class Flag:
    """Yes or no: ``urgent=1`` or ``urgent=0``.  ``where`` is the condition of yes; by default the field of that name."""

    key: str
    label: Text
    where: Q | Callable[[Actor], Q] | None = None

    def names(self) -> tuple[str, ...]:
        return (self.key,)

    def take(self, query: Query, model: type[Model], actor: Actor) -> Taken:
        text = first(query, self.key).lower()
        if not text:
            return Taken()
        if text not in _YES_NO:
            return Taken(
                problem=now_("{filter} is yes or no, not “{value}”.").format(filter=self.label, value=text[:40])
            )
        where = self.where(actor) if callable(self.where) else self.where
        where = Q(**{self.key: True}) if where is None else where
        return Taken(where, now_("yes")) if _YES_NO[text] else Taken(~where, now_("no"))

    def control(self, query: Query, model: type[Model], actor: Actor) -> Control:
        chosen = _YES_NO.get(first(query, self.key).lower())
        return Control(self.key, self.label, "flag", [("1", _("yes"), chosen is True), ("0", _("no"), chosen is False)])


_YES_NO = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False}

"""What an app hangs on the frame and on the pages of lower apps."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import datetime

    from django.db.models import QuerySet

    from callboard.core.actor import Actor
    from callboard.core.asking import Question


@dataclass(frozen=True)
class Nav:
    """A link of the frame.  group: today, customers, work, team, more; me for what stands on one's own page instead.

    badge: the rows that wait, which the kit counts; None for nobody.
    Which rows depends on the person, their rights and their day alone; the present instant is written `Present()`.
    topics: those of the Change rows after which the badge is counted again.
    """

    name: str
    group: str
    label: Any
    url_name: str
    icon: str
    order: int = 50
    key: str = ""
    operation: str = ""
    badge: "Callable[[Actor], QuerySet[Any] | None] | None" = None
    badge_tone: str = ""
    topics: "Callable[[Actor], Iterable[str]] | None" = None


@dataclass(frozen=True)
class PanelEntry:
    """A part of a lower app's record page.  context(record, actor) -> what the template shows; None hides it.  place: side or middle.

    asks(record, actor) -> what it needs to know: the kit asks for all panels of a page at once, and
    context(record, actor, found) gets the answers.  lazy: fetched when it comes into view, for what stands below the fold.
    exists(record, actor) -> the rows without which a lazy panel is not there at all.
    """

    name: str
    model: str
    title: Any
    template: str
    context: "Callable[..., dict[str, Any] | None]"
    order: int = 50
    place: str = "side"
    operation: str = ""
    asks: "Callable[[Any, Actor], Mapping[str, Question]] | None" = None
    lazy: bool = False
    exists: "Callable[[Any, Actor], QuerySet[Any, Any]] | None" = None


@dataclass(frozen=True)
class Foot:
    """A short line at the foot of the rail.

    rows(actor) -> a queryset of .values(), or None for nobody; the kit reads it in the statement of the badges, and it depends
    on what a badge may depend on.
    text(rows) -> (sentence, tone) or None.  rows: as dicts; tones: ok, due, over.
    """

    name: str
    rows: "Callable[[Actor], QuerySet[Any, Any] | None]"
    text: "Callable[[list[dict[str, Any]]], tuple[str, str] | None]"


@dataclass(frozen=True)
class WhileAway:
    """What a room says came about while somebody was absent.

    asks(person, begin, end) -> the question, asked with the page's others.  shows(row) -> (what, about whom, who has it, when,
    address).
    """

    name: str
    label: Any
    asks: "Callable[[Any, datetime, datetime], Question]"
    shows: "Callable[[Any], tuple[str, str, str, datetime | None, str]]"


@dataclass(frozen=True)
class DayEnd:
    """What a room says is left at the end of somebody's day.

    asks(actor, now) -> the question, asked with the page's others.  shows(row) -> (what, about whom, when, address); begin:
    what the button that leads there says.  task_kind: the tasks about the same, which the page leaves out.
    """

    name: str
    label: Any
    asks: "Callable[[Actor, datetime], Question]"
    shows: "Callable[[Any], tuple[str, str, datetime | None, str]]"
    begin: Any
    task_kind: str = ""

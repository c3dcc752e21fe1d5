"""What somebody did on a day, out of the log: what they pressed themselves, by whom it was about."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from callboard.core.actions import Actor
from callboard.core.links import url_of
from callboard.core.models import Log
from callboard.core.refs import Ref
from callboard.core.registry import register
from callboard.directory.models import Account
from callboard.kit.hands.history import about, mine
from callboard.kit.hands.places import seen
from callboard.work.queries.weighing import midnight_of
from callboard.work.rules.due import DAY, clock_word

#: The most lines of a day; whoever does more did it in runs, which are a line each.
MOST = 500


@dataclass(frozen=True)
class Line:
    """One thing done.  n: so many times in a row, where a run or a hurry did the same to several."""

    at: datetime
    clock: str
    icon: str
    what: str
    record: str
    url: str
    about: str
    undone: bool

    def __str__(self) -> str:
        said = f"{self.what}: {self.record}" if self.record else self.what
        return f"{said} ({_('undone')})" if self.undone else said


@dataclass
class Group:
    """What was done with one account, or with none, the first first."""

    title: str
    url: str = ""
    lines: list[Line] = field(default_factory=list)


@dataclass(frozen=True)
class Did:
    """A day: its lines in their order, the same by account, and what they come to."""

    lines: list[Line]
    groups: list[Group]
    more: bool

    @property
    def undone(self) -> int:
        """How many of the lines were taken back."""
        return sum(line.undone for line in self.lines)

    @property
    def stands(self) -> int:
        """How many of the lines were not."""
        return len(self.lines) - self.undone

    @property
    def text(self) -> str:
        """As one would write it into a mail."""
        parts = [[group.title, *(f"- {line.clock} {line}" for line in group.lines)] for group in self.groups]
        return "\n\n".join("\n".join(part) for part in parts)


def did_on(actor: Actor, day: date, zone: tzinfo) -> Did:
    """What the actor did themselves on a day of their zone. What was undone is marked, an undo is no line of its own."""
    begin, end = midnight_of(day, zone), midnight_of(day + DAY, zone)
    return told(mine(actor).filter(at__gte=begin, at__lt=end), actor, zone)


def told(rows: QuerySet[Log], actor: Actor, zone: tzinfo) -> Did:
    """Lines of the log as the actor may read them, the first first. Queries do not grow with lines."""
    undone = set(rows.exclude(undoes_id=None).values_list("undoes_id", flat=True))
    logs = list(rows.filter(undoes_id=None).order_by("at", "id")[: MOST + 1])
    records = seen(_refs(logs[:MOST]), actor)
    lines = [(_line(log, records, zone, log.pk in undone), log.root_id) for log in logs[:MOST]]
    return Did([line for line, _root in lines], _grouped(lines, records), len(logs) > MOST)


def _refs(logs: Iterable[Log]) -> Iterable[Ref]:
    for log in logs:
        ref = about(log)
        if ref is not None:
            yield ref
        if log.root_id is not None:
            yield Ref(ACCOUNT, log.root_id)


ACCOUNT = Account._meta.label_lower


def _line(log: Log, records: dict[Ref, Any], zone: tzinfo, undone: bool) -> Line:
    action, ref = register.actions.get(log.action), about(log)
    record = records.get(ref) if ref is not None else None
    account = records.get(Ref(ACCOUNT, log.root_id)) if log.root_id is not None else None
    return Line(
        at=log.at,
        clock=clock_word(log.at.astimezone(zone).time()),
        icon=(action and action.icon) or "point",
        what=str(action.label) if action is not None else log.action,
        record=str(record) if record is not None else "",
        url=url_of(record) if record is not None else "",
        about=str(account) if account is not None else "",
        undone=undone,
    )


def _grouped(lines: Iterable[tuple[Line, int | None]], records: dict[Ref, Any]) -> list[Group]:
    """By account in the order they were come to; what is about none, or about one nobody may see any more, at the end."""
    groups: dict[int, Group] = {}
    rest = Group(_("Everything else"))
    for line, root in lines:
        account = records.get(Ref(ACCOUNT, root)) if root is not None else None
        if account is None or root is None:
            rest.lines.append(line)
        else:
            groups.setdefault(root, Group(str(account), url_of(account))).lines.append(line)
    return [*groups.values(), *([rest] if rest.lines else [])]

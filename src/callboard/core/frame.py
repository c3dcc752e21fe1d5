"""One run of an outermost action: its instant, its locks, and the effects written when the bodies are done."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache, cached_property
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import connection, transaction
from django.db.models import Model, QuerySet
from django.utils.translation import gettext_lazy as _

from callboard.core import clock, reading
from callboard.core.access import access_of
from callboard.core.actor import Actor
from callboard.core.db import rows
from callboard.core.errors import Refusal, Refused, RootsMissing
from callboard.core.models import Change, Log, TimelineEntry
from callboard.core.params import encode
from callboard.core.refs import kind_of

EVERYONE = ["all"]
GONE = _("This record is no longer there. Somebody removed it; nothing was changed.")
_LOCK = "WHERE id = %s FOR NO KEY UPDATE"


@cache
def _lock_roots() -> str:
    table = apps.get_model(settings.ROOT_MODEL)._meta.db_table
    return f"SELECT id, merged_into_id FROM {table} WHERE id = ANY(%s) ORDER BY id FOR NO KEY UPDATE"  # noqa: S608


@dataclass
class Effects:
    """Rows that are inserted at the end of the run, in one round trip."""

    logs: list[Log] = field(default_factory=list)
    timeline: list[TimelineEntry] = field(default_factory=list)
    changes: dict[tuple[str, int, str], Change] = field(default_factory=dict)

    def mark(self) -> tuple[int, int, set[tuple[str, int, str]]]:
        return len(self.logs), len(self.timeline), set(self.changes)

    def back_to(self, mark: tuple[int, int, set[tuple[str, int, str]]]) -> None:
        logs, timeline, changes = mark
        del self.logs[logs:], self.timeline[timeline:]
        self.changes = {key: change for key, change in self.changes.items() if key in changes}


class Frame:
    def __init__(self, now: datetime, *, dry: bool = False, cause: uuid.UUID | None = None) -> None:
        self.now = now
        self.dry = dry
        #: The log line the outermost ones stand under: that of a run's start.
        self.cause = cause
        self.roots: set[int] = set()
        #: Those of them that were merged, and into which account.
        self.moved: dict[int, int] = {}
        #: Every record locked in this run, so that all bodies share one instance of it.
        self.targets: dict[tuple[str, int], Model] = {}
        self.effects = Effects()
        self.stack: list[Log] = []

    @cached_property
    def today(self) -> date:
        return clock.business_day(self.now)

    def begin(self) -> None:
        """The outermost body begins once its record is held: whoever had to wait is later than whom they waited for."""
        if not self.stack and not self.dry and self.cause is None:
            self.now = clock.now()
            self.__dict__.pop("today", None)

    # Locks

    def lock_roots(self, roots: set[int]) -> None:
        """The outermost action locks the accounts involved by ascending id."""
        wanted = sorted(roots - self.roots)
        if not wanted:
            return
        self.moved |= {pk: into for pk, into in rows.ask(_lock_roots(), [wanted]) if into is not None}
        self.roots |= set(wanted)

    def require_roots(self, roots: set[int]) -> None:
        """A nested action takes no root of its own: one that is not locked yet starts the run again."""
        if roots - self.roots:
            raise RootsMissing(roots - self.roots)

    def lock_target(self, target: Model) -> Model:
        """The record as it is now, locked FOR NO KEY UPDATE; one instance a run."""
        key = (kind_of(target), int(target.pk))
        held = self.targets.get(key)
        if held is None:
            held, _more = rows.first(type(target), _LOCK, [target.pk])
            if held is None:
                raise Refused(Refusal("gone", GONE))
            self.targets[key] = held
        return held

    def lock_targets(self, queryset: QuerySet[Any]) -> None:
        """Records of one model as they are now, locked by ascending id in one statement."""
        for record in queryset.order_by("pk").select_for_update(no_key=True, of=("self",)):
            self.targets[(kind_of(record), int(record.pk))] = record

    # Effects

    def timeline(
        self,
        by: Actor,
        root_id: int,
        kind: str,
        ref: Model,
        title: str,
        text: str,
        at: datetime | None,
        audience: list[str] | None,
        pinned: bool = False,
    ) -> None:
        self.effects.timeline.append(
            TimelineEntry(
                root_id=root_id,
                at=at or self.now,
                kind=kind,
                ref_kind=kind_of(ref),
                ref_id=ref.pk,
                title=title[:300],
                text=text,
                person_id=by.person_id,
                audience=audience or audience_of(ref),
                pinned=pinned,
            )
        )

    def changed(self, record: Model, topic: str = "") -> None:
        if record.pk is None:
            return
        kind, roots = kind_of(record), _roots_of(record)
        topics = {topic or kind, *(f"account:{root}" for root in roots)}
        root = min(roots) if roots else None
        for name in topics:
            key = (kind, int(record.pk), name)
            if key not in self.effects.changes:
                self.effects.changes[key] = Change(
                    at=self.now,
                    kind=kind,
                    object_id=int(record.pk),
                    root_id=root,
                    topic=name,
                    audience=audience_of(record),
                )

    def touched(self, by: Actor, record: Model, result: Model) -> None:
        """A log line below the one that runs, of a record it changes beside its target: what was done to it before is then
        not simply undone."""
        self.close_log(self.open_log(self.stack[-1].action, by, record), result)

    def undo_args(self, arguments: dict[str, Any]) -> None:
        self.stack[-1].undo_args = {name: encode(value) for name, value in arguments.items()}

    def draw(self, sequence: str) -> int:
        if self.dry:
            return 0
        with connection.cursor() as cursor:
            cursor.execute("SELECT nextval(%s::regclass)", [sequence])
            return int(cursor.fetchone()[0])

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        mark, depth = self.effects.mark(), len(self.stack)
        try:
            with transaction.atomic():
                yield
        except BaseException:
            self.effects.back_to(mark)
            del self.stack[depth:]
            # Instances a failed body changed no longer say what the database says.
            self.targets.clear()
            reading.forget()
            raise

    def write(self, *last: rows.Statement) -> None:
        """Insert what the bodies left: log, timeline, changes; then ``last``.  One round trip."""
        left = (self.effects.logs, self.effects.timeline, list(self.effects.changes.values()))
        rows.send([*(rows.insert(records) for records in left if records), *last])

    # The log

    def open_log(self, name: str, by: Actor, target: Model | None) -> Log:
        log = Log(
            id=uuid.uuid4(),
            at=self.now,
            action=name,
            actor_kind=by.kind,
            actor_name=by.name,
            person_id=by.person_id,
            on_behalf_of_id=by.on_behalf_of_id,
            via=by.via,
            cause_id=self.stack[-1].id if self.stack else self.cause,
        )
        if target is not None:
            log.target_kind, log.target_id = kind_of(target), target.pk
            log.root_id = min(_roots_of(target), default=None)
        self.effects.logs.append(log)
        self.stack.append(log)
        return log

    @contextmanager
    def about(self, record: Model) -> Iterator[None]:
        """In a set-based twin: what is written inside belongs to the log line of this record."""
        key = (self.cause, kind_of(record), record.pk)
        self.stack.append(
            next(log for log in self.effects.logs if (log.cause_id, log.target_kind, log.target_id) == key)
        )
        try:
            yield
        finally:
            self.stack.pop()

    def close_log(self, log: Log, result: Any) -> None:
        self.stack.remove(log)
        if isinstance(result, Model) and result.pk is not None:
            log.result_kind, log.result_id = kind_of(result), int(result.pk)
            log.root_id = log.root_id or min(_roots_of(result), default=None)


def audience_of(record: Model) -> list[str]:
    """The tokens a record is shown to: its own column where its ``Access`` names one, else everyone the matrix lets."""
    column = access_of(type(record)).audience
    return list(getattr(record, column)) if column else EVERYONE


def _roots_of(record: Model) -> set[int]:
    roots = getattr(record, "roots", None)
    return set(roots()) if callable(roots) else set()

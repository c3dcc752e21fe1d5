"""One transaction of an import: some rows, what came of them, and the counts.  A killed worker leaves a chunk undone as a
whole; whoever comes next finds its rows waiting.  So each row is brought in exactly once."""

import logging
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pghistory
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.db.models import Count, Q, Sum
from django.utils.translation import gettext as _

from callboard.core import clock
from callboard.core.access import allows
from callboard.core.actions import Actor
from callboard.core.frame import Frame
from callboard.core.reading import reading_once
from callboard.core.speaking import speaking_to
from callboard.directory.actions.importing.settling import settle
from callboard.directory.actions.importing.turns import look_again
from callboard.directory.actions.importing.undoing import undo_rows
from callboard.directory.actions.importing.writing import VERB, Writer
from callboard.directory.models import Import, ImportRow, ImportState, Outcome, Verdict
from callboard.team.models import Person

#: Rows that are taken without a cell.
TAKING = (Verdict.CREATE, Verdict.UPDATE, Verdict.SAME)
TAKEN = Count("id", filter=Q(left__gt=0))
logger = logging.getLogger("callboard.imports")
CHUNK = 1000
TRIES = 3
State = ImportState

_STORE = """
UPDATE directory_importrow AS t SET outcome = v.outcome, said = v.said, verdict = v.verdict, code = v.code,
    plan = v.plan::jsonb, account_id = v.account, contact_id = v.contact, version = t.version + 1
FROM unnest(%s::bigint[], %s::text[], %s::text[], %s::text[], %s::text[], %s::text[], %s::bigint[], %s::bigint[])
    AS v(id, outcome, said, verdict, code, plan, account, contact)
WHERE t.id = v.id
"""


def work_chunk(pk: int, *, size: int = CHUNK) -> bool:
    """Bring in (or take back) the next rows; False when there is nothing left to do.  A chunk the database would not commit
    is done in smaller ones, down to a row that has failed by itself."""
    with speaking_to(_person_of(pk)):
        for attempt in range(TRIES):
            try:
                return _chunk(pk, size)
            except DatabaseError as error:
                logger.info("import %s, %s rows, try %s: %s", pk, size, attempt + 1, error)
                if isinstance(error, IntegrityError):
                    break
        if size > 1:
            return work_chunk(pk, size=max(1, size // 10))
        return _chunk(pk, 1, give_up=True)


def _chunk(pk: int, size: int, *, give_up: bool = False) -> bool:
    with reading_once(), transaction.atomic():
        locked = Import.objects.select_for_update(no_key=True, of=("self",))
        batch = locked.select_related("person", "going_by").get(pk=pk)
        frame = Frame(clock.now(), cause=batch.log_id)
        if batch.state not in (State.WAITING, State.WORKING, State.UNDOING):
            return False
        if said := _may_not(batch):
            _end(batch, frame, State.STOPPED, said)
            return False
        undoing = batch.state == State.UNDOING
        rows = list(_next(batch, undoing)[:size])
        if not rows:
            _end(batch, frame, State.UNDONE if undoing else State.DONE)
            return False
        by = replace(actor_of(batch), frame=frame)
        with pghistory.context(log=str(batch.log_id), action=VERB):
            touch(batch, frame, 0 if undoing else len(rows))
            if give_up:
                for row in rows:
                    row.outcome, row.said = (Outcome.KEPT if undoing else Outcome.REFUSED), _broken()
            elif undoing:
                undo_rows(batch, rows, by)
            else:
                take_rows(batch, rows, by)
        store(rows)
        frame.write()
    return True


def _next(batch: Import, undoing: bool) -> Any:
    if undoing:
        return batch.rows.filter(outcome=Outcome.DONE).order_by("-position")
    return batch.rows.filter(outcome=Outcome.WAITING, verdict__in=[Verdict.CREATE, Verdict.UPDATE]).order_by("position")


def take_rows(batch: Import, rows: Sequence[ImportRow], by: Actor) -> None:
    """Settle the plans against the records as they are now, under lock; write those that still stand."""
    going, accounts, people = settle(batch, rows, by)
    Writer(batch, by).write(going, accounts, people)
    for row in going:
        row.outcome, row.said = Outcome.DONE, ""


def touch(batch: Import, frame: Frame, done: int) -> None:
    """The batch says how far it is.  No new version: stopping it is no conflict with its own progress."""
    state = State.WORKING if batch.state == State.WAITING else batch.state
    batch.state, batch.done, batch.touched_at = state, batch.done + done, frame.now
    Import.objects.filter(pk=batch.pk).update(state=state, done=batch.done, touched_at=frame.now)
    tell(frame, batch)


def _end(batch: Import, frame: Frame, state: str, note: str = "") -> None:
    if state == State.DONE and batch.corrects_id:
        _corrected(batch)
    if state == State.UNDONE:
        look_again(batch)
    counts = counted(batch)
    Import.objects.filter(pk=batch.pk).update(
        state=state, note=note, counts=counts, finished_at=frame.now, touched_at=frame.now
    )
    tell(frame, batch)
    frame.write()


def _corrected(batch: Import) -> None:
    """Rows of the import this one corrects are no longer to be corrected."""
    done = batch.rows.filter(outcome=Outcome.DONE).values_list("plan__corrects", flat=True)
    numbers = [number for number in done if number is not None]
    old = ImportRow.objects.filter(batch=batch.corrects_id, position__in=numbers)
    said = _("Corrected in {batch}.").format(batch=batch)[:500]
    old.exclude(outcome=Outcome.DONE).update(verdict=Verdict.LEAVE, code="", said=said)
    old.filter(outcome=Outcome.DONE).update(left=0, said=said)
    first = Import.objects.get(corrected_by=batch.pk)
    Import.objects.filter(pk=first.pk).update(counts=counted(first))


def counted(batch: Import) -> dict[str, int]:
    """How many rows have each verdict, and each outcome ("done", "undone", "kept", "refused"); how many cells are left out
    ("left") of how many rows that are not asked ("left_rows")."""
    counts: dict[str, int] = {}
    groups = batch.rows.values_list("verdict", "outcome").annotate(n=Count("id"), cells=Sum("left"), rows=TAKEN)
    for verdict, outcome, number, cells, rows in groups.order_by():
        counts[verdict] = counts.get(verdict, 0) + number
        if rows and verdict in TAKING and outcome in (Outcome.WAITING, Outcome.DONE):
            counts["left"], counts["left_rows"] = counts.get("left", 0) + cells, counts.get("left_rows", 0) + rows
        if outcome != Outcome.WAITING:
            counts[f"is_{outcome}"] = counts.get(f"is_{outcome}", 0) + number
    return counts


def store(rows: Sequence[ImportRow]) -> None:
    """What came of rows, in one statement."""
    import json

    columns: list[list[Any]] = [
        [row.pk for row in rows], [str(row.outcome) for row in rows], [row.said[:500] for row in rows],
        [str(row.verdict) for row in rows], [row.code for row in rows], [json.dumps(row.plan) for row in rows],
        [row.account_id for row in rows], [row.contact_id for row in rows],
    ]  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(_STORE, columns)


def tell(frame: Frame, batch: Import) -> None:
    """Open pages show it anew."""
    frame.changed(batch)
    frame.changed(batch, topic=batch.topic)


def actor_of(batch: Import) -> Actor:
    """Whoever set it going; the program where the command line did."""
    person = batch.going_by or batch.person
    if person is None:
        return Actor("clock", name="import", via="import")
    return Actor("person", person=person, via="import")


def _may_not(batch: Import) -> str:
    """Why it stops: whoever it acts as may no longer do so.  Asked anew in each transaction."""
    by = actor_of(batch)
    if by.person is not None and not by.person.is_active:
        return _("{name} set it going and no longer works here.").format(name=by.person)
    if not allows(by, "directory.import", batch):
        return _("{name} set it going and may no longer import.").format(name=by.person)
    return ""


def _person_of(pk: int) -> Any:
    return Person.objects.filter(pk__in=Import.objects.filter(pk=pk).values("person")).first()


def _broken() -> str:
    return _("Something broke on our side. Nothing was changed here; the log of the program has the details.")

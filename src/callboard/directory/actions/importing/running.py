"""An import is started, stopped, gone on with, undone."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from callboard.core.actions import Actor, Refusal, action
from callboard.directory.actions.importing.chunks import store, take_rows
from callboard.directory.actions.importing.turns import in_the_way, take_turn
from callboard.directory.actions.importing.wishes import keep_wishes, wishes_in
from callboard.directory.actions.importing.working import go_on
from callboard.directory.models import Import, ImportRow, ImportState, Outcome, Verdict

State = ImportState
#: An import nobody touched for so long has lost its worker.
SILENT_AFTER = timedelta(seconds=60)
GOING = (Verdict.CREATE, Verdict.UPDATE)


@action(
    gettext_lazy("Started the import"),
    said=gettext_lazy("Bringing in {batch}"),
    who="directory.import",
    undo="directory.undo_import",
    icon="player-play",
)
def start_import(batch: Import, *, by: Actor) -> Import:
    """Bring in the rows that are new or change something, and keep the wish of everybody who had asked for no sales. Rows
    that are still asked stay behind and can be brought in once they are answered. Refused while another import is taken back."""
    take_turn(batch, undoing=False)
    batch.rows.filter(code="waits_row", outcome=Outcome.WAITING).update(verdict=Verdict.CREATE, code="")
    keep_wishes(batch, by)
    batch.started_at = batch.started_at or by.now
    if batch.log_id is None:
        batch.log_id = by.run.stack[-1].id
    return _go(batch, by, State.WAITING)


@start_import.can
def _may_start(batch: Import, now: datetime) -> Refusal | None:
    if batch.state == State.READING:
        return Refusal("reading", gettext_lazy("Its rows are still being read."))
    if batch.state not in (State.READY, State.DONE):
        return Refusal("not_ready", gettext_lazy("It is not ready: {state}."), state=batch.get_state_display())
    if not _waiting(batch) and (batch.started_at is not None or not wishes_in(batch).exists()):
        return Refusal("nothing", gettext_lazy("No row is left to bring in."))
    return in_the_way(batch, undoing=False)


def _waiting(batch: Import) -> bool:
    rows = batch.rows.filter(outcome=Outcome.WAITING)
    return rows.filter(verdict__in=GOING).exists() or rows.filter(code="waits_row").exists()


@action(
    gettext_lazy("Stopped the import"),
    said=gettext_lazy("Stopped {batch}"),
    who="directory.import",
    undo="directory.resume_import",
    icon="player-stop",
)
def stop_import(batch: Import, *, by: Actor) -> Import:
    """Stop after the rows under way. What is brought in stays."""
    read = batch.state == State.READING
    before = State.MAPPING if batch.mapping else State.FAILED
    batch.state, batch.note = (before if read else State.STOPPED), _("Stopped by hand.")
    batch.touched_at = batch.updated_at = by.now
    batch.save()
    by.changed(batch, topic=batch.topic)
    return batch


@stop_import.can
def _may_stop(batch: Import, now: datetime) -> Refusal | None:
    return None if batch.state in Import.ACTIVE else Refusal("not_running", gettext_lazy("It does not run."))


@action(
    gettext_lazy("Went on with the import"),
    said=gettext_lazy("Going on with {batch}"),
    who="directory.import",
    undo=stop_import,
    icon="player-play",
)
def resume_import(batch: Import, *, by: Actor) -> Import:
    """Go on where it stopped, or where its worker was killed."""
    take_turn(batch, undoing=batch.undoing)
    lost = batch.state if batch.state in Import.ACTIVE else State.WAITING
    return _go(batch, by, State.UNDOING if batch.undoing else lost)


@resume_import.can
def _may_resume(batch: Import, now: datetime) -> Refusal | None:
    if batch.state == State.STOPPED:
        return in_the_way(batch, undoing=batch.undoing)
    if batch.state in Import.ACTIVE and batch.touched_at is not None and batch.touched_at < now - SILENT_AFTER:
        return None
    return Refusal("not_stopped", gettext_lazy("It is not stopped."))


@action(
    gettext_lazy("Brought in by an import"),
    said=gettext_lazy("Brought in row {row.position}"),
    who="directory.import",
    final=gettext_lazy("Undo the import it came with."),
    icon="table-import",
)
def bring_in(row: ImportRow, *, by: Actor) -> ImportRow:
    """Bring in this row now, before or after the others. The log lines of all rows of an import are called so."""
    take_turn(row.batch, undoing=False)
    take_rows(row.batch, [row], by)
    store([row])
    return row


@bring_in.can
def _may_bring_in(row: ImportRow, now: datetime) -> Refusal | None:
    if row.batch.undoing:
        return Refusal("undoing", gettext_lazy("The import is being taken back."))
    if row.batch.state not in (State.READY, State.DONE, State.STOPPED):
        return Refusal("busy", gettext_lazy("The import is under way: {state}."), state=row.batch.get_state_display())
    if row.outcome != Outcome.WAITING or row.verdict not in GOING:
        return Refusal("nothing", gettext_lazy("This row brings in nothing."))
    return in_the_way(row.batch, undoing=False)


@action(
    gettext_lazy("Undid the import"),
    said=gettext_lazy("Taking back {batch}"),
    who="directory.import",
    final=gettext_lazy("Bring the file in again."),
    icon="arrow-back-up",
)
def undo_import(batch: Import, *, by: Actor) -> Import:
    """Take back everything it did, the last row first: what it made is removed, what it changed is put back. A record somebody
    has changed or used since stays, and its row says so. Refused while another import is brought in."""
    take_turn(batch, undoing=True)
    batch.undoing = True
    return _go(batch, by, State.UNDOING)


@undo_import.can
def _may_undo(batch: Import, now: datetime) -> Refusal | None:
    if batch.state not in (State.DONE, State.STOPPED, State.WAITING, State.WORKING):
        return Refusal("nothing", gettext_lazy("It has brought in nothing yet."))
    if not ImportRow.objects.filter(batch=batch, outcome=Outcome.DONE).exists():
        return Refusal("nothing", gettext_lazy("It has brought in nothing yet."))
    return in_the_way(batch, undoing=True)


def _go(batch: Import, by: Actor, state: str) -> Import:
    batch.state, batch.note, batch.going_by = state, "", by.person
    batch.touched_at = batch.updated_at = by.now
    batch.save()
    by.changed(batch, topic=batch.topic)
    go_on(batch, by)
    return batch

"""An import is stopped, gone on with, taken back: one way at a time, and only as long as whoever set it going may."""

import pytest

from callboard.core.actions import Actor, Refused
from callboard.directory.actions import bring_in, resume_import, start_import, stop_import, undo_import
from callboard.directory.actions.importing.chunks import work_chunk
from callboard.directory.models import Account, Import, ImportState
from callboard.team.models import Person, PersonRole
from tests.directory.importing.sending import read, row, worked

ROWS = (("Company", "Domain"), *((f"Agency {name} New", f"{name}.example") for name in ("ash", "birch", "cedar")))


def now(batch: Import) -> Import:
    return Import.objects.get(pk=batch.pk)


def test_what_was_being_undone_goes_on_being_undone(by: Actor) -> None:
    batch = read(ROWS, by=by)
    start_import(batch, by=by)
    work_chunk(batch.pk, size=1)
    undo_import(now(batch), by=by)
    stop_import(now(batch), by=by)
    with pytest.raises(Refused, match="taken back"):
        bring_in(row(batch, 3), by=by)
    resume_import(now(batch), by=by)
    worked(batch)
    assert now(batch).state == ImportState.UNDONE
    assert not Account.objects.exists()


def test_it_stops_with_a_sentence_when_the_right_is_gone_and_another_goes_on(
    by: Actor, admin: Actor, dana: Person
) -> None:
    batch = read(ROWS, by=by)
    start_import(batch, by=by)
    assert work_chunk(batch.pk, size=1)
    PersonRole.objects.filter(person=dana).delete()
    assert not work_chunk(batch.pk)
    stopped = now(batch)
    assert (stopped.state, stopped.note) == (
        ImportState.STOPPED,
        "Dana Whitfield set it going and may no longer import.",
    )
    assert Account.objects.count() == 1
    resume_import(stopped, by=admin)
    worked(batch)
    assert (now(batch).state, Account.objects.count()) == (ImportState.DONE, 3)


def test_whoever_left_brings_in_nothing_more_and_others_can_take_it_back(by: Actor, admin: Actor, dana: Person) -> None:
    batch = read(ROWS, by=by)
    start_import(batch, by=by)
    work_chunk(batch.pk, size=1)
    Person.objects.filter(pk=dana.pk).update(is_active=False, left_on="2026-01-01")
    worked(batch)
    assert now(batch).note == "Dana Whitfield set it going and no longer works here."
    undo_import(now(batch), by=admin)
    worked(batch)
    assert now(batch).state == ImportState.UNDONE
    assert not Account.objects.exists()

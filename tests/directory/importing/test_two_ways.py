"""One import is taken back while another one is to be brought in: one of them waits, and no row becomes a question."""

import pytest
from django.test import Client

from callboard.core.actions import Actor, Refused
from callboard.directory.actions import bring_in, resume_import, start_import, stop_import, undo_import
from callboard.directory.actions.importing.checking import read_rows
from callboard.directory.actions.importing.working import work_on_import
from callboard.directory.models import Account, Import, ImportState
from callboard.team.models import Person
from tests.at_once import one_waits
from tests.directory.importing.sending import brought_in, read, row, started, verdicts, worked

WRONG = (("Company", "City", "State"), ("Acme Agency", "Wacko", "TX"), ("Birch Agency", "Bend", "OR"))
RIGHT = (("Company", "City", "State"), ("Acme Agency", "Waco", "TX"), ("Birch Agency", "Bend", "OR"))


def test_none_starts_while_another_is_taken_back_and_says_who_does_it(
    client: Client, by: Actor, admin: Actor, dana: Person
) -> None:
    first = brought_in(WRONG, by=by)
    second = read((*RIGHT, ("Cole Agency", "Waco", "TX")), by=admin)
    undo_import(first, by=by)
    sentence = f"Dana Whitfield takes back a.csv, import {first.pk}. Try again when that is done"
    with pytest.raises(Refused, match=sentence):
        start_import(second, by=admin)
    with pytest.raises(Refused, match=sentence):
        bring_in(row(second, 4), by=admin)
    client.force_login(dana)
    page = client.get(f"/imports/{second.pk}/").content.decode()
    assert sentence in page
    assert "Start import" in page


def test_what_was_looked_at_before_it_was_gone_is_looked_at_again(by: Actor, admin: Actor) -> None:
    first = brought_in(WRONG, by=by)
    second = read(RIGHT, by=admin)
    assert [verdict for _position, verdict, _code in verdicts(second)] == ["ask", "ask"]
    undo_import(first, by=by)
    worked(first)
    second.refresh_from_db()
    assert (second.state, second.touched_at) == (ImportState.READING, None)
    read_rows(second.pk)
    second = started(Import.objects.get(pk=second.pk), by=admin)
    assert second.counts == {"create": 2, "is_done": 2}
    assert Account.objects.get(name="Acme Agency").city == "Waco"


def test_the_worker_reads_it_again_by_itself(by: Actor, admin: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    deferred: list[int] = []
    first = brought_in(WRONG, by=by)
    second = read(RIGHT, by=admin)
    undo_import(first, by=by)
    monkeypatch.setattr(
        "callboard.directory.actions.importing.working.defer", lambda job, batch: deferred.append(batch)
    )
    work_on_import(batch=first.pk)
    assert deferred == [second.pk]
    work_on_import(batch=second.pk)
    second.refresh_from_db()
    assert (second.state, second.counts) == (ImportState.READY, {"create": 2})


def test_what_was_answered_is_not_thrown_away(by: Actor, admin: Actor) -> None:
    from callboard.directory.actions import leave_out

    first = brought_in(WRONG, by=by)
    second = read(RIGHT, by=admin)
    leave_out(row(second, 2), by=admin)
    undo_import(first, by=by)
    worked(first)
    second.refresh_from_db()
    assert (second.state, row(second, 2).verdict) == (ImportState.READY, "leave")


def test_none_is_taken_back_while_another_is_brought_in(client: Client, by: Actor, admin: Actor, dana: Person) -> None:
    first = brought_in(WRONG, by=by)
    second = read((("Company",), ("Cole Agency",)), by=admin)
    start_import(second, by=admin)
    with pytest.raises(Refused, match=f"brings in a.csv, import {second.pk}. Take this one back when that is done"):
        undo_import(first, by=by)
    client.force_login(dana)
    page = client.get(f"/imports/{first.pk}/").content.decode()
    assert "Undo import" in page
    assert "is in the way" not in page  # nothing of it waits to be brought in
    stop_import(second, by=admin)
    undo_import(first, by=by)
    with pytest.raises(Refused, match="takes back"):
        resume_import(second, by=admin)
    worked(first)
    resume_import(second, by=admin)
    worked(second)
    assert [account.name for account in Account.objects.all()] == ["Cole Agency"]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("undo_first", [True, False])
def test_of_two_in_the_same_moment_one_is_refused(by: Actor, admin: Actor, undo_first: bool) -> None:
    first = brought_in(WRONG, by=by)
    second = read((("Company",), ("Cole Agency",)), by=admin)
    undo, start = lambda: undo_import(first, by=by), lambda: start_import(second, by=admin)
    calls = (undo, start) if undo_first else (start, undo)
    went, refused = one_waits(*calls)
    assert went is None
    assert isinstance(refused, Refused)
    assert refused.code == "in_the_way"
    states = [Import.objects.get(pk=each.pk).state for each in (first, second)]
    assert states == (
        [ImportState.UNDOING, ImportState.READY] if undo_first else [ImportState.DONE, ImportState.WAITING]
    )

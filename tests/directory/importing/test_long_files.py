"""Files that take long to look at leave the request: the worker looks at them."""

import pytest
from django.test import Client

from callboard.core.actions import Actor, Refused
from callboard.directory.actions import map_import, start_import, stop_import
from callboard.directory.actions.importing import checking, files
from callboard.directory.actions.importing.checking import look_at, read_rows
from callboard.directory.actions.importing.working import work_on_import
from callboard.directory.models import Account, Import, ImportState
from callboard.team.models import Person
from tests.directory.importing.sending import mapped, sent, worked

ROWS = (("Agency", "City", "Mail domain"), ("Acme Insurance", "Waco", "acme.example"))


@pytest.fixture
def _long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "is_long", lambda path: True)


def now(batch: Import) -> Import:
    return Import.objects.get(pk=batch.pk)


@pytest.mark.usefixtures("_long")
def test_a_long_file_is_looked_at_by_the_worker(by: Actor, client: Client, dana: Person) -> None:
    batch = sent(ROWS, by=by)
    assert (batch.state, batch.mapping) == (ImportState.READING, {})
    client.force_login(dana)
    assert client.get(f"/imports/{batch.pk}/").status_code == 200
    with pytest.raises(Refused, match="not read yet"):
        map_import(now(batch), by=by, mapping="{}")  # type: ignore[arg-type]
    work_on_import(batch=batch.pk)
    looked = now(batch)
    assert (looked.state, looked.columns) == (ImportState.MAPPING, ["Agency", "City", "Mail domain"])
    ready = mapped(looked, by=by)
    start_import(ready, by=by)
    worked(ready)
    assert Account.objects.get().city == "Waco"


@pytest.mark.usefixtures("_long")
def test_what_cannot_be_read_is_said_and_what_is_stopped_stays_stopped(by: Actor, client: Client, dana: Person) -> None:
    client.force_login(dana)
    wrong = sent(b"%PDF-1.7 and so on", by=by)
    look_at(wrong.pk)
    assert (now(wrong).state, now(wrong).note) == (ImportState.FAILED, "This is a document or a picture, no table.")
    stopped = sent(ROWS, by=by)
    stop_import(now(stopped), by=by)
    look_at(stopped.pk)
    assert now(stopped).state == ImportState.FAILED
    for each in (wrong, stopped):
        assert client.get(f"/imports/{each.pk}/").status_code == 200
        assert client.get(f"/imports/{each.pk}/columns/").status_code == 200


def test_a_file_that_is_another_one_further_down_is_refused(by: Actor) -> None:
    batch = sent(ROWS, by=by)
    Import.objects.filter(pk=batch.pk).update(columns=["Agency", "Town", "Mail domain"], state=ImportState.READING)
    read_rows(batch.pk)
    assert (now(batch).state, now(batch).note[:17]) == (ImportState.FAILED, "Further down the ")


def test_more_rows_than_one_file_may_have_are_a_sentence(by: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "MOST_ROWS", 0)
    batch = mapped(sent(ROWS, by=by), by=by)
    assert (batch.state, batch.note) == (ImportState.FAILED, "The file has more than 0 rows. Cut it into parts.")


def test_a_file_with_thousands_of_empty_columns_has_its_own(by: Actor) -> None:
    batch = sent(b"Company,City" + b"," * 9000 + b"\nAcme,Waco\n", by=by)
    assert batch.mapping["columns"] == ["account.name", "account.city"]

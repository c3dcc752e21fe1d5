"""`callboard import` with the program's own command line."""

import json
from pathlib import Path

import pytest
from django.apps import apps

from callboard.config.cli import main
from callboard.core.actions import Actor
from callboard.directory.actions import keep_mapping
from callboard.directory.models import Account, Import
from tests import make
from tests.directory.importing.sending import read, sheet

ROWS = (("Agency", "City", "Mail domain"), ("Acme Insurance", "Waco", "acme.example"), ("", "Bend", ""))


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch, db: None) -> None:
    """The command sets Django up; here it is."""
    assert apps.ready


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, object]]:
    assert main(["import", *arguments, "--json"]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_rows_are_told_with_what_became_of_each(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(sheet(ROWS))
    first, second, last = told(capsys, "accounts", str(path))
    account = Account.objects.get()
    assert first == {"row": 2, "result": "created", "id": account.pk, "why": ""}
    assert (second["result"], second["why"]) == ("refused", "The row names no account.")
    summary = last["summary"]
    assert isinstance(summary, dict)
    assert (summary["created"], summary["refused"]) == (1, 1)


def test_a_cell_that_is_left_out_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(sheet((("Agency", "Phone"), ("Acme Insurance", "12"))))
    first, _last = told(capsys, "accounts", str(path))
    assert first["result"] == "created"
    assert first["why"] == "Taken without this: Phone: “12” is no phone number."


def test_a_dry_run_says_the_same_and_leaves_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(sheet(ROWS))
    assert told(capsys, "accounts", str(path), "--dry-run")[0]["result"] == "created"
    assert not Account.objects.exists()
    assert not Import.objects.exists()


def test_what_is_there_is_changed_only_where_it_is_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    account = make.account("Acme Insurance", domain="acme.example")
    path = tmp_path / "a.csv"
    path.write_bytes(sheet(ROWS))
    assert told(capsys, "accounts", str(path))[0]["result"] == "skipped"
    assert told(capsys, "accounts", str(path), "--update")[0] == {
        "row": 2, "result": "updated", "id": account.pk, "why": "",
    }  # fmt: skip
    account.refresh_from_db()
    assert account.city == "Waco"


def test_a_mapping_kept_under_a_name_is_used(by: Actor, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = (("A", "B"), ("Acme Insurance", "Waco"))
    keep_mapping(read(rows, by=by, columns=["account.name", "account.city"]), by=by, name="plain")
    path = tmp_path / "a.csv"
    path.write_bytes(sheet((*rows[:1], ("Birch", "Bend"))))
    assert told(capsys, "accounts", str(path), "--map", "plain")[0]["result"] == "created"
    assert Account.objects.get(name="Birch").city == "Bend"


def test_what_cannot_be_read_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"")
    assert main(["import", "accounts", str(path)]) == 1
    assert "The file is empty." in capsys.readouterr().err
    path.write_bytes(sheet(ROWS))
    assert main(["import", "spaceships", str(path)]) == 1
    assert "there are: accounts, contacts" in capsys.readouterr().err

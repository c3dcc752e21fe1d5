"""`callboard intake load`: the same path as a mailbox, each mail once, a line for every file."""

import argparse
import json
from pathlib import Path
from typing import Any

import pytest

from callboard.channels.models import Message
from callboard.intake.commands import load, parse
from callboard.intake.models import QueueItem
from tests.channels import mails
from tests.intake.make import account, contact, person, pool, rule

pytestmark = pytest.mark.django_db
FIELDS = [
    "file",
    "message_id",
    "kind",
    "duplicate",
    "skipped",
    "intent",
    "confidence",
    "account",
    "contact",
    "assigned_to",
    "rule",
    "why",
]


def run(capsys: pytest.CaptureFixture[str], *paths: Path, json_lines: bool = True) -> tuple[int, list[dict[str, Any]]]:
    code = load(argparse.Namespace(paths=[str(path) for path in paths], json=json_lines))
    printed = capsys.readouterr().out
    return code, [json.loads(line) for line in printed.splitlines()] if json_lines else []


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "new").mkdir()
    (tmp_path / "cur").mkdir()
    (tmp_path / "new" / "1").write_bytes(mails.plain("Which counties?", Message_ID="<a@x.example>"))
    (tmp_path / "cur" / "2").write_bytes(
        mails.plain("Out of office", Message_ID="<b@x.example>", Auto_Submitted="auto-replied")
    )
    (tmp_path / "notes.bin").write_bytes(b"\x00\x01 no mail at all")
    return tmp_path


def test_a_maildir_is_stored_read_and_routed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tom = person("Tom Becker")
    rule("In turn", pool=pool("Desk", tom))
    code, lines = run(capsys, folder)
    summary = lines.pop()["summary"]
    assert code == 0
    assert all(name in line for line in lines for name in FIELDS)
    by_id = {line["message_id"]: line for line in lines}
    assert by_id["a@x.example"]["assigned_to"] == "Tom Becker"
    assert by_id["a@x.example"]["rule"] == "In turn"
    assert by_id["a@x.example"]["why"].startswith("It is Tom Becker's turn.")
    assert by_id["b@x.example"]["kind"] == "auto_reply"
    assert by_id["b@x.example"]["intent"] == ""
    assert by_id[""]["skipped"]
    assert (summary["files"], summary["stored"], summary["skipped"], summary["errors"]) == (3, 2, 1, 0)
    assert summary["by_kind"] == {"message": 1, "auto_reply": 1}


def test_loading_twice_stores_each_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, folder)
    _code, lines = run(capsys, folder, folder)
    summary = lines.pop()["summary"]
    assert (summary["stored"], summary["duplicates"]) == (0, 4)
    assert (Message.objects.count(), QueueItem.objects.count()) == (2, 1)


def test_a_known_sender_is_named_with_the_account(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    contact(account("Cypress Creek Agency"), "Denise Kowalski", email="denise@creek.example")
    raw = mails.plain(sender="Denise <denise@creek.example>", Message_ID="<c@x.example>")
    (tmp_path / "one.eml").write_bytes(raw)
    _code, lines = run(capsys, tmp_path / "one.eml")
    assert (lines[0]["account"], lines[0]["contact"]) == ("Cypress Creek Agency", "Denise Kowalski")


def test_a_path_that_is_not_there_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _lines = run(capsys, tmp_path / "missing")
    assert code == 1


def test_people_read_words_and_parse_needs_no_database(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert load(argparse.Namespace(paths=[str(folder)], json=False)) == 0
    said = capsys.readouterr()
    assert "already there" not in said.out
    assert "2 stored" in said.err
    assert parse(argparse.Namespace(files=[str(folder / "new" / "1")], json=True)) == 0
    assert "Which counties?" in capsys.readouterr().out

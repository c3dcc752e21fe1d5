"""`callboard table read` and `callboard contacts read`: no Django, no database."""

import json
import subprocess
import sys
from pathlib import Path

READ = [sys.executable, "-m", "callboard.config.cli"]


def run(*arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([*READ, *arguments], capture_output=True, text=True, timeout=60, check=False)


def test_a_table_is_told_as_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Name;Town\nAcme;Waco\n")
    told = run("table", "read", str(path), "--json")
    lines = [json.loads(line) for line in told.stdout.splitlines()]
    assert lines[0] == {
        "dialect": {"encoding": "ascii", "delimiter": ";", "quote": '"', "header_row": 1},
        "columns": ["Name", "Town"],
    }
    assert lines[1] == {"row": 2, "cells": ["Acme", "Waco"]}
    assert lines[-1]["summary"]["rows"] == 1
    assert told.returncode == 0


def test_what_cannot_be_read_is_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"")
    for arguments in (("table", "read", str(path)), ("contacts", "read", str(path)), ("table", "read", "nowhere")):
        told = run(*arguments)
        assert told.returncode == 1
        assert len(told.stderr.splitlines()) == 1


def test_a_card_is_told_with_what_could_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.vcf"
    path.write_text("BEGIN:VCARD\nFN:Ray Alvarez\nEMAIL:ray@acme.example\nTEL:none\nEND:VCARD\n")
    (card, summary) = [json.loads(line) for line in run("contacts", "read", str(path), "--json").stdout.splitlines()]
    assert (card["name"], card["emails"]) == ("Ray Alvarez", ["ray@acme.example"])
    assert card["warnings"] == ["This is no number: none"]
    assert summary["summary"]["contacts"] == 1

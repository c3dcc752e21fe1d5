"""The command line: exit codes, sentences instead of tracebacks, and nothing started by what only reads."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from callboard.config.cli import COMMANDS, database_sentence, parser

MAIL = b"From: Ann <ann@example.com>\r\nTo: desk@example.com\r\nSubject: Hello\r\n\r\nPlease call me.\r\n"


def callboard(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    given = {name: value for name, value in os.environ.items() if not name.startswith(("CALLBOARD_", "DATABASE_"))}
    command = [sys.executable, "-m", "callboard.config.cli", *arguments]
    given |= {"DJANGO_SETTINGS_MODULE": "callboard.config.settings", **environment}
    return subprocess.run(command, env=given, capture_output=True, text=True, timeout=60)


def test_help_and_reading_mail_start_nothing(tmp_path: Path) -> None:
    home = tmp_path / "home"
    (tmp_path / "one.eml").write_bytes(MAIL)
    assert callboard("--help", CALLBOARD_HOME=str(home)).returncode == 0
    read = callboard("intake", "parse", "--json", str(tmp_path / "one.eml"), CALLBOARD_HOME=str(home))
    assert read.returncode == 0, read.stderr
    assert json.loads(read.stdout.splitlines()[0])["subject"] == "Hello"
    assert not home.exists()


@pytest.mark.parametrize("arguments", [(), ("fly",), ("up", "--port", "70000"), ("signin",), ("intake",)])
def test_wrong_usage_ends_with_two(arguments: tuple[str, ...]) -> None:
    assert callboard(*arguments).returncode == 2


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("nonsense", "A setting is wrong: DATABASE_URL must look like postgres://user:password@host:5432/name"),
        ("sqlite:///here", "A setting is wrong: DATABASE_URL must look like postgres://user:password@host:5432/name"),
        ("postgres://me@127.0.0.1:1/company", "The database does not answer: connection failed"),
        ("postgres://me@no-such-host.invalid/company", "The database does not answer: failed to resolve host"),
    ],
)
def test_a_wrong_address_of_the_database_is_a_sentence(address: str, sentence: str, tmp_path: Path) -> None:
    refused = callboard("check", DATABASE_URL=address, CALLBOARD_HOME=str(tmp_path))
    assert refused.returncode == 1
    assert refused.stderr.startswith(sentence)
    assert len(refused.stderr.splitlines()) == 1
    assert "DATABASE_URL" in refused.stderr, "what to do about it"


@pytest.mark.parametrize(
    ("said", "todo"),
    [
        ('FATAL:  password authentication failed for user "owner"', "the password in DATABASE_URL."),
        ('FATAL:  database "nowhere" does not exist', "Create it, or mend DATABASE_URL."),
        ('FATAL:  no pg_hba.conf entry for host "10.0.0.1"', "administrator"),
        ("something never heard of", "callboard doctor says more."),
    ],
)
def test_what_the_server_says_comes_with_what_to_do(said: str, todo: str) -> None:
    sentence = database_sentence(Exception(f"connection failed: {said}\nMultiple connection attempts failed"))
    assert said in sentence and todo in sentence
    assert len(sentence.splitlines()) == 1


def test_a_data_folder_that_cannot_be_written_is_a_sentence() -> None:
    refused = callboard("up", CALLBOARD_HOME="/proc/callboard")
    assert refused.returncode == 1
    assert refused.stderr.startswith("The data folder /proc/callboard cannot be written")
    assert len(refused.stderr.splitlines()) == 1


def test_the_doctor_of_a_folder_that_never_started_says_what_to_run(tmp_path: Path) -> None:
    told = callboard("doctor", "--json", CALLBOARD_HOME=str(tmp_path / "new"))
    assert told.returncode == 1
    lines = [json.loads(line) for line in told.stdout.splitlines()]
    assert lines[1]["sentence"].endswith("does not exist yet; run: callboard up")
    assert lines[-1] == {"summary": {"not_well": 1}}


def test_every_command_takes_json() -> None:
    for name in COMMANDS:
        file = {key: ["f"] for key in ("backup", "restore", "intake parse", "intake load", "calendar read")}
        file |= {key: ["f"] for key in ("table read", "contacts read")} | {"import": ["accounts", "f"]}
        file |= {"calendar import": ["f", "--calendar", "Team"]}
        required = {**file, "signin": ["a@b.c"], "export": ["accounts"], "dedupe": ["account"]}
        given = parser().parse_args([*name.split(), "--json", *required.get(name, [])])
        assert (given.command, given.json) == (name, True)

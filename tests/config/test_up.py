"""`up` and `down` as a person uses them."""

import json
import os
import re
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator

import psutil
import pytest

from tests.config.conftest import Company

pytestmark = pytest.mark.slow


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def running(company: Company) -> Iterator[tuple[Company, "subprocess.Popen[str]", dict[str, str]]]:
    process = company.start("up", "--empty", "--json", "--port", str(free_port()))
    assert process.stdout and process.stderr
    line = process.stdout.readline()
    assert line, process.stderr.read()
    yield company, process, json.loads(line)
    if process.poll() is None:
        company.run("down")
    process.communicate(timeout=30)


Running = tuple[Company, "subprocess.Popen[str]", dict[str, str]]


def children(company: Company) -> list[psutil.Process]:
    record = json.loads((company.home / "run" / "up-practice.json").read_text())
    return [psutil.Process(each["pid"]) for each in record["processes"] if each["name"] != "supervisor"]


def test_up_answers_is_one_at_a_time_is_well_and_ends_what_it_started(running: Running) -> None:
    company, process, said = running
    with urllib.request.urlopen(f"{said['url']}/health/", timeout=60) as answer:
        assert json.loads(answer.read()) == {"database": True, "migrations": True}
    assert process.stdout
    assert json.loads(process.stdout.readline())["signin"].endswith("callboard signin EMAIL")
    link = company.run("signin", "first@example.com")
    assert link.stdout.startswith(f"{said['url']}/sign-in/link/")

    second = company.run("up", "--empty")
    assert second.returncode == 1
    assert second.stderr.strip() == f"Callboard is already running at {said['url']}; stop it with: callboard down"

    wait_until_well(company)
    ours = children(company)
    assert len(ours) == 2
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=30) == 0
    assert [each for each in ours if each.is_running()] == []
    assert not (company.home / "run" / "up-practice.json").exists()


def wait_until_well(company: Company) -> None:
    """The worker says that it lives within seconds."""
    deadline = time.monotonic() + 30
    while True:
        answers = [json.loads(line) for line in company.run("doctor", "--json").stdout.splitlines()]
        if answers[-1] == {"summary": {"not_well": 0}}:
            return
        assert time.monotonic() < deadline, answers


def test_after_a_killed_supervisor_the_next_up_takes_over_its_port_and_down_ends_everything(running: Running) -> None:
    company, process, said = running
    left = children(company)
    process.kill()
    process.wait()
    assert all(each.is_running() for each in left)
    again = company.start("up", "--empty", "--json", "--port", str(said["port"]))
    assert again.stdout and again.stderr
    assert json.loads(again.stdout.readline())["port"] == said["port"]
    assert [each for each in left if each.is_running()] == []
    ours = children(company)
    again.kill()
    again.communicate()
    assert company.run("down").stdout.strip() == "Stopped."
    _gone, alive = psutil.wait_procs(ours, timeout=30)
    assert alive == []


def test_a_port_in_use_is_a_sentence(company: Company) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        refused = company.run("up", "--empty", "--port", str(port))
    assert refused.returncode == 1
    said = rf"Port {port} is in use by \S+ \(process {os.getpid()}\); choose another: callboard up --port {port + 1}"
    assert re.fullmatch(said, refused.stderr.strip()), refused.stderr


def test_other_machines_are_not_let_in_before_somebody_has_a_password(company: Company) -> None:
    refused = company.run("up", "--empty", "--host", "0.0.0.0", "--port", str(free_port()))
    assert refused.returncode == 1
    assert "Nobody has a password yet" in refused.stderr


def test_down_without_anything_running_says_so(company: Company) -> None:
    done = company.run("down")
    assert (done.returncode, done.stdout.strip()) == (0, "Nothing was running.")


def test_down_ends_a_start_that_is_still_preparing(company: Company) -> None:
    process = company.start("up", "--empty", "--port", str(free_port()))
    record = company.home / "run" / "up-practice.json"
    deadline = time.monotonic() + 20
    while not record.exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert company.run("down").stdout.strip() == "Stopped."
    out, _err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "runs at" not in out

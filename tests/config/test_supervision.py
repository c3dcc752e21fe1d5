"""The supervisor, with small programs in place of the web server."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from callboard.config.supervision import (
    AlreadyRunning,
    Child,
    Known,
    Supervisor,
    end_recorded,
    only_one,
    processes_of,
)

SLEEP = [sys.executable, "-c", "import time; time.sleep(60)"]
PARENT = [
    sys.executable,
    "-c",
    "import subprocess, sys, time; subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)']); time.sleep(60)",
]


def supervisor(folder: Path, command: list[str]) -> tuple[Supervisor, list[str]]:
    said: list[str] = []
    child = Child("server", command, dict(os.environ), folder / "server.log")
    made = Supervisor([child], folder / "up.json", {"url": "here"}, said.append)
    child.start()
    made.write_record()
    return made, said


def test_a_child_that_ends_is_started_again(tmp_path: Path) -> None:
    made, said = supervisor(tmp_path, SLEEP)
    first = made.children[0].known
    assert first is not None
    os.kill(first.pid, signal.SIGKILL)
    made.watch(1.5)
    second = made.children[0].known
    assert second is not None
    assert second.pid != first.pid
    assert "ended (-9) and starts again" in said[0]
    assert processes_of(made.record)["server"] == second
    made.end()
    assert second.process() is None


def test_the_pause_grows_with_every_end(tmp_path: Path) -> None:
    made, said = supervisor(tmp_path, [sys.executable, "-c", "raise SystemExit(3)"])
    made.watch(3)
    made.end()
    assert [line.split(" in ")[1].split(" s")[0] for line in said[:2]] == ["0.5", "1"]


def test_what_a_killed_child_left_behind_is_ended_with_it(tmp_path: Path) -> None:
    made, _said = supervisor(tmp_path, PARENT)
    known = made.children[0].known
    assert known is not None
    parent = psutil.Process(known.pid)
    deadline = time.monotonic() + 30
    while not parent.children() and time.monotonic() < deadline:
        time.sleep(0.05)
    grandchild = parent.children()[0]
    os.kill(known.pid, signal.SIGKILL)
    made.watch(0.3)
    made.end()
    _gone, alive = psutil.wait_procs([grandchild], timeout=30)
    assert alive == []


def test_a_process_that_took_a_recorded_number_is_left_alone(tmp_path: Path) -> None:
    stranger = subprocess.Popen(SLEEP)
    record = tmp_path / "up.json"
    record.write_text(f'{{"processes": [{{"name": "server", "pid": {stranger.pid}, "created": 1.0}}]}}')
    assert end_recorded(record) is False
    assert stranger.poll() is None
    stranger.kill()
    stranger.wait()


def test_a_recorded_process_is_ended_although_its_supervisor_is_gone(tmp_path: Path) -> None:
    made, _said = supervisor(tmp_path, SLEEP)
    known = made.children[0].known
    assert known is not None
    record = tmp_path / "left.json"
    record.write_text(f'{{"processes": [{{"name": "server", "pid": {known.pid}, "created": {known.created}}}]}}')
    assert end_recorded(record) is True
    assert known.process() is None
    assert not record.exists()
    made.end()


def test_a_second_supervisor_is_told_where_the_first_one_is(tmp_path: Path) -> None:
    lock, record = tmp_path / "up.lock", tmp_path / "up.json"
    record.write_text('{"url": "http://127.0.0.1:8000"}')
    with (
        only_one(lock, record),
        pytest.raises(AlreadyRunning, match=r"http://127\.0\.0\.1:8000"),
        only_one(lock, record),
    ):
        pass


def test_a_process_is_known_by_its_start_time_too() -> None:
    me = Known.of(os.getpid())
    assert me.process() is not None
    assert Known(me.pid, me.created - 100).process() is None

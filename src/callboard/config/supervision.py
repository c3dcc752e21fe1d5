"""Keeps the web server and the worker running, and knows what it started: only that is ever ended."""

import fcntl
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TextIO

import psutil

FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.5, 30.0
HEALTHY_AFTER_S = 60.0
END_SECONDS = 10.0
LARGEST_LOG = 10 * 1024 * 1024


class AlreadyRunning(Exception):
    """Another process holds the lock; the text is its address, when it is known."""


@dataclass(frozen=True)
class Known:
    """A process by id and start time: a number alone may belong to somebody else by now."""

    pid: int
    created: float

    @classmethod
    def of(cls, pid: int) -> "Known":
        return cls(pid, psutil.Process(pid).create_time())

    def process(self) -> psutil.Process | None:
        with suppress(psutil.Error):
            process = psutil.Process(self.pid)
            if abs(process.create_time() - self.created) < 1 and process.status() != psutil.STATUS_ZOMBIE:
                return process
        return None


@dataclass
class Child:
    """A program to keep running. Each has a session of its own, so Ctrl-C reaches only the supervisor."""

    name: str
    command: list[str]
    environment: dict[str, str]
    log: Path
    process: "subprocess.Popen[bytes] | None" = None
    known: Known | None = None
    started: float = 0.0
    pause: float = FIRST_PAUSE_S
    next_start: float = 0.0
    restarts: int = 0

    def start(self) -> None:
        with log_file(self.log) as log:
            self.process = subprocess.Popen(
                self.command,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                cwd="/",
            )
        self.started = time.monotonic()
        self.known = Known.of(self.process.pid)

    def ended(self) -> bool:
        return self.process is not None and self.process.poll() is not None


@dataclass
class Supervisor:
    """Starts `children`, starts them again with growing pauses, and records them in `record`."""

    children: list[Child]
    record: Path
    facts: dict[str, Any]
    say: Callable[[str], None]
    stopping: bool = field(default=False)

    def start(self) -> None:
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, self.stop)
        for child in self.children:
            child.start()
        self.write_record()

    def add(self, child: Child) -> None:
        """One more to look after."""
        self.children.append(child)
        child.start()
        self.write_record()

    def stop(self, *_signal: Any) -> None:
        self.stopping = True

    def watch(self, seconds: float | None = None) -> None:
        """Until told to stop, or for so many seconds."""
        until = None if seconds is None else time.monotonic() + seconds
        while not self.stopping and (until is None or time.monotonic() < until):
            for child in self.children:
                self.look_after(child)
            time.sleep(0.1)

    def look_after(self, child: Child) -> None:
        now = time.monotonic()
        if child.process is not None and not child.ended():
            if now - child.started > HEALTHY_AFTER_S:
                child.pause = FIRST_PAUSE_S
            return
        if child.process is not None:
            code = child.process.returncode
            self.say(f"The {child.name} ended ({code}) and starts again in {child.pause:g} s; see {child.log}")
            end_session(child.known)
            child.process = None
            child.next_start = now + child.pause
            child.pause = min(child.pause * 2, LONGEST_PAUSE_S)
        if now >= child.next_start:
            child.restarts += 1
            child.start()
            self.write_record()

    def end(self) -> None:
        """End every child and forget them."""
        known = [child.known for child in self.children if child.known and not child.ended()]
        end_all(known)
        for child in self.children:
            if child.process is not None:
                with suppress(subprocess.TimeoutExpired):
                    child.process.wait(timeout=1)
        self.record.unlink(missing_ok=True)

    def write_record(self) -> None:
        me = Known.of(os.getpid())
        processes = [{"name": "supervisor", "pid": me.pid, "created": me.created}]
        for child in self.children:
            if child.known:
                processes.append({"name": child.name, "pid": child.known.pid, "created": child.known.created})
        fresh = self.record.with_suffix(".new")
        fresh.write_text(json.dumps(self.facts | {"processes": processes}, indent=1))
        fresh.rename(self.record)


def recorded(record: Path) -> dict[str, Any]:
    """What a running or a killed supervisor wrote; empty when there is nothing."""
    try:
        content: dict[str, Any] = json.loads(record.read_text())
    except (OSError, ValueError):
        return {}
    return content


def processes_of(record: Path) -> dict[str, Known]:
    found = recorded(record).get("processes", [])
    return {each["name"]: Known(each["pid"], each["created"]) for each in found}


def still_running(record: Path) -> bool:
    """Whether the supervisor that wrote the record lives."""
    supervisor = processes_of(record).get("supervisor")
    return supervisor is not None and supervisor.process() is not None


def end_recorded(record: Path) -> bool:
    """End what the record names: first the supervisor, which ends its children; then what is left. Whether any lived."""
    known = processes_of(record)
    supervisor = known.pop("supervisor", None)
    lived = any(each.process() for each in [supervisor, *known.values()] if each)
    if supervisor and (process := supervisor.process()):
        with suppress(psutil.Error):
            process.terminate()
            process.wait(timeout=END_SECONDS + 5)
    end_all(list(known.values()))
    record.unlink(missing_ok=True)
    return lived


def end_leftovers(record: Path) -> None:
    """What a supervisor that was killed left behind."""
    known = processes_of(record)
    known.pop("supervisor", None)
    end_all(list(known.values()))


def end_all(known: list[Known]) -> None:
    living = [process for each in known if (process := each.process())]
    for process in living:
        with suppress(psutil.Error):
            process.terminate()
    psutil.wait_procs(living, timeout=END_SECONDS)
    for each in known:
        end_session(each)


def end_session(known: Known | None) -> None:
    """Kill what is left of a child's session: a killed web server leaves its workers, and they hold the port."""
    if known is None:
        return
    ours = Path(sys.executable).resolve()
    for process in psutil.process_iter():
        with suppress(psutil.Error, OSError):
            if os.getsid(process.pid) != known.pid or process.create_time() < known.created - 1:
                continue
            if Path(process.exe()).resolve() == ours:
                process.kill()


@contextmanager
def only_one(lock: Path, record: Path) -> Iterator[TextIO]:
    """Hold the lock of this folder and company. Raises AlreadyRunning."""
    with lock.open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AlreadyRunning(recorded(record).get("url", "")) from None
        yield file


@contextmanager
def log_file(path: Path) -> Iterator[TextIO]:
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and path.stat().st_size > LARGEST_LOG:
        path.replace(path.with_suffix(".old.log"))
    with path.open("a") as file:
        yield file

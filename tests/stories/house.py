"""The real program for a browser: web server and worker as processes of their own, on the test's database."""

import os
import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from django.conf import settings
from django.db import connection

from callboard.channels.actions import read_messages, store_message
from callboard.core.actions import Actor
from callboard.team.actions import sign_in_link
from callboard.team.models import Person
from tests.channels import mails
from tests.channels.servers import free_port

START_S = 60.0
SETTLED_S = 20.0
GATHER = "import django; django.setup(); from callboard.config import statics; statics.gather()"


@dataclass
class House:
    """The running program."""

    address: str
    folder: Path
    environment: dict[str, str] = field(default_factory=dict)
    processes: "dict[str, subprocess.Popen[bytes]]" = field(default_factory=dict)

    def link(self, person: Person) -> str:
        """An address that signs a person in once."""
        url = sign_in_link(person, by=Actor.clock("story"))
        return self.address + urlsplit(url).path

    def streams(self) -> int:
        """How many event streams the web server holds now, by its own count."""
        counted = re.findall(r" stream was (?:opened|closed): (\d+) open", (self.folder / "web.log").read_text())
        return int(counted[-1]) if counted else 0

    def settled(self, streams: int = 1) -> None:
        """Wait until the web server holds so many streams, and still does a moment later."""
        until = time.monotonic() + SETTLED_S
        while time.monotonic() < until:
            if self.streams() == streams:
                time.sleep(1.5)
                if self.streams() == streams:
                    return
            time.sleep(0.1)
        raise AssertionError(f"{self.streams()} streams are open.\n{self.logs()}")

    def restart(self, name: str) -> None:
        """Start the web server or the worker again after it was killed."""
        self.processes[name].wait(timeout=15)
        self.processes[name] = _start(
            name, COMMANDS[name](urlsplit(self.address).port or 0), self.folder, self.environment
        )

    def logs(self) -> str:
        return "\n".join(f"{path.name}:\n{path.read_text()[-3000:]}" for path in sorted(self.folder.glob("*.log")))


def arrive(subject: str) -> None:
    """A mail comes in and is read."""
    by = Actor.clock("story")
    raw = mails.plain(subject=subject, Message_ID=f"<{subject.replace(' ', '-')}@agency.example>")
    read_messages(by=by, ids=[store_message(by=by, raw=raw).pk])


def gather(folder: Path) -> Path:
    """The static files, once a session and in a folder of its own: another session may gather at the same time."""
    static, home = folder / "static", folder / "home"
    home.mkdir()
    names = {"DJANGO_SETTINGS_MODULE": "callboard.config.settings", "CALLBOARD_HOME": str(home)}
    names |= {"CALLBOARD_STATIC": str(static), "PYTHONPATH": str(Path(settings.PACKAGE).parent)}
    subprocess.run([sys.executable, "-c", GATHER], env=os.environ | names, check=True)
    return static


@contextmanager
def running(folder: Path, static: Path) -> Iterator[House]:
    """Start granian and the worker; end them, and only them, afterwards."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    environment = _environment(folder, static, address)
    house = House(address, folder, environment)
    house.processes |= {name: _start(name, command(port), folder, environment) for name, command in COMMANDS.items()}
    try:
        _wait(house)
        yield house
    finally:
        for process in house.processes.values():
            process.send_signal(signal.SIGTERM)
        for process in house.processes.values():
            _end(process)


def _web(port: int) -> list[str]:
    command = [sys.executable, "-m", "granian", "--interface", "asginl", "--no-ws", "--log-level", "warning"]
    command += ["--host", "127.0.0.1", "--port", str(port), "--workers", "1"]
    # As `callboard up` does: a page that is being answered when the server's loop ends waits for ever in its thread.
    return [*command, "--workers-kill-timeout", "3", "callboard.config.asgi:application"]


def _worker(port: int) -> list[str]:
    return [sys.executable, "-m", "callboard.config.worker"]


COMMANDS = {"web": _web, "worker": _worker}


def _environment(folder: Path, static: Path, address: str) -> dict[str, str]:
    given: dict[str, Any] = connection.get_connection_params()
    database = f"postgresql://{given['user']}@{quote(str(given['host']), safe='')}/{connection.settings_dict['NAME']}"
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "callboard.config.settings",
        "DATABASE_URL": database,
        "SECRET_KEY": settings.SECRET_KEY,
        "CALLBOARD_HOME": str(folder),
        "CALLBOARD_STATIC": str(static),
        "CALLBOARD_URL": address,
        "CALLBOARD_HOSTS": "127.0.0.1,callboard.test",
        "CALLBOARD_LOG": "INFO",
        "PYTHONPATH": str(Path(settings.PACKAGE).parent),
    }


def _start(name: str, command: list[str], folder: Path, environment: dict[str, str]) -> "subprocess.Popen[bytes]":
    with (folder / f"{name}.log").open("wb") as log:
        return subprocess.Popen(command, env=environment, stdout=log, stderr=subprocess.STDOUT)


def _wait(house: House) -> None:
    until = time.monotonic() + START_S
    while time.monotonic() < until:
        assert all(process.poll() is None for process in house.processes.values()), house.logs()
        try:
            with urllib.request.urlopen(f"{house.address}/health/", timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise AssertionError(f"The program did not answer in {START_S:g} s.\n{house.logs()}")


def _end(process: "subprocess.Popen[bytes]") -> None:
    try:
        process.wait(timeout=60)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(timeout=30)

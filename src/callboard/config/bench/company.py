"""A company of its own for the bench: temporary data folder, demo data, web and worker as a customer would run them."""

import http.client
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from callboard.core.console import Sentence

START_LIMIT_S = 240


class Company:
    """The running program and a way to talk to it from this, a second, process."""

    def __init__(self, home: Path, url: str, start_s: float) -> None:
        self.home = home
        self.url = url
        self.start_s = start_s
        self.token = ""
        self.session = ""

    def client(self) -> "Client":
        return Client(self.url, {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"})

    def browser(self) -> "Client":
        """Somebody signed in at a page."""
        return Client(self.url, {"Cookie": self.session})

    def sign_in(self) -> None:
        """A token and a session of somebody with every right, made as a person makes them."""
        from callboard.core.actor import Actor
        from callboard.kit.actions import create_token
        from callboard.team.models import PersonRole

        person = PersonRole.objects.filter(role="administrator").order_by("person_id")[0].person
        for role in ("sales_manager", "sales_support", "sdr"):
            PersonRole.objects.get_or_create(person=person, role=role)
        made = create_token(by=Actor("person", person=person, via="command"), name="bench")
        self.token = made.secret
        self.session = session_of(person)

    def colleagues(self, number: int) -> list["Client"]:
        """So many people who sell and support, each signed in at a browser of their own."""
        from callboard.team.models import Person

        people = Person.objects.active().filter(
            roles__role__in=("sales_support", "account_executive", "sdr", "sales_manager")
        )
        return [
            Client(self.url, {"Cookie": session_of(person)}) for person in people.distinct().order_by("pk")[:number]
        ]


def session_of(person: Any) -> str:
    """The cookie of somebody who has just signed in."""
    from django.conf import settings
    from django.test import Client as Browser

    browser = Browser()
    browser.force_login(person)
    name = settings.SESSION_COOKIE_NAME
    return f"{name}={browser.cookies[name].value}"


class Client:
    """One keep-alive connection.  A status of 300 or more is an error of the bench."""

    def __init__(self, url: str, headers: dict[str, str]) -> None:
        self.connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=60)
        self.headers = headers

    def timed(self, method: str, path: str) -> float:
        """Milliseconds until it has answered."""
        begun = time.perf_counter()
        self.call(method, path)
        return (time.perf_counter() - begun) * 1000

    def status(self, path: str) -> int:
        """Whether there is something: 200, 302, 404."""
        self.connection.request("GET", path, headers=self.headers)
        answer = self.connection.getresponse()
        answer.read()
        return answer.status

    def call(self, method: str, path: str, body: dict[str, Any] | None = None, key: str = "") -> bytes:
        """What it answered."""
        headers = self.headers | ({"Idempotency-Key": key} if key else {})
        self.connection.request(method, path, json.dumps(body) if body is not None else None, headers)
        answer = self.connection.getresponse()
        text = answer.read()
        if answer.status >= 300:
            raise RuntimeError(f"{method} {path}: {answer.status} {text[:300]!r}")
        return text


@contextmanager
def company(scale: float, kept: Path | None) -> Iterator[Company]:
    """Make it, start it, and take everything away again; one in a folder that is kept is used as it is there."""
    home = kept or Path(tempfile.mkdtemp(prefix="callboard-bench-"))
    home.mkdir(parents=True, exist_ok=True)
    home.chmod(0o755)
    os.environ |= {"CALLBOARD_HOME": str(home), "CALLBOARD_COMPANY": "practice"}
    os.environ.pop("DATABASE_URL", None)
    try:
        fill(home, scale)
        first = start(home)
        stop_up(first)
        # The figure is the second start: data present, database stopped.
        subprocess.run([sys.executable, "-m", "callboard.config.cli", "down"], check=True, capture_output=True)
        running = start(home)
        try:
            import django

            os.environ.setdefault("DJANGO_SETTINGS_MODULE", "callboard.config.settings")
            django.setup()
            made = Company(home, running.url, running.seconds)
            made.sign_in()
            yield made
        finally:
            stop_up(running)
    finally:
        subprocess.run([sys.executable, "-m", "callboard.config.cli", "down"], check=False, capture_output=True)
        if kept is None:
            shutil.rmtree(home, ignore_errors=True)


def fill(home: Path, scale: float) -> None:
    """The practice company of that size, unless the folder has one."""
    mark = home / "bench-scale"
    if mark.exists():
        if float(mark.read_text()) != scale:
            raise Sentence(f"The company in {home} is of scale {mark.read_text()}; name another folder, or remove it.")
        return
    command = [sys.executable, "-m", "callboard.config.cli", "demo", "--scale", str(scale)]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise Sentence(f"The company could not be made: {done.stderr.strip().splitlines()[-1:]}")
    mark.write_text(str(scale))


class Up:
    def __init__(self, process: subprocess.Popen[str], url: str, seconds: float) -> None:
        self.process = process
        self.url = url
        self.seconds = seconds


def start(home: Path) -> Up:
    """Run ``callboard up`` and wait for the line that says where it is."""
    begun = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-m", "callboard.config.cli", "up", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    killer = threading.Timer(START_LIMIT_S, process.kill)
    killer.start()
    assert process.stdout is not None
    line = process.stdout.readline()
    killer.cancel()
    if not line:
        raise RuntimeError(f"Callboard did not start in {START_LIMIT_S} s; its logs lie in {home / 'logs'}")
    return Up(process, json.loads(line)["url"], time.monotonic() - begun)


def stop_up(up: Up) -> None:
    up.process.terminate()
    try:
        up.process.wait(timeout=30)
    except subprocess.TimeoutExpired:
        up.process.kill()
        up.process.wait()
    if up.process.stdout is not None:
        up.process.stdout.close()

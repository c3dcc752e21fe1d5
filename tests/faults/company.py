"""A company of its own that is killed at: the program as a customer runs it, and the ids of what may be killed."""

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import psutil
import psycopg

START_LIMIT_S = 180
_TOKEN = """
import django; django.setup()
from callboard.core.actor import Actor
from callboard.kit.actions import create_token
from callboard.team.models import PersonRole
people = [PersonRole.objects.filter(role="administrator").order_by("person_id")[0].person]
people += [row.person for row in PersonRole.objects.filter(role="sales_support").exclude(person=people[0])[:2]]
for person in people:
    print(create_token(by=Actor("person", person=person, via="command"), name="faults").secret)
"""


class Company:
    def __init__(self) -> None:
        self.home = Path(tempfile.mkdtemp(prefix="callboard-faults-"))
        self.home.chmod(0o755)
        self.environment = {
            name: value for name, value in os.environ.items() if not name.startswith(("DATABASE_", "DJANGO_"))
        }
        self.environment |= {
            "CALLBOARD_HOME": str(self.home),
            "CALLBOARD_COMPANY": "practice",
            "DJANGO_SETTINGS_MODULE": "callboard.config.settings",
        }
        #: Of an administrator, of who writes orders, of who checks and accepts them.
        self.token = self.writer = self.desk = ""
        self.up: subprocess.Popen[str] | None = None
        self.url = ""

    def start(self) -> None:
        """Start it empty, add a small demo company and the tokens."""
        with (self.home / "up.log").open("w") as log:
            self.up = subprocess.Popen(
                [sys.executable, "-m", "callboard.config.cli", "up", "--empty", "--json"],
                env=self.environment,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        assert self.up.stdout is not None
        line = self.up.stdout.readline()
        assert line, (self.home / "up.log").read_text()
        self.url = json.loads(line)["url"]
        self.command("demo", "--scale", "0.02", "--json")
        made = [sys.executable, "-c", _TOKEN]
        said = subprocess.run(made, env=self.environment, check=True, timeout=60, stdout=subprocess.PIPE, text=True)
        self.token, self.writer, self.desk = said.stdout.split()

    def stop(self) -> None:
        """End everything this company started, by its own ids."""
        if self.up is not None and self.up.poll() is None:
            self.up.terminate()
            try:
                self.up.wait(timeout=30)
            except subprocess.TimeoutExpired:
                self.up.kill()
                self.up.wait()
        if self.up is not None and self.up.stdout is not None:
            self.up.stdout.close()
        subprocess.run(
            [sys.executable, "-m", "callboard.config.cli", "down"],
            env=self.environment,
            check=False,
            capture_output=True,
            timeout=60,
        )

    def command(self, *arguments: str) -> list[dict[str, Any]]:
        """Run a command and return its JSON lines."""
        done = subprocess.run(
            [sys.executable, "-m", "callboard.config.cli", *arguments],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=START_LIMIT_S,
        )
        assert done.returncode == 0, done.stderr[-3000:] + done.stdout[-1000:]
        return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]

    # What may be killed

    def supervised(self) -> list[psutil.Process]:
        """Web, its workers, and the worker: every descendant of `up`."""
        assert self.up is not None
        return psutil.Process(self.up.pid).children(recursive=True)

    def postmaster(self) -> int | None:
        for pidfile in self.home.rglob("postmaster.pid"):
            return int(pidfile.read_text().split()[0])
        return None

    def kill_something(self, chance: random.Random) -> str:
        """`kill -9` of a web process, the worker, or the database; returns what it was."""
        what, pid = chance.choice(self.victims())
        name = what
        try:
            name = f"{what}: {' '.join(psutil.Process(pid).cmdline()[1:4])}"
            os.kill(pid, signal.SIGKILL)
        except (ProcessLookupError, psutil.NoSuchProcess):
            name += " (gone already)"
        return name

    def victims(self) -> list[tuple[str, int]]:
        """What lives, waited for: after a few kills nothing may, until the supervisor starts it again."""
        until = time.monotonic() + START_LIMIT_S
        while time.monotonic() < until:
            found = [("program", process.pid) for process in self.supervised()]
            pid = self.postmaster()
            found += [("database", pid)] if pid is not None else []
            if found:
                return found
            time.sleep(0.2)
        raise AssertionError(f"Nothing of the company lives; see {self.home}")

    # The outside count

    def rows(self, statement: str) -> list[tuple[Any, ...]]:
        """Ask the database from outside the program, waiting while it recovers."""
        socket = next(self.home.rglob(".s.PGSQL.5432"), None)
        host = str(socket.parent) if socket else str(self.home / "socket")
        for _ in range(60):
            try:
                with psycopg.connect(
                    host=host, dbname="callboard_practice", user=self._owner(), connect_timeout=3
                ) as outside:
                    return outside.execute(statement.encode()).fetchall()
            except psycopg.OperationalError:
                time.sleep(0.5)
        raise AssertionError("The database did not come back within 30 s.")

    def _owner(self) -> str:
        from callboard.core.db.cluster import OWNER

        return OWNER

"""`callboard up` and `callboard down`."""

import argparse
import os
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from callboard.config import places, preparations
from callboard.config.ports import allowed_hosts, free_port, is_loopback, shown
from callboard.config.supervision import (
    AlreadyRunning,
    Child,
    Supervisor,
    end_leftovers,
    end_recorded,
    only_one,
    recorded,
    still_running,
)
from callboard.core.console import Console, Sentence
from callboard.core.db.cluster import Cluster, ensure, last_line, stop

START_SECONDS = 60.0
#: Never an exit code: the other company is served instead.
AGAIN = -1
#: With less nothing is begun: what is begun should also end.
LEAST_FREE_BYTES = 100_000_000


def up(arguments: argparse.Namespace) -> int:
    """Start everything, say where it is, stay until SIGTERM or Ctrl-C. PostgreSQL stays until `down`."""
    began = time.monotonic()
    console = Console(arguments.json)
    home = writable_home()
    company = places.company(home)
    record = home / "run" / f"up-{company}.json"
    try:
        with only_one(home / "run" / f"up-{company}.lock", record):
            code = serve(arguments, console, home, company, record, began)
        if code != AGAIN:
            return code
        console.progress("Starting your own company.")
        return up(arguments)
    except AlreadyRunning as running:
        where = f" at {running}" if str(running) else ""
        raise Sentence(f"Callboard is already running{where}; stop it with: callboard down") from None


def serve(arguments: argparse.Namespace, console: Console, home: Path, company: str, record: Path, began: float) -> int:
    """Web first, then the rest: where everything was prepared before, the first page need not wait for a second look."""
    supervisor = begin(arguments, console, home, company, record)
    url, port = supervisor.facts["url"], supervisor.facts["port"]
    environment = os.environ | {
        "CALLBOARD_COMPANY": company,
        "CALLBOARD_HOME": str(home),
        "CALLBOARD_URL": url,
        "CALLBOARD_HOSTS": allowed_hosts(arguments.host),
        "PYTHONUNBUFFERED": "1",
        "CALLBOARD_MAY_START": "1" if may_start(company) else "",
    }
    marker = home / "run" / f"prepared-{company}"
    quick = is_loopback(arguments.host) and preparations.is_prepared(marker)
    try:
        signin = "" if quick else prepare(supervisor, arguments, environment, marker)
        server = web(arguments, environment, home, company, port)
        supervisor.add(server)
        if quick and not os.environ.get("DATABASE_URL"):
            ensure(Cluster(home), f"callboard_{company}")
        if not wait_for_answer(supervisor, f"http://{shown(arguments.host)}:{port}/health/", server, quick):
            signin = prepare(supervisor, arguments, environment, marker)
        seconds = round(time.monotonic() - began, 2)
        console.row(f"Callboard runs at {url} ({company} company).", supervisor.facts | {"seconds": seconds})
        supervisor.add(worker(environment, home, company))
        signin = signin or prepare(supervisor, arguments, environment, marker)
        console.row(f"{signin}\nCtrl-C stops it.", {"signin": signin})
        return look_after(supervisor, home, company)
    finally:
        if supervisor.children:
            console.progress("Stopping.")
        supervisor.end()


def look_after(supervisor: Supervisor, home: Path, company: str) -> int:
    """Until told to stop: 0; or until somebody started for real on a page, and the other company's turn has come: AGAIN."""
    while not supervisor.stopping:
        supervisor.watch(1)
        if may_start(company) and places.company(home) != company:
            return AGAIN
    return 0


def may_start(company: str) -> bool:
    """Whether a page may choose the own company: not where this start was told which one it serves, or where its data is."""
    told = any(os.environ.get(name) for name in ("CALLBOARD_COMPANY", *places.DATABASES))
    return company == "practice" and not told


def begin(arguments: argparse.Namespace, console: Console, home: Path, company: str, record: Path) -> Supervisor:
    """Choose a port and write the record, before anything else: `down` must find a start that is under way."""
    # What a killed `up` left behind still holds its port.
    end_leftovers(record)
    with places.one_at_a_time(home / "run" / "port.lock"):
        port = free_port(arguments.host, arguments.port, recorded_ports(home))
        url = os.environ.get("CALLBOARD_URL") or f"http://{shown(arguments.host)}:{port}"
        facts = {"url": url, "host": arguments.host, "port": port, "company": company}
        supervisor = Supervisor([], record, facts, console.progress)
        supervisor.start()
    return supervisor


def recorded_ports(home: Path) -> set[int]:
    """What the other company of this folder is served at, or will be: it may be on its way and not listen yet."""
    return {int(recorded(record)["port"]) for record in (home / "run").glob("up-*.json") if still_running(record)}


def down(arguments: argparse.Namespace) -> int:
    """End what `up` started from this data folder, and our own PostgreSQL."""
    home = places.home()
    ended = [record.stem for record in sorted((home / "run").glob("up-*.json")) if end_recorded(record)]
    database = home.exists() and stop(Cluster(home))
    tests = (home / "tests").exists() and stop(Cluster(home / "tests", throwaway=True))
    if ended or database or tests:
        Console(arguments.json).row("Stopped.", {"stopped": [*ended, *(["database"] if database else [])]})
    else:
        Console(arguments.json).row("Nothing was running.", {"stopped": []})
    return 0


def writable_home() -> Path:
    home = places.home()
    try:
        places.make_home(home)
        (home / "run").mkdir(exist_ok=True)
        probe = home / "run" / "probe"
        probe.write_bytes(b"0" * 4096)
        probe.unlink()
    except OSError as error:
        raise Sentence(
            f"The data folder {home} cannot be written ({error.strerror}); set CALLBOARD_HOME to one that can."
        ) from error
    free = shutil.disk_usage(home).free
    if free < LEAST_FREE_BYTES:
        raise Sentence(
            f"Only {free // 1_000_000} MB are free where the data folder {home} lies; Callboard starts with "
            f"{LEAST_FREE_BYTES // 1_000_000} MB or more. What is stored is safe and was not touched. Free some space, or "
            "set CALLBOARD_HOME to a folder on another disk."
        )
    return home


def prepare(supervisor: Supervisor, arguments: argparse.Namespace, environment: dict[str, str], marker: Path) -> str:
    """Database, migrations, demo company, static files: in a process of its own, which works as the owner.

    Returns the sentence how to sign in. What went wrong has been said on stderr when this ends the program.
    """
    command = [sys.executable, "-m", "callboard.config.prepare"]
    command += ["--empty"] if arguments.empty else []
    command += [] if is_loopback(arguments.host) else ["--public"]
    owner = environment | {"CALLBOARD_DB_OWNER": "1"}
    with subprocess.Popen(command, env=owner, stdout=subprocess.PIPE, text=True, start_new_session=True) as process:
        while process.poll() is None:
            if supervisor.stopping:
                process.kill()
                raise KeyboardInterrupt
            supervisor.watch(0.05)
        said = process.stdout.read() if process.stdout else ""
    if process.returncode:
        sys.exit(process.returncode)
    preparations.mark(marker)
    return said.strip()


def web(arguments: argparse.Namespace, environment: dict[str, str], home: Path, company: str, port: int) -> Child:
    command = [sys.executable, "-m", "granian", "--interface", "asginl", "--no-ws", "--log-level", "warning"]
    command += ["--host", arguments.host, "--port", str(port), "--workers", str(arguments.workers)]
    command += ["--respawn-failed-workers", "--workers-kill-timeout", "3"]
    command += ["callboard.config.asgi:application"]
    return Child("web server", command, environment, home / "logs" / f"web-{company}.log")


def worker(environment: dict[str, str], home: Path, company: str) -> Child:
    command = [sys.executable, "-m", "callboard.config.worker"]
    return Child("worker", command, environment, home / "logs" / f"worker-{company}.log")


def wait_for_answer(supervisor: Supervisor, address: str, server: Child, quick: bool) -> bool:
    """True when the web server answers that it is well; False when it runs but something must be prepared after all."""
    deadline = time.monotonic() + START_SECONDS
    while True:
        supervisor.watch(0.05)
        if supervisor.stopping:
            raise KeyboardInterrupt
        try:
            with urllib.request.urlopen(address, timeout=5):
                return True
        except urllib.error.HTTPError as error:
            if quick:
                return False
            reason = f"it answers {error.code}"
        except OSError as error:
            reason = str(error)
        if server.restarts > 1:
            raise Sentence(f"The web server does not start: {last_line(server.log)} (see {server.log})")
        if time.monotonic() > deadline:
            raise Sentence(
                f"The web server did not answer within {START_SECONDS:g} s ({reason}). What was set up stays: start again. "
                f"See {server.log}"
            )

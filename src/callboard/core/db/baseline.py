"""The tables as they stood after the migrations a file names: a new database starts there and migrates the rest.

Django thinks for minutes about what some hundred migrations say; PostgreSQL reads what they come to in seconds. Only on
our own server, whose version the file was written by; a given server goes the long way. `config.baseline` writes the file.
"""

from pathlib import Path

import psycopg

from callboard.core.db import roles

FILE = Path(__file__).with_name("baseline.sql")


def lay(connection: psycopg.Connection) -> bool:
    """Make the tables of the file in the connected database and give their rights, all or nothing; False where there are
    some. As the owner. Raises psycopg.Error."""
    with connection.transaction(), connection.cursor() as cursor:
        if cursor.execute("SELECT 1 FROM pg_class WHERE relname = 'django_migrations'").fetchone():
            return False
        # The file says every right; those a table is born with would come on top.
        for statement in roles.BORN_WITH:
            cursor.execute(statement.replace("GRANT", "REVOKE").replace(" TO ", " FROM ").encode())
        cursor.execute(FILE.read_bytes())
        roles.prepare(cursor)
    return True

"""Two roles: the owner migrates; everything else works as `callboard_app`, which owns nothing.

A ledger's migration takes UPDATE, DELETE and TRUNCATE from `callboard_app`; a role that owned the table could give
them back to itself.
"""

import os
from typing import Any, Protocol

APP_ROLE = "callboard_app"

# Whether the current user may SET ROLE; since PostgreSQL 16 a member may lack that.
RIGHT = "CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END"
MAY_TAKE = f"pg_has_role(current_user, oid, {RIGHT})"

BORN_WITH = (
    f"ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {APP_ROLE}",
    f"ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT, UPDATE ON SEQUENCES TO {APP_ROLE}",
)
STATEMENTS = (f"GRANT USAGE ON SCHEMA public TO {APP_ROLE}", *BORN_WITH)


class Executes(Protocol):
    """A psycopg connection or a cursor."""

    def execute(self, query: str, params: Any = None, /) -> Any: ...


def process_is_owner() -> bool:
    """Whether this process works as the owner: migrations and the like set CALLBOARD_DB_OWNER=1 for themselves."""
    return os.environ.get("CALLBOARD_DB_OWNER") == "1"


def create_role(connection: Executes) -> None:
    """Create the role if it is missing and let the current user take it. Needs CREATEROLE."""
    connection.execute(
        f"""
        DO $$ BEGIN
            IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{APP_ROLE}') THEN
                CREATE ROLE {APP_ROLE} NOLOGIN;
            END IF;
            IF NOT (SELECT {MAY_TAKE} FROM pg_roles WHERE rolname = '{APP_ROLE}') THEN
                EXECUTE format('GRANT {APP_ROLE} TO %I', current_user);
            END IF;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
        END $$
        """
    )


def prepare(cursor: Executes) -> None:
    """Give the role its rights on what the owner will create in this database. Existing tables are left alone."""
    create_role(cursor)
    for statement in STATEMENTS:
        cursor.execute(statement)

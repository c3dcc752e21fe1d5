"""Django's PostgreSQL backend with two additions: our own server starts by itself, and work is done as `callboard_app`.

Django, the pool, the worker and the LISTEN connection all go through `get_connection_params()`: the one hook.
"""

import select
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, ClassVar, cast

import psycopg
from django.db import connections
from django.db.backends.postgresql import base
from django.db.backends.postgresql.operations import DatabaseOperations as PostgresOperations
from django.db.backends.postgresql.schema import DatabaseSchemaEditor as PostgresSchemaEditor
from django.db.transaction import atomic
from psycopg.pq import TransactionStatus
from psycopg.types.datetime import TimestamptzLoader

from callboard.core.db import roles
from callboard.core.db.cluster import Cluster, ensure
from callboard.core.db.moment import Moment, MomentDumper

INERROR = TransactionStatus.INERROR


class InstantLoader(TimestamptzLoader):
    """An instant as the connection (always in UTC) writes it, read in C: a page of fifty rows has three hundred of them.

    What Python's own reader does not take (infinity, years beyond four digits) goes the way of psycopg, with its errors.
    """

    timezone = UTC

    def load(self, data: Any) -> datetime:
        try:
            return datetime.fromisoformat(str(data, "ascii"))
        except ValueError:
            return super().load(data).replace(tzinfo=UTC)


class DatabaseOperations(PostgresOperations):
    def last_executed_query(self, cursor: Any, sql: Any, params: Any) -> str:
        """What a test or a log shows; a question bound on the server (core.db.rows.ask) is shown without its values."""
        return super().last_executed_query(cursor, sql, params) or str(sql)

    def execute_sql_flush(self, sql_list: Any) -> None:
        """TRUNCATE as the owner and without triggers: ledgers refuse it to everybody else. Used by tests only."""
        connection = self.connection
        if not getattr(connection, "app_role", False):
            super().execute_sql_flush(sql_list)
            return
        with atomic(using=connection.alias), connection.cursor() as cursor:
            cursor.execute("SET LOCAL ROLE NONE")
            cursor.execute("SET LOCAL session_replication_role = replica")
            for sql in sql_list:
                cursor.execute(sql)
            cursor.execute("SET LOCAL session_replication_role = origin")
            cursor.execute(f"SET LOCAL ROLE {roles.APP_ROLE}")


class DatabaseSchemaEditor(PostgresSchemaEditor):
    """The schema is changed as the owner; the first change in a database gives the application's role its rights."""

    connection: "DatabaseWrapper"

    def __enter__(self) -> Any:
        if not self.collect_sql:
            self.connection.become_owner()
        return super().__enter__()

    def __exit__(self, *failure: Any) -> None:
        try:
            super().__exit__(*failure)
        finally:
            if not self.collect_sql:
                self.connection.become_application()


class DatabaseWrapper(base.DatabaseWrapper):
    SchemaEditorClass = DatabaseSchemaEditor
    ops_class = DatabaseOperations

    # What this process knows: clusters that answered, and whether the role can be taken there.
    ready: ClassVar[dict[str, bool]] = {}

    def __init__(self, *arguments: Any, **keywords: Any) -> None:
        super().__init__(*arguments, **keywords)
        self.app_role = False
        self.owner_depth = 0
        self.prepared: set[str] = set()

    def get_connection_params(self) -> dict[str, Any]:
        """libpq's parameters; starts our own server on the first call in a process."""
        params: dict[str, Any] = super().get_connection_params()
        takes_role = self.ensure_ready(params)
        # NAME is None while a database is created or dropped: that is the owner's work.
        self.app_role = takes_role and not roles.process_is_owner() and self.settings_dict["NAME"] is not None
        if self.app_role:
            given = params.get("options", "")
            params["options"] = f"{given} -c role={roles.APP_ROLE}".strip()
        return params

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Our own server may have been killed since this process found it up: then it is started again."""
        try:
            made = super().get_new_connection(conn_params)
        except psycopg.OperationalError:
            if not self.settings_dict.get("CLUSTER"):
                raise
            self.ready.clear()
            self.ensure_ready(conn_params)
            made = super().get_new_connection(conn_params)
        if self.timezone == UTC:
            made.adapters.register_loader("timestamptz", InstantLoader)
        made.adapters.register_dumper(Moment, MomentDumper)
        return made

    def is_usable(self) -> bool:
        """Whether the connection lives.  A server that went away has closed its end, which shows as something to read:
        only then it is asked, so a request does not begin with a round trip."""
        waits = select.poll()
        waits.register(self.connection.fileno(), select.POLLIN)
        return not waits.poll(0) or super().is_usable()

    def ensure_ready(self, params: dict[str, Any]) -> bool:
        own = self.settings_dict.get("CLUSTER")
        key = f"{params.get('host')}:{params.get('port')}:{params.get('user')}"
        if key not in self.ready:
            if own:
                ensure(Cluster(Path(own["folder"]), own["throwaway"]), own["database"])
                self.ready[key] = True
            else:
                self.ready[key] = can_take_role(params)
        return self.ready[key]

    def become_owner(self) -> None:
        """Give up the application's role on this connection until `become_application`."""
        self.ensure_connection()
        self.owner_depth += 1
        if self.owner_depth > 1:
            return
        with self.cursor() as cursor:
            if self.app_role:
                cursor.execute("SET ROLE NONE")
            if str(self.settings_dict["NAME"]) not in self.prepared:
                prepare_where_allowed(cursor)
                self.prepared.add(str(self.settings_dict["NAME"]))

    def become_application(self) -> None:
        self.owner_depth -= 1
        # In a failed transaction nothing can be said any more: the failure itself must be seen.
        if self.owner_depth or not self.app_role or self.connection.info.transaction_status == INERROR:
            return
        with self.cursor() as cursor:
            cursor.execute(f"SET ROLE {roles.APP_ROLE}")


def wrapper() -> DatabaseWrapper:
    """This thread's connection with its own type."""
    return cast(DatabaseWrapper, connections["default"])


def can_take_role(params: dict[str, Any]) -> bool:
    """Whether the role exists on a server of somebody else's and our user may take it (and is not it already)."""
    names = ("host", "port", "user", "password", "dbname", "sslmode", "sslrootcert", "target_session_attrs")
    plain = {name: value for name, value in params.items() if name in names}
    question = f"SELECT current_user <> rolname AND {roles.MAY_TAKE} FROM pg_roles WHERE rolname = %s"
    with psycopg.connect(**plain, connect_timeout=5) as connection:
        row = connection.execute(question, [roles.APP_ROLE]).fetchone()
    return bool(row and row[0])


def prepare_where_allowed(cursor: Any) -> None:
    """On a server where we may not create roles `callboard doctor` prints the statements for its administrator."""
    cursor.execute(
        "SELECT rolsuper OR rolcreaterole OR EXISTS (SELECT FROM pg_roles WHERE rolname = %s)"
        " FROM pg_roles WHERE rolname = current_user",
        [roles.APP_ROLE],
    )
    row = cursor.fetchone()
    if row and row[0]:
        roles.prepare(cursor)

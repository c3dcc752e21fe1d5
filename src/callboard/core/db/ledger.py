"""Tables that only grow.  The application's role may not change or empty them, and a trigger refuses it to anyone."""

from django.db.migrations import RunSQL

from callboard.core.db.roles import APP_ROLE

_REFUSE = """
CREATE OR REPLACE FUNCTION callboard_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The table % is a ledger: rows are added, never changed or removed.', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$
"""


def append_only(table: str) -> RunSQL:
    """A migration operation that makes ``table`` a ledger."""
    return RunSQL(
        [
            _REFUSE,
            f"REVOKE UPDATE, DELETE, TRUNCATE ON {table} FROM {APP_ROLE}",
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION callboard_append_only()",
            f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION callboard_append_only()",
        ],
        reverse_sql=[
            f"DROP TRIGGER {table}_append_only ON {table}",
            f"DROP TRIGGER {table}_no_truncate ON {table}",
            f"GRANT UPDATE, DELETE ON {table} TO {APP_ROLE}",
        ],
    )

"""A line of the log may lose its undo arguments, and nothing else: what somebody was called before stands in them, and who asks
to be erased is erased there too."""

from django.db import migrations

from callboard.core.db.roles import APP_ROLE

FORGETS = """
CREATE OR REPLACE FUNCTION callboard_log_forgets() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF NEW.undo_args IS NULL AND (to_jsonb(NEW) - 'undo_args') = (to_jsonb(OLD) - 'undo_args') THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'The table % is a ledger: rows are added, never changed or removed.', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$
"""
_TRIGGER = "CREATE TRIGGER core_log_append_only BEFORE UPDATE OR DELETE ON core_log FOR EACH ROW EXECUTE FUNCTION {}()"


class Migration(migrations.Migration):
    dependencies = [("core", "0008_notes")]

    operations = [
        migrations.RunSQL(
            [
                FORGETS,
                "DROP TRIGGER core_log_append_only ON core_log",
                _TRIGGER.format("callboard_log_forgets"),
                f"GRANT UPDATE (undo_args) ON core_log TO {APP_ROLE}",
            ],
            reverse_sql=[
                f"REVOKE UPDATE (undo_args) ON core_log FROM {APP_ROLE}",
                "DROP TRIGGER core_log_append_only ON core_log",
                _TRIGGER.format("callboard_append_only"),
                "DROP FUNCTION callboard_log_forgets()",
            ],
        )
    ]

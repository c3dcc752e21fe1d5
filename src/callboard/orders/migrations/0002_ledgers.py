"""What Django's tables cannot say: entries only grow, a closed day takes none, and numbers come from a sequence."""

from django.db import migrations

from callboard.core.db.ledger import append_only

# The number is models.locks.BOOKS_LOCK.
REFUSE_LOCKED_DAY = """
CREATE FUNCTION orders_refuse_locked_day() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE late date;
BEGIN
    -- Waits for a close that is under way; the next statement then sees its lock.
    PERFORM pg_advisory_xact_lock_shared(7201001);
    SELECT posted.booked_on INTO late FROM posted JOIN orders_periodlock lock ON lock.day = posted.booked_on LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'The day % is closed: nothing books into it.', late USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$
"""


def refuse_locked_day(table: str) -> str:
    return (
        f"CREATE TRIGGER {table}_locked_day AFTER INSERT ON {table} REFERENCING NEW TABLE AS posted "
        "FOR EACH STATEMENT EXECUTE FUNCTION orders_refuse_locked_day()"
    )


class Migration(migrations.Migration):
    dependencies = [("orders", "0001_initial")]

    operations = [
        append_only("orders_mrrentry"),
        append_only("orders_onetimeentry"),
        append_only("orders_periodlock"),
        migrations.RunSQL(
            [REFUSE_LOCKED_DAY, refuse_locked_day("orders_mrrentry"), refuse_locked_day("orders_onetimeentry")],
            [
                "DROP TRIGGER orders_mrrentry_locked_day ON orders_mrrentry",
                "DROP TRIGGER orders_onetimeentry_locked_day ON orders_onetimeentry",
                "DROP FUNCTION orders_refuse_locked_day",
            ],
        ),
        migrations.RunSQL("CREATE SEQUENCE orders_order_number START 1001", "DROP SEQUENCE orders_order_number"),
    ]

"""The change feed: the worker gives each committed change its ``seq`` and tells the web processes the range."""

from django.db import connection, transaction

from callboard.core.models import Change

CHANNEL = "callboard_changes"
#: The advisory lock that makes the sequencer one at a time.
SEQUENCER_LOCK = 0x0CA11B0A
BATCH = 5000

# A row is numbered only when no older transaction is still running: a slow one is never skipped by a reader that went past it.
_NUMBER = """
WITH due AS (
    SELECT id FROM core_change
    WHERE seq IS NULL AND xid < (pg_snapshot_xmin(pg_current_snapshot())::text)::bigint
    ORDER BY id LIMIT %s
), numbered AS (
    SELECT id, COALESCE((SELECT max(seq) FROM core_change), 0) + row_number() OVER (ORDER BY id) AS seq FROM due
), done AS (
    UPDATE core_change SET seq = numbered.seq FROM numbered WHERE core_change.id = numbered.id RETURNING core_change.seq
)
SELECT min(seq), max(seq) FROM done
"""


def number_changes() -> tuple[int, int] | None:
    """Number what waits and NOTIFY ``first:last``; None when nothing waited or another worker holds the lock."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [SEQUENCER_LOCK])
        if not cursor.fetchone()[0]:
            return None
        cursor.execute(_NUMBER, [BATCH])
        first, last = cursor.fetchone()
        if first is None:
            return None
        cursor.execute("SELECT pg_notify(%s, %s)", [CHANNEL, f"{first}:{last}"])
        return first, last


#: The number of the newest numbered change, 0 for none: beside what is read anyway, before a page reads its records.
NEWEST = "(SELECT coalesce(max(seq), 0) FROM core_change)"


def anything_waiting() -> bool:
    return Change.objects.filter(seq=None).exists()


def forget_old(*, before: object) -> int:
    """Delete numbered changes older than the instant ``before``, in batches, never the newest: it holds the count."""
    newest = Change.objects.exclude(seq=None).order_by("-seq").values_list("seq", flat=True).first()
    old = Change.objects.filter(at__lt=before, seq__lt=newest or 0).order_by("id").values("id")[:BATCH]
    return Change.objects.filter(id__in=old).delete()[0]

"""Every task that was marked promised gets the other half: its promise, kept where it was done in time."""

from django.db import migrations

MADE = """
    INSERT INTO work_promise (created_at, updated_at, version, task_id, promised_by_id, team_id, first_due_at, state,
        decided_at, because)
    SELECT t.created_at, t.updated_at, 1, t.id, coalesce(t.created_by_id, t.owner_id), p.team_id, t.due_at,
        CASE WHEN t.state = 'open' THEN 'open' WHEN t.state = 'dropped' THEN 'taken_back'
             WHEN t.due_at IS NULL OR t.done_at <= t.due_at THEN 'kept' ELSE 'broken' END,
        CASE WHEN t.state = 'open' THEN NULL ELSE t.done_at END, ''
    FROM work_task t LEFT JOIN team_person p ON p.id = coalesce(t.created_by_id, t.owner_id)
    WHERE t.promised ORDER BY t.id
"""


class Migration(migrations.Migration):
    dependencies = [("work", "0005_promises")]

    operations = [migrations.RunSQL(MADE, migrations.RunSQL.noop)]

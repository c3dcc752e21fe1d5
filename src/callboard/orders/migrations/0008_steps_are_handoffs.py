"""What teams owe after an order was accepted were tasks; each gets its hand-off beside it, in the state the task is in.

Nothing is moved and nobody is told. Clocks run for what is open where a service level held on the day it began; they carry no
print of hours, so the next minute reckons them. What was done then had no proof to give: the hand-off says so.
"""

from django.db import migrations

#: {which} below.
FULFILMENT = "t.kind = 'orders.fulfil' AND t.account_id IS NOT NULL AND t.team_id IS NOT NULL"

HANDOFFS = """
    INSERT INTO work_handoff (created_at, updated_at, version, task_id, account_id, team_id, text, context, requested_by_id,
        accepted_by_id, state, wanted_at, proof, proof_name, proof_sha, ended_at)
    SELECT coalesce(t.created_at, t.done_at, now()), coalesce(t.updated_at, now()), 1, t.id, t.account_id, t.team_id,
        concat_ws(': ', t.reason_args ->> 'order', t.reason_args ->> 'line'), '{}',
        coalesce(t.created_by_id, o.accepted_by_id),
        CASE WHEN t.state = 'done' THEN coalesce(t.owner_id, t.done_by_id) ELSE t.owner_id END,
        CASE WHEN t.state = 'done' THEN 'finished' WHEN t.state = 'dropped' THEN 'withdrawn'
             WHEN t.owner_id IS NULL THEN 'requested' ELSE 'accepted' END,
        t.due_at, CASE WHEN t.state = 'done' THEN 'Done before proof was asked for.' ELSE '' END, '', '', t.done_at
    FROM work_task t
    LEFT JOIN orders_orderstep s ON s.task_id = t.id LEFT JOIN orders_order o ON o.id = s.order_id
    WHERE {which} AND NOT EXISTS (SELECT FROM work_handoff h WHERE h.task_id = t.id)
    ORDER BY t.id
"""
#: When somebody first had the task is in its history; without that, when the hand-off ended or began.
STEPS = """
    WITH made AS (
        SELECT h.id, h.state, h.created_at, h.ended_at, h.accepted_by_id, h.requested_by_id, t.done_by_id,
            CASE WHEN t.owner_id IS NOT NULL THEN least(
                greatest(coalesce(taken.at, h.created_at), h.created_at), coalesce(h.ended_at, now())
            ) END AS taken_at
        FROM work_handoff h JOIN work_task t ON t.id = h.task_id
        LEFT JOIN LATERAL (
            SELECT min(e.pgh_created_at) AS at FROM work_taskevent e WHERE e.pgh_obj_id = t.id AND e.owner_id IS NOT NULL
        ) taken ON true
        WHERE {which} AND NOT EXISTS (SELECT FROM work_handoffstep s WHERE s.handoff_id = h.id)
    ), stood AS (
        SELECT id, 1 AS place, 'requested' AS state, requested_by_id AS person_id, created_at AS since_at,
            coalesce(taken_at, ended_at) AS until_at FROM made
        UNION ALL SELECT id, 2, 'accepted', accepted_by_id, taken_at, ended_at FROM made WHERE taken_at IS NOT NULL
        UNION ALL SELECT id, 3, state, done_by_id, ended_at, NULL FROM made WHERE ended_at IS NOT NULL
    )
    INSERT INTO work_handoffstep (created_at, updated_at, version, handoff_id, state, person_id, address, text, since_at,
        until_at)
    SELECT since_at, since_at, 1, id, state, person_id, '', '', since_at, until_at FROM stood ORDER BY id, place
"""
#: {which} as above; {measure}: response or resolution; {states}: in which it runs.
CLOCKS = """
    WITH picked AS MATERIALIZED (
        SELECT h.id AS handoff_id, nextval(pg_get_serial_sequence('work_clock', 'id')) AS clock_id, h.team_id, h.created_at,
            coalesce(a.tier, '') AS tier, level.id AS level_id, round(level.{measure}_hours * 3600) AS allowed
        FROM work_handoff h JOIN work_task t ON t.id = h.task_id JOIN directory_account a ON a.id = h.account_id
        CROSS JOIN LATERAL (
            SELECT l.id, l.response_hours, l.resolution_hours FROM work_servicelevel l
            WHERE l.kind = 'work.handoff' AND l.starts_on <= h.created_at::date
                AND (l.ends_on IS NULL OR l.ends_on > h.created_at::date)
                AND (l.team_id IS NULL OR l.team_id = h.team_id) AND l.tier IN ('', coalesce(a.tier, ''))
            ORDER BY l.team_id IS NULL, l.tier = '', l.starts_on DESC, l.id DESC LIMIT 1
        ) level
        WHERE {which} AND h.state IN ({states}) AND h.{measure}_id IS NULL AND level.{measure}_hours IS NOT NULL
    ), made AS (
        INSERT INTO work_clock (id, created_at, updated_at, version, kind, measure, level_id, team_id, tier, state, started_at,
            allowed_seconds, used_seconds, since_at, due_at, warn_at, reckoned_by)
        OVERRIDING SYSTEM VALUE
        SELECT clock_id, created_at, created_at, 1, 'work.handoff', '{measure}', level_id, team_id, tier, 'running', created_at,
            allowed, 0, created_at, now() + interval '1 year', now() + interval '1 year', ''
        FROM picked
    )
    UPDATE work_handoff h SET {measure}_id = picked.clock_id FROM picked WHERE picked.handoff_id = h.id
"""
LED_TO = """
    UPDATE work_task t SET reason_args = jsonb_set(t.reason_args, '{handoff_id}', to_jsonb(h.id))
    FROM work_handoff h WHERE h.task_id = t.id AND {which}
"""
#: In this order.
STATEMENTS = (
    HANDOFFS.replace("{which}", FULFILMENT),
    STEPS.replace("{which}", FULFILMENT),
    CLOCKS.format(which=FULFILMENT, measure="response", states="'requested'"),
    CLOCKS.format(which=FULFILMENT, measure="resolution", states="'requested', 'accepted'"),
    LED_TO.replace("{which}", FULFILMENT),
    "SET CONSTRAINTS ALL IMMEDIATE",
)


class Migration(migrations.Migration):
    dependencies = [("orders", "0007_discount_approval"), ("work", "0011_letters_of_departments")]

    operations = [migrations.RunSQL(list(STATEMENTS), migrations.RunSQL.noop)]

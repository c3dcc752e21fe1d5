"""What was saved becomes a ledger of its own; what was decided before is entered as of its day and of that day's owner."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from callboard.core.db.ledger import append_only

ENTER = """
INSERT INTO orders_saveentry
    (account_id, subscription_id, cancellation_id, owner_id, booked_on, posted_at, kind, amount, cases)
SELECT c.account_id, c.subscription_id, c.id,
    coalesce(
        (SELECT o.person_id FROM directory_accountowner o
         WHERE o.account_id = c.account_id AND o.role = 'owner' AND o.starts_on <= c.decided_on
            AND (o.ends_on IS NULL OR o.ends_on > c.decided_on)),
        a.owner_id
    ),
    c.decided_on, c.decided_at, counted.kind, counted.amount, counted.cases
FROM orders_cancellation c
JOIN directory_account a ON a.id = c.account_id
CROSS JOIN LATERAL (
    SELECT 'saved' AS kind, c.mrr AS amount, 1 AS cases WHERE c.outcome = 'saved'
    UNION ALL
    SELECT 'lost_again', -c.mrr, 0 WHERE c.outcome = 'lost' AND EXISTS (
        SELECT FROM orders_cancellation kept
        WHERE kept.subscription_id = c.subscription_id AND kept.outcome = 'saved'
            AND kept.decided_on BETWEEN c.decided_on - 90 AND c.decided_on
    )
) counted
ORDER BY c.decided_at, c.id
"""
REFUSE_LOCKED_DAY = (
    "CREATE TRIGGER orders_saveentry_locked_day AFTER INSERT ON orders_saveentry REFERENCING NEW TABLE AS posted "
    "FOR EACH STATEMENT EXECUTE FUNCTION orders_refuse_locked_day()"
)

class Migration(migrations.Migration):

    dependencies = [
        ('directory', '0002_nothing_to_leavers'),
        ('orders', '0004_nothing_to_leavers'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='SaveEntry',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('booked_on', models.DateField(verbose_name='Booked')),
                ('corrects_day', models.DateField(null=True, verbose_name='Corrects the day')),
                ('posted_at', models.DateTimeField(verbose_name='Posted')),
                ('log_id', models.UUIDField(null=True)),
                ('kind', models.CharField(choices=[('saved', 'Saved'), ('lost_again', 'Lost after all')], default='saved', max_length=10, verbose_name='What')),
                ('amount', models.DecimalField(decimal_places=10, max_digits=20, verbose_name='MRR')),
                ('cases', models.SmallIntegerField(default=0, verbose_name='Cases')),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.account', verbose_name='Account')),
                ('cancellation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='save_entries', to='orders.cancellation')),
                ('corrects', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrections', to='orders.saveentry')),
                ('owner', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='Rep')),
                ('subscription', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orders.subscription')),
            ],
            options={
                'verbose_name': 'saved MRR entry',
                'verbose_name_plural': 'saved MRR entries',
                'indexes': [models.Index(fields=['booked_on', 'id'], name='saveentry_booked'), models.Index(fields=['account', 'id'], name='saveentry_account'), models.Index(fields=['cancellation'], name='saveentry_case')],
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['saved', 'lost_again'])), name='saveentry_kind')],
            },
        ),
        migrations.RunSQL([ENTER, "SET CONSTRAINTS ALL IMMEDIATE"], migrations.RunSQL.noop),
        append_only("orders_saveentry"),
        migrations.RunSQL(REFUSE_LOCKED_DAY, "DROP TRIGGER orders_saveentry_locked_day ON orders_saveentry"),
    ]

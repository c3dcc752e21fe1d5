"""Indexes for what a list shows first, and for what is asked of all messages, in a company of 100,000 accounts."""

from django.conf import settings
from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):

    atomic = False

    dependencies = [
        ('channels', '0003_knowing'),
        ('directory', '0002_nothing_to_leavers'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        AddIndexConcurrently(
            model_name='message',
            index=models.Index(condition=models.Q(('state', 'failed')), fields=['-id'], name='message_failed'),
        ),
        AddIndexConcurrently(
            model_name='message',
            index=models.Index(models.OrderBy(models.F('received_at'), descending=True, nulls_last=True), models.OrderBy(models.F('id'), descending=True), name='message_received'),
        ),
        AddIndexConcurrently(
            model_name='message',
            index=models.Index(condition=models.Q(('direction', 'out')), fields=['sent_at'], name='message_sent'),
        ),
    ]

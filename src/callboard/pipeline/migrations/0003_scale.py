"""Indexes for what a list shows first, and for what is asked of all messages, in a company of 100,000 accounts."""

from django.conf import settings
from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):

    atomic = False

    dependencies = [
        ('directory', '0002_nothing_to_leavers'),
        ('pipeline', '0002_nothing_to_leavers'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        AddIndexConcurrently(
            model_name='opportunity',
            index=models.Index(fields=['close_on', 'id'], name='opportunity_close'),
        ),
    ]

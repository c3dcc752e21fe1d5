"""How often an intent was read right, answered by an index alone."""

from django.conf import settings
from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):

    atomic = False

    dependencies = [
        ('channels', '0004_scale'),
        ('directory', '0002_nothing_to_leavers'),
        ('intake', '0002_nothing_to_leavers'),
        ('team', '0004_knowing'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        AddIndexConcurrently(
            model_name='queueitem',
            index=models.Index(fields=['intent', 'received_at'], include=('state', 'corrected_intent'), name='item_read_right'),
        ),
    ]

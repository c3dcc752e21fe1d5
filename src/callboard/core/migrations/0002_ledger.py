"""The log only grows."""

from django.db import migrations

from callboard.core.db.ledger import append_only


class Migration(migrations.Migration):
    dependencies = [("core", "0001_initial")]
    operations = [append_only("core_log")]

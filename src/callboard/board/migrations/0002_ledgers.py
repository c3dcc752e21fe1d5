"""A closed day is never changed."""

from django.db import migrations

from callboard.core.db.ledger import append_only


class Migration(migrations.Migration):
    dependencies = [("board", "0001_initial")]

    operations = [append_only("board_dayclose"), append_only("board_closetick")]

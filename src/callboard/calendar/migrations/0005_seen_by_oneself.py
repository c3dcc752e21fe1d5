from django.db import migrations

#: What is private was shown by a token that cover lends; now by one that it does not.
SQL = [
    "UPDATE calendar_calendar SET audience = array_replace(audience, 'person:' || owner_id, 'own:' || owner_id)",
    """UPDATE calendar_event SET audience = string_to_array(replace(array_to_string(audience, ' '), 'person:', 'own:'), ' ')
    WHERE array_to_string(audience, ' ') LIKE '%person:%'""",
    """UPDATE core_searchentry SET audience = string_to_array(replace(array_to_string(audience, ' '), 'person:', 'own:'), ' ')
    WHERE ref_kind = 'calendar.event'""",
]


class Migration(migrations.Migration):
    dependencies = [
        ("calendar", "0004_layers_reminders"),
        ("core", "0010_log_result"),
    ]

    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]

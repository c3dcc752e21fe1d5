import callboard.journal.models
import django.contrib.postgres.fields
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("channels", "0001_initial"),
        ("directory", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Interaction",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("created_at", models.DateTimeField(editable=False, null=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(editable=False, null=True, verbose_name="changed")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("call", "Call"),
                            ("mail", "Mail"),
                            ("meeting", "Meeting"),
                            ("demo", "Demo"),
                            ("visit", "Visit"),
                            ("text", "Text"),
                            ("social", "Social"),
                            ("note", "Note"),
                        ],
                        max_length=8,
                        verbose_name="Kind",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="When")),
                ("text", models.TextField(blank=True, default="", verbose_name="Note")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("spoke", "Spoke"),
                            ("no_answer", "No answer"),
                            ("voicemail", "Voicemail"),
                            ("with_staff", "Spoke with staff"),
                            ("call_back", "Will call back"),
                            ("interested", "Interested"),
                            ("not_now", "Not now"),
                            ("declined", "Declined"),
                            ("wrong_number", "Wrong number"),
                        ],
                        max_length=16,
                        null=True,
                        verbose_name="Outcome",
                    ),
                ),
                ("duration_s", models.PositiveIntegerField(blank=True, null=True, verbose_name="Duration in seconds")),
                ("conversed", models.BooleanField(default=False, editable=False, verbose_name="Both spoke")),
                ("next_step", models.CharField(blank=True, default="", max_length=200, verbose_name="Next step")),
                ("next_on", models.DateField(blank=True, null=True, verbose_name="On")),
                (
                    "audience",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=30),
                        default=callboard.journal.models.for_everyone,
                        editable=False,
                        size=None,
                    ),
                ),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="Removed")),
                (
                    "contact",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="interactions",
                        to="directory.contact",
                        verbose_name="With",
                    ),
                ),
                (
                    "message",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="interactions",
                        to="channels.message",
                        verbose_name="Message",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="interactions",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="By",
                    ),
                ),
            ],
            options={
                "verbose_name": "interaction",
                "verbose_name_plural": "interactions",
                'indexes': [
                    models.Index(
                models.OrderBy(models.F("at"), descending=True),
                models.OrderBy(models.F("id"), descending=True),
                name="interaction_at",
            ),
                    models.Index(
                models.F("person"), models.OrderBy(models.F("at"), descending=True), name="interaction_person_at"
            ),
                    models.Index(
                models.F("contact"), models.OrderBy(models.F("at"), descending=True), name="interaction_contact_at"
            ),
                ],
                'constraints': [
                    models.CheckConstraint(
                condition=models.Q(
                    ("kind__in", ["call", "mail", "meeting", "demo", "visit", "text", "social", "note"])
                ),
                name="interaction_kind",
            ),
                    models.CheckConstraint(
                condition=models.Q(
                    ("outcome", None),
                    (
                        "outcome__in",
                        [
                            "spoke",
                            "no_answer",
                            "voicemail",
                            "with_staff",
                            "call_back",
                            "interested",
                            "not_now",
                            "declined",
                            "wrong_number",
                        ],
                    ),
                    _connector="OR",
                ),
                name="interaction_outcome",
            ),
                    models.CheckConstraint(
                condition=models.Q(
                    models.Q(("text", ""), _negated=True),
                    ("outcome__isnull", False),
                    models.Q(("next_step", ""), _negated=True),
                    _connector="OR",
                ),
                name="interaction_says_something",
            ),
                    models.CheckConstraint(
                condition=models.Q(("next_on", None), models.Q(("next_step", ""), _negated=True), _connector="OR"),
                name="interaction_next_date_has_step",
            ),
                ],
            },
        ),
        migrations.CreateModel(
            name="InteractionAccount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="interaction_links",
                        to="directory.account",
                    ),
                ),
                (
                    "attempt",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="directory.attempt",
                    ),
                ),
                (
                    "interaction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="account_links",
                        to="journal.interaction",
                    ),
                ),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(fields=("interaction", "account"), name="interaction_account_once"),
                ],
            },
        ),
        migrations.AddField(
            model_name="interaction",
            name="accounts",
            field=models.ManyToManyField(
                related_name="interactions",
                through="journal.InteractionAccount",
                to="directory.account",
                verbose_name="Accounts",
            ),
        ),
        migrations.CreateModel(
            name="InteractionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("created_at", models.DateTimeField(editable=False, null=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(editable=False, null=True, verbose_name="changed")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("call", "Call"),
                            ("mail", "Mail"),
                            ("meeting", "Meeting"),
                            ("demo", "Demo"),
                            ("visit", "Visit"),
                            ("text", "Text"),
                            ("social", "Social"),
                            ("note", "Note"),
                        ],
                        max_length=8,
                        verbose_name="Kind",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="When")),
                ("text", models.TextField(blank=True, default="", verbose_name="Note")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("spoke", "Spoke"),
                            ("no_answer", "No answer"),
                            ("voicemail", "Voicemail"),
                            ("with_staff", "Spoke with staff"),
                            ("call_back", "Will call back"),
                            ("interested", "Interested"),
                            ("not_now", "Not now"),
                            ("declined", "Declined"),
                            ("wrong_number", "Wrong number"),
                        ],
                        max_length=16,
                        null=True,
                        verbose_name="Outcome",
                    ),
                ),
                ("duration_s", models.PositiveIntegerField(blank=True, null=True, verbose_name="Duration in seconds")),
                ("conversed", models.BooleanField(default=False, editable=False, verbose_name="Both spoke")),
                ("next_step", models.CharField(blank=True, default="", max_length=200, verbose_name="Next step")),
                ("next_on", models.DateField(blank=True, null=True, verbose_name="On")),
                (
                    "audience",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=30),
                        default=callboard.journal.models.for_everyone,
                        editable=False,
                        size=None,
                    ),
                ),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="Removed")),
                (
                    "contact",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="directory.contact",
                        verbose_name="With",
                    ),
                ),
                (
                    "message",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="channels.message",
                        verbose_name="Message",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="By",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="journal.interaction",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="interaction",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "journal_interactionevent" ("at", "audience", "contact_id", "conversed", "created_at", "duration_s", "id", "kind", "message_id", "next_on", "next_step", "outcome", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "text", "updated_at", "version") VALUES (NEW."at", NEW."audience", NEW."contact_id", NEW."conversed", NEW."created_at", NEW."duration_s", NEW."id", NEW."kind", NEW."message_id", NEW."next_on", NEW."next_step", NEW."outcome", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."removed_at", NEW."text", NEW."updated_at", NEW."version"); RETURN NULL;',
                    hash="40aaf7a3f2f54bd0d7ff7c33a478fe55c906bc88",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b86d9",
                    table="journal_interaction",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="interaction",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "journal_interactionevent" ("at", "audience", "contact_id", "conversed", "created_at", "duration_s", "id", "kind", "message_id", "next_on", "next_step", "outcome", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "text", "updated_at", "version") VALUES (NEW."at", NEW."audience", NEW."contact_id", NEW."conversed", NEW."created_at", NEW."duration_s", NEW."id", NEW."kind", NEW."message_id", NEW."next_on", NEW."next_step", NEW."outcome", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."removed_at", NEW."text", NEW."updated_at", NEW."version"); RETURN NULL;',
                    hash="689363d19bd6779a699718e4fee05da2e65de2ff",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_98a59",
                    table="journal_interaction",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="interaction",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "journal_interactionevent" ("at", "audience", "contact_id", "conversed", "created_at", "duration_s", "id", "kind", "message_id", "next_on", "next_step", "outcome", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "text", "updated_at", "version") VALUES (OLD."at", OLD."audience", OLD."contact_id", OLD."conversed", OLD."created_at", OLD."duration_s", OLD."id", OLD."kind", OLD."message_id", OLD."next_on", OLD."next_step", OLD."outcome", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."removed_at", OLD."text", OLD."updated_at", OLD."version"); RETURN NULL;',
                    hash="8689dd76d7f5ade0d90c187848a15d92e09e3fe0",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f015b",
                    table="journal_interaction",
                    when="AFTER",
                ),
            ),
        ),
    ]

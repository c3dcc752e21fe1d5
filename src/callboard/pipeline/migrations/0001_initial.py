import callboard.directory.models.numbers
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.text
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
        migrations.RunSQL("CREATE SEQUENCE pipeline_lead_number START 100", "DROP SEQUENCE pipeline_lead_number"),
        migrations.CreateModel(
            name="Lead",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("created_at", models.DateTimeField(editable=False, null=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(editable=False, null=True, verbose_name="changed")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "number",
                    models.BigIntegerField(
                        db_default=callboard.directory.models.numbers.NextNumber("pipeline_lead_number"),
                        editable=False,
                        unique=True,
                        verbose_name="Number",
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="Name")),
                ("company", models.CharField(blank=True, default="", max_length=200, verbose_name="Company")),
                ("email", models.CharField(blank=True, default="", max_length=254, verbose_name="Mail")),
                ("phone", models.CharField(blank=True, default="", max_length=16, verbose_name="Phone")),
                ("city", models.CharField(blank=True, default="", max_length=100, verbose_name="City")),
                ("region", models.CharField(blank=True, default="", max_length=60, verbose_name="State")),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("mail", "Mail"),
                            ("call", "Call"),
                            ("form", "Web form"),
                            ("show", "Show"),
                            ("referral", "Referral"),
                            ("association", "Association"),
                            ("list", "Bought list"),
                            ("other", "Other"),
                        ],
                        max_length=12,
                        verbose_name="Source",
                    ),
                ),
                ("interest", models.TextField(blank=True, default="", verbose_name="What they want")),
                (
                    "grade",
                    models.CharField(
                        blank=True,
                        choices=[("A", "A"), ("B", "B"), ("C", "C"), ("D", "D")],
                        max_length=1,
                        null=True,
                        verbose_name="Grade",
                    ),
                ),
                (
                    "grade_reason",
                    models.CharField(blank=True, default="", max_length=300, verbose_name="Why this grade"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("new", "New"), ("working", "Working"), ("converted", "Converted"), ("lost", "Lost")],
                        default="new",
                        editable=False,
                        max_length=10,
                        verbose_name="State",
                    ),
                ),
                ("status_reason", models.CharField(blank=True, default="", max_length=300, verbose_name="Reason")),
                (
                    "lost_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("price", "Price"),
                            ("competitor", "Chose a competitor"),
                            ("no_need", "No need"),
                            ("no_budget", "No budget"),
                            ("timing", "Not now"),
                            ("no_reply", "No reply"),
                            ("duplicate", "Duplicate"),
                            ("other", "Other"),
                        ],
                        max_length=12,
                        null=True,
                        verbose_name="Lost because",
                    ),
                ),
                ("assigned_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="Assigned")),
                (
                    "first_touch_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="First touch"),
                ),
                ("closed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="Closed")),
                (
                    "account",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="leads",
                        to="directory.account",
                        verbose_name="Account",
                    ),
                ),
                (
                    "contact",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="leads",
                        to="directory.contact",
                        verbose_name="Contact",
                    ),
                ),
                (
                    "message",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="leads",
                        to="channels.message",
                        verbose_name="Message",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="leads",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Owner",
                    ),
                ),
            ],
            options={
                "verbose_name": "lead",
                "verbose_name_plural": "leads",
                'indexes': [
                    models.Index(fields=["state", "-created_at", "-id"], name="lead_state_created"),
                    models.Index(fields=["owner", "state"], name="lead_owner_state"),
                    models.Index(condition=models.Q(("email", ""), _negated=True), fields=["email"], name="lead_email"),
                    models.Index(condition=models.Q(("phone", ""), _negated=True), fields=["phone"], name="lead_phone"),
                    django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.indexes.OpClass(
                    django.db.models.functions.text.Upper("company"), "gin_trgm_ops"
                ),
                name="lead_company_trgm",
            ),
                    django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.indexes.OpClass(django.db.models.functions.text.Upper("name"), "gin_trgm_ops"),
                name="lead_name_trgm",
            ),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(("name", ""), _negated=True), name="lead_has_name"),
                    models.CheckConstraint(
                condition=models.Q(
                    ("source__in", ["mail", "call", "form", "show", "referral", "association", "list", "other"])
                ),
                name="lead_source",
            ),
                    models.CheckConstraint(
                condition=models.Q(("grade", None), ("grade__in", ["A", "B", "C", "D"]), _connector="OR"),
                name="lead_grade",
            ),
                    models.CheckConstraint(
                condition=models.Q(("state__in", ["new", "working", "converted", "lost"])), name="lead_state"
            ),
                    models.CheckConstraint(
                condition=models.Q(("email", django.db.models.functions.text.Lower("email"))), name="lead_email_lower"
            ),
                    models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "converted"), _negated=True), ("account__isnull", False), _connector="OR"
                ),
                name="lead_converted_has_account",
            ),
                    models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "lost"), _negated=True), ("lost_reason__isnull", False), _connector="OR"
                ),
                name="lead_lost_has_reason",
            ),
                    models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_at", None), ("state__in", ["new", "working"])),
                    models.Q(("closed_at__isnull", False), ("state__in", ["converted", "lost"])),
                    _connector="OR",
                ),
                name="lead_closed_at",
            ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LeadEvent",
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
                    "number",
                    models.BigIntegerField(
                        db_default=callboard.directory.models.numbers.NextNumber("pipeline_lead_number"),
                        editable=False,
                        verbose_name="Number",
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="Name")),
                ("company", models.CharField(blank=True, default="", max_length=200, verbose_name="Company")),
                ("email", models.CharField(blank=True, default="", max_length=254, verbose_name="Mail")),
                ("phone", models.CharField(blank=True, default="", max_length=16, verbose_name="Phone")),
                ("city", models.CharField(blank=True, default="", max_length=100, verbose_name="City")),
                ("region", models.CharField(blank=True, default="", max_length=60, verbose_name="State")),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("mail", "Mail"),
                            ("call", "Call"),
                            ("form", "Web form"),
                            ("show", "Show"),
                            ("referral", "Referral"),
                            ("association", "Association"),
                            ("list", "Bought list"),
                            ("other", "Other"),
                        ],
                        max_length=12,
                        verbose_name="Source",
                    ),
                ),
                ("interest", models.TextField(blank=True, default="", verbose_name="What they want")),
                (
                    "grade",
                    models.CharField(
                        blank=True,
                        choices=[("A", "A"), ("B", "B"), ("C", "C"), ("D", "D")],
                        max_length=1,
                        null=True,
                        verbose_name="Grade",
                    ),
                ),
                (
                    "grade_reason",
                    models.CharField(blank=True, default="", max_length=300, verbose_name="Why this grade"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("new", "New"), ("working", "Working"), ("converted", "Converted"), ("lost", "Lost")],
                        default="new",
                        editable=False,
                        max_length=10,
                        verbose_name="State",
                    ),
                ),
                ("status_reason", models.CharField(blank=True, default="", max_length=300, verbose_name="Reason")),
                (
                    "lost_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("price", "Price"),
                            ("competitor", "Chose a competitor"),
                            ("no_need", "No need"),
                            ("no_budget", "No budget"),
                            ("timing", "Not now"),
                            ("no_reply", "No reply"),
                            ("duplicate", "Duplicate"),
                            ("other", "Other"),
                        ],
                        max_length=12,
                        null=True,
                        verbose_name="Lost because",
                    ),
                ),
                ("assigned_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="Assigned")),
                (
                    "first_touch_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="First touch"),
                ),
                ("closed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="Closed")),
                (
                    "account",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="directory.account",
                        verbose_name="Account",
                    ),
                ),
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
                        verbose_name="Contact",
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
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Owner",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="pipeline.lead",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Opportunity",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("created_at", models.DateTimeField(editable=False, null=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(editable=False, null=True, verbose_name="changed")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("name", models.CharField(max_length=200, verbose_name="Name")),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("qualify", "Qualify"),
                            ("demo", "Demo"),
                            ("proposal", "Proposal"),
                            ("commit", "Commit"),
                            ("won", "Won"),
                            ("lost", "Lost"),
                        ],
                        default="qualify",
                        editable=False,
                        max_length=10,
                        verbose_name="Stage",
                    ),
                ),
                ("stage_at", models.DateTimeField(editable=False, verbose_name="In this stage since")),
                (
                    "value_mrr",
                    models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True, verbose_name="MRR"),
                ),
                (
                    "one_time",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=12, null=True, verbose_name="One-time"
                    ),
                ),
                ("close_on", models.DateField(blank=True, null=True, verbose_name="Expected close")),
                ("next_step", models.CharField(blank=True, default="", max_length=200, verbose_name="Next step")),
                ("next_on", models.DateField(blank=True, null=True, verbose_name="On")),
                ("competitor", models.CharField(blank=True, default="", max_length=120, verbose_name="Competitor")),
                (
                    "lost_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("price", "Price"),
                            ("competitor", "Chose a competitor"),
                            ("no_need", "No need"),
                            ("no_budget", "No budget"),
                            ("timing", "Not now"),
                            ("no_reply", "No reply"),
                            ("duplicate", "Duplicate"),
                            ("other", "Other"),
                        ],
                        max_length=12,
                        null=True,
                        verbose_name="Lost because",
                    ),
                ),
                ("lost_text", models.CharField(blank=True, default="", max_length=300, verbose_name="In their words")),
                ("try_again_on", models.DateField(blank=True, null=True, verbose_name="Try again on")),
                ("closed_on", models.DateField(blank=True, editable=False, null=True, verbose_name="Closed")),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="opportunities",
                        to="directory.account",
                        verbose_name="Account",
                    ),
                ),
                (
                    "contact",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="opportunities",
                        to="directory.contact",
                        verbose_name="Contact",
                    ),
                ),
                (
                    "lead",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="opportunity",
                        to="pipeline.lead",
                        verbose_name="Lead",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="opportunities",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Owner",
                    ),
                ),
            ],
            options={
                "verbose_name": "opportunity",
                "verbose_name_plural": "opportunities",
                'indexes': [
                    models.Index(fields=["stage", "close_on", "id"], name="opportunity_stage_close"),
                    models.Index(fields=["owner", "stage", "close_on"], name="opportunity_owner_stage"),
                ],
                'constraints': [
                    models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True), name="opportunity_has_name"
            ),
                    models.CheckConstraint(
                condition=models.Q(("stage__in", ["qualify", "demo", "proposal", "commit", "won", "lost"])),
                name="opportunity_stage",
            ),
                    models.CheckConstraint(
                condition=models.Q(("value_mrr", None), ("value_mrr__gte", 0), _connector="OR"),
                name="opportunity_value_not_negative",
            ),
                    models.CheckConstraint(
                condition=models.Q(("one_time", None), ("one_time__gte", 0), _connector="OR"),
                name="opportunity_one_time_not_negative",
            ),
                    models.CheckConstraint(
                condition=models.Q(
                    models.Q(("lost_reason__isnull", False), ("stage", "lost")),
                    models.Q(models.Q(("stage", "lost"), _negated=True), ("lost_reason", None)),
                    _connector="OR",
                ),
                name="opportunity_lost_has_reason",
            ),
                    models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_on__isnull", False), ("stage__in", ["won", "lost"])),
                    models.Q(models.Q(("stage__in", ["won", "lost"]), _negated=True), ("closed_on", None)),
                    _connector="OR",
                ),
                name="opportunity_closed_on",
            ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OpportunityEvent",
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
                ("name", models.CharField(max_length=200, verbose_name="Name")),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("qualify", "Qualify"),
                            ("demo", "Demo"),
                            ("proposal", "Proposal"),
                            ("commit", "Commit"),
                            ("won", "Won"),
                            ("lost", "Lost"),
                        ],
                        default="qualify",
                        editable=False,
                        max_length=10,
                        verbose_name="Stage",
                    ),
                ),
                ("stage_at", models.DateTimeField(editable=False, verbose_name="In this stage since")),
                (
                    "value_mrr",
                    models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True, verbose_name="MRR"),
                ),
                (
                    "one_time",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=12, null=True, verbose_name="One-time"
                    ),
                ),
                ("close_on", models.DateField(blank=True, null=True, verbose_name="Expected close")),
                ("next_step", models.CharField(blank=True, default="", max_length=200, verbose_name="Next step")),
                ("next_on", models.DateField(blank=True, null=True, verbose_name="On")),
                ("competitor", models.CharField(blank=True, default="", max_length=120, verbose_name="Competitor")),
                (
                    "lost_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("price", "Price"),
                            ("competitor", "Chose a competitor"),
                            ("no_need", "No need"),
                            ("no_budget", "No budget"),
                            ("timing", "Not now"),
                            ("no_reply", "No reply"),
                            ("duplicate", "Duplicate"),
                            ("other", "Other"),
                        ],
                        max_length=12,
                        null=True,
                        verbose_name="Lost because",
                    ),
                ),
                ("lost_text", models.CharField(blank=True, default="", max_length=300, verbose_name="In their words")),
                ("try_again_on", models.DateField(blank=True, null=True, verbose_name="Try again on")),
                ("closed_on", models.DateField(blank=True, editable=False, null=True, verbose_name="Closed")),
                (
                    "account",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="directory.account",
                        verbose_name="Account",
                    ),
                ),
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
                        verbose_name="Contact",
                    ),
                ),
                (
                    "lead",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="pipeline.lead",
                        verbose_name="Lead",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Owner",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="pipeline.opportunity",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lead",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pipeline_leadevent" ("account_id", "assigned_at", "city", "closed_at", "company", "contact_id", "created_at", "email", "first_touch_at", "grade", "grade_reason", "id", "interest", "lost_reason", "message_id", "name", "number", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "region", "source", "state", "status_reason", "updated_at", "version") VALUES (NEW."account_id", NEW."assigned_at", NEW."city", NEW."closed_at", NEW."company", NEW."contact_id", NEW."created_at", NEW."email", NEW."first_touch_at", NEW."grade", NEW."grade_reason", NEW."id", NEW."interest", NEW."lost_reason", NEW."message_id", NEW."name", NEW."number", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."phone", NEW."region", NEW."source", NEW."state", NEW."status_reason", NEW."updated_at", NEW."version"); RETURN NULL;',
                    hash="186a0f890abb5855bcb7300c50b28d0c5193aa83",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_976cd",
                    table="pipeline_lead",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lead",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "pipeline_leadevent" ("account_id", "assigned_at", "city", "closed_at", "company", "contact_id", "created_at", "email", "first_touch_at", "grade", "grade_reason", "id", "interest", "lost_reason", "message_id", "name", "number", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "region", "source", "state", "status_reason", "updated_at", "version") VALUES (NEW."account_id", NEW."assigned_at", NEW."city", NEW."closed_at", NEW."company", NEW."contact_id", NEW."created_at", NEW."email", NEW."first_touch_at", NEW."grade", NEW."grade_reason", NEW."id", NEW."interest", NEW."lost_reason", NEW."message_id", NEW."name", NEW."number", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."phone", NEW."region", NEW."source", NEW."state", NEW."status_reason", NEW."updated_at", NEW."version"); RETURN NULL;',
                    hash="e3069724d91f724853e168f86b3ef3c347be8198",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7021a",
                    table="pipeline_lead",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lead",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pipeline_leadevent" ("account_id", "assigned_at", "city", "closed_at", "company", "contact_id", "created_at", "email", "first_touch_at", "grade", "grade_reason", "id", "interest", "lost_reason", "message_id", "name", "number", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "region", "source", "state", "status_reason", "updated_at", "version") VALUES (OLD."account_id", OLD."assigned_at", OLD."city", OLD."closed_at", OLD."company", OLD."contact_id", OLD."created_at", OLD."email", OLD."first_touch_at", OLD."grade", OLD."grade_reason", OLD."id", OLD."interest", OLD."lost_reason", OLD."message_id", OLD."name", OLD."number", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."phone", OLD."region", OLD."source", OLD."state", OLD."status_reason", OLD."updated_at", OLD."version"); RETURN NULL;',
                    hash="62ed516c6036380e430d5ba489dd64ed00ba158b",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d0750",
                    table="pipeline_lead",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="opportunity",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pipeline_opportunityevent" ("account_id", "close_on", "closed_on", "competitor", "contact_id", "created_at", "id", "lead_id", "lost_reason", "lost_text", "name", "next_on", "next_step", "one_time", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stage", "stage_at", "try_again_on", "updated_at", "value_mrr", "version") VALUES (NEW."account_id", NEW."close_on", NEW."closed_on", NEW."competitor", NEW."contact_id", NEW."created_at", NEW."id", NEW."lead_id", NEW."lost_reason", NEW."lost_text", NEW."name", NEW."next_on", NEW."next_step", NEW."one_time", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."stage", NEW."stage_at", NEW."try_again_on", NEW."updated_at", NEW."value_mrr", NEW."version"); RETURN NULL;',
                    hash="268090390a060774f71ae3aa241b43e7b238b61e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_bfda4",
                    table="pipeline_opportunity",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="opportunity",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "pipeline_opportunityevent" ("account_id", "close_on", "closed_on", "competitor", "contact_id", "created_at", "id", "lead_id", "lost_reason", "lost_text", "name", "next_on", "next_step", "one_time", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stage", "stage_at", "try_again_on", "updated_at", "value_mrr", "version") VALUES (NEW."account_id", NEW."close_on", NEW."closed_on", NEW."competitor", NEW."contact_id", NEW."created_at", NEW."id", NEW."lead_id", NEW."lost_reason", NEW."lost_text", NEW."name", NEW."next_on", NEW."next_step", NEW."one_time", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."stage", NEW."stage_at", NEW."try_again_on", NEW."updated_at", NEW."value_mrr", NEW."version"); RETURN NULL;',
                    hash="df22a9881c4d5743afaacc2abdc2d1ba97f231f2",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_79182",
                    table="pipeline_opportunity",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="opportunity",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pipeline_opportunityevent" ("account_id", "close_on", "closed_on", "competitor", "contact_id", "created_at", "id", "lead_id", "lost_reason", "lost_text", "name", "next_on", "next_step", "one_time", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stage", "stage_at", "try_again_on", "updated_at", "value_mrr", "version") VALUES (OLD."account_id", OLD."close_on", OLD."closed_on", OLD."competitor", OLD."contact_id", OLD."created_at", OLD."id", OLD."lead_id", OLD."lost_reason", OLD."lost_text", OLD."name", OLD."next_on", OLD."next_step", OLD."one_time", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."stage", OLD."stage_at", OLD."try_again_on", OLD."updated_at", OLD."value_mrr", OLD."version"); RETURN NULL;',
                    hash="74ee2f5449432b5fbdb3f0e3b7c14936f56629eb",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f21cf",
                    table="pipeline_opportunity",
                    when="AFTER",
                ),
            ),
        ),
    ]

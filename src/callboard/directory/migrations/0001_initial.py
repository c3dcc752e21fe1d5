import callboard.directory.models.account
import callboard.directory.models.numbers
import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.text
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.contrib.postgres.operations import BtreeGistExtension, TrigramExtension
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        BtreeGistExtension(),
        TrigramExtension(),
        migrations.RunSQL(
            "CREATE SEQUENCE directory_account_number START 1000", "DROP SEQUENCE directory_account_number"
        ),
        migrations.CreateModel(
            name="Account",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("created_at", models.DateTimeField(editable=False, null=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(editable=False, null=True, verbose_name="changed")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "number",
                    models.BigIntegerField(
                        db_default=callboard.directory.models.numbers.NextNumber("directory_account_number"),
                        editable=False,
                        unique=True,
                        verbose_name="Number",
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="Name")),
                ("legal_name", models.CharField(blank=True, default="", max_length=200, verbose_name="Legal name")),
                ("sort_key", models.CharField(db_collation="C", editable=False, max_length=400)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("agency", "Agency"),
                            ("mga", "MGA"),
                            ("carrier", "Carrier"),
                            ("network", "Network"),
                            ("association", "Association"),
                            ("supplier", "Supplier"),
                        ],
                        default="agency",
                        max_length=12,
                        verbose_name="Kind",
                    ),
                ),
                (
                    "tier",
                    models.CharField(
                        blank=True,
                        choices=[("A", "A"), ("B", "B"), ("C", "C"), ("D", "D")],
                        max_length=1,
                        null=True,
                        verbose_name="Tier",
                    ),
                ),
                ("phone", models.CharField(blank=True, default="", max_length=16, verbose_name="Phone")),
                ("zone", models.CharField(blank=True, default="", max_length=40, verbose_name="Time zone")),
                ("street", models.CharField(blank=True, default="", max_length=200, verbose_name="Street")),
                ("city", models.CharField(blank=True, default="", max_length=100, verbose_name="City")),
                ("region", models.CharField(blank=True, default="", max_length=60, verbose_name="State")),
                ("postal_code", models.CharField(blank=True, default="", max_length=20, verbose_name="Postal code")),
                ("country", models.CharField(default="US", max_length=2, verbose_name="Country")),
                ("website", models.CharField(blank=True, default="", max_length=200, verbose_name="Website")),
                ("note", models.TextField(blank=True, default="", verbose_name="Note")),
                ("archived_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="Archived")),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="accounts",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Owner",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="directory.account",
                        verbose_name="Part of",
                    ),
                ),
            ],
            options={
                "verbose_name": "account",
                "verbose_name_plural": "accounts",
                'indexes': [
                    django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.indexes.OpClass(django.db.models.functions.text.Upper("name"), "gin_trgm_ops"),
                name="account_name_trgm",
            ),
                    django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.indexes.OpClass(django.db.models.functions.text.Upper("city"), "gin_trgm_ops"),
                name="account_city_trgm",
            ),
                    models.Index(fields=["sort_key", "id"], name="account_sort"),
                    models.Index(fields=["owner", "sort_key", "id"], name="account_owner_sort"),
                    models.Index(fields=["region", "sort_key", "id"], name="account_region_sort"),
                    models.Index(
                condition=models.Q(("phone", ""), _negated=True), fields=["phone"], name="account_phone"
            ),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(("name", ""), _negated=True), name="account_has_name"),
                    models.CheckConstraint(
                condition=models.Q(("kind__in", ["agency", "mga", "carrier", "network", "association", "supplier"])),
                name="account_kind",
            ),
                    models.CheckConstraint(
                condition=models.Q(("tier", None), ("tier__in", ["A", "B", "C", "D"]), _connector="OR"),
                name="account_tier",
            ),
                    models.CheckConstraint(
                condition=models.Q(("parent", models.F("id")), _negated=True), name="account_not_own_parent"
            ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AccountDomain",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("created_at", models.DateTimeField(editable=False, null=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(editable=False, null=True, verbose_name="changed")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("domain", models.CharField(max_length=253, unique=True, verbose_name="Domain")),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="domains", to="directory.account"
                    ),
                ),
            ],
            options={
                "verbose_name": "mail domain",
                "verbose_name_plural": "mail domains",
                'constraints': [
                    models.CheckConstraint(
                condition=models.Q(
                    ("domain", django.db.models.functions.text.Lower("domain")), models.Q(("domain", ""), _negated=True)
                ),
                name="accountdomain_lower",
            ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AccountEvent",
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
                        db_default=callboard.directory.models.numbers.NextNumber("directory_account_number"),
                        editable=False,
                        verbose_name="Number",
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="Name")),
                ("legal_name", models.CharField(blank=True, default="", max_length=200, verbose_name="Legal name")),
                ("sort_key", models.CharField(db_collation="C", editable=False, max_length=400)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("agency", "Agency"),
                            ("mga", "MGA"),
                            ("carrier", "Carrier"),
                            ("network", "Network"),
                            ("association", "Association"),
                            ("supplier", "Supplier"),
                        ],
                        default="agency",
                        max_length=12,
                        verbose_name="Kind",
                    ),
                ),
                (
                    "tier",
                    models.CharField(
                        blank=True,
                        choices=[("A", "A"), ("B", "B"), ("C", "C"), ("D", "D")],
                        max_length=1,
                        null=True,
                        verbose_name="Tier",
                    ),
                ),
                ("phone", models.CharField(blank=True, default="", max_length=16, verbose_name="Phone")),
                ("zone", models.CharField(blank=True, default="", max_length=40, verbose_name="Time zone")),
                ("street", models.CharField(blank=True, default="", max_length=200, verbose_name="Street")),
                ("city", models.CharField(blank=True, default="", max_length=100, verbose_name="City")),
                ("region", models.CharField(blank=True, default="", max_length=60, verbose_name="State")),
                ("postal_code", models.CharField(blank=True, default="", max_length=20, verbose_name="Postal code")),
                ("country", models.CharField(default="US", max_length=2, verbose_name="Country")),
                ("website", models.CharField(blank=True, default="", max_length=200, verbose_name="Website")),
                ("note", models.TextField(blank=True, default="", verbose_name="Note")),
                ("archived_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="Archived")),
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
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="directory.account",
                        verbose_name="Part of",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="directory.account",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AccountOwner",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("created_at", models.DateTimeField(editable=False, null=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(editable=False, null=True, verbose_name="changed")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "role",
                    models.CharField(
                        choices=[("owner", "Owner"), ("support", "Support")], default="owner", max_length=12
                    ),
                ),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField(blank=True, null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="owners", to="directory.account"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "owner of an account",
                "verbose_name_plural": "owners of accounts",
                'indexes': [
                    models.Index(fields=["person", "role"], name="accountowner_person"),
                ],
                'constraints': [
                    models.CheckConstraint(
                condition=models.Q(("role__in", ["owner", "support"])), name="accountowner_role"
            ),
                    models.CheckConstraint(
                condition=models.Q(("ends_on", None), ("ends_on__gt", models.F("starts_on")), _connector="OR"),
                name="accountowner_dates",
            ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[
                    ("account", "="),
                    ("role", "="),
                    (
                        callboard.directory.models.account.DateRange(
                            "starts_on", "ends_on", django.contrib.postgres.fields.ranges.RangeBoundary()
                        ),
                        "&&",
                    ),
                ],
                name="accountowner_one_at_a_time",
            ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Contact",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("created_at", models.DateTimeField(editable=False, null=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(editable=False, null=True, verbose_name="changed")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("name", models.CharField(max_length=200, verbose_name="Name")),
                ("sort_key", models.CharField(db_collation="C", editable=False, max_length=400)),
                ("title", models.CharField(blank=True, default="", max_length=120, verbose_name="Title")),
                (
                    "role_kind",
                    models.CharField(
                        choices=[
                            ("principal", "Principal"),
                            ("manager", "Office manager"),
                            ("producer", "Producer"),
                            ("service", "Service"),
                            ("billing", "Billing"),
                            ("technical", "Technical"),
                            ("other", "Other"),
                        ],
                        default="other",
                        max_length=12,
                        verbose_name="Role",
                    ),
                ),
                ("zone", models.CharField(blank=True, max_length=40, null=True, verbose_name="Time zone")),
                ("note", models.TextField(blank=True, default="", verbose_name="Note")),
                ("left_on", models.DateField(blank=True, null=True, verbose_name="Left on")),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contacts",
                        to="directory.account",
                        verbose_name="Account",
                    ),
                ),
            ],
            options={
                "verbose_name": "contact",
                "verbose_name_plural": "contacts",
                'indexes': [
                    django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.indexes.OpClass(django.db.models.functions.text.Upper("name"), "gin_trgm_ops"),
                name="contact_name_trgm",
            ),
                    models.Index(fields=["sort_key", "id"], name="contact_sort"),
                    models.Index(fields=["account", "sort_key"], name="contact_account_sort"),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(("name", ""), _negated=True), name="contact_has_name"),
                    models.CheckConstraint(
                condition=models.Q(
                    ("role_kind__in", ["principal", "manager", "producer", "service", "billing", "technical", "other"])
                ),
                name="contact_role_kind",
            ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Attempt",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "medium",
                    models.CharField(choices=[("mail", "Mail"), ("phone", "Phone"), ("text", "Text")], max_length=8),
                ),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("answer", "Answer"),
                            ("service", "Service"),
                            ("sales", "Sales"),
                            ("campaign", "Campaign"),
                        ],
                        max_length=12,
                    ),
                ),
                ("to_hash", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
                (
                    "account",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attempts",
                        to="directory.account",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "contact",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attempts",
                        to="directory.contact",
                    ),
                ),
            ],
            options={
                "verbose_name": "attempt",
                "verbose_name_plural": "attempts",
                'indexes': [
                    models.Index(fields=["account", "-at", "-id"], name="attempt_account_at"),
                    models.Index(fields=["to_hash", "-at"], name="attempt_to_at"),
                    models.Index(fields=["person", "-at"], name="attempt_person_at"),
                ],
                'constraints': [
                    models.CheckConstraint(
                condition=models.Q(("medium__in", ["mail", "phone", "text"])), name="attempt_medium"
            ),
                    models.CheckConstraint(
                condition=models.Q(("purpose__in", ["answer", "service", "sales", "campaign"])), name="attempt_purpose"
            ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ContactEmail",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("created_at", models.DateTimeField(editable=False, null=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(editable=False, null=True, verbose_name="changed")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("address", models.CharField(max_length=254, unique=True, verbose_name="Mail")),
                ("primary", models.BooleanField(default=False, verbose_name="Primary")),
                ("bounced_at", models.DateTimeField(blank=True, null=True, verbose_name="Bounced")),
                (
                    "contact",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="emails", to="directory.contact"
                    ),
                ),
            ],
            options={
                "verbose_name": "mail address",
                "verbose_name_plural": "mail addresses",
                'constraints': [
                    models.CheckConstraint(
                condition=models.Q(
                    ("address", django.db.models.functions.text.Lower("address")), ("address__contains", "@")
                ),
                name="contactemail_lower",
            ),
                    models.UniqueConstraint(
                condition=models.Q(("primary", True)), fields=("contact",), name="contactemail_one_primary"
            ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ContactEmailEvent",
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
                ("address", models.CharField(max_length=254, verbose_name="Mail")),
                ("primary", models.BooleanField(default=False, verbose_name="Primary")),
                ("bounced_at", models.DateTimeField(blank=True, null=True, verbose_name="Bounced")),
                (
                    "contact",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="directory.contact",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="directory.contactemail",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ContactEvent",
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
                ("sort_key", models.CharField(db_collation="C", editable=False, max_length=400)),
                ("title", models.CharField(blank=True, default="", max_length=120, verbose_name="Title")),
                (
                    "role_kind",
                    models.CharField(
                        choices=[
                            ("principal", "Principal"),
                            ("manager", "Office manager"),
                            ("producer", "Producer"),
                            ("service", "Service"),
                            ("billing", "Billing"),
                            ("technical", "Technical"),
                            ("other", "Other"),
                        ],
                        default="other",
                        max_length=12,
                        verbose_name="Role",
                    ),
                ),
                ("zone", models.CharField(blank=True, max_length=40, null=True, verbose_name="Time zone")),
                ("note", models.TextField(blank=True, default="", verbose_name="Note")),
                ("left_on", models.DateField(blank=True, null=True, verbose_name="Left on")),
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
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="directory.contact",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ContactPhone",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("created_at", models.DateTimeField(editable=False, null=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(editable=False, null=True, verbose_name="changed")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("e164", models.CharField(max_length=16, verbose_name="Phone")),
                (
                    "kind",
                    models.CharField(
                        choices=[("work", "Work"), ("mobile", "Mobile"), ("home", "Home"), ("fax", "Fax")],
                        default="work",
                        max_length=8,
                        verbose_name="Kind",
                    ),
                ),
                ("primary", models.BooleanField(default=False, verbose_name="Primary")),
                (
                    "contact",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="phones", to="directory.contact"
                    ),
                ),
            ],
            options={
                "verbose_name": "phone number",
                "verbose_name_plural": "phone numbers",
                'indexes': [
                    models.Index(fields=["e164"], name="contactphone_number"),
                ],
                'constraints': [
                    models.UniqueConstraint(fields=("contact", "e164"), name="contactphone_once"),
                    models.CheckConstraint(
                condition=models.Q(("e164__regex", "^\\+[1-9][0-9]{6,14}$")), name="contactphone_e164"
            ),
                    models.CheckConstraint(
                condition=models.Q(("kind__in", ["work", "mobile", "home", "fax"])), name="contactphone_kind"
            ),
                    models.UniqueConstraint(
                condition=models.Q(("primary", True)), fields=("contact",), name="contactphone_one_primary"
            ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ContactPhoneEvent",
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
                ("e164", models.CharField(max_length=16, verbose_name="Phone")),
                (
                    "kind",
                    models.CharField(
                        choices=[("work", "Work"), ("mobile", "Mobile"), ("home", "Home"), ("fax", "Fax")],
                        default="work",
                        max_length=8,
                        verbose_name="Kind",
                    ),
                ),
                ("primary", models.BooleanField(default=False, verbose_name="Primary")),
                (
                    "contact",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="directory.contact",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="directory.contactphone",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Suppression",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("created_at", models.DateTimeField(editable=False, null=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(editable=False, null=True, verbose_name="changed")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("address_hash", models.CharField(editable=False, max_length=64, unique=True)),
                (
                    "scope",
                    models.CharField(
                        choices=[("marketing", "No sales or campaigns"), ("all", "Nothing at all")],
                        default="marketing",
                        max_length=12,
                        verbose_name="Scope",
                    ),
                ),
                ("reason", models.CharField(blank=True, default="", max_length=300, verbose_name="Reason")),
                ("at", models.DateTimeField(verbose_name="When")),
            ],
            options={
                "verbose_name": "suppression",
                "verbose_name_plural": "suppressions",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("scope__in", ["marketing", "all"])), name="suppression_scope"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AccountFacts",
            fields=[
                (
                    "account",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="facts",
                        serialize=False,
                        to="directory.account",
                    ),
                ),
                ("mrr", models.DecimalField(decimal_places=2, max_digits=14, null=True, verbose_name="MRR")),
                ("customer_since", models.DateField(null=True, verbose_name="Customer since")),
                ("renewal_on", models.DateField(null=True, verbose_name="Contract renewal")),
                ("open_cancellation", models.BooleanField(default=False, verbose_name="Cancellation open")),
                ("last_attempt_at", models.DateTimeField(null=True, verbose_name="Last attempt")),
                ("last_conversation_at", models.DateTimeField(null=True, verbose_name="Last conversation")),
                ("last_word_at", models.DateTimeField(null=True, verbose_name="Last word")),
                ("next_promise_on", models.DateField(null=True, verbose_name="Next promise")),
                ("open_items", models.IntegerField(null=True, verbose_name="Open")),
            ],
            options={
                "verbose_name": "facts of an account",
                "verbose_name_plural": "facts of accounts",
                "indexes": [
                    models.Index(
                        models.OrderBy(models.F("mrr"), descending=True, nulls_last=True),
                        models.OrderBy(models.F("account"), descending=True),
                        name="facts_mrr",
                    ),
                    models.Index(
                        models.OrderBy(models.F("last_conversation_at"), descending=True, nulls_last=True),
                        models.OrderBy(models.F("account"), descending=True),
                        name="facts_talk_desc",
                    ),
                    models.Index(fields=["last_conversation_at", "account"], name="facts_talk"),
                    models.Index(fields=["renewal_on", "account"], name="facts_renewal"),
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="account",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "directory_accountevent" ("archived_at", "city", "country", "created_at", "id", "kind", "legal_name", "name", "note", "number", "owner_id", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "postal_code", "region", "sort_key", "street", "tier", "updated_at", "version", "website", "zone") VALUES (NEW."archived_at", NEW."city", NEW."country", NEW."created_at", NEW."id", NEW."kind", NEW."legal_name", NEW."name", NEW."note", NEW."number", NEW."owner_id", NEW."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."phone", NEW."postal_code", NEW."region", NEW."sort_key", NEW."street", NEW."tier", NEW."updated_at", NEW."version", NEW."website", NEW."zone"); RETURN NULL;',
                    hash="1efd6a922f1de90e4084bda3db69792face2c17f",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b15ec",
                    table="directory_account",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="account",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "directory_accountevent" ("archived_at", "city", "country", "created_at", "id", "kind", "legal_name", "name", "note", "number", "owner_id", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "postal_code", "region", "sort_key", "street", "tier", "updated_at", "version", "website", "zone") VALUES (NEW."archived_at", NEW."city", NEW."country", NEW."created_at", NEW."id", NEW."kind", NEW."legal_name", NEW."name", NEW."note", NEW."number", NEW."owner_id", NEW."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."phone", NEW."postal_code", NEW."region", NEW."sort_key", NEW."street", NEW."tier", NEW."updated_at", NEW."version", NEW."website", NEW."zone"); RETURN NULL;',
                    hash="48d147856b23e4de0cda2a66c2ac149fe4e30961",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5eba4",
                    table="directory_account",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="account",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "directory_accountevent" ("archived_at", "city", "country", "created_at", "id", "kind", "legal_name", "name", "note", "number", "owner_id", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "postal_code", "region", "sort_key", "street", "tier", "updated_at", "version", "website", "zone") VALUES (OLD."archived_at", OLD."city", OLD."country", OLD."created_at", OLD."id", OLD."kind", OLD."legal_name", OLD."name", OLD."note", OLD."number", OLD."owner_id", OLD."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."phone", OLD."postal_code", OLD."region", OLD."sort_key", OLD."street", OLD."tier", OLD."updated_at", OLD."version", OLD."website", OLD."zone"); RETURN NULL;',
                    hash="677767f3f66621747e5fd9e2599b535c6b598dd6",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_04fd9",
                    table="directory_account",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contact",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "directory_contactevent" ("account_id", "created_at", "id", "left_on", "name", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role_kind", "sort_key", "title", "updated_at", "version", "zone") VALUES (NEW."account_id", NEW."created_at", NEW."id", NEW."left_on", NEW."name", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."role_kind", NEW."sort_key", NEW."title", NEW."updated_at", NEW."version", NEW."zone"); RETURN NULL;',
                    hash="54c842ae10f9dc071f8b5727998950f5bffdf62a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b1fdf",
                    table="directory_contact",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contact",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "directory_contactevent" ("account_id", "created_at", "id", "left_on", "name", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role_kind", "sort_key", "title", "updated_at", "version", "zone") VALUES (NEW."account_id", NEW."created_at", NEW."id", NEW."left_on", NEW."name", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."role_kind", NEW."sort_key", NEW."title", NEW."updated_at", NEW."version", NEW."zone"); RETURN NULL;',
                    hash="79661139b1522b2fb6f645905e66db4219b62f3c",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_190bf",
                    table="directory_contact",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contact",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "directory_contactevent" ("account_id", "created_at", "id", "left_on", "name", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role_kind", "sort_key", "title", "updated_at", "version", "zone") VALUES (OLD."account_id", OLD."created_at", OLD."id", OLD."left_on", OLD."name", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."role_kind", OLD."sort_key", OLD."title", OLD."updated_at", OLD."version", OLD."zone"); RETURN NULL;',
                    hash="7f3f286ecdce8fcef332a4e2a646a13971765f9e",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_319e0",
                    table="directory_contact",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contactemail",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "directory_contactemailevent" ("address", "bounced_at", "contact_id", "created_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "primary", "updated_at", "version") VALUES (NEW."address", NEW."bounced_at", NEW."contact_id", NEW."created_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."primary", NEW."updated_at", NEW."version"); RETURN NULL;',
                    hash="f697d54bc863f74f9ca64455f902e5c41653a8d8",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_5324d",
                    table="directory_contactemail",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contactemail",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "directory_contactemailevent" ("address", "bounced_at", "contact_id", "created_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "primary", "updated_at", "version") VALUES (NEW."address", NEW."bounced_at", NEW."contact_id", NEW."created_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."primary", NEW."updated_at", NEW."version"); RETURN NULL;',
                    hash="984cfb2df501dbfb836c9b3895fc3182684f3ed8",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_aa3bc",
                    table="directory_contactemail",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contactemail",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "directory_contactemailevent" ("address", "bounced_at", "contact_id", "created_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "primary", "updated_at", "version") VALUES (OLD."address", OLD."bounced_at", OLD."contact_id", OLD."created_at", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."primary", OLD."updated_at", OLD."version"); RETURN NULL;',
                    hash="bce5b360127c543f879b113cc216a1ebedd0e887",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9c1cf",
                    table="directory_contactemail",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contactphone",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "directory_contactphoneevent" ("contact_id", "created_at", "e164", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "primary", "updated_at", "version") VALUES (NEW."contact_id", NEW."created_at", NEW."e164", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."primary", NEW."updated_at", NEW."version"); RETURN NULL;',
                    hash="17c76ded9e4e0d944d1bd59b1991cfa4670f300e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_bc737",
                    table="directory_contactphone",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contactphone",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "directory_contactphoneevent" ("contact_id", "created_at", "e164", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "primary", "updated_at", "version") VALUES (NEW."contact_id", NEW."created_at", NEW."e164", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."primary", NEW."updated_at", NEW."version"); RETURN NULL;',
                    hash="df2f72030a9eea736b8dbb2725bc45ee115ad843",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d5d84",
                    table="directory_contactphone",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contactphone",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "directory_contactphoneevent" ("contact_id", "created_at", "e164", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "primary", "updated_at", "version") VALUES (OLD."contact_id", OLD."created_at", OLD."e164", OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."primary", OLD."updated_at", OLD."version"); RETURN NULL;',
                    hash="912376a92a539684196e23a9e4812f114e0aaa47",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f5b54",
                    table="directory_contactphone",
                    when="AFTER",
                ),
            ),
        ),
    ]

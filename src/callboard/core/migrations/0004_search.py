import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0003_undone_once"),
    ]

    operations = [
        TrigramExtension(),
        migrations.CreateModel(
            name="SearchMark",
            fields=[
                ("name", models.CharField(max_length=60, primary_key=True, serialize=False)),
                ("at", models.BigIntegerField(default=0)),
                ("edition", models.IntegerField(default=1)),
                ("done", models.BooleanField(default=False)),
            ],
        ),
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref_kind", models.CharField(max_length=60)),
                ("ref_id", models.BigIntegerField()),
                ("root_id", models.BigIntegerField(null=True)),
                (
                    "audience",
                    django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None),
                ),
                ("people", django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)),
                ("teams", django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)),
                ("owner_id", models.BigIntegerField(null=True)),
                ("title", models.CharField(max_length=400)),
                ("detail", models.CharField(max_length=400)),
                ("short", models.CharField(db_collation="C", max_length=200)),
                (
                    "keys",
                    django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None),
                ),
                ("words", django.contrib.postgres.search.SearchVectorField()),
                ("body", django.contrib.postgres.search.SearchVectorField(null=True)),
                ("state", models.CharField(max_length=40)),
                ("weight", models.SmallIntegerField()),
                ("named", models.BooleanField()),
                ("at", models.DateTimeField(null=True)),
                ("stale", models.BooleanField(default=False)),
            ],
            options={
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["words"], name="search_words"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["body"], name="search_body"),
                    models.Index(condition=models.Q(("named", True)), fields=["short"], name="search_begins"),
                    models.Index(condition=models.Q(("named", True)), fields=["owner_id", "short"], name="search_mine"),
                    models.Index(condition=models.Q(("stale", True)), fields=["id"], name="search_stale"),
                ],
                "constraints": [models.UniqueConstraint(fields=("ref_kind", "ref_id"), name="search_once")],
            },
        ),
        migrations.CreateModel(
            name="SearchWord",
            fields=[
                ("word", models.CharField(db_collation="C", max_length=40, primary_key=True, serialize=False)),
            ],
            options={
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fastupdate=False, fields=["word"], name="search_word_near", opclasses=["gin_trgm_ops"]
                    )
                ],
            },
        ),
    ]

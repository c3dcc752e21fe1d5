"""The tables of the index.  Nothing here is the truth: all of it is made again from the records."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models


class SearchEntry(models.Model):
    """One record that can be found: a copy of its short words, of what it may be seen by, and the index of its text.

    people, teams: who owns it and whose teams (ids), so that those with a narrower right get candidates of their own.
    title, detail: as shown.  short: the title folded, what it begins with.  words: title, details, keys, and marks
    (``=k:`` kind, ``=o:`` owner, ``=a:`` account, ``=m:`` month, ``=n`` a name), so that one index answers a filter too.
    keys: numbers and addresses, whole.  body: the long text with the same marks.  stale: to be made again.
    """

    id = models.BigAutoField(primary_key=True)
    ref_kind = models.CharField(max_length=60)
    ref_id = models.BigIntegerField()
    root_id = models.BigIntegerField(null=True)
    audience = ArrayField(models.TextField())
    people = ArrayField(models.BigIntegerField())
    teams = ArrayField(models.BigIntegerField())
    owner_id = models.BigIntegerField(null=True)
    title = models.CharField(max_length=400)
    detail = models.CharField(max_length=400)
    short = models.CharField(max_length=200, db_collation="C")
    keys = ArrayField(models.TextField())
    words = SearchVectorField()
    body = SearchVectorField(null=True)
    state = models.CharField(max_length=40)
    weight = models.SmallIntegerField()
    named = models.BooleanField()
    at = models.DateTimeField(null=True)
    stale = models.BooleanField(default=False)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["ref_kind", "ref_id"], name="search_once"),)
        indexes = (
            # Without a list of pending rows: a question never reads one, and it is the worker that waits.
            GinIndex(fields=["words"], name="search_words", fastupdate=False),
            GinIndex(fields=["body"], name="search_body", fastupdate=False),
            models.Index(fields=["short"], name="search_begins", condition=models.Q(named=True)),
            models.Index(fields=["owner_id", "short"], name="search_mine", condition=models.Q(named=True)),
            models.Index(fields=["id"], name="search_stale", condition=models.Q(stale=True)),
        )

    def __str__(self) -> str:
        return self.title


class SearchWord(models.Model):
    """A word of some title.  What was typed is compared with these by trigrams, not with every title.

    spelled: False for what stands in addresses alone: nearly all of them hold "insurance", and weighing those for a slip
    took a quarter of a second at 100,000 accounts.  Such a word is found by its beginning, not by a slip.
    """

    word = models.CharField(max_length=40, primary_key=True, db_collation="C")
    spelled = models.BooleanField(default=True)

    class Meta:
        indexes = (
            GinIndex(
                name="search_word_near",
                fields=["word"],
                opclasses=["gin_trgm_ops"],
                fastupdate=False,
                condition=models.Q(spelled=True),
            ),
        )

    def __str__(self) -> str:
        return self.word


class SearchMark(models.Model):
    """How far the index is: a kind up to which id (``done`` when all of it), and ``feed`` up to which change."""

    name = models.CharField(max_length=60, primary_key=True)
    at = models.BigIntegerField(default=0)
    edition = models.IntegerField(default=1)
    done = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"{self.name} {self.at}"

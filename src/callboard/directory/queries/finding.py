"""Finding by part of a name, typing errors included, and what looks like something we already have."""

from typing import Any, TypeVar

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db import connection, transaction
from django.db.models import Model, Q, QuerySet
from django.db.models.functions import Upper

from callboard.core.names import sort_key
from callboard.core.refs import number_in
from callboard.directory.models import Account, Contact

M = TypeVar("M", bound=Model)

ENOUGH = 4
#: A trigram index finds nothing by fewer.
FEWEST_LETTERS = 3
POOL = 60
ALIKE = 0.55
CANDIDATE = 0.6
# Two letters changed places in a word of eight come to 0.4.
NEAR = 0.4


def find_accounts(text: str, limit: int = 20) -> list[Account]:
    """Accounts by name: those that begin with the words, then those that contain them, then near misses.

    A number finds the account of that number. Each step stops as soon as it has enough, so that a word half of all
    accounts share costs no more than a rare one.
    """
    words = text.strip()[:100]
    number = number_in(words.lstrip("#"))
    if number is not None:
        numbered = list(Account.objects.filter(number=number).select_related("owner"))
        if numbered:
            return numbered
    return _find(Account.objects.select_related("owner"), words, limit)


def near_accounts(rows: QuerySet[Account], text: str, limit: int = 5) -> list[Account]:
    """Those of `rows` whose name nearly has the words, where none has them: what a typing error meant."""
    words = text.strip()[:100]
    if len(sort_key(words)) < FEWEST_LETTERS or _containing(rows, words, 1, []):
        return []
    return _like(rows, words, limit, [])


def find_contacts(text: str, limit: int = 20) -> list[Contact]:
    """People by name, in the same order; the beginning of an address finds its person."""
    words = text.strip()[:100]
    rows = Contact.objects.select_related("account__owner")
    if "@" in words:
        return list(rows.filter(emails__address__startswith=words.lower()).distinct()[:limit])
    return _find(rows, words, limit)


def _find(rows: QuerySet[M], words: str, limit: int) -> list[M]:
    key = sort_key(words)
    if not key:
        return []
    found = list(rows.filter(sort_key__startswith=key).order_by("sort_key", "pk")[:limit])
    if len(found) < limit and len(key) >= FEWEST_LETTERS:
        found += _containing(rows, words, limit, found)
    if len(found) < ENOUGH and len(key) >= FEWEST_LETTERS:
        found += _like(rows, words, limit, found)
    return found[:limit]


def _containing(rows: QuerySet[M], words: str, limit: int, known: list[M]) -> list[M]:
    where = Q()
    for word in words.split():
        where &= Q(name__icontains=word)
    some: list[Any] = list(rows.filter(where).exclude(pk__in=[row.pk for row in known])[:POOL])
    return sorted(some, key=lambda row: (row.sort_key, row.pk))[: limit - len(known)]


def _like(rows: QuerySet[M], words: str, limit: int, known: list[M]) -> list[M]:
    near = rows.alias(capitals=Upper("name"), near=TrigramWordSimilarity(words.upper(), Upper("name")))
    near = near.filter(capitals__trigram_word_similar=words.upper()).exclude(pk__in=[row.pk for row in known])
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL pg_trgm.word_similarity_threshold = {NEAR}")
        return list(near.order_by("-near", "pk")[: limit - len(known)])


def similar_contacts(account: Account, name: str) -> list[Contact]:
    """People of the account with the same name, whatever its case and accents."""
    return list(Contact.objects.filter(account=account, left_on=None, sort_key=sort_key(name))[:5])

"""Who had asked another system for no sales: the wish is kept for every row that says so, whatever becomes of the row."""

from collections.abc import Iterator
from itertools import islice

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from callboard.core.actions import Actor
from callboard.directory import rules
from callboard.directory.models import Import, ImportRow, Scope, Suppression

#: Addresses written at once.
AT_ONCE = 2000


def wishes_in(batch: Import) -> "QuerySet[ImportRow]":
    """The rows whose person asked for no sales mail or calls."""
    return batch.rows.filter(Q(values__has_key="contact.no_mail") | Q(values__has_key="contact.no_calls"))


def keep_wishes(batch: Import, by: Actor) -> None:
    """Keep them by their hashes, as `suppress_address` does.  A wish that is there stands, as asked
    for again; taking the import back leaves all."""
    reason = _("Said so in {file}").format(file=batch.filename)[:300]
    for some in _chunks(_addresses(batch)):
        stamp = {"created_at": by.now, "updated_at": by.now, "at": by.now}
        made = [
            Suppression(address_hash=each, scope=Scope.MARKETING, reason=reason, **stamp)
            for each in dict.fromkeys(map(rules.address_hash, some))
        ]
        Suppression.objects.bulk_create(
            made, update_conflicts=True, unique_fields=["address_hash"], update_fields=["updated_at"]
        )


def _chunks(found: Iterator[str]) -> Iterator[list[str]]:
    while some := list(dict.fromkeys(islice(found, AT_ONCE))):
        yield some


def _addresses(batch: Import) -> Iterator[str]:
    for values in wishes_in(batch).values_list("values", flat=True).iterator(chunk_size=AT_ONCE):
        if values.get("contact.no_mail"):
            yield from values.get("contact.email", ())
        if values.get("contact.no_calls"):
            yield from (number for number, _kind in values.get("contact.phones", ()))

"""A group as the timeline reads it: an account and everything under it."""

from datetime import date

from django.db.models import Q

from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.directory.models import Account
from callboard.directory.queries.groups import under

#: More than this stands under no account whose page anybody reads.
MOST = 2000


def family_of(pk: int, actor: Actor, day: date) -> list[int]:
    """The account and what stands under it on a day, as far as the actor may see them.  One query."""
    rows = visible(Account.objects.filter(Q(pk=pk) | Q(pk__in=under(pk, day).values("pk"))), actor)
    return list(rows.values_list("pk", flat=True)[:MOST])

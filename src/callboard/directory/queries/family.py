"""A group: an account and everything below it."""

from django.db import connection

from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.directory.models import Account

#: More than this stands under no account whose page anybody reads.
MOST = 2000
_BELOW = """
    WITH RECURSIVE below AS (
        SELECT id FROM directory_account WHERE id = %s
        UNION SELECT child.id FROM directory_account child JOIN below ON child.parent_id = below.id
    )
    SELECT id FROM below LIMIT %s
"""


def family_of(pk: int, actor: Actor) -> list[int]:
    """The account, its accounts, theirs, as far as the actor may see them.  Two queries."""
    with connection.cursor() as cursor:
        cursor.execute(_BELOW, [pk, MOST])
        ids = [row[0] for row in cursor.fetchall()]
    return list(visible(Account.objects.filter(pk__in=ids), actor).values_list("pk", flat=True))

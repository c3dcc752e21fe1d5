"""Lists of interactions."""

from django.db.models import QuerySet

from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.directory.models import Account, Contact
from callboard.journal.models import Interaction


def interactions_listed(actor: Actor) -> QuerySet[Interaction]:
    """What the actor may see and nobody removed, with person, contact and accounts loaded: two queries."""
    rows = Interaction.objects.filter(removed_at=None).select_related("person", "contact__account")
    return visible(rows, actor).prefetch_related("accounts")


def interactions_with(contact: Contact, actor: Actor, limit: int = 20) -> list[Interaction]:
    """The latest with a person, wherever they worked then."""
    rows = interactions_listed(actor).filter(contact=contact)
    return list(rows.order_by("-at", "-id")[:limit])


def last_notes(account: Account, actor: Actor, limit: int = 3) -> list[Interaction]:
    """The latest on an account."""
    rows = interactions_listed(actor).filter(account_links__account=account)
    return list(rows.order_by("-at", "-id")[:limit])

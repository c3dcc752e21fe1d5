"""Lists of interactions."""

from django.db.models import Prefetch, QuerySet

from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.directory.models import Contact
from callboard.journal.models import Interaction


def interactions_listed(actor: Actor) -> QuerySet[Interaction]:
    """What the actor may see and nobody removed, with person, contact and `named_accounts` loaded: two queries."""
    # As lists: a queryset for each of fifty rows costs more than the rows.
    return _seen(actor).prefetch_related(Prefetch("accounts", to_attr="named_accounts"))


def interactions_with(contact: Contact, actor: Actor, limit: int = 20) -> list[Interaction]:
    """The latest with a person, wherever they worked then."""
    return list(_seen(actor).filter(contact=contact).order_by("-at", "-id")[:limit])


def _seen(actor: Actor) -> QuerySet[Interaction]:
    return visible(Interaction.objects.filter(removed_at=None).select_related("person", "contact__account"), actor)

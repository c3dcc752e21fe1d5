"""Lists of interactions."""

from django.db.models import Prefetch, Q, QuerySet

from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.directory.models import Contact
from callboard.journal.models import Interaction
from callboard.journal.queries.quality import with_score


def interactions_listed(actor: Actor) -> QuerySet[Interaction]:
    """What the actor may see and nobody removed, with person, contact, `named_accounts` and `shown_score` loaded: two
    queries."""
    # As lists: a queryset for each of fifty rows costs more than the rows.
    return with_score(_seen(actor), actor).prefetch_related(Prefetch("accounts", to_attr="named_accounts"))


def interactions_with(contact: Contact, actor: Actor, limit: int = 20) -> list[Interaction]:
    """The latest with a person, wherever they worked then, also where they came along."""
    mine = Interaction.objects.filter(Q(contact=contact) | Q(others=contact)).values("pk")
    return list(_seen(actor).filter(pk__in=mine).order_by("-at", "-id")[:limit])


def interactions_about(kind: str, pk: int, actor: Actor) -> QuerySet[Interaction]:
    """What happened about a record of a higher app (a lead) before it had an account, the newest first."""
    return _seen(actor).filter(about_kind=kind, about_id=pk).order_by("-at", "-id")


def _seen(actor: Actor) -> QuerySet[Interaction]:
    return visible(Interaction.objects.filter(removed_at=None).select_related("person", "contact__account"), actor)

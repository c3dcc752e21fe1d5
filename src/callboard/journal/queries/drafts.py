"""Drafted interactions: whose are open, what stands on an account or with a person."""

from django.db.models import Prefetch, QuerySet

from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.directory.models import Account, Contact
from callboard.journal.models import Drafted, DraftedInteraction

#: As many on an account's page; the list has all.
SHOWN = 5


def drafts_listed(actor: Actor) -> QuerySet[DraftedInteraction]:
    """What the actor may see, with whom each was with as `people`: two queries."""
    rows = visible(DraftedInteraction.objects.select_related("account", "person"), actor)
    return rows.prefetch_related(Prefetch("contacts", Contact.objects.order_by("pk"), to_attr="people"))


def drafts_open(actor: Actor) -> QuerySet[DraftedInteraction]:
    """Those that wait for a note, the newest first."""
    rows = DraftedInteraction.objects.filter(state=Drafted.OPEN).select_related("person", "message")
    return visible(rows, actor).order_by("-at", "-id")


def drafts_at(account: Account, actor: Actor) -> QuerySet[DraftedInteraction]:
    return drafts_open(actor).filter(account=account)[: SHOWN + 1]


def drafts_with(contact: Contact, actor: Actor) -> QuerySet[DraftedInteraction]:
    through = DraftedInteraction.contacts.through.objects.filter(contact=contact.pk)
    return drafts_open(actor).filter(pk__in=through.values("draftedinteraction"))[: SHOWN + 1]


def draft_of(message_id: int, actor: Actor) -> DraftedInteraction | None:
    """The actor's own open draft of a mail."""
    return drafts_open(actor).filter(message=message_id, person=actor.person_id).first()

"""Forgetting a draft, for the pages that know when a form is done (the view that keeps them is in hands.drafts)."""

from callboard.core.actions import Actor
from callboard.kit.hands.models import Draft

LONGEST_KEY = 300


def forget(actor: Actor, key: str) -> None:
    """The form is done or its text thrown away."""
    if actor.person_id is not None:
        Draft.objects.filter(person=actor.person_id, key=key[:LONGEST_KEY]).delete()

"""The note that stands above the others."""

from datetime import datetime

from django.utils.translation import gettext_lazy

from callboard.core.actions import Actor, Refusal, action
from callboard.core.models import TimelineEntry
from callboard.core.refs import kind_of
from callboard.journal.models import Interaction


@action(
    gettext_lazy("Pinned note"),
    said=gettext_lazy("Pinned the note of {interaction.at}"),
    who="journal.write",
    undo="journal.unpin_note",
    icon="bookmark",
)
def pin_note(interaction: Interaction, *, by: Actor) -> Interaction:
    """It stands above the timelines of its accounts until it is unpinned."""
    return _pinned(interaction, by.now, by)


@pin_note.can
def _may_pin(interaction: Interaction, now: datetime) -> Refusal | None:
    if interaction.removed_at:
        return Refusal("removed", gettext_lazy("It was removed."))
    return Refusal("pinned", gettext_lazy("It is pinned already.")) if interaction.pinned_at else None


@action(
    gettext_lazy("Unpinned note"),
    said=gettext_lazy("Unpinned the note of {interaction.at}"),
    who="journal.write",
    undo="journal.pin_note",
    icon="bookmark-off",
)
def unpin_note(interaction: Interaction, *, by: Actor) -> Interaction:
    """Back to its place among the others."""
    return _pinned(interaction, None, by)


@unpin_note.can
def _may_unpin(interaction: Interaction, now: datetime) -> Refusal | None:
    return None if interaction.pinned_at else Refusal("not_pinned", gettext_lazy("It is not pinned."))


def _pinned(interaction: Interaction, at: datetime | None, by: Actor) -> Interaction:
    interaction.pinned_at, interaction.updated_at = at, by.now
    interaction.save(update_fields=["pinned_at"])
    lines = TimelineEntry.objects.filter(ref_kind=kind_of(interaction), ref_id=interaction.pk)
    lines.update(pinned=at is not None)
    return interaction

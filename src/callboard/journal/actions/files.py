"""Files of a note: a photo of the whiteboard, the proposal that was talked about."""

from datetime import datetime

from django.utils.translation import gettext_lazy

from callboard.core.actions import Actor, File, Refusal, action
from callboard.core.uploads import MEGABYTE, keep
from callboard.journal.models import Interaction, InteractionFile

#: 25 MB, what a mail carries too.
LARGEST = 25 * MEGABYTE


def keep_file(made: Interaction, file: File, by: Actor) -> InteractionFile:
    """Store what was uploaded; part of an action.  Invalid for what is empty or too large."""
    kept = keep(file, most=LARGEST)
    return InteractionFile.objects.create(
        interaction=made, name=kept.name, size=kept.size, sha=kept.sha256, created_at=by.now, updated_at=by.now
    )


@action(
    gettext_lazy("Attached file"),
    said=gettext_lazy("Attached {result.name}"),
    who="journal.write",
    undo="journal.remove_file",
    icon="paperclip",
)
def attach_file(interaction: Interaction, *, by: Actor, file: File) -> InteractionFile:
    """Put a file beside a note."""
    return keep_file(interaction, file, by)


@attach_file.can
def _may_attach(interaction: Interaction, now: datetime) -> Refusal | None:
    return Refusal("removed", gettext_lazy("It was removed.")) if interaction.removed_at else None


@action(
    gettext_lazy("Removed file"),
    said=gettext_lazy("Removed {interaction_file.name}"),
    who="journal.write",
    undo="journal.restore_file",
    icon="trash",
)
def remove_file(interaction_file: InteractionFile, *, by: Actor) -> InteractionFile:
    """Take a file off its note; it can be put back."""
    interaction_file.removed_at = interaction_file.updated_at = by.now
    interaction_file.save(update_fields=["removed_at"])
    return interaction_file


@remove_file.can
def _may_remove(interaction_file: InteractionFile, now: datetime) -> Refusal | None:
    return Refusal("removed", gettext_lazy("It was removed already.")) if interaction_file.removed_at else None


@action(
    gettext_lazy("Restored file"),
    said=gettext_lazy("Put {interaction_file.name} back"),
    who="journal.write",
    undo="journal.remove_file",
    icon="arrow-back-up",
)
def restore_file(interaction_file: InteractionFile, *, by: Actor) -> InteractionFile:
    """Put a removed file back beside its note."""
    interaction_file.removed_at, interaction_file.updated_at = None, by.now
    interaction_file.save(update_fields=["removed_at"])
    return interaction_file


@restore_file.can
def _may_restore(interaction_file: InteractionFile, now: datetime) -> Refusal | None:
    return None if interaction_file.removed_at else Refusal("there", gettext_lazy("It was never removed."))

"""What can be done with what happened."""

from callboard.journal.actions.logging import log_interaction, write_note
from callboard.journal.actions.mending import change_interaction, remove_interaction, restore_interaction

__all__ = ["change_interaction", "log_interaction", "remove_interaction", "restore_interaction", "write_note"]

"""What can be done with what happened."""

from callboard.journal.actions.drafts import (
    attach_draft,
    dismiss_draft,
    give_draft,
    keep_draft,
    meet_draft,
    reopen_draft,
)
from callboard.journal.actions.dropping import drop_mail
from callboard.journal.actions.files import attach_file, remove_file, restore_file
from callboard.journal.actions.giving import give_note_template
from callboard.journal.actions.logging import log_interaction, stand_on, write_note, write_up
from callboard.journal.actions.mending import change_interaction, remove_interaction, restore_interaction
from callboard.journal.actions.pinning import pin_note, unpin_note
from callboard.journal.actions.scoring import score_notes, see_score
from callboard.journal.actions.seen import finish_written, open_unwritten, reopen_unwritten
from callboard.journal.actions.templates import (
    change_note_template,
    create_note_template,
    remove_note_template,
    restore_note_template,
    share_note_template,
    unshare_note_template,
)

__all__ = [
    "attach_draft",
    "attach_file",
    "change_interaction",
    "change_note_template",
    "create_note_template",
    "dismiss_draft",
    "drop_mail",
    "finish_written",
    "give_draft",
    "give_note_template",
    "keep_draft",
    "log_interaction",
    "meet_draft",
    "open_unwritten",
    "pin_note",
    "remove_file",
    "remove_interaction",
    "remove_note_template",
    "reopen_draft",
    "reopen_unwritten",
    "restore_file",
    "restore_interaction",
    "restore_note_template",
    "score_notes",
    "see_score",
    "share_note_template",
    "stand_on",
    "unpin_note",
    "unshare_note_template",
    "write_note",
    "write_up",
]

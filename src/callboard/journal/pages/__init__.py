"""The pages of what happened."""

from callboard.journal.pages.checking import note_check, note_seen, note_words
from callboard.journal.pages.files import NoteFile
from callboard.journal.pages.interactions import InteractionRecord, Interactions, LogInteraction, WriteNote
from callboard.journal.pages.templates import NoteTemplateRecord, NoteTemplates

__all__ = [
    "InteractionRecord",
    "Interactions",
    "LogInteraction",
    "NoteFile",
    "NoteTemplateRecord",
    "NoteTemplates",
    "WriteNote",
    "note_check",
    "note_seen",
    "note_words",
]

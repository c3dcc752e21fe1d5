"""The pages of what happened."""

from callboard.journal.pages.checking import note_check, note_seen, note_words
from callboard.journal.pages.drafts import AttachDraft, DraftRecord, Drafts, GiveDraft, KeepDraft, MeetDraft
from callboard.journal.pages.dropping import DropMail
from callboard.journal.pages.files import NoteFile
from callboard.journal.pages.interactions import InteractionRecord, Interactions, LogInteraction, WriteNote
from callboard.journal.pages.templates import NoteTemplateRecord, NoteTemplates

__all__ = [
    "AttachDraft",
    "DraftRecord",
    "Drafts",
    "DropMail",
    "GiveDraft",
    "InteractionRecord",
    "Interactions",
    "KeepDraft",
    "LogInteraction",
    "MeetDraft",
    "NoteFile",
    "NoteTemplateRecord",
    "NoteTemplates",
    "WriteNote",
    "note_check",
    "note_seen",
    "note_words",
]

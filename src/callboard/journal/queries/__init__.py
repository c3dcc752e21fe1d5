"""What can be asked about what happened with people."""

from callboard.journal.queries.clocks import conversations_of, replies_among, words_of
from callboard.journal.queries.drafts import SHOWN, draft_of, drafts_at, drafts_listed, drafts_open, drafts_with
from callboard.journal.queries.earlier import earlier_texts
from callboard.journal.queries.known import DIRECTORY, ClaimSource, known_of
from callboard.journal.queries.lists import interactions_about, interactions_listed, interactions_with
from callboard.journal.queries.missing import Unwritten, conversations_without_note, unwritten
from callboard.journal.queries.quality import (
    is_mine_or_seen,
    late_days,
    note_of,
    score_of,
    scores_shown,
    shown_score,
    unscored,
    with_score,
)
from callboard.journal.queries.seen import (
    UNWRITTEN,
    about,
    asked_from,
    by_about,
    mails_seen,
    not_written_up,
    still_unwritten,
    tasks_about,
    unwritten_ones,
    written_up,
)
from callboard.journal.queries.templates import templates_for

__all__ = [
    "DIRECTORY",
    "SHOWN",
    "UNWRITTEN",
    "ClaimSource",
    "Unwritten",
    "about",
    "asked_from",
    "by_about",
    "conversations_of",
    "conversations_without_note",
    "draft_of",
    "drafts_at",
    "drafts_listed",
    "drafts_open",
    "drafts_with",
    "earlier_texts",
    "interactions_about",
    "interactions_listed",
    "interactions_with",
    "is_mine_or_seen",
    "known_of",
    "late_days",
    "mails_seen",
    "not_written_up",
    "note_of",
    "replies_among",
    "score_of",
    "scores_shown",
    "shown_score",
    "still_unwritten",
    "tasks_about",
    "templates_for",
    "unscored",
    "unwritten",
    "unwritten_ones",
    "with_score",
    "words_of",
    "written_up",
]

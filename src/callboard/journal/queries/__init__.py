"""What can be asked about what happened with people."""

from callboard.journal.queries.clocks import conversations_of, replies_among, words_of
from callboard.journal.queries.lists import interactions_listed, interactions_with
from callboard.journal.queries.missing import Unwritten, conversations_without_note, unwritten

__all__ = [
    "Unwritten",
    "conversations_of",
    "conversations_without_note",
    "interactions_listed",
    "interactions_with",
    "replies_among",
    "unwritten",
    "words_of",
]

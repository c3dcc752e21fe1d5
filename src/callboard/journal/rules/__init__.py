"""What an interaction counts as, how it is said, and how well it is written up (the package `quality`)."""

from callboard.journal.rules.counting import (
    DAY_HOUR,
    FACE_TO_FACE,
    LEAST_S,
    MEDIUM_OF,
    REACHED,
    conversed,
    due_at,
    medium_of,
    text_of,
    title_of,
)

__all__ = [
    "DAY_HOUR",
    "FACE_TO_FACE",
    "LEAST_S",
    "MEDIUM_OF",
    "REACHED",
    "conversed",
    "due_at",
    "medium_of",
    "text_of",
    "title_of",
]

"""Headers of bounded length: cut as they are parsed, in every part, before any pattern looks at them."""

from __future__ import annotations

from email.message import Message
from email.policy import Compat32

#: Characters of a header that are read.  What a part says of itself is short, and the standard library looks at it again from
#: every semicolon; who got a mail and what it answers may be long.
LONGEST, LONGEST_OF_PART, LONGEST_LIST = 20_000, 4_000, 200_000
LISTS = frozenset({"to", "cc", "bcc", "references", "in-reply-to"})


class _Bounded(Compat32):
    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[: longest(name)]


BOUNDED = _Bounded()


def longest(name: str) -> int:
    lower = name.strip().lower()
    if lower in LISTS:
        return LONGEST_LIST
    return LONGEST_OF_PART if lower.startswith("content-") else LONGEST


def is_cut(message: Message) -> bool:
    """Whether a header of the mail or of one of its parts was longer than what is read of it."""
    return any(len(str(value)) >= longest(name) for part in message.walk() for name, value in part.raw_items())

"""Lists of words, written as people read them."""


def these(text: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(in_order(text))


def in_order(text: str) -> tuple[str, ...]:
    """The words of a text."""
    return tuple(text.split())

"""Text people wrote, with its lines and the colleagues it mentions as links."""

from collections.abc import Callable, Iterable
from typing import Any

from django import template
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

#: (start, end, address, name) of what is a link, in order.
Links = Callable[[str], Iterable[tuple[int, int, str, str]]]
#: Fields whose text our own people read, so that a colleague may be mentioned: (action's name, parameter).
INTERNAL: set[tuple[str, str]] = set()


class Linker:
    """Who finds the links of a text; team sets it.  Without one a text is only escaped."""

    of: Links | None = None

    def set(self, of: Links) -> None:
        self.of = of


linker = Linker()


def internal(action: str, *fields: str) -> None:
    """Say that colleagues may be mentioned in these fields of an action."""
    INTERNAL.update((action, field) for field in fields)


@register.filter
def prose(text: Any) -> SafeString:
    """The text escaped, line by line, mentions as links."""
    words = str(text or "")
    pieces: list[str] = []
    at = 0
    for start, end, url, name in linker.of(words) if linker.of is not None and "@" in words else ():
        pieces.append(escape(words[at:start]))
        pieces.append(format_html('<a class="at" href="{}" title="{}">{}</a>', url, name, words[start:end]))
        at = end
    pieces.append(escape(words[at:]))
    return mark_safe("".join(pieces).replace("\r\n", "\n").replace("\n", "<br>"))  # noqa: S308 - every piece is escaped

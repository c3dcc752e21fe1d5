"""A pseudo-locale: every translated text comes in brackets, so what stands without them was never given to a translator."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from typing import Any

from django.apps import apps
from django.db.models import CharField, TextField
from django.utils import translation

from callboard.core import clock
from callboard.core.registry import register
from callboard.directory.models import CallingWindow
from callboard.kit.kept import forget_kept
from callboard.team.reading.public_holidays import public_holidays

OPEN, SHUT = "⟦", "⟧"
#: Attributes a person reads or hears.
SPOKEN = ("aria-label", "title", "placeholder", "alt", "data-refusal")
#: A command is typed as it stands, in every language.
SILENT = ("script", "style", "kbd", "code", "template", "textarea")
#: Tags inside a word.
INSIDE = ("wbr", "b", "i", "em", "strong")
#: Names, not words: the product, time zones, mail addresses, web addresses, codes such as orders.accept.
NAMES = re.compile(
    r"Callboard|\b[a-z_]+\.[a-z_]+\b|\b[A-Z][A-Za-z]+/[A-Za-z_/]+\b|\S+@\S+|\b(?:https?:)?//\S+|\bUS(?:-[A-Z]{2})?\b|\b[\w-]+\.(?:example|com)\b|\b[AaPp]\.?[Mm]\.?\b"
)
LETTERS = re.compile(r"[A-Za-z]{2,}")


@contextmanager
def pseudo() -> Iterator[None]:
    """Every gettext answers in brackets."""
    _install: Any = translation._trans  # type: ignore[attr-defined]
    kept = {name: getattr(_install, name) for name in ("gettext", "ngettext", "pgettext", "npgettext")}
    _install.gettext = lambda message: f"{OPEN}{message}{SHUT}" if message else ""
    _install.ngettext = lambda one, many, number: f"{OPEN}{one if number == 1 else many}{SHUT}"
    _install.pgettext = lambda context, message: f"{OPEN}{message}{SHUT}"
    _install.npgettext = lambda context, one, many, number: f"{OPEN}{one if number == 1 else many}{SHUT}"
    forget_kept()
    try:
        yield
    finally:
        forget_kept()
        for name, function in kept.items():
            setattr(_install, name, function)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.silent = 0
        self.named: list[str] = []
        self.text = ""
        self.spoken: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if ("translate", "no") in attrs:  # the page itself says that these are names, to any translator
            self.named.append(tag)
            self.silent += 1
        elif tag in SILENT:
            self.silent += 1
        elif tag not in INSIDE:
            self.text += "\n"
        self.spoken += [value for name, value in attrs if name in SPOKEN and value]

    def handle_endtag(self, tag: str) -> None:
        if self.named[-1:] == [tag]:
            self.named.pop()
            self.silent -= 1
        elif tag in SILENT:
            self.silent -= 1
        elif tag not in INSIDE:
            self.text += "\n"

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.text += data


def bare(html: str) -> list[str]:
    """The pieces of text with Latin letters that no translator saw and no table holds."""
    reader = _Reader()
    reader.feed(html)
    found = [left for left in (_left(text) for text in [*_pieces(reader.text), *reader.spoken]) if LETTERS.search(left)]
    return [text for text in found if text not in stored()] if found else []


def stored() -> set[str]:
    """Texts the company keeps: products, reasons and questions it may word as it likes."""
    kept = {str(entry.default) for entry in register.setting}
    kept |= {name for _day, name in public_holidays("US", clock.now().year)}  # words of a library, in its languages
    for model in apps.get_models():
        names = [field.name for field in model._meta.concrete_fields if isinstance(field, CharField | TextField)]
        if names and model.__module__.startswith("callboard."):
            kept.update(str(value) for row in model._default_manager.values_list(*names)[:500] for value in row)
    kept |= {row.place for row in CallingWindow.objects.all()}  # US-AL
    return kept | {_left(text) for text in kept}


def _pieces(text: str) -> list[str]:
    """The text cut at tags, but never inside brackets: a translated sentence may hold a tag."""
    found, depth, now = [], 0, ""
    for character in text:
        depth += (character == OPEN) - (character == SHUT)
        if character == "\n" and depth <= 0:
            found.append(now)
            now = ""
        else:
            now += character
    return [piece.strip() for piece in (*found, now) if piece.strip()]


def _left(text: str) -> str:
    """What stands outside all brackets, without names."""
    depth, outside = 0, ""
    for character in text:
        depth += (character == OPEN) - (character == SHUT)
        if depth <= 0 and character != SHUT:
            outside += character
    return NAMES.sub("", outside).strip()

"""The entries of a timeline."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django import template
from django.template.context import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from callboard.kit.pieces.atoms import NOTHING, chip, icon, now_of, time_of
from callboard.kit.pieces.controls import part
from callboard.kit.pieces.prose import prose

register = template.Library()


@register.simple_tag(takes_context=True)
def timeline_entries(context: Context, entries: Iterable[Any]) -> SafeString:
    """The entries of a timeline, the newest first, each an ``li``.

    entry: at (instant), icon, title, text, and perhaps person, url, pinned, tone, chip (text, tone), body (safe html
    instead of text).  A page has thirty of them: one tag for all costs a fifth of a template for each.
    """
    now = now_of(context)
    return mark_safe("".join(_entry(entry, now) for entry in entries))  # noqa: S308  each is escaped in itself


def _entry(entry: Any, now: datetime) -> SafeString:
    tone, pinned = part(entry, "tone"), bool(part(entry, "pinned"))
    return format_html(
        '<li{}><span class="tk{}">{}</span><div><div class="h"><b>{}</b>{}{}{}{}</div>{}</div></li>',
        PINNED if pinned else NOTHING,
        f" tk-{tone}" if tone else "",
        icon(part(entry, "icon") or "point"),
        _title(entry),
        format_html('<span class="sec">{}</span>', who) if (who := part(entry, "person")) else NOTHING,
        chip(mark[0], tone=mark[1]) if (mark := part(entry, "chip", None)) else NOTHING,
        icon("bookmark", size="s", label=_("Pinned")) if pinned else NOTHING,
        time_of(part(entry, "at"), now),
        _words(entry),
    )


PINNED = SafeString(' class="pinned"')


def _title(entry: Any) -> SafeString | str:
    url, title = part(entry, "url"), part(entry, "title")
    return format_html('<a href="{}">{}</a>', url, title) if url else title


def _words(entry: Any) -> SafeString:
    if body := part(entry, "body"):
        return format_html('<div class="p prose">{}</div>', body)
    text = part(entry, "text")
    return format_html('<div class="p">{}</div>', prose(text)) if text else NOTHING

"""The entries of a timeline."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django import template
from django.template.context import Context
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from markupsafe import escape

from callboard.kit.pieces.atoms import chip, icon, now_of, time_of
from callboard.kit.pieces.controls import part
from callboard.kit.pieces.prose import prose

register = template.Library()


@register.simple_tag(takes_context=True)
def timeline_entries(context: Context, entries: Iterable[Any]) -> SafeString:
    """The entries of a timeline, the newest first, each an ``li``.

    entry: at (instant), icon, title, text, and perhaps person, url, pinned, new, tone, chip (text, tone), body (safe html
    instead of text).  A page has thirty of them: one tag for all costs a fifth of a template for each.
    """
    now = now_of(context)
    return mark_safe("".join(_entry(entry, now) for entry in entries))  # noqa: S308  each is escaped in itself


def _entry(entry: Any, now: datetime) -> str:
    """Put together from pieces that are safe: what somebody typed goes through `escape`."""
    tone, pinned, who, mark = (part(entry, name) for name in ("tone", "pinned", "person", "chip"))
    pieces = (
        f'<li{_class(entry, pinned)}><span class="tk',
        f" tk-{escape(tone)}" if tone else "",
        f'">{icon(part(entry, "icon") or "point")}</span><div><div class="h"><b>{_title(entry)}</b>',
        f'<span class="sec">{escape(who)}</span>' if who else "",
        chip(mark[0], tone=mark[1]) if mark else "",
        icon("bookmark", size="s", label=_("Pinned")) if pinned else "",
        time_of(part(entry, "at"), now),
        f"</div>{_words(entry)}</div></li>",
    )
    return "".join(pieces)


def _class(entry: Any, pinned: Any) -> str:
    names = [name for name, is_so in (("pinned", pinned), ("is-new", part(entry, "new"))) if is_so]
    return f' class="{" ".join(names)}"' if names else ""


def _title(entry: Any) -> str:
    url, title = part(entry, "url"), escape(part(entry, "title"))
    return f'<a href="{escape(url)}">{title}</a>' if url else title


def _words(entry: Any) -> str:
    if body := part(entry, "body"):
        return f'<div class="p prose">{escape(body)}</div>'
    text = part(entry, "text")
    return f'<div class="p">{prose(text)}</div>' if text else ""

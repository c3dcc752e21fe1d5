"""Parts with something in them: figures, reasons, notices, panels, empty places, tabs, pages, toasts."""

import zlib
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, Final

from django import template
from django.template.context import Context
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from markupsafe import escape

from callboard.core import money as amounts
from callboard.kit.pieces.atoms import NOTHING, NUMBER_TONES, TONES, icon_or_nothing, kbd, known
from callboard.kit.pieces.controls import part

register = template.Library()

NOTICE_ICONS: Final = {
    "over": "alert-circle",
    "due": "alert-triangle",
    "won": "check",
    "acc": "sparkles",
    "": "info-circle",
}
ALERT: Final = SafeString(' role="alert"')


@register.inclusion_tag("kit/ui/figure.html")
def figure(
    label: str,
    value: Any,
    *,
    note: str = "",
    url: str = "",
    tone: str = "",
    size: str = "",
    pending: bool = False,
    why: str = "",
) -> dict[str, Any]:
    """A number with its meaning; ``url`` opens the rows it is made of, ``why`` (kit.why.why_url) says how it comes about.

    size: "" (26), s (20), xl (52).  Use inside ``<div class="figs">``.
    """
    known(size, ("", "s", "xl"), "Size")
    colour = NUMBER_TONES.get(known(tone, TONES, "Tone"), "")
    shown = amounts.shown(value) if isinstance(value, Decimal) else value
    return {
        "label": label, "value": shown, "note": note, "url": url, "tone": colour, "size": size, "pending": pending, "why": why,
    }  # fmt: skip


@register.simple_tag
def why(
    text: str = "", *, rows: Iterable[tuple[str, Any]] = (), label: str = "", url: str = "", key: bool = False
) -> SafeString:
    """The reason of a number, a state or a place in a list: a sentence and (label, value) rows, or the ``url`` that gives them.

    label: the words that are pressed (default: why).  key: ``w`` presses it; one a pane.
    """
    pressed, hint = escape(label or _("why")), f" {kbd('w')}" if key else ""
    by_key = ' data-key="w"' if key else ""
    if url:
        return SafeString(f'<a class="why" href="{escape(url)}" data-why{by_key}>{pressed}</a>{hint}')
    lines = list(rows)
    # The same words, the same id: a part that is fetched again does not change.
    ident = f"why-{zlib.crc32(repr((str(text), lines, url)).encode()):x}"
    drawn = "".join(
        f'<span class="why-row"><span>{escape(name)}</span><b>{escape(value)}</b></span>' for name, value in lines
    )
    more = f'<span class="plain">{drawn}</span>' if lines else ""
    return SafeString(
        f'<button type="button" class="why" popovertarget="{ident}"{by_key}>{pressed}</button>'
        f'<span class="why-pop" id="{ident}" popover>{escape(text)}{more}</span>{hint}'
    )


@register.simple_block_tag
def notice(content: str, *, title: str = "", tone: str = "", icon: str = "") -> SafeString:
    """Advice or an error: what happened, what is safe, what to do.  tone: over, due, won, acc, ""."""
    shape = f"note-in note-{known(tone, NOTICE_ICONS, 'Tone')}".removesuffix(" note-")
    role = ALERT if tone == "over" else NOTHING
    head = format_html("<b>{}</b> ", title) if title else NOTHING
    body = format_html('<div class="grow">{}{}</div>', head, content)
    return format_html('<div class="{}"{}>{}{}</div>', shape, role, icon_or_nothing(icon or NOTICE_ICONS[tone]), body)


@register.simple_block_tag
def panel(content: str, title: str, *, note: Any = "", url: str = "", bare: bool = False, key: str = "") -> SafeString:
    """A framed part of a page.  note: what stands at the right of its title.  bare: the content brings its own padding (rows, a table).

    key: an id, so that it can be linked and fetched again.
    """
    name = format_html('<a href="{}">{}</a>', url, title) if url else title
    aside = format_html('<span class="ml mut">{}</span>', note) if note != "" else NOTHING
    ident = format_html(' id="{}"', key) if key else NOTHING
    body = content if bare else format_html('<div class="in">{}</div>', content)
    return format_html('<section class="panel"{}><header><h2>{}</h2>{}</header>{}</section>', ident, name, aside, body)


@register.simple_block_tag
def empty(content: str, title: str, *, icon: str = "layout-list", text: str = "", time: str = "") -> SafeString:
    """What stands where nothing is yet: what it is, how long it takes, and between the tags the buttons of the first step."""
    parts = [
        icon_or_nothing(icon),
        format_html("<h2>{}</h2>", title),
        format_html("<p>{}</p>", text) if text else NOTHING,
    ]
    if content.strip():
        parts.append(format_html('<div class="fx fx-w em-a">{}</div>', content))
    if time:
        parts.append(format_html('<p class="t12 mut mt4 mb0">{}</p>', time))
    return format_html('<div class="empty">{}</div>', format_html_join("", "{}", ((piece,) for piece in parts)))


@register.inclusion_tag("kit/ui/tabs.html")
def tabs(items: Iterable[Any], *, label: str, css: str = "") -> dict[str, Any]:
    """Tabs that are links: each item has label, url, on, and perhaps n (a count or a word).  label names the row of tabs."""
    return {"items": list(items), "label": label, "css": css}


@register.inclusion_tag("kit/ui/pager.html")
def pager(pages: Any) -> dict[str, Any]:
    """Keyset paging: prev_url and next_url ("" at the ends) and text ("1-50 of 10,000+")."""
    return {"prev_url": part(pages, "prev_url"), "next_url": part(pages, "next_url"), "text": part(pages, "text")}


@register.inclusion_tag("kit/ui/toast.html", takes_context=True)
def toast(
    context: Context, text: str, *, undo_url: str = "", url: str = "", url_label: str = "", tone: str = ""
) -> dict[str, Any]:
    """What was done, in the past tense.  undo_url: pressing Undo posts to it, for 10 s (the clock stops while the tab is hidden)."""
    return {
        "text": text, "undo_url": undo_url, "url": url, "url_label": url_label, "tone": known(tone, ("", "over"), "Tone"),
        "csrf_token": context.get("csrf_token"),
    }  # fmt: skip

"""The links of the frame.  Every page has some fifty of them and they hardly ever change, so each is written once and kept.

What is kept depends on nothing but its arguments: an entry somebody may not open is not asked for in the first place.
"""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from callboard.kit.kept import kept as drawn_once
from callboard.kit.pieces.atoms import NOTHING, icon_or_nothing, kbd
from callboard.kit.pieces.controls import part

register = template.Library()

HERE = SafeString(' class="on" aria-current="page"')
HIDDEN = SafeString(" hidden")
DIALOG = SafeString(' data-dialog aria-haspopup="dialog"')


@register.simple_tag
def rail_links(items: Iterable[Any]) -> SafeString:
    """The links of a group of the rail: label, url, icon, key, badge (a count), badge_tone, on; name where it is counted."""
    names = ("label", "url", "icon", "key", "badge", "badge_tone", "on", "counted")
    return _joined(_rail_link(*(_plain(item, name) for name in names)) for item in items)


@drawn_once
def _rail_link(label: str, url: str, symbol: str, key: str, badge: str, tone: str, on: str, counted: str) -> SafeString:
    here = HERE if on else NOTHING
    pressed = format_html(' data-key="g+{}"', key) if key else NOTHING
    return format_html(
        '<a href="{}"{}{}>{}<span>{}</span>{}</a>',
        url, here, pressed, icon_or_nothing(symbol), label, _badge(badge, tone, counted) if badge or counted else NOTHING,
    )  # fmt: skip


def _badge(count: str, tone: str, name: str) -> SafeString:
    """The count; one of nothing is there too, hidden, so that it can be filled where it stands."""
    shape, said = ("n n-over", _("overdue")) if tone == "over" else ("n", _("waiting"))
    return format_html(
        '<span class="{}" data-count="{}"{}>{}<span class="vh"> {}</span></span>',
        shape, name, NOTHING if count else HIDDEN, count or "0", said,
    )  # fmt: skip


@register.simple_tag
def tab_links(items: Iterable[Any]) -> SafeString:
    """The links of the bar at the foot of a phone: label, url, icon, on."""
    return _joined(_tab_link(*(_plain(item, name) for name in ("label", "url", "icon", "on"))) for item in items)


@drawn_once
def _tab_link(label: str, url: str, symbol: str, on: str) -> SafeString:
    here = HERE if on else NOTHING
    return format_html('<a href="{}"{}>{}<span>{}</span></a>', url, here, icon_or_nothing(symbol, size="l"), label)


@register.simple_tag
def menu_links(items: Iterable[Any]) -> SafeString:
    """The links of a menu: label, url, icon, key, dialog (it opens beside the page); group: the head it stands under."""
    names = ("label", "url", "icon", "key", "dialog")
    drawn: list[SafeString] = []
    for group, some in groupby(items, lambda item: _plain(item, "group")):
        drawn += [format_html('<div class="h">{}</div>', group)] if group else []
        drawn += [_menu_link(*(_plain(item, name) for name in names)) for item in some]
    return _joined(drawn)


#: A note is written here; where no box stands, the key asks for one like that of a call.
ALSO = {"l": "n"}


@drawn_once
def _menu_link(label: str, url: str, symbol: str, key: str, dialog: str) -> SafeString:
    keys = kbd(key) if key else NOTHING
    opens = DIALOG if dialog else NOTHING
    pressed = (
        format_html(' data-key="{0}" aria-keyshortcuts="{0}"', f"{key} {ALSO[key]}" if key in ALSO else key)
        if key
        else NOTHING
    )
    shown = icon_or_nothing(symbol)
    return format_html('<a href="{}"{}{}>{}<span>{}</span>{}</a>', url, pressed, opens, shown, label, keys)


@register.simple_tag
def kept(name: str, **given: str) -> SafeString:
    """A template that depends on nothing but the texts it is given and the language: drawn once and kept."""
    return _drawn(name, tuple(given.items()))


@drawn_once
def _drawn(name: str, given: tuple[tuple[str, str], ...]) -> SafeString:
    return render_to_string(name, dict(given))


def _plain(item: Any, name: str) -> str:
    """A part as text: "" for nothing, 0 and False too."""
    found = part(item, name)
    return str(found) if found else ""


def _joined(pieces: Iterable[SafeString]) -> SafeString:
    return mark_safe("".join(pieces))  # noqa: S308  each is escaped in itself

"""A card of a board: what scripts look for on it, and the menu of where else it can go."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from markupsafe import escape

from callboard.kit.pieces.atoms import icon, kbd

register = template.Library()


@register.simple_tag
def card_marks(record: Any, url: str = "", move_url: str = "") -> SafeString:
    """What the scripts look for on a card: the record, its version, its page, and where it is moved, if it can be."""
    moved = f' data-card="{record.pk}" data-move="{escape(move_url)}"' if move_url else ""
    page = f' data-url="{escape(url)}"' if url else ""
    return SafeString(f'data-row="{record.pk}" data-version="{record.version}"{moved}{page}')


@register.simple_tag
def move_menu(
    card: int,
    name: Any,
    moves: Iterable[tuple[str, Any, str]],
    *,
    more: Iterable[tuple[Any, str, str]] = (),
    current: str = "",
    keys: str = "",
) -> SafeString:
    """The button of a card and its menu.  card: its id.  moves: (lane, label, address); one without an address is moved by
    board.js.  current: the lane it is in, left out.  more: (label, icon, address) of actions on it.  keys: what moves it too.
    """
    arrow = icon("arrow-right")
    places = [_place(lane, label, url, arrow) for lane, label, url in moves if lane != current]
    others = [_link(label, icon(sign), url) for label, sign, url in more]
    rule = "<hr>" if others else ""
    say = escape(_("Move {name}").format(name=name))
    to, hint = escape(_("Move to")), f" {kbd(keys)}" if keys else ""
    return SafeString(
        f'<button type="button" class="btn btn-i btn-s btn-ghost card-move" popovertarget="card-{card}" aria-haspopup="true" '
        f'aria-label="{say}">{icon("switch-horizontal")}</button>'
        f'<div class="menu" id="card-{card}" popover aria-label="{to}"><div class="h">{to}{hint}</div>'
        f"{''.join(places)}{rule}{''.join(others)}</div>"
    )


def _place(lane: str, label: Any, url: str, arrow: SafeString) -> str:
    if url:
        return _link(label, arrow, url)
    return f'<button type="button" data-move-to="{escape(lane)}">{arrow}<span>{escape(label)}</span></button>'


def _link(label: Any, sign: SafeString, url: str) -> str:
    return f'<a href="{escape(url)}" data-dialog aria-haspopup="dialog">{sign}<span>{escape(label)}</span></a>'

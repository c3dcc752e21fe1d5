"""A value of a table or of facts, by its kind."""

import re
from collections.abc import Collection, Iterable
from typing import Any, Final

from django import template
from django.db.models import Model
from django.template.context import Context
from django.utils import formats
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from markupsafe import escape

from callboard.core.links import url_of
from callboard.core.money import cents
from callboard.kit.pieces.atoms import avatar, chip, money, when
from callboard.kit.pieces.prose import prose

register = template.Library()

UNKNOWN: Final = SafeString('<span class="mut">–</span>')
#: Kinds whose value is a link itself.
LINKS: Final = ("account", "email", "phone")
#: A text longer than this may be cut by its column; its whole stands in the tooltip.
LONG: Final = 20
#: Letters of a word that fit beside the name of a fact, at the narrowest the facts are.
WORD: Final = 17


@register.filter
def grouped(number: int) -> str:
    """A count as people read it: 1,230.  Beside ``count n=`` of a translated sentence, which wants the bare number."""
    return str(formats.number_format(number, use_l10n=True, force_grouping=True))


@register.filter
def is_wide(value: Any) -> bool:
    """Whether a fact has a word too long to stand beside its name: an address of mail, of a website."""
    return isinstance(value, str) and any(len(word) > WORD for word in value.split())


@register.simple_tag(takes_context=True)
def cell(context: Context, value: Any, kind: str = "text", url: str = "", full: bool = False) -> SafeString:
    """A value of a table or of facts by its kind: text, number, money, date, when, person, chip, account, email, phone.

    ``url`` makes a text or an account a link.  full: amounts with their cents (Column.full).  An unknown value is an en dash.
    """
    if value is None or value == "":
        return UNKNOWN
    if not url:
        return _by_kind(context, value, kind, full)
    # A link holds no other: what would lead somewhere itself is only named.
    inside = escape(value) if kind in LINKS or isinstance(value, Model) else _by_kind(context, value, kind, full)
    return SafeString(f'<a href="{escape(url)}">{inside}</a>')


@register.simple_tag(takes_context=True)
def row_cells(
    context: Context, cells: Iterable[tuple[Any, Any]], url: str = "", edits: Collection[str] = ()
) -> SafeString:
    """The cells of a row of a list: (column, value) pairs; the first and those marked link lead to ``url``.  edits: the
    keys of columns that can be edited where they stand.

    A list has hundreds of them: one tag a row costs a third of a template loop.
    """
    found: list[str] = []
    for place, (column, value) in enumerate(cells):
        names = place == 0 or column.link
        # On a phone a row is a card: the first of them is its heading, the others keep their label.
        shape = ("also" if found else "what") if names else "r" if column.kind in ("money", "number") else "el"
        if value is None or value == "":
            shape += " blank"
        if column.key in edits:
            shape += " ed-c"
        whole = f' title="{escape(value)}"' if isinstance(value, str | Model) and len(str(value)) > LONG else ""
        inside = cell(context, value, column.kind, url if names else "", column.full)
        found.append(f'<td data-label="{escape(column.label)}" class="{shape}"{whole}>{inside}</td>')
    return SafeString("".join(found))


@register.simple_tag
def row_box(record: Model, cells: Iterable[tuple[Any, Any]], added: str = "") -> SafeString:
    """The cell with the box that ticks a row for the bar.  added: the key of the column whose amounts the bar adds up."""
    amount = next((value for column, value in cells if column.key == added and value is not None), None)
    label = escape(_("Select {obj}").format(obj=record))
    counted = f' data-amount="{cents(amount)}"' if amount is not None else ""
    box = f'type="checkbox" name="id" value="{escape(record.pk)}" form="bulk" aria-label="{label}"{counted}'
    return SafeString(f'<td class="cbx"><input class="form-check-input" {box}></td>')


def _by_kind(context: Context, value: Any, kind: str, full: bool = False) -> SafeString:
    if isinstance(value, bool):
        return _text(_("yes") if value else _("no"))
    if kind == "money":
        return SafeString(money(value, full=full))
    if kind in ("when", "date"):
        return SafeString(when(context, value))
    if kind == "person":
        return SafeString(avatar(value, named=True))
    if kind == "chip":
        text, tone = value if isinstance(value, tuple) else (value, "")
        return SafeString(chip(str(text), tone=tone))
    if kind == "email":
        name, _at, host = str(value).partition("@")
        parts = f'<span class="em">{escape(name)}</span><wbr><span class="em">@{escape(host)}</span>'
        return SafeString(f'<a href="mailto:{escape(value)}" translate="no">{parts}</a>')
    if kind == "phone":
        return SafeString(f'<a class="nw" href="tel:{re.sub(r"[^+0-9]", "", str(value))}">{escape(value)}</a>')
    if kind == "account":
        return _linked(value)
    if kind == "prose":
        return SafeString(prose(value))
    if kind == "number":
        return _text(grouped(value))
    return _linked(value) if isinstance(value, Model) else _text(value)


def _linked(value: Any) -> SafeString:
    address = url_of(value) if isinstance(value, Model) else ""
    return SafeString(f'<a href="{escape(address)}">{escape(value)}</a>') if address else _text(value)


def _text(value: Any) -> SafeString:
    return SafeString(escape(value))

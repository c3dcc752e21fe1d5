"""The pieces pages are made of.  The Python signature is the contract: a misspelt argument fails when the template is parsed.

Everything given is escaped.  Tones: ``over`` (a promise is broken), ``due`` (needs someone soon), ``won``, ``lost``,
``save``, ``pend`` (outside every total), ``acc`` (where I am, what is new), "" (later, neutral).  A tone never stands
alone: it comes with a shape or a word.
"""

import re
import zlib
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

from django import template
from django.db.models import Model
from django.forms import BoundField, CheckboxInput, CheckboxSelectMultiple, FileInput, RadioSelect, Select
from django.template.context import Context
from django.templatetags.static import static
from django.utils import formats
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from callboard.core import clock
from callboard.core import money as amounts
from callboard.core.links import url_of
from callboard.kit import when as words

register = template.Library()

SPRITE: Final = "vendor/icons.svg"
CUES: Final = {"over", "due", "ok", "busy", "off", ""}
TONES: Final = {"over", "due", "won", "lost", "save", "pend", "acc", ""}
NUMBER_TONES: Final = {"won": "up", "lost": "down", "over": "over", "due": "due", "save": "savec", "pend": "pendc", "acc": "accc"}
NOTICE_ICONS: Final = {"over": "alert-circle", "due": "alert-triangle", "won": "check", "acc": "sparkles", "": "info-circle"}
TINTS: Final = 6
NOTHING: Final = SafeString("")
UNKNOWN: Final = SafeString('<span class="mut">–</span>')
ALERT: Final = SafeString(' role="alert"')
TRACK: Final = SafeString('<rect class="bar-t" width="100" height="6"/>')


def now_of(context: Context) -> datetime:
    """The page's ``now`` if its context has one, else the clock."""
    found = context.get("now")
    return found if isinstance(found, datetime) else clock.now()


def known(value: str, choices: Iterable[str], what: str) -> str:
    """``value``; raises TemplateSyntaxError when it is not one of ``choices``."""
    if value not in choices:
        raise template.TemplateSyntaxError(f"{what} {value!r} is not one of {sorted(choices)}.")
    return value


@register.simple_tag
def icon(name: str, *, size: str = "", label: str = "") -> SafeString:
    """An icon of icons.txt.  size: s (14), "" (16), l (20), x (28).  label names it when no word stands beside it."""
    shape = f"i i-{known(size, ('', 's', 'l', 'x'), 'Size')}".removesuffix(" i-")
    use = format_html('<use href="{}#{}"/>', static(SPRITE), name)
    if label:
        return format_html('<svg class="{}" role="img" aria-label="{}">{}</svg>', shape, label, use)
    return format_html('<svg class="{}" aria-hidden="true">{}</svg>', shape, use)


@register.simple_tag
def kbd(keys: str) -> SafeString:
    """A key hint: ``d``, a chord ``Ctrl K``, a sequence ``g m``.  Hidden on touch and for those who switched keys off."""
    chips = [keys] if keys.startswith(("Ctrl ", "Shift ", "Alt ")) else keys.split()
    return format_html_join("", '<kbd class="k">{}</kbd>', ((key,) for key in chips))


@register.inclusion_tag("kit/ui/button.html")
def button(
    label: str,
    *,
    url: str = "",
    icon: str = "",
    key: str = "",
    kind: str = "",
    size: str = "",
    name: str = "",
    value: str = "",
    refusal: str = "",
    dialog: bool = False,
    only_icon: bool = False,
    submit: bool = False,
    form: str = "",
    opens: str = "",
    css: str = "",
) -> dict[str, Any]:
    """A button, or a link that looks like one when it has a ``url``.

    kind: primary (one a pane), ghost, warn.  size: s, l.  key: the single key that presses it, shown beside the label.
    refusal: the sentence why it cannot be pressed now; it stays reachable and says so.
    dialog: open the action of ``url`` beside the page instead of leaving it.  opens: id of a popover.
    submit: it sends its form (``form``: the form's id when it stands outside), with ``name`` and ``value``.
    """
    kinds = {"": "", "primary": "btn-primary", "ghost": "btn-ghost", "warn": "btn-warn"}
    sizes = {"": "", "s": "btn-s", "l": "btn-l"}
    shape = ["btn", kinds[known(kind, kinds, "Kind")], sizes[known(size, sizes, "Size")], "btn-i" if only_icon else "", css]
    if refusal:
        shape.append("disabled")
    return {
        "label": label, "url": url, "icon": icon, "key": key, "name": name, "value": value, "refusal": refusal, "dialog": dialog,
        "only_icon": only_icon, "submit": submit, "form": form, "opens": opens, "css": " ".join(part for part in shape if part),
    }  # fmt: skip


def part(thing: Any, name: str, default: Any = "") -> Any:
    """A named part of a mapping or an object; ``default`` when it has none or it is None."""
    found = thing.get(name) if isinstance(thing, Mapping) else getattr(thing, name, None)
    return default if found is None else found


@register.inclusion_tag("kit/ui/button.html")
def act(offer: Any, *, kind: str = "", size: str = "", dialog: bool = True) -> dict[str, Any]:
    """The button of an offered action: anything with label, url and perhaps icon, key, refusal, kind, dialog."""
    return button(
        str(part(offer, "label")),
        url=str(part(offer, "url")),
        icon=str(part(offer, "icon")),
        key=str(part(offer, "key")),
        refusal=str(part(offer, "refusal")),
        kind=kind or str(part(offer, "kind")),
        size=size,
        dialog=bool(part(offer, "dialog", dialog)),
    )


@register.simple_tag
def chip(text: str, *, tone: str = "", icon: str = "") -> SafeString:
    """A state or a kind in one or two words; not a button."""
    shape = "chip" + (f" chip-{tone}" if known(tone, TONES, "Tone") else "")
    return format_html('<span class="{}">{}{}</span>', shape, _icon(icon), text)


@register.simple_tag(takes_context=True)
def cue(context: Context, text: str = "", *, tone: str = "", at: datetime | date | None = None) -> SafeString:
    """A word with its shape.  ``at`` says when something is due and chooses both; else tone: over, due, ok, busy, off, ""."""
    title = ""
    if at is not None:
        said, tone = words.due_text(at, now_of(context))
        text, title = text or said, words.full_text(at)
    shape = f"cue cue-{known(tone, CUES, 'Tone')}".removesuffix(" cue-")
    colour = {"over": " over", "due": " due", "off": " mut"}.get(tone, "")
    tooltip = format_html(' title="{}"', title) if title else NOTHING
    return format_html('<span class="due-w{}"{}><span class="{}" aria-hidden="true"></span>{}</span>', colour, tooltip, shape, text)


@register.simple_tag
def money(amount: Decimal | int | None, *, signed: bool = False, tone: str = "") -> SafeString:
    """An amount of the revenue currency: ``$1,164``; a movement (signed) shows its sign and its tone.  None shows nothing."""
    if amount is None:
        return NOTHING
    value = Decimal(amount)
    if signed and not tone:
        tone = "won" if value > 0 else "lost" if value < 0 else ""
    colour = NUMBER_TONES.get(known(tone, TONES, "Tone"), "")
    return format_html('<span class="{}">{}</span>', f"money {colour}".rstrip(), amounts.shown(value, signed=signed))


@register.inclusion_tag("kit/ui/figure.html")
def figure(label: str, value: Any, *, note: str = "", url: str = "", tone: str = "", size: str = "", pending: bool = False) -> dict[str, Any]:
    """A number with its meaning; ``url`` opens the rows it is made of.  size: "" (26), s (20), xl (52).  Use inside ``<div class="figs">``."""
    known(size, ("", "s", "xl"), "Size")
    colour = NUMBER_TONES.get(known(tone, TONES, "Tone"), "")
    shown = amounts.shown(value) if isinstance(value, Decimal) else value
    return {"label": label, "value": shown, "note": note, "url": url, "tone": colour, "size": size, "pending": pending}


@register.simple_tag
def avatar(person: Any, *, size: str = "", named: bool = False) -> SafeString:
    """A person's initials on a tint without meaning.  named: the name stands beside it.  None shows nothing."""
    if person is None or person == "":
        return NOTHING
    name = str(person)
    parts = re.findall(r"\w+", name)
    initials = (parts[0][:1] + (parts[-1][:1] if len(parts) > 1 else "")).upper() if parts else "?"
    tint = (getattr(person, "pk", None) or sum(map(ord, name))) % TINTS + 1
    shape = f"av av{tint}" + (" av-l" if size == "l" else "")
    if named:
        return format_html('<span class="fx g4 nw"><span class="{}" aria-hidden="true">{}</span>{}</span>', shape, initials, name)
    return format_html('<span class="{}" role="img" aria-label="{}" title="{}">{}</span>', shape, name, name, initials)


@register.inclusion_tag("kit/ui/why.html")
def why(text: str = "", *, rows: Iterable[tuple[str, Any]] = (), label: str = "", url: str = "", key: bool = False) -> dict[str, Any]:
    """The reason of a number, a state or a place in a list: a sentence and (label, value) rows, or the ``url`` that gives them.

    label: the words that are pressed (default: why).  key: ``w`` presses it; one a pane.
    """
    lines = list(rows)
    ident = zlib.crc32(repr((str(text), lines, url)).encode())  # the same words, the same id: a re-fetched part does not change
    return {"text": text, "rows": lines, "label": label or _("why"), "url": url, "key": key, "id": f"why-{ident:x}"}


@register.simple_tag(takes_context=True)
def when(context: Context, at: datetime | date | None, *, css: str = "") -> SafeString:
    """A date: relative under a week, absolute after; the whole date on hover.  None shows nothing."""
    if at is None:
        return NOTHING
    shape = format_html(' class="{}"', css) if css else NOTHING
    said = words.ago_text(at, now_of(context))
    return format_html('<time datetime="{}" title="{}"{}>{}</time>', at.isoformat(), words.full_text(at), shape, said)


@register.simple_tag
def bar(done: float | Decimal, *, of: float | Decimal = 100, pending: float | Decimal = 0, mark: float | Decimal | None = None, tone: str = "", label: str = "") -> SafeString:
    """A bar: ``done`` (and a lighter ``pending`` piece) out of ``of``, with a mark where it should be.  label names it with its numbers."""
    kinds = {"", "won", "over", "due", "lost", "save"}
    whole = float(of) or 1.0
    share = _share(done, whole)
    extra = min(_share(pending, whole), 100 - share)
    pieces = [
        TRACK,
        format_html('<rect class="bar-f{}" width="{}" height="6"/>', f" bar-{tone}" if known(tone, kinds, "Tone") else "", f"{share:g}"),
    ]
    if extra > 0:
        pieces.append(format_html('<rect class="bar-p" x="{}" width="{}" height="6"/>', f"{share:g}", f"{extra:g}"))
    if mark is not None:
        pieces.append(format_html('<rect class="bar-m" x="{}" width="0.8" height="6"/>', f"{min(_share(mark, whole), 99.2):g}"))
    name = label or f"{share:.0f} %"
    svg = '<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" role="img" aria-label="{}">{}</svg>'
    return format_html(svg, name, format_html_join("", "{}", ((piece,) for piece in pieces)))


@register.simple_block_tag
def notice(content: str, *, title: str = "", tone: str = "", icon: str = "") -> SafeString:
    """Advice or an error: what happened, what is safe, what to do.  tone: over, due, won, acc, ""."""
    shape = f"note-in note-{known(tone, NOTICE_ICONS, 'Tone')}".removesuffix(" note-")
    role = ALERT if tone == "over" else NOTHING
    head = format_html("<b>{}</b> ", title) if title else NOTHING
    body = format_html('<div class="grow">{}{}</div>', head, content)
    return format_html('<div class="{}"{}>{}{}</div>', shape, role, _icon(icon or NOTICE_ICONS[tone]), body)


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
    parts = [_icon(icon), format_html("<h2>{}</h2>", title), format_html("<p>{}</p>", text) if text else NOTHING]
    if content.strip():
        parts.append(format_html('<div class="fx fx-w em-a">{}</div>', content))
    if time:
        parts.append(format_html('<p class="t12 mut mt4 mb0">{}</p>', time))
    return format_html('<div class="empty">{}</div>', format_html_join("", "{}", ((piece,) for piece in parts)))


@register.inclusion_tag("kit/ui/field.html")
def field(bound: BoundField, *, wide: bool = False, focus: bool = False, unit: str = "") -> dict[str, Any]:
    """A field of a form: label above, help, the error beside it.  wide: both columns.  focus: it has the cursor on arrival."""
    widget = bound.field.widget
    many = isinstance(widget, (RadioSelect, CheckboxSelectMultiple))
    one_check = isinstance(widget, CheckboxInput)
    shape = "form-check-input" if many or one_check else "form-select" if isinstance(widget, Select) else "form-control"
    if bound.errors and not (many or one_check):
        shape += " is-invalid"
    widget.attrs["class"] = " ".join(filter(None, (widget.attrs.get("class"), shape)))
    if focus:
        widget.attrs["autofocus"] = True
    return {
        "bound": bound, "many": many, "check": one_check, "wide": wide, "unit": unit,
        "optional": not bound.field.required and not one_check and not isinstance(widget, FileInput), "options": list(bound) if many else [],
    }  # fmt: skip


@register.simple_tag(takes_context=True)
def cell(context: Context, value: Any, kind: str = "text", url: str = "") -> SafeString:
    """A value of a table or of facts by its kind: text, number, money, date, when, person, chip, account, email, phone.

    ``url`` makes a text or an account a link.  An unknown value is an en dash.
    """
    if value is None or value == "":
        return UNKNOWN
    shown = _by_kind(context, value, kind)
    return format_html('<a href="{}">{}</a>', url, shown) if url else shown


def _by_kind(context: Context, value: Any, kind: str) -> SafeString:
    if kind == "money":
        return SafeString(money(value))
    if kind in ("when", "date"):
        return SafeString(when(context, value))
    if kind == "person":
        return SafeString(avatar(value, named=True))
    if kind == "chip":
        text, tone = value if isinstance(value, tuple) else (value, "")
        return SafeString(chip(str(text), tone=tone))
    if kind == "email":
        name, _at, host = str(value).partition("@")
        return format_html('<a href="mailto:{}">{}<wbr>@{}</a>', value, name, host)
    if kind == "phone":
        return format_html('<a class="nw" href="tel:{}">{}</a>', re.sub(r"[^+0-9]", "", str(value)), value)
    if kind == "account":
        return _linked(value)
    if kind == "number":
        return format_html("{}", formats.number_format(value, use_l10n=True, force_grouping=True))
    return _linked(value) if isinstance(value, Model) else format_html("{}", value)


def _linked(value: Any) -> SafeString:
    address = url_of(value) if isinstance(value, Model) else ""
    return format_html('<a href="{}">{}</a>', address, value) if address else format_html("{}", value)


@register.inclusion_tag("kit/ui/tabs.html")
def tabs(items: Iterable[Any], *, label: str, css: str = "") -> dict[str, Any]:
    """Tabs that are links: each item has label, url, on, and perhaps n (a count or a word).  label names the row of tabs."""
    return {"items": list(items), "label": label, "css": css}


@register.inclusion_tag("kit/ui/pager.html")
def pager(pages: Any) -> dict[str, Any]:
    """Keyset paging: prev and next (addresses, "" at the ends) and text ("1-50 of 10,000+")."""
    return {"prev_url": part(pages, "prev"), "next_url": part(pages, "next"), "text": part(pages, "text")}


@register.inclusion_tag("kit/ui/toast.html", takes_context=True)
def toast(context: Context, text: str, *, undo_url: str = "", url: str = "", url_label: str = "", tone: str = "") -> dict[str, Any]:
    """What was done, in the past tense.  undo_url: pressing Undo posts to it, for 10 s (the clock stops while the tab is hidden)."""
    return {
        "text": text, "undo_url": undo_url, "url": url, "url_label": url_label, "tone": known(tone, ("", "over"), "Tone"),
        "csrf_token": context.get("csrf_token"),
    }  # fmt: skip


def _icon(name: str) -> SafeString:
    shown: SafeString = icon(name) if name else NOTHING
    return shown


def _share(amount: float | Decimal, whole: float) -> float:
    return max(0.0, min(100.0, round(float(amount) / whole * 100, 2)))

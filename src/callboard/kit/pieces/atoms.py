"""Atoms: an icon, a key, a state, a word with its shape, an amount, a person, a date, a bar.

A page has hundreds of them, so they are put together by hand: whatever is not written here goes through `escape`.
"""

import re
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from functools import cache, lru_cache, reduce
from typing import Any, Final

from django import template
from django.template.context import Context
from django.templatetags.static import static
from django.utils import formats, timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from markupsafe import escape

from callboard.core import clock
from callboard.core import money as amounts
from callboard.kit import when as words

register = template.Library()

SPRITE: Final = "vendor/icons.svg"
CUES: Final = {"over", "due", "ok", "busy", "off", ""}
TONES: Final = {"over", "due", "won", "lost", "save", "pend", "acc", ""}
NUMBER_TONES: Final = {
    "won": "up",
    "lost": "down",
    "over": "over",
    "due": "due",
    "save": "savec",
    "pend": "pendc",
    "acc": "accc",
}
TINTS: Final = 6
NOTHING: Final = SafeString("")
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
    shape, use = _symbol(str(name), size)
    if label:
        return SafeString(f'<svg class="{shape}" role="img" aria-label="{escape(label)}">{use}</svg>')
    return _unnamed(str(name), size)


@lru_cache(maxsize=1024)
def _unnamed(name: str, size: str) -> SafeString:
    """A page has a hundred icons, the program some ninety: each is written once."""
    return format_html('<svg class="{}" aria-hidden="true">{}</svg>', *_symbol(name, size))


@lru_cache(maxsize=1024)
def _symbol(name: str, size: str) -> tuple[str, SafeString]:
    shape = f"i i-{known(size, ('', 's', 'l', 'x'), 'Size')}".removesuffix(" i-")
    return shape, format_html('<use href="{}#{}"/>', _sprite(), name)


@cache
def _sprite() -> str:
    """The address of the icons; it changes only with their content, so never while the program runs."""
    return str(static(SPRITE))


def icon_or_nothing(name: str, *, size: str = "") -> SafeString:
    """The icon, or nothing for no name."""
    shown: SafeString = icon(name, size=size) if name else NOTHING
    return shown


@register.simple_tag
def kbd(keys: str) -> SafeString:
    """A key hint: ``d``, a chord ``Ctrl K``, a sequence ``g m``.  Hidden on touch and for those who switched keys off."""
    chips = [keys] if keys.startswith(("Ctrl ", "Shift ", "Alt ")) else keys.split()
    return SafeString("".join(f'<kbd class="k">{escape(key)}</kbd>' for key in chips))


@register.simple_tag
def chip(text: str, *, tone: str = "", icon: str = "") -> SafeString:
    """A state or a kind in one or two words; not a button."""
    shape = "chip" + (f" chip-{tone}" if known(tone, TONES, "Tone") else "")
    return SafeString(f'<span class="{shape}">{icon_or_nothing(icon)}{escape(text)}</span>')


@register.simple_tag(takes_context=True)
def cue(context: Context, text: str = "", *, tone: str = "", at: datetime | date | None = None) -> SafeString:
    """A word with its shape.  ``at`` says when something is due and chooses both; else tone: over, due, ok, busy, off, ""."""
    title = ""
    if at is not None:
        said, tone = words.due_text(at, now_of(context))
        text, title = text or said, words.full_text(at)
    shape = f"cue cue-{known(tone, CUES, 'Tone')}".removesuffix(" cue-")
    colour = {"over": " over", "due": " due", "off": " mut"}.get(tone, "")
    tooltip = f' title="{escape(title)}"' if title else ""
    sign = f'<span class="{shape}" aria-hidden="true"></span>'
    return SafeString(f'<span class="due-w{colour}"{tooltip}>{sign}{escape(text)}</span>')


@register.simple_tag
def money(amount: Decimal | int | None, *, signed: bool = False, tone: str = "", full: bool = False) -> SafeString:
    """An amount of the revenue currency: ``$1,164``; a movement (signed) shows its sign and its tone.  None shows nothing.

    full: with its cents even where it has none, because an amount of the same column has some (``rows|cents_in:"mrr"``).
    """
    if amount is None:
        return NOTHING
    value = Decimal(amount)
    if signed and not tone:
        tone = "won" if value > 0 else "lost" if value < 0 else ""
    colour = NUMBER_TONES.get(known(tone, TONES, "Tone"), "")
    shape = f"money {colour}".rstrip()
    return SafeString(f'<span class="{shape}">{escape(amounts.shown(value, signed=signed, full=full))}</span>')


@register.filter
def cents_in(rows: Iterable[Any] | None, path: str) -> bool:
    """Whether the amounts at ``path`` of these rows are shown with cents, all of them: what ``money`` takes as ``full``."""
    return amounts.has_cents(reduce(getattr, path.split("."), row) for row in rows or ())


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
    whole = escape(name)
    if named:
        tile = f'<span class="{shape}" aria-hidden="true">{escape(initials)}</span>'
        return SafeString(f'<span class="fx g4 nw">{tile}<span class="el">{whole}</span></span>')
    return SafeString(
        f'<span class="{shape}" role="img" aria-label="{whole}" title="{whole}">{escape(initials)}</span>'
    )


@register.simple_tag(takes_context=True)
def when(context: Context, at: datetime | date | None, *, css: str = "") -> SafeString:
    """A date: relative under a week, absolute after; the whole date on hover.  None shows nothing."""
    return NOTHING if at is None else time_of(at, now_of(context), css)


def time_of(at: datetime | date, now: datetime, css: str = "") -> SafeString:
    """The element of a date, as ``when`` draws it."""
    shape = f' class="{escape(css)}"' if css else ""
    said, whole = words.both_texts(at, now)
    return SafeString(f'<time datetime="{at.isoformat()}" title="{escape(whole)}"{shape}>{escape(said)}</time>')


@register.simple_tag
def as_of(at: datetime, label: str = "") -> SafeString:
    """When figures were worked out, to the second.  Where the page is not live (no worker, the stream is lost) it says so.

    label: words instead of "as of".
    """
    local = timezone.localtime(at)
    said = _("{label} {time}").format(label=label or _("as of"), time=formats.time_format(local, "g:i:s A"))
    shape = '<span class="as-of"><time datetime="{}" title="{}">{}</time><span class="as-of-old">{}</span></span>'
    return format_html(shape, at.isoformat(), words.full_text(at), said, _("not live, may be old: load the page again"))


@register.simple_tag
def bar(
    done: float | Decimal,
    *,
    of: float | Decimal = 100,
    pending: float | Decimal = 0,
    mark: float | Decimal | None = None,
    tone: str = "",
    label: str = "",
) -> SafeString:
    """A bar: ``done`` (and a lighter ``pending`` piece) out of ``of``, with a mark where it should be.  label names it with its numbers."""
    kinds = {"", "won", "over", "due", "lost", "save"}
    whole = float(of) or 1.0
    share = _share(done, whole)
    extra = min(_share(pending, whole), 100 - share)
    pieces = [
        TRACK,
        format_html(
            '<rect class="bar-f{}" width="{}" height="6"/>',
            f" bar-{tone}" if known(tone, kinds, "Tone") else "",
            f"{share:g}",
        ),
    ]
    if extra > 0:
        pieces.append(format_html('<rect class="bar-p" x="{}" width="{}" height="6"/>', f"{share:g}", f"{extra:g}"))
    if mark is not None:
        pieces.append(
            format_html('<rect class="bar-m" x="{}" width="0.8" height="6"/>', f"{min(_share(mark, whole), 99.2):g}")
        )
    name = label or f"{share:.0f} %"
    svg = '<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" role="img" aria-label="{}">{}</svg>'
    return format_html(svg, name, format_html_join("", "{}", ((piece,) for piece in pieces)))


def _share(amount: float | Decimal, whole: float) -> float:
    return max(0.0, min(100.0, round(float(amount) / whole * 100, 2)))

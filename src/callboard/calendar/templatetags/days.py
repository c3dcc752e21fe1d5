"""What stands on a day of the calendar, drawn in Python: a month has hundreds."""

from collections.abc import Collection
from datetime import time
from urllib.parse import urlencode

from django import template
from django.utils.formats import date_format, time_format
from django.utils.safestring import SafeString
from django.utils.translation import ngettext
from markupsafe import escape

from callboard.calendar import actions
from callboard.calendar.queries.showing import Shown
from callboard.calendar.rules.laying import Bar, Cell
from callboard.kit.addresses import action_url

register = template.Library()


@register.simple_tag
def day_lines(cell: Cell[Shown], movable: Collection[int], *, whole: bool = False) -> SafeString:
    """The list of a day. movable: ids of events one may move.  whole: with their end and their place, as a week has room for."""
    made = [_line(one, movable, whole=whole) for one in cell.lines]
    if cell.more:
        more = ngettext("{n} more", "{n} more", cell.more).format(n=cell.more)
        made.append(f'<li class="more"><a href="?view=agenda&amp;on={cell.day.isoformat()}">{more}</a></li>')
    return SafeString(f"<ul>{''.join(made)}</ul>")


def _line(one: Shown, movable: Collection[int], *, whole: bool) -> str:
    at = f"<time>{_clock(one.at, one.until, whole=whole)}</time>" if one.at is not None else ""
    place = f'<span class="mut">{escape(one.detail)}</span>' if whole and one.detail else ""
    title = f'<span class="el">{escape(one.title)}</span>'
    sure = " maybe" if one.state == "tentative" else ""
    link = f'<a href="{escape(one.url)}">{at}{title}{place}</a>' if one.url else f"<span>{at}{title}</span>"
    return f'<li class="e-{one.tone}{sure}"{_marks(one, movable)}>{link}</li>'


def _clock(at: time, until: time | None, *, whole: bool) -> str:
    said = time_format(at, "g:i" if not whole else "g:i A")
    return f"{said} – {time_format(until, 'g:i A')}" if whole and until is not None and until != at else said


@register.simple_tag
def day_bar(bar: Bar[Shown], movable: Collection[int]) -> SafeString:
    """One over several days, which can be taken too."""
    one, joined = bar.shown, (" from" if not bar.begins else "") + (" on" if not bar.ends else "")
    classes = f"mb c{bar.column} s{bar.length} l{bar.lane} e-{one.tone}{joined}"
    marks = _marks(one, movable)
    marks = f'{marks} data-column="{bar.column}"' if marks and bar.begins else ""
    return SafeString(f'<div class="{classes}"{marks}><a href="{escape(one.url)}">{escape(one.title)}</a></div>')


@register.simple_tag
def day_dots(cell: Cell[Shown]) -> SafeString:
    """A day on a phone: how much is on it, which leads to its agenda."""
    if not cell.count:
        return SafeString("")
    said = ngettext("{day}: {n} event", "{day}: {n} events", cell.count).format(
        day=date_format(cell.day, "F j"), n=cell.count
    )
    dots = "".join(f'<i class="e-{one.tone}"></i>' for one in cell.lines[:3])
    return SafeString(
        f'<a class="ph-d" href="?view=agenda&amp;on={cell.day.isoformat()}" aria-label="{said}">{dots}{cell.count}</a>'
    )


@register.simple_tag
def person_lines(entries: Collection[Shown]) -> SafeString:
    """What somebody has on a day."""
    return SafeString(f"<ul>{''.join(_line(one, (), whole=False) for one in entries)}</ul>" if entries else "")


def _marks(one: Shown, movable: Collection[int]) -> str:
    """What board.js looks for."""
    if one.pk not in movable or one.kind != "event":
        return ""
    given = {"shown_on": one.first.isoformat(), **({"key": one.key} if one.repeats else {})}
    verb = actions.move_time if one.repeats else actions.move_event
    url = escape(f"{action_url(verb)}{one.pk}/?{urlencode(given)}")
    name = f"{one.pk}/{one.key}"
    return f' data-row="{name}" data-card="{name}" data-version="{one.version}" data-move="{url}" data-url="{escape(one.url)}"'

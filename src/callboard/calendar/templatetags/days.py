"""What stands on a day of the calendar, drawn in Python: a month has hundreds."""

from collections.abc import Collection, Sequence
from datetime import date, time
from urllib.parse import urlencode

from django import template
from django.utils.formats import date_format, time_format
from django.utils.safestring import SafeString
from django.utils.translation import ngettext
from markupsafe import escape

from callboard.calendar import actions
from callboard.calendar.queries.showing import Shown
from callboard.calendar.rules.hours import Hours, Slot
from callboard.calendar.rules.laying import Bar, Cell
from callboard.kit.addresses import action_url

register = template.Library()


#: Columns of a day by hours, which two, three and four beside each other share.
PARTS = 12


@register.simple_tag
def day_lines(cell: Cell[Shown], movable: Collection[int]) -> SafeString:
    """The list of a day. movable: ids of events one may move."""
    made = [_line(one, movable) for one in cell.lines]
    if cell.more:
        made.append(_more(cell.more, cell.day))
    return SafeString(f"<ul>{''.join(made)}</ul>")


@register.simple_tag
def day_hours(
    cell: Cell[Shown], slots: Sequence[Slot[Shown]], hours: Hours[Shown], movable: Collection[int]
) -> SafeString:
    """The list of a day of a week: each with its end and its place, and where it stands by its hours."""
    made = []
    for slot in slots:
        unit = PARTS // slot.columns
        classes = f"hr{slot.row} hs{slot.length} hq{(slot.column - 1) * unit + 1} hw{unit}"
        made.append(_more(slot.more, cell.day, classes) if slot.shown is None else _line(slot.shown, movable, classes))
    return SafeString(f'<ul class="hs{hours.rows}">{"".join(made)}</ul>')


def _more(count: int, day: date, classes: str = "") -> str:
    more = ngettext("{n} more", "{n} more", count).format(n=count)
    return f'<li class="more {classes}"><a href="?view=agenda&amp;on={day.isoformat()}">{more}</a></li>'


def _line(one: Shown, movable: Collection[int], classes: str = "") -> str:
    """classes: where it stands by its hours; then it says when it ends and where it is, too."""
    at = f"<time>{_clock(one.at, one.until, whole=bool(classes))}</time>" if one.at is not None else ""
    place = f'<span class="mut">{escape(one.detail)}</span>' if classes and one.detail else ""
    title = f'<span class="el">{escape(one.title)}</span>'
    sure = " maybe" if one.state == "tentative" else ""
    link = f'<a href="{escape(one.url)}">{at}{title}{place}</a>' if one.url else f"<span>{at}{title}</span>"
    css = f"e-{one.tone}{sure} {classes}".strip()
    return f'<li class="{css}"{_marks(one, movable)}>{link}</li>'


def _clock(at: time, until: time | None, *, whole: bool) -> str:
    said = str(time_format(at, "g:i"))
    if not whole:
        return said
    if until is None or until == at:
        return f'{said}<span class="till"> {time_format(at, "A")}</span>'
    same = time_format(at, "A") == time_format(until, "A")
    begins = "" if same else f" {time_format(at, 'A')}"
    return f'{said}<span class="till">{begins} – {time_format(until, "g:i A")}</span>'


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
    return SafeString(f"<ul>{''.join(_line(one, ()) for one in entries)}</ul>" if entries else "")


def _marks(one: Shown, movable: Collection[int]) -> str:
    """What board.js looks for."""
    if one.pk not in movable or one.kind != "event":
        return ""
    given = {"shown_on": one.first.isoformat()}
    given |= {"shown_at": f"{one.at:%H:%M}"} if one.at is not None else {}
    given |= {"key": one.key} if one.repeats else {}
    verb = actions.move_time if one.repeats else actions.move_event
    url = escape(f"{action_url(verb)}{one.pk}/?{urlencode(given)}")
    # One by itself is the same wherever it is moved; of a series each time is told apart.
    name = f"{one.pk}/{one.key}" if one.repeats else f"{one.pk}"
    return f' data-row="{name}" data-card="{name}" data-version="{one.version}" data-move="{url}" data-url="{escape(one.url)}"'

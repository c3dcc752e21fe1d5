"""The rows of My Day."""

from collections.abc import Sequence
from typing import Any

from django import template
from django.middleware.csrf import get_token
from django.template.context import Context
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from markupsafe import escape

from callboard.kit.pieces.atoms import cents_in, icon, money
from callboard.kit.pieces.blocks import why
from callboard.kit.pieces.controls import button

register = template.Library()


@register.simple_tag(takes_context=True)
def day_rows(context: Context, lines: Sequence[Any], here: str, current: bool = True) -> SafeString:
    """The tasks of My Day (work.pages.Line), the first that no run works on where the keyboard stands.  here: where one comes
    back to.

    current: whether the keyboard stands on the first of these rows.

    Thirty rows of a dozen pieces each: as a template they took half of the page's time.
    """
    token = get_token(context["request"])
    common = (
        f'<input type="hidden" name="csrfmiddlewaretoken" value="{escape(token)}">'
        f'<input type="hidden" name="next" value="{escape(here)}">'
    )
    full = cents_in(lines, "row.stake")
    stands = next((line for line in lines if not line.taken), next(iter(lines), None)) if current else None
    return SafeString("".join(_row(line, common, " cur" if line is stands else "", full) for line in lines))


def _row(line: Any, common: str, current: str, full: bool) -> str:
    row, task = line.row, line.row.task
    return (
        f'<li class="task{current}" data-row="{task.pk}" data-url="{escape(line.url)}">{_box(task)}{_due(row)}'
        f'<span class="ti">{icon(row.icon)}</span>'
        f'<div class="tb-c"><div class="tw"><a href="{escape(task.get_absolute_url())}"><b>{escape(task.title)}</b></a>'
        f'{_about(row)}</div><div class="ty">{_promised(row)}{_place(row)}</div><div class="tx">{_verbs(line, common)}</div></div>'
        f'<div class="tmny">{_stake(row, full)}</div></li>'
    )


def _box(task: Any) -> str:
    """Ticks the row for the bar of what is done with several."""
    label = escape(_("Select {obj}").format(obj=task))
    box = f'type="checkbox" name="id" value="{task.pk}" form="bulk" aria-label="{label}"'
    return f'<div class="cbx"><input class="form-check-input" {box}></div>'


def _due(row: Any) -> str:
    tone = escape(row.due.tone)
    pin = icon("star-filled", size="s", label=_("Pinned")) if row.task.pinned else ""
    cue = f"cue cue-{tone}" if tone else "cue"
    said = f'<span class="{cue}" aria-hidden="true"></span><span>{escape(row.due.text)}</span>' if row.due.text else ""
    return f'<div class="{f"tm {tone}" if tone else "tm"}">{pin}{said}</div>'


def _about(row: Any) -> str:
    """The account, and whose it is where it is not one's own."""
    account = row.task.account
    parts = [f'<a href="{escape(account.get_absolute_url())}">{escape(account)}</a>'] if account else []
    parts += [str(escape(_("for {name}").format(name=row.of)))] if row.of else []
    return f'<span class="ta">{", ".join(parts)}</span>' if parts else ""


def _promised(row: Any) -> str:
    if not row.task.promised:
        return ""
    tone = "over" if row.due.tone == "over" else "sec"
    return f'<span class="{tone} b">{escape(_("Promised"))}</span> '


def _place(row: Any) -> SafeString:
    short = _("Why it stands here")
    said = _("Why it stands here: {title} {who}").format(title=row.task.title, who=row.task.account or "")
    drawn: SafeString = why(said, rows=row.why, label=row.reason or short, key=True)
    return drawn


def _verbs(line: Any, common: str) -> str:
    begin = button(line.open_label, url=line.url, kind="primary", key="Enter")
    take = button(_("Take"), icon="user-check", submit=True) if line.take_url else ""
    done = button(_("Done"), icon="check", key="d", submit=True) if line.finish_url else _answers(line)
    snooze = _tomorrow(line, common) if line.tomorrow and line.snooze_url else ""
    snooze = (
        snooze or button(_("Snooze"), url=line.snooze_url, icon="clock", key="s", dialog=True)
        if line.snooze_url
        else ""
    )
    over = (
        button(_("Hand over"), url=line.hand_over_url, icon="arrow-forward-up", key="o", dialog=True, css="nph")
        if line.hand_over_url
        else ""
    )
    pin = button(
        _("Unpin") if line.row.task.pinned else _("Pin"), icon="star", key="p", kind="ghost", submit=True, css="nph"
    )
    return (
        f"{begin}{_form(line, line.take_url, take, common)}{_form(line, line.finish_url, done, common) or done}{snooze}{over}"
        f"{_form(line, line.pin_url, pin, common)}"
    )


def _answers(line: Any) -> str:
    """What takes the place of Done; its key says why it is not there."""
    buttons = [button(each.label, url=each.url, icon=each.icon, key=each.key, dialog=True) for each in line.answers]
    said = escape(line.unfinished)
    why_not = f'<button type="button" class="vh" tabindex="-1" data-key="d" data-refusal="{said}">{said}</button>'
    return "".join([*buttons, why_not]) if line.unfinished else ""


def _tomorrow(line: Any, common: str) -> str:
    """Puts it off until tomorrow's first hour in one press."""
    given = f'<input type="hidden" name="until" value="+1"><input type="hidden" name="nonce" value="{line.tomorrow}">'
    pressed = button(_("Tomorrow"), icon="clock", key="s", submit=True)
    url = escape(line.snooze_url.partition("?")[0])
    return f'<form class="calm" method="post" action="{url}">{common}{given}{pressed}</form>'


def _form(line: Any, url: str, pressed: str, common: str) -> str:
    nonce = f'<input type="hidden" name="nonce" value="{escape(line.nonce)}">'
    return f'<form class="calm" method="post" action="{escape(url)}">{common}{nonce}{pressed}</form>' if url else ""


def _stake(row: Any, full: bool) -> str:
    return f"{money(row.stake, full=full)}<span>{escape(row.stake_label)}</span>" if row.stake is not None else ""

"""The words of causes, and what mends each."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

#: What mends a cause: call (a task to call), hand_over, address (a task to find another).
FIXES = {
    "nobody": "hand_over",
    "away": "hand_over",
    "was_away": "call",
    "bounced": "address",
    "wrong_number": "address",
    "stopped": "hand_over",
    "missed": "call",
    "load": "hand_over",
    "never": "call",
    "taken": "call",
}


def sentence_of(cause: Mapping[str, Any]) -> str:
    """A cause in words; "" for a code of another version."""
    code = cause["code"]
    if code == "away":
        return _("the owner is away until {day}").format(day=_day(cause["until"]))
    if code == "was_away":
        times = cause["times"]
        said = ngettext("the owner was away since then", "the owner was away {n} times since then", times)
        return said.format(n=times)
    if code == "missed":
        return _("a task for {day} is still open").format(day=_day(cause["at"]))
    if code == "taken":
        return _("its owner has it only since {day}").format(day=_day(cause["on"]))
    if code == "load":
        more = round((cause["open"] / cause["middle"] - 1) * 100)
        said = _("the owner has {n} open tasks, {more}% more than is usual in the team")
        return said.format(n=cause["open"], more=more)
    plain = {
        "nobody": _("nobody owns it"),
        "bounced": _("every mail address of theirs bounced"),
        "wrong_number": _("the number is wrong"),
        "stopped": _("they asked not to be contacted"),
        "never": _("nobody has spoken with them yet"),
    }
    return plain.get(code, "")


def fix_of(codes: list[str]) -> str:
    """What mends the first cause; a call where none is known."""
    return FIXES.get(codes[0], "call") if codes else "call"


def _day(value: Any) -> str:
    on = date.fromisoformat(value[:10]) if isinstance(value, str) else value
    on = on.date() if isinstance(on, datetime) else on
    return str(formats.date_format(on, "M j"))

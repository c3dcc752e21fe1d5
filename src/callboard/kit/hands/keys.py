"""The keys: what each means everywhere, and how a person gives one another name.

A key is a character (``d``, ``?``, ``[``), perhaps after Alt, Control or Shift (``Alt+d``: WCAG 2.1.4 asks that a key may
be given a modifier).  ``g`` is the beginning of every "go to"; ``+`` of the next dates.  Enter, arrows and Escape stay.
"""

import re
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from callboard.kit.tables import Text

#: Our key and what it means, in the order people read them.
MEANINGS: dict[str, Promise] = {
    "/": gettext_lazy("Find or do"),
    "c": gettext_lazy("New"),
    "n": gettext_lazy("Note here"),
    "l": gettext_lazy("Log a call"),
    "m": gettext_lazy("Write down a call"),
    "t": gettext_lazy("Task"),
    "i": gettext_lazy("Add one to it"),
    "a": gettext_lazy("Accept, take"),
    "r": gettext_lazy("Reply"),
    "o": gettext_lazy("Hand over"),
    "s": gettext_lazy("Snooze"),
    "d": gettext_lazy("Done"),
    "e": gettext_lazy("Edit, correct"),
    "p": gettext_lazy("Pin to the top"),
    "z": gettext_lazy("Keep time for one thing"),
    "v": gettext_lazy("End-of-day check"),
    "h": gettext_lazy("What I did today"),
    "w": gettext_lazy("Why"),
    "u": gettext_lazy("Undo"),
    ".": gettext_lazy("Park this page"),
    ",": gettext_lazy("Take the last parked page back"),
    "j": gettext_lazy("Next row"),
    "k": gettext_lazy("Previous row"),
    "x": gettext_lazy("Select the row"),
    "b": gettext_lazy("What to do with the selected"),
    "[": gettext_lazy("Previous of the same list"),
    "]": gettext_lazy("Next of the same list"),
    "f": gettext_lazy("Filter"),
    "g": gettext_lazy("Go to, then a letter"),
    "+": gettext_lazy("Next date, then 1, 3 or 7; p: promised"),
    "?": gettext_lazy("Keys of this page"),
}
#: The digits choose an outcome everywhere.
DIGITS = frozenset("123456789")
#: Chords browsers and machines keep for themselves: copy, paste, print, close, reload, new tab and the like.
KEPT = frozenset(f"Control+{letter}" for letter in "acfhjklnopqrstuvwxyz0+-=")
MODIFIERS = ("Control", "Alt", "Shift")
_KEY = re.compile(r"^(?P<modifiers>(?:(?:Control|Alt|Shift)\+)*)(?P<key>\S)$")


class BadKey(ValueError):
    """The sentence why a key cannot be given; field: which of the two answers is wrong."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


@dataclass(frozen=True)
class Line:
    """One command for the page of keys.  ours: its key by default; theirs: the one it has."""

    ours: str
    theirs: str
    meaning: Text

    @property
    def changed(self) -> bool:
        return self.ours != self.theirs


def lines(mine: dict[str, str]) -> list[Line]:
    """Every command with the key a person has for it."""
    return [Line(ours, theirs(mine, ours), meaning) for ours, meaning in MEANINGS.items()]


def theirs(mine: dict[str, str], ours: str) -> str:
    """The key a person presses for one of ours."""
    return mine.get(ours, ours)


def changed(mine: dict[str, str], ours: str, wanted: str) -> dict[str, str]:
    """The map with one key given to a command.  BadKey where that cannot be."""
    if ours not in MEANINGS:
        raise BadKey("key", _("There is no command with the key “{key}”.").format(key=ours[:20]))
    key = normal(wanted)
    taken = next((other for other in MEANINGS if other != ours and theirs(mine, other) == key), None)
    if taken is not None:
        sentence = _("“{key}” is the key of “{command}”. Give that one another key first.")
        raise BadKey("to", sentence.format(key=key, command=MEANINGS[taken]))
    rest = {other: given for other, given in mine.items() if other != ours}
    return rest if key == ours else {**rest, ours: key}


def normal(wanted: str) -> str:
    """A key as scripts read it: modifiers in one order, a letter in lower case.  BadKey for what is none."""
    found = _KEY.match(wanted.replace("Ctrl+", "Control+").replace("ctrl+", "Control+").replace("alt+", "Alt+"))
    if found is None or not found["key"].isprintable():
        raise BadKey("to", _("Write one character, such as y, or one with a modifier, such as Alt+y."))
    given = found["modifiers"].split("+")
    key = found["key"].lower()
    if key in DIGITS and not found["modifiers"]:
        raise BadKey("to", _("The digits choose an outcome. Choose another key."))
    name = "+".join([*(each for each in MODIFIERS if each in given), key])
    if name in KEPT:
        raise BadKey("to", _("Browsers keep “{key}” for themselves. Choose another key.").format(key=name))
    return name
